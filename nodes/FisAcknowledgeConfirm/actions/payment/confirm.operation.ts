import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError, updateDisplayOptions } from 'n8n-workflow';
import {
	paymentConfirmation,
	paymentRefsOf,
	type Clearing,
	type PaymentConfirmation,
	type PaymentStatus,
} from '../../../shared/concur/confirmations';
import { isInvoiceStatus } from '../../../shared/concur/invoicePayments';
import { recordPayments, referencesIn, type PaymentReply } from '../../../shared/concur/paymentMemory';
import { fisFor } from '../../../shared/n8n/fisClient';
import { optionsOf, targetOf, textParameter } from '../fields';
import { writeItems } from '../perDocument';
import { outputsOf, ownReply, type Result } from '../results';
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

/** What is sent of an item: to FIS, or of an invoice to Invoice Payment Confirmation. */
interface Content {
	confirmation: PaymentConfirmation;
	requestId?: string;
}

const PART_OF_INVOICE = "Concur's invoices know no partial payments: nothing was sent. It is told once the invoice is paid.";

const NEVER_PAID = 'Concur was never told that this invoice is paid, so nothing was sent of a part of it that was cancelled.';

/** Why nothing is to be said of an invoice: a part of a payment, or the cancellation of one, by what its row says was told. */
function unsaidOf(context: IExecuteFunctions, index: number, status: PaymentStatus): string | undefined {
	if (!isInvoiceStatus(status)) return PART_OF_INVOICE;
	const told = context.getInputData()[index]?.json.paymentStatus;
	return status === 'RE' && told !== undefined && told !== 'CP' ? NEVER_PAID : undefined;
}

/** The id of an invoice that is told to Invoice Payment Confirmation; undefined for every other document. */
function invoiceOf(context: IExecuteFunctions, index: number, docType: string): string | undefined {
	const { invoicePayments, requestId } = optionsOf(context, index);
	if (docType !== 'invoice' || invoicePayments !== true) return undefined;
	const id = String((requestId as string | undefined) ?? context.getInputData()[index]?.json.reportId ?? '').trim();
	if (id !== '') return id;
	throw new NodeOperationError(context.getNode(), `Invoice ID is empty [item ${index}]`, {
		itemIndex: index,
		description: 'Fill in Invoice ID under Options, or pass on items with the field reportId.',
	});
}

/** Confirms the payments of the items; adds `paymentConfirmation`. Throws NodeApiError, NodeOperationError (see outputsOf). */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const sent = new Map<number, Sent>();
	const fis = fisFor(this);
	const results = await writeItems<Content>(this, {
		sendsEachItem: true,
		keepsOrder: true,
		prepare: (index) => {
			const target = targetOf(this, index);
			const confirmation = confirmationOf(this, index, target.docId);
			sent.set(index, { confirmation, former: formerOf(this, index) });
			const invoice = invoiceOf(this, index, target.docType);
			if (invoice === undefined) return { target, content: { confirmation } };
			const unsaid = unsaidOf(this, index, confirmation.processingStatusCode);
			if (unsaid !== undefined) return { reply: ownReply(target.docId, 'done', unsaid) };
			return { target, content: { confirmation, requestId: invoice } };
		},
		send: async ({ docType, systemId, batchSize }, tasks) => {
			const invoices = tasks.flatMap(({ content: { requestId, confirmation } }) =>
				requestId === undefined ? [] : [{ requestId, confirmation }],
			);
			const others = tasks.filter(({ content }) => content.requestId === undefined);
			const confirmations = others.map(({ content: { confirmation } }) => confirmation);
			const told = await fis.confirmInvoicePayments(invoices);
			const request = { docType, systemId, chunkSize: batchSize, confirmations };
			return new Map([...told, ...(await fis.confirmPayments(request))]);
		},
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
