import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { fiscalYearOf } from '../../../shared/business-one';
import {
	paymentsForEntries,
	type EntryToCheck,
	type MappedCurrencies,
	type PaymentsOfEntry,
} from '../../../shared/business-one/payments';
import { referencesIn } from '../../../shared/concur/paymentMemory';
import { failedItem } from '../../../shared/n8n/failedItem';
import { toNodeError } from '../../../shared/n8n/nodeError';
import { recordNumber } from '../../../shared/n8n/readers';
import { namesIn } from '../listFields';
import type { Operation, OperationContext } from '../operation';
import { fiscalYearStartOption } from '../sharedOptions';
import { currenciesField, currenciesReader } from './currencies';

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
			'References of the payments that Concur took, as a JSON list. Keep what Confirm Payment gives under paymentConfirmation.remembered, so that a payment is reported once, one that was refused is due again, and a cancellation is noticed.',
	},
	currenciesField,
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

/** An entry that is asked for, with the options of its item. */
interface Asked {
	itemIndex: number;
	entry: EntryToCheck;
	leaveOut: string[];
	currencies: MappedCurrencies;
	fiscalYearStart: number;
}

/** Find the outgoing payments of the entries of all items, in a few requests for all that leave out the same partners by the same mapping. */
export const getForEntries: Operation = {
	fields,
	async execute(run) {
		const { context } = run;
		const output: INodeExecutionData[] = [];
		const fail = (itemIndex: number, error: unknown) => {
			if (!context.continueOnFail()) throw toNodeError(context.getNode(), error, itemIndex);
			output[itemIndex] = failedItem(context, context.getInputData()[itemIndex] ?? { json: {} }, error, itemIndex);
		};
		const currenciesFor = currenciesReader(context);
		const groups = new Map<string, Asked[]>();
		for (const itemIndex of context.getInputData().keys()) {
			try {
				const asked = readAsked(context, currenciesFor(itemIndex), itemIndex);
				const key = groupOf(asked);
				groups.set(key, [...(groups.get(key) ?? []), asked]);
			} catch (error) {
				fail(itemIndex, error);
			}
		}
		for (const group of groups.values()) {
			const results = await lookUp(run, group).catch((error: unknown) => error);
			for (const [position, asked] of group.entries()) {
				if (!Array.isArray(results)) fail(asked.itemIndex, results);
				else output[asked.itemIndex] = withPayments(run, asked, results[position] as PaymentsOfEntry);
			}
		}
		return [output];
	},
};

async function lookUp({ serviceLayer, company }: OperationContext, group: Asked[]): Promise<PaymentsOfEntry[]> {
	const entries = group.map(({ entry }) => entry);
	const { leaveOut, currencies } = group[0]!;
	return await paymentsForEntries(serviceLayer, entries, { companyDb: company.companyDb, leaveOut, currencies });
}

const groupOf = ({ leaveOut, currencies: { isoCodes, local } }: Asked): string =>
	JSON.stringify([leaveOut, local, [...isoCodes]]);

function withPayments(
	{ context, company }: OperationContext,
	{ itemIndex, fiscalYearStart }: Asked,
	result: PaymentsOfEntry,
): INodeExecutionData {
	const item = context.getInputData()[itemIndex] ?? { json: {} };
	const due = result.due.map(({ reported, ...confirmation }) => ({
		...confirmation,
		companyCode: company.companyDb,
		fiscalYear: String(fiscalYearOf(confirmation.clearingDate, fiscalYearStart)),
		reported: JSON.stringify(reported),
	}));
	const outgoingPayments = { ...result, due } as unknown as IDataObject;
	return { ...item, json: { ...item.json, outgoingPayments }, pairedItem: { item: itemIndex } };
}

function readAsked(context: IExecuteFunctions, currencies: MappedCurrencies, itemIndex: number): Asked {
	const options = context.getNodeParameter('options', itemIndex, {}) as IDataObject;
	const jdtNum = recordNumber(context, 'jdtNum', 'Journal Entry', itemIndex);
	return {
		itemIndex,
		entry: { jdtNum, reported: reportedOf(context, itemIndex) },
		leaveOut: namesIn(options.leaveOut),
		currencies,
		fiscalYearStart: (options.fiscalYearStart as number | undefined) ?? 1,
	};
}

/** The references as JSON text or as a list; nothing where nothing was reported yet. */
function reportedOf(context: IExecuteFunctions, itemIndex: number): string[] {
	const references = referencesIn(context.getNodeParameter('reported', itemIndex, ''));
	if (references) return references;
	throw new NodeOperationError(context.getNode(), `Reported Before is not a list of references [item ${itemIndex}]`, {
		itemIndex,
		description:
			'Give back what Confirm Payment gave under paymentConfirmation.remembered. Without it, payments would be reported a second time.',
	});
}
