import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { dayIn } from '../../../shared/dates';
import { refusedParameter } from '../../../shared/n8n/checkedParameters';
import { dayFrom, sameForRun } from '../../../shared/n8n/readers';
import { reconcile as compare, type NotedDocument } from '../../../shared/reconciliation';
import { namesIn } from '../listFields';
import type { Operation } from '../operation';
import { DEFAULT_IN_FLIGHT } from '../sharedOptions';
import { readBooks } from './books';

const fields: INodeProperties[] = [
	{
		displayName:
			'Give this node rows of the Data Table, with what Concur says of them now where Document > Get has asked. Output Summary has one item for the period, Differences one for each document on which the three do not agree, Totals the amounts by currency, employee, account and cost center.',
		name: 'reconcileNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'From',
		name: 'from',
		type: 'string',
		default: '={{ $json.from }}',
		required: true,
		placeholder: 'e.g. 2026-03-01',
		description: 'First day of the period. A document belongs to the day on which it was noted.',
	},
	{
		displayName: 'To',
		name: 'to',
		type: 'string',
		default: '={{ $json.to }}',
		required: true,
		placeholder: 'e.g. 2026-03-31',
		description: 'Last day of the period, included',
	},
	{
		displayName: 'Accounts That Should Be Empty',
		name: 'emptyAccounts',
		type: 'string',
		default: '',
		placeholder: 'e.g. 198000, 141000',
		description: 'Codes of clearing and advance accounts, separated by commas. Those that are not empty now are named.',
	},
];

const textOf = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '');
const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null);
const isBlock = (value: unknown): value is IDataObject => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What Concur said of a document, where it was asked; see `NotedDocument`. */
function saidByConcur({ docStatus, lookup }: IDataObject): string {
	if (isBlock(lookup)) return lookup.outcome === 'unknown' ? 'unknown' : '';
	return textOf(docStatus);
}

/** A row, with the facts of Concur's own document before those of the row, which forgets them when it is made compact. */
function noted(json: IDataObject, timeZone: string): NotedDocument & { companyId: string } {
	const facts = isBlock(json.facts) ? json.facts : {};
	const said = (name: string) => textOf(facts[name]) || textOf(json[name]);
	return {
		docId: textOf(json.docId),
		companyId: textOf(json.companyId),
		docType: textOf(json.docType),
		reportNumber: said('reportNumber'),
		person: said('person'),
		amount: said('amount'),
		currency: said('currency'),
		status: textOf(json.status),
		number: numberOf(json.number),
		jdtNum: numberOf(json.jdtNum),
		notedOn: dayIn(json.createdAt, timeZone) ?? '',
		isReadyInConcur: json.readyInConcur === true,
		concur: saidByConcur(json),
	};
}

function periodIn(context: IExecuteFunctions): { from: string; to: string } {
	const from = dayFrom(context, sameForRun(context, 'from', 'From'), 'From');
	const to = dayFrom(context, sameForRun(context, 'to', 'To'), 'To');
	if (from <= to) return { from, to };
	throw refusedParameter(
		context.getNode(),
		`To (${to}) is before From (${from})`,
		'Give the first and the last day of a period.',
	);
}

/** Compare a period three ways: rows, what Concur says of their documents, and the books. */
export const reconcile: Operation = {
	fields,
	outputs: { labels: ['Summary', 'Differences', 'Totals'] },
	async execute({ context, serviceLayer, company }) {
		const period = periodIn(context);
		const accounts = namesIn(sameForRun(context, 'emptyAccounts', 'Accounts That Should Be Empty'));
		const zone = context.getTimezone();
		const items = context.getInputData();
		// The Data Table node gives one empty item for an empty table where it always gives one.
		const rows = items.filter(({ json }) => textOf(json.docId) !== '' && 'status' in json).map(({ json }) => noted(json, zone));
		const documents = rows.filter(({ notedOn }) => notedOn >= period.from && notedOn <= period.to);
		const wanted = { documents, ...period, accounts, inFlight: DEFAULT_IN_FLIGHT };
		const books = await readBooks(serviceLayer, company.companyDb, wanted);
		const result = compare(rows, books, period);
		const pairedItem = items.map((_, item) => ({ item }));
		const itemsOf = (list: object[]): INodeExecutionData[] => list.map((json) => ({ json: json as IDataObject, pairedItem }));
		const { verdict, received, counts, differences, openAccounts } = result;
		const summary = {
			period: `${period.from} to ${period.to}`,
			companyDb: company.companyDb,
			verdict,
			received,
			...counts,
			differences: differences.length,
			openAccounts: openAccounts.map(({ code, text }) => `${code}: ${text}`).join(' '),
			reconciliation: result,
		};
		return [itemsOf([summary]), itemsOf(differences), itemsOf(result.totals)];
	},
};
