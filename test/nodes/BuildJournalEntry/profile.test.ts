import type { INodeParameters } from 'n8n-workflow';
import { BuildJournalEntry } from '../../../nodes/BuildJournalEntry/BuildJournalEntry.node';
import { DEFAULT_PROFILE, readProfile, type Profile } from '../../../nodes/shared/mapping';
import { fieldsOfEverySection, rl, rows } from './everySection';
import { runNode } from '../../helpers/engine';

const NODE_DEFAULTS = { ...DEFAULT_PROFILE, allowedStatuses: ['READY', 'ACKNOWLEDGED'] };

async function exported(parameters: INodeParameters): Promise<Profile> {
	const outputs = await runNode(
		{ nodeType: new BuildJournalEntry(), parameters: { operation: 'exportProfile', ...parameters } },
		[{}],
	);
	expect(outputs).toHaveLength(1);
	const { profile, profileText } = outputs[0]![0]!.json;
	expect(JSON.parse(profileText as string)).toEqual(profile);
	return profile as unknown as Profile;
}

describe('Export Profile', () => {
	test('a node nobody has touched exports the default profile, which takes only what waits to be posted', async () => {
		expect(await exported({})).toEqual(NODE_DEFAULTS);
		expect(await exported({ mappingMode: 'profile', profile: '{}' })).toEqual(NODE_DEFAULTS);
	});

	test('sections that were opened and left alone change nothing but what they show', async () => {
		const profile = await exported({
			payees: { payeeRoles: rows({ payee: 'EMPL', role: 'employeeVendor' }) },
			costObjects: {
				dimensions: rows(
					...DEFAULT_PROFILE.costCenterPath.map((value) => ({ dimension: 1, path: { __rl: true, mode: 'path', value } })),
				),
			},
			dates: { postingDateFallback: ['submit', 'creation', 'document'], periodPolicy: 'review' },
			texts: { memo: '{reference} {name}', textLengths: 'all' },
		});
		expect({ ...profile, costCenterPaths: [] }).toEqual({ ...NODE_DEFAULTS, costCenterPaths: [] });
		expect(profile.costCenterPaths.flat()).toEqual([]);
	});

	test('every section of fields says the same as the profile it stands for', async () => {
		const profile = await exported(fieldsOfEverySection);
		expect(profile).toEqual(readProfile(profileOfEverySection).profile);
		for (const [knob, value] of Object.entries(profileOfEverySection))
			expect({ knob, value: profile[knob as keyof Profile] }).toEqual({ knob, value });
	});

	test('the exported profile, pasted, is the same profile', async () => {
		const profile = await exported(fieldsOfEverySection);
		expect(await exported({ mappingMode: 'profile', profile: JSON.stringify(profile) })).toEqual(profile);
	});

	test.each([
		[
			'a path into the employee’s section',
			{ costObjects: { projectPath: rows({ path: rl('employee.employeeOrgUnit4Code') }) } },
			/employee/,
		],
		[
			'a half-filled row',
			{ accountMode: 'table', accountTable: rows({ from: 'MEALS', account: rl('') }) },
			/half filled in \("MEALS" to ""\)/,
		],
		[
			'two rows that contradict each other',
			{
				accountMode: 'table',
				accountTable: rows({ from: 'MEALS', account: rl('613000') }, { from: 'MEALS', account: rl('615000') }),
			},
			/maps "MEALS" twice/,
		],
		[
			'two rows for one tax',
			{ taxes: { taxCodes: rows({ from: 'VA', code: rl('V1') }, { from: 'VA', code: rl('V2') }) } },
			/two rows for "VA"/,
		],
		['a cap that is no amount', { currency: { roundingCap: 'a bit' } }, /roundingCap must be an amount/],
		[
			'a mistyped knob of a pasted profile',
			{ mappingMode: 'profile', profile: '{ "acountMap": {} }' },
			/acountMap is not a knob/,
		],
		['a profile that is not JSON', { mappingMode: 'profile', profile: '{ "memo": ' }, /not JSON/],
	])('%s is refused with the reason', async (_name, parameters, message) => {
		await expect(exported(parameters as INodeParameters)).rejects.toThrow(message);
	});
});

const profileOfEverySection: Partial<Profile> = {
	accountMap: { mode: 'expenseType', table: { LUNCH: '613000', Hotel: '612000' }, missing: 'asIs' },
	defaultExpenseAccount: '616000',
	defaultClearingAccount: '148000',
	defaultCashAdvanceAccount: '147000',
	defaultLiabilityAccount: '212000',
	shipping: 'account',
	shippingAccount: '620000',
	placeholderAccounts: ['PendingClient', 'NONE'],
	payeeRoles: { ...DEFAULT_PROFILE.payeeRoles, '1003': 'cardVendor' },
	cardVendors: { 'IBCP:1003': 'IBCP' },
	cardCredit: { CBCP: 'clearing' },
	roleAccounts: { COPD: '148000' },
	controlAccounts: { employeeVendor: '211000' },
	payrollReimbursement: 'payrollClearing',
	expensePay: 'liabilityAccount',
	clearingPassThrough: 'never',
	partners: {
		...DEFAULT_PROFILE.partners,
		employeeVendor: [{ by: 'code', template: 'E{employeeId}' }, { by: 'email', template: '{email}' }, { by: 'table' }],
		table: { '120045': 'E1004' },
	},
	costCenterPath: ['entry.entryOrgUnit1Code'],
	costCenterPaths: [['allocation.allocationCustom2Code', 'report.reportOrgUnit2Code'], [], [], []],
	projectPath: ['allocation.allocationCustom6Code'],
	branchPath: ['allocation.allocationCustom1Code'],
	defaultBranch: '1',
	costCenterMap: { '21-KING': 'SALES' },
	projectMap: { 'P-9': 'ROLLOUT' },
	branchMap: { US: '1' },
	branchSeries: { '1': '17' },
	taxCodes: {
		VA: { code: 'V1', account: null, rate: '19', partlyDeductible: true },
		VB: { code: 'V2', account: '145000' },
		RC: { code: '', account: '157700', owedAccount: '177700' },
	},
	headerTax: 'VA',
	nonDeductibleVat: 'expense',
	nonDeductibleVatAccount: '619000',
	foreignTaxCode: 'V0',
	memo: '{reportName}',
	lineMemo: '{expenseType}',
	reference: 'C-{reference}',
	lengths: { memo: 254, lineMemo: 254, reference: 100 },
	postingDate: 'fixed',
	fixedDate: '2026-12-31',
	postingDateFallback: ['document'],
	periodPolicy: 'nextOpenDay',
	tolerance: '0.05',
	rateSource: 'document',
	roundingCap: '1',
	companyCurrency: 'USD',
	roundingAccount: '690000',
	mergeExpense: 'account',
	mergeCounterparty: false,
	qualifiers: { DINNR: 'taxable' },
	company: '0021',
	companyPath: 'allocation.allocationCustom2Code',
	ledgers: ['DEFAULT', 'US'],
	crossCompany: 'split',
	goLiveDate: '2026-01-01',
	postTestUsers: true,
	allowedStatuses: ['READY'],
	revisionPolicy: 'postAsIs',
	onHold: 'keepAcknowledged',
};
