import type { IDataObject, IExecuteFunctions, INodeProperties, NodeOperationError } from 'n8n-workflow';
import type { FundsPolicies } from '../../../shared/funds';
import type { FundsSettings, PeriodBasis } from '../../../shared/fundsRegister';
import { LANGUAGES, type Language } from '../../../shared/language';
import { knobsOf, readProfile, type Profile } from '../../../shared/mapping';
import { readAmount } from '../../../shared/money';
import { refusedParameter } from '../../../shared/n8n/checkedParameters';
import { mappingRows, type mappingRowsReader } from '../../../shared/n8n/mappingRows';
import {
	checkExpectedCompany,
	encumbranceAccountOption,
	expectedCompanyOption,
	fiscalYearStartOption,
	reserveAccountOption,
} from '../sharedOptions';

type RowsReader = ReturnType<typeof mappingRowsReader>;

export const fundsFields: INodeProperties[] = [
	{
		displayName: 'Document',
		name: 'document',
		type: 'json',
		default: '={{ $json }}',
		required: true,
		description: 'A request or report obligation as Concur sent it; its instruction decides what is done',
		hint: 'The item itself fits the Concur FIS Trigger and the FIS Acknowledge/Confirm node',
	},
	{
		displayName: 'Budget Period',
		name: 'basis',
		type: 'options',
		options: [
			{ name: 'Fiscal Year', value: 'year', description: 'The budget of the whole year is there from its first day' },
			{ name: 'Month', value: 'month', description: 'Each month has its own budget' },
			{ name: 'Year to Date', value: 'yearToDate', description: 'The months up to the current one together' },
		],
		default: 'year',
		description: 'Which part of the annual budget counts. Keep it while commitments are open: they belong to their period.',
	},
	{
		displayName: 'Accounts Without a Budget',
		name: 'noBudget',
		type: 'options',
		options: [
			{ name: 'Allow', value: 'allow', description: 'As B1 does it: no budget is no limit' },
			{ name: 'Refuse', value: 'refuse', description: 'The traveller hears that there is no budget' },
			{ name: 'Review', value: 'review', description: 'Nobody is answered until a person has decided' },
		],
		default: 'allow',
		description: 'What to do with amounts on an account that has no budget in B1, or with no account at all',
	},
	{
		displayName: 'Mapping Profile',
		name: 'profile',
		type: 'json',
		default: '{}',
		description:
			'The mapping of accounts and cost centers as JSON; an empty object {} takes them as they come from Concur. Only where Mapping Rows does not say it.',
		hint: 'The operation Export Profile of Build Journal Entry gives it',
	},
	mappingRows,
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Budget Scenario',
				name: 'scenario',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 1,
				description: 'Number of the budget scenario in B1',
			},
			expectedCompanyOption,
			{
				displayName: 'Documents in Another Currency',
				name: 'otherCurrency',
				type: 'options',
				options: [
					{ name: 'Convert', value: 'convert', description: "By B1's exchange rate of the day" },
					{ name: 'Review', value: 'review', description: 'Nobody is answered until a person has decided' },
				],
				default: 'review',
				description: 'Budgets are in the local currency of the company',
			},
			encumbranceAccountOption,
			fiscalYearStartOption,
			{
				displayName: 'Language of Messages',
				name: 'language',
				type: 'options',
				options: Object.entries(LANGUAGES)
					.map(([value, name]) => ({ name, value }))
					.sort((one, other) => one.name.localeCompare(other.name, 'en')),
				default: 'en',
				description: 'Language in which travellers and reviewers are answered. Without this option it is that of the mapping.',
			},
			{
				displayName: 'Process Test Users',
				name: 'testUsers',
				type: 'boolean',
				default: false,
				description:
					'Whether documents of Concur test users reserve budget; otherwise they wait in review. Without this option the mapping says it.',
			},
			reserveAccountOption,
			{
				displayName: 'Tolerance Amount',
				name: 'toleranceAmount',
				type: 'string',
				default: '',
				placeholder: 'e.g. 50.00',
				description: 'How far a budget may be overdrawn, in local currency. With both tolerances the smaller one counts.',
			},
			{
				displayName: 'Tolerance Percent',
				name: 'tolerancePercent',
				type: 'string',
				default: '',
				placeholder: 'e.g. 5',
				description: 'How far a budget may be overdrawn, in percent of it',
			},
		],
	},
];

