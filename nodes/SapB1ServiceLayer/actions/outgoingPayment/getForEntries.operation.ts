import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { fiscalYearOf } from '../../../shared/business-one';
import { paymentsForEntries, type EntryToCheck, type PaymentsOfEntry } from '../../../shared/business-one/payments';
import { toNodeError } from '../../../shared/n8n/nodeError';
import { failedItem } from '../../../shared/n8n/failedItem';
import type { Operation, OperationContext } from '../operation';
import { fiscalYearStartOption } from '../sharedOptions';

const fields: INodeProperties[] = [
	{
		displayName: 'Journal Entry',
		name: 'jdtNum',
		type: 'string',
		default: '={{ $json.posting?.jdtNum ?? $json.jdtNum }}',
		required: true,
		placeholder: 'e.g. 4711',
		description: 'Transaction number of the entry (JdtNum), from Post or from your table of documents',
	},
	{
		displayName: 'Reported Before',
		name: 'reported',
		type: 'string',
		default: '={{ $json.paymentsReported }}',
		placeholder: 'e.g. ["SBODEMO/12/4711"]',
		description:
			'References of the payments that Concur knows of, as a JSON list. Keep what "due" gives under "reported", so that a payment is reported once and its cancellation is noticed.',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			fiscalYearStartOption,
			{
				displayName: 'Partners to Leave Out',
				name: 'leaveOut',
				type: 'string',
				default: '',
				placeholder: 'e.g. CBCP,IBCP',
				description:
					'Business partners, separated by commas, whose lines need no outgoing payment, e.g. card companies that debit the bank account themselves',
			},
		],
	},
];

/** Find the outgoing payments of the entries of all items, in a few requests for all of them. */
export const getForEntries: Operation = {
	fields,
	async execute(run) {
		const { context } = run;
		const asked = new Map<number, EntryToCheck>();
		const output: INodeExecutionData[] = [];
		const fail = (itemIndex: number, error: unknown) => {
			if (!context.continueOnFail()) throw toNodeError(context.getNode(), error, itemIndex);
			output[itemIndex] = failedItem(context, context.getInputData()[itemIndex] ?? { json: {} }, error, itemIndex);
		};
		for (const itemIndex of context.getInputData().keys()) {
			try {
				asked.set(itemIndex, readEntry(context, itemIndex));
			} catch (error) {
				fail(itemIndex, error);
			}
		}
		const results = await lookUp(run, [...asked.values()]).catch((error: unknown) => error);
		[...asked.keys()].forEach((itemIndex, position) => {
			if (!Array.isArray(results)) return fail(itemIndex, results);
			output[itemIndex] = withPayments(run, itemIndex, results[position] as PaymentsOfEntry);
		});
		return [output];
	},
};

async function lookUp({ context, serviceLayer, company }: OperationContext, asked: EntryToCheck[]): Promise<PaymentsOfEntry[]> {
	const leaveOut = String(optionsOf(context).leaveOut ?? '')
		.split(',')
		.map((code) => code.trim())
		.filter((code) => code !== '');
	return await paymentsForEntries(serviceLayer, asked, { companyDb: company.companyDb, leaveOut });
}

function withPayments({ context, company }: OperationContext, itemIndex: number, result: PaymentsOfEntry): INodeExecutionData {
	const item = context.getInputData()[itemIndex] ?? { json: {} };
	const fiscalYearStart = Number(optionsOf(context).fiscalYearStart ?? 1);
	const due = result.due.map(({ reported, ...confirmation }) => ({
		...confirmation,
		companyCode: company.companyDb,
		fiscalYear: String(fiscalYearOf(confirmation.clearingDate, fiscalYearStart)),
		reported: JSON.stringify(reported),
	}));
	const outgoingPayments = { ...result, due } as unknown as IDataObject;
	return { ...item, json: { ...item.json, outgoingPayments }, pairedItem: { item: itemIndex } };
}

const optionsOf = (context: IExecuteFunctions) => context.getNodeParameter('options', 0, {}) as IDataObject;

function readEntry(context: IExecuteFunctions, itemIndex: number): EntryToCheck {
	const jdtNum = Number(context.getNodeParameter('jdtNum', itemIndex, '') || Number.NaN);
	if (!Number.isInteger(jdtNum) || jdtNum <= 0) {
		throw new NodeOperationError(context.getNode(), `Journal Entry is not a transaction number [item ${itemIndex}]`, {
			itemIndex,
			description: 'Pass on items of documents that were posted, with posting.jdtNum or jdtNum.',
		});
	}
	return { jdtNum, reported: reportedOf(context, itemIndex) };
}

/** The references as JSON text or as a list; nothing where nothing was reported yet. */
function reportedOf(context: IExecuteFunctions, itemIndex: number): string[] {
	const given = context.getNodeParameter('reported', itemIndex, '') as unknown;
	if (given === '' || given === null || given === undefined) return [];
	const list = typeof given === 'string' ? parsed(given) : given;
	if (Array.isArray(list) && list.every((ref) => typeof ref === 'string')) return list as string[];
	throw new NodeOperationError(context.getNode(), `Reported Before is not a list of references [item ${itemIndex}]`, {
		itemIndex,
		description: 'Give back what an earlier run gave under "reported". Without it, payments would be reported a second time.',
	});
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}
