import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError, updateDisplayOptions } from 'n8n-workflow';
import {
	paymentConfirmation,
	paymentRefsOf,
	type Clearing,
	type PaymentConfirmation,
	type PaymentStatus,
} from '../../../shared/concur/confirmations';
import { recordPayments, referencesIn, type PaymentReply } from '../../../shared/concur/paymentMemory';
import { fisFor } from '../../../shared/n8n/fisClient';
import { targetOf, textParameter } from '../fields';
import { writeItems } from '../perDocument';
import { outputsOf, type Result } from '../results';
import { properties } from './fields';

export { OUTPUTS as outputs } from '../results';

export const description = updateDisplayOptions({ show: { resource: ['payment'], operation: ['confirm'] } }, properties);

const required: [keyof Clearing, string][] = [
	['clearingAmount', 'Amount'],
	['clearingCurrency', 'Currency'],
	['clearingDate', 'Date'],
	['paymentRef', 'Payment Reference'],
];

function refusal(context: IExecuteFunctions, index: number, message: string) {
	return new NodeOperationError(context.getNode(), `${message} [item ${index}]`, {
		itemIndex: index,
		description: 'Correct it under Payments.',
	});
}

/** Fields of a fixed collection are absent until a person or expression fills them, and may then be numbers. */
function clearingsOf(context: IExecuteFunctions, index: number): Clearing[] {
	const { clearing = [] } = context.getNodeParameter('clearings', index, {}) as { clearing?: Record<string, unknown>[] };
	return clearing.map((values) => {
		const { clearingDate, ...others } = values;
		const texts = Object.fromEntries(Object.entries(others).map(([name, value]) => [name, String(value ?? '').trim()]));
		if (clearingDate !== null && clearingDate !== undefined) texts.clearingDate = clearingDate as string;
		const missing = required.find(([name]) => !texts[name]);
		if (missing) throw refusal(context, index, `${missing[1]} of a payment is empty`);
		return {
			receiverId: '',
			receiverName: '',
			receiverType: 'EMPLOYEE',
			companyCode: '',
			financialDocumentId: '',
			fiscalYear: '',
			paymentMethod: 'E',
			...texts,
		} as unknown as Clearing;
	});
}

function confirmationOf(context: IExecuteFunctions, index: number, docId: string): PaymentConfirmation {
	const status = textParameter(context, 'paymentStatus', index) as PaymentStatus;
	const clearings = clearingsOf(context, index);
	if (clearings.length === 0 && (status === 'CP' || status === 'PP')) throw refusal(context, index, 'No payment is given');
	const reason = status === 'RE' || status === 'OB' ? textParameter(context, 'additionalMessage', index) : '';
	try {
		return paymentConfirmation(docId, status, clearings, reason, context.getTimezone());
	} catch (error) {
		throw refusal(context, index, (error as RangeError).message);
	}
}

interface Sent {
	confirmation: PaymentConfirmation;
	former: string[];
}

function formerOf(context: IExecuteFunctions, index: number): string[] {
	const references = referencesIn(context.getNodeParameter('reported', index, ''));
	if (references) return references;
	throw new NodeOperationError(context.getNode(), `Reported Before is not a list of references [item ${index}]`, {
		itemIndex: index,
		description: 'Give what an earlier run gave under paymentConfirmation.remembered, or leave the field empty.',
	});
}

/** Adds to every item what is to be remembered of its document, all payments of the run taken together. */
function remember(results: Result[], sent: Map<number, Sent>): void {
	const byDocument = new Map<string, number[]>();
	for (const [index, { confirmation }] of sent) {
		const { docId } = confirmation;
		byDocument.set(docId, [...(byDocument.get(docId) ?? []), index]);
	}
	for (const indexes of byDocument.values()) {
		const all = indexes.map((index) => ({ ...sent.get(index)!, result: results[index] }));
		const replies = all.map(
			({ confirmation, result }): PaymentReply => ({
				paymentRefs: paymentRefsOf(confirmation),
				status: confirmation.processingStatusCode,
				outcome: result && 'outcome' in result ? result.outcome : 'tryLater',
			}),
		);
		const { reported, status } = recordPayments([...new Set(all.flatMap(({ former }) => former))], replies);
		for (const { result } of all)
			if (result && 'block' in result)
				Object.assign(result.block, { remembered: JSON.stringify(reported), rememberedStatus: status });
	}
}

/** Confirms the payments of the items; adds `paymentConfirmation`. Throws NodeApiError, NodeOperationError (see outputsOf). */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const sent = new Map<number, Sent>();
	const fis = fisFor(this);
	const results = await writeItems<PaymentConfirmation>(this, {
		sendsEachItem: true,
		keepsOrder: true,
		prepare: (index) => {
			const target = targetOf(this, index);
			const confirmation = confirmationOf(this, index, target.docId);
			sent.set(index, { confirmation, former: formerOf(this, index) });
			return { target, content: confirmation };
		},
		send: async ({ docType, systemId, batchSize }, tasks) =>
			await fis.confirmPayments({
				docType,
				systemId,
				chunkSize: batchSize,
				confirmations: tasks.map(({ content }) => content),
			}),
		block: (index, { outcome, code, message }, sent) => ({
			outcome,
			sent,
			status: textParameter(this, 'paymentStatus', index),
			code,
			message,
			confirmedAt: sent && (outcome === 'done' || outcome === 'alreadyDone') ? new Date().toISOString() : null,
		}),
	});
	remember(results, sent);
	return outputsOf(this, 'paymentConfirmation', results);
}