/**
 * Reads the settings of an item.
 *
 * @param companyDb the company that the credential leads to
 * @param today YYYY-MM-DD
 * @param rowsFor gives the mapping table of an item
 * @throws NodeOperationError naming the field that cannot be used, or the wrong company
 */
export function readFundsSettings(
	context: IExecuteFunctions,
	companyDb: string,
	today: string,
	rowsFor: RowsReader,
	itemIndex: number,
): FundsSettings {
	const options = context.getNodeParameter('options', itemIndex, {}) as IDataObject;
	checkExpectedCompany(context, options, companyDb, itemIndex);
	const profile = mappingOf(context, rowsFor, itemIndex);
	return {
		profile,
		policies: {
			noBudget: context.getNodeParameter('noBudget', itemIndex, 'allow') as FundsPolicies['noBudget'],
			otherCurrency: (options.otherCurrency as FundsPolicies['otherCurrency'] | undefined) ?? 'review',
			toleranceAmount: amountOf(context, options.toleranceAmount, 'Tolerance Amount', itemIndex),
			tolerancePercent: amountOf(context, options.tolerancePercent, 'Tolerance Percent', itemIndex),
			testUsers: typeof options.testUsers === 'boolean' ? options.testUsers : profile.postTestUsers,
			language: (options.language as Language | undefined) ?? profile.language,
		},
		calendar: {
			basis: context.getNodeParameter('basis', itemIndex, 'year') as PeriodBasis,
			fiscalYearStart: Number(options.fiscalYearStart ?? 1),
			today,
		},
		scenario: Number(options.scenario ?? 1),
		encumbrance: encumbranceOf(context, options, itemIndex),
	};
}

/** @throws NodeOperationError where only one of the two accounts is given */
export function encumbranceOf(context: IExecuteFunctions, options: IDataObject, itemIndex: number): FundsSettings['encumbrance'] {
	const encumbrances = text(options.encumbranceAccount);
	const reserve = text(options.reserveAccount);
	if (encumbrances === '' && reserve === '') return null;
	if (encumbrances === '' || reserve === '')
		throw wrong(context, 'Encumbrance Account and Reserve Account belong together: fill both, or neither', itemIndex);
	return { encumbrances, reserve };
}

/** The mapping that the node has: its profile, and in place of what that says, the rows of its mapping table. */
function mappingOf(context: IExecuteFunctions, rowsFor: RowsReader, itemIndex: number): Profile {
	const profile = profileOf(context, context.getNodeParameter('profile', itemIndex, '{}'), itemIndex);
	try {
		const { profile: mapping, problems } = readProfile(knobsOf(rowsFor(itemIndex).said), profile);
		if (problems.length === 0) return mapping;
		throw new Error(`The mapping rows cannot be used: ${problems.join(' ')}`);
	} catch (error) {
		throw wrong(context, (error as Error).message, itemIndex);
	}
}

export function profileOf(context: IExecuteFunctions, value: unknown, itemIndex: number): Profile {
	const { profile, problems } = readProfile(typeof value === 'string' ? parse(value) : value);
	if (problems.length > 0) throw wrong(context, `The Mapping Profile cannot be used: ${problems.join(' ')}`, itemIndex);
	return profile;
}

function amountOf(context: IExecuteFunctions, value: unknown, field: string, itemIndex: number): string | null {
	const { amount, ...reading } = readAmount(text(value));
	if (amount !== null && !amount.isNegative()) return amount.toFixed();
	if (amount === null && !('problem' in reading && reading.problem)) return null;
	throw wrong(context, `${field} "${text(value)}" is no amount of 0 or more`, itemIndex);
}

const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value).trim());

function parse(json: string): unknown {
	try {
		return JSON.parse(json.trim() || '{}') as unknown;
	} catch {
		return json;
	}
}

const wrong = (context: IExecuteFunctions, message: string, itemIndex: number): NodeOperationError =>
	refusedParameter(context.getNode(), message, 'Correct the field. Nothing was reserved or released.', itemIndex);
