import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { checkMadeByHand as check, type ByHand } from '../../../shared/business-one';
import { postingKey } from '../../../shared/journalEntry';
import { toNodeError } from '../../../shared/n8n/nodeError';
import { dayFrom, recordCode, recordNumber } from '../../../shared/n8n/readers';
import { failedOn, type FailedBlock } from '../failures';
import type { Operation } from '../operation';

const text = (displayName: string, name: string, value: string, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: value,
	description,
});

const fields: INodeProperties[] = [
	{
		...text('Number', 'number', '={{ $json.desk?.number }}', 'Number or transaction number that B1 shows in the entry'),
		hint: 'An item for which it is empty passes on unchanged',
		placeholder: 'e.g. 815',
	},
	{
		...text('Posting Date', 'postingDate', '={{ $json.desk?.postingDate }}', 'Needed where several entries have the number'),
		placeholder: 'e.g. 2026-03-31',
	},
	{ ...text('Document ID', 'docId', '={{ $json.docId }}', 'Of the FIS document, 32 characters'), required: true },
	text('Company ID', 'companyId', '={{ $json.companyId }}', 'Of Concur'),
	{
		...text('Amount', 'amount', '={{ $json.row?.amount }}', 'What the entry, or a line of it, has to come to'),
		placeholder: 'e.g. 120.50',
	},
	{ ...text('Currency', 'currency', '={{ $json.row?.currency }}', 'Currency of Amount'), placeholder: 'e.g. EUR' },
	{
		displayName: 'Any Amount',
		name: 'anyAmount',
		type: 'boolean',
		default: false,
		description: 'Whether an entry of another amount fits, too, because a person has seen the difference',
	},
];

const DOES_NOT_FIT = 1;

const failed: FailedBlock = { block: 'byHand', outcome: 'refused' };

/** Whether an entry that a person made for a document is there, comes to its amount, and is no other document's. */
export const checkMadeByHand: Operation = {
	fields,
	outputs: { labels: ['Fits', 'Does Not Fit'], failed },
	async execute({ context, serviceLayer }) {
		const outputs: INodeExecutionData[][] = [[], []];
		for (const [itemIndex, item] of context.getInputData().entries()) {
			try {
				const asked = readAsked(context, itemIndex);
				const byHand = asked && (await check(serviceLayer, asked));
				outputs[isFitting(byHand) ? 0 : DOES_NOT_FIT]!.push({
					...item,
					json: byHand ? { ...item.json, byHand: byHand as unknown as IDataObject } : item.json,
					pairedItem: { item: itemIndex },
				});
			} catch (error) {
				if (!context.continueOnFail()) throw toNodeError(context.getNode(), error, itemIndex);
				outputs[DOES_NOT_FIT]!.push(failedOn(context, failed, itemIndex, error));
			}
		}
		return outputs;
	},
};

const isFitting = (byHand: ByHand | undefined): boolean => byHand === undefined || byHand.outcome === 'fits';

function readAsked(context: IExecuteFunctions, itemIndex: number) {
	const read = (name: string) => String((context.getNodeParameter(name, itemIndex, '') ?? '') as string).trim();
	if (read('number') === '') return undefined;
	const docId = recordCode(context, 'docId', 'Document ID', itemIndex);
	return {
		number: recordNumber(context, 'number', 'Number', itemIndex),
		postingDate: read('postingDate') === '' ? '' : dayFrom(context, read('postingDate'), 'Posting Date', itemIndex),
		postingKey: postingKey(read('companyId') || null, docId),
		amount: read('amount'),
		currency: read('currency'),
		anyAmount: context.getNodeParameter('anyAmount', itemIndex, false) === true,
	};
}
