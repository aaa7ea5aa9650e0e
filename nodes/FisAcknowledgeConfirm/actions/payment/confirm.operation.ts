import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError, updateDisplayOptions } from 'n8n-workflow';
import {
	paymentConfirmation,
	type Clearing,
	type PaymentConfirmation,
	type PaymentStatus,
} from '../../../shared/concur/confirmations';
import { fisFor } from '../../../shared/n8n/fisClient';
import { optionsOf, targetOf, textParameter } from '../fields';
import { writeItems } from '../perDocument';
import { outputsOf } from '../results';
import { properties } from './fields';

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
		const texts = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value ?? '').trim()]));
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
		return paymentConfirmation(docId, status, clearings, reason);
	} catch (error) {
		throw refusal(context, index, (error as RangeError).message);
	}
}

/** Confirms the payments of the items; adds `paymentConfirmation`. Throws NodeApiError, NodeOperationError (see outputsOf). */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const options = optionsOf(this);
	const fis = fisFor(this);
	const results = await writeItems<PaymentConfirmation>(this, {
		readOnly: options.readOnly === true,
		sendsEachItem: true,
		prepare: (index) => {
			const target = targetOf(this, index);
			return { target, content: confirmationOf(this, index, target.docId) };
		},
		send: async (docType, systemId, tasks) =>
			await fis.confirmPayments({
				docType,
				systemId,
				chunkSize: options.batchSize as number | undefined,
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
	return outputsOf(this, 'paymentConfirmation', results);
}
