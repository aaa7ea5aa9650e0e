/** Cost objects that stand in the mapping: constants, the employee, those of lines that belong to no allocation. */
import { readProfile } from '../../nodes/shared/mapping';
import { accountFacts } from '../../nodes/shared/journalEntry';
import { always, build, codes, company } from '../journalEntry/company';
import { allocation, entry, journal, post, report, wrapped } from './sample';

const ride = (fields: object = {}) => entry(10, [allocation([journal('TAXI', 10)], { ...fields })]);
const costs = (fields: object, options: object) => {
	const { costCenters, project } = post(report(10, [ride(fields)]), options).lines[0]!;
	return [costCenters, project];
};

describe('a path', () => {
	test.each<[string, object, object, unknown]>([
		['with a constant alone', {}, { costCenterPath: ['constant.ADMIN'] }, [['ADMIN'], undefined]],
		[
			'with a default behind a field',
			{},
			{ costCenterPath: ['allocation.allocationCustom4Code', 'constant.ADMIN'] },
			[['ADMIN'], undefined],
		],
		[
			'whose field is filled',
			{ allocationCustom4Code: 'SALES' },
			{ costCenterPath: ['allocation.allocationCustom4Code', 'constant.ADMIN'] },
			[['SALES'], undefined],
		],
		['with a constant of several words', {}, { projectPath: ['constant.My Project.1'] }, [undefined, 'My Project.1']],
		['with the employee', {}, { costCenterPaths: [['employee.employeeId']] }, [[undefined, 'EMP1'], undefined]],
		[
			'with the employee, by the table',
			{},
			{ costCenterPaths: [['employee.employeeId']], costCenterMap: { EMP1: 'E-1' } },
			[[undefined, 'E-1'], undefined],
		],
	])('%s', (_, fields, options, expected) => expect(costs(fields, options)).toEqual(expected));

	test.each([
		[{ costCenterPath: ['employee.employeeOrgUnit4Code'] }, /takes "employee.employeeOrgUnit4Code" from the employee/],
		[{ costCenterPath: ['constant.'] }, /has the path "constant."/],
		[{ companyPath: 'constant.A' }, /has the path "constant.A"/],
	])('%j is none', (knobs, problem) => expect(readProfile(knobs).problems.join()).toMatch(problem));
});

describe('lines that belong to no allocation', () => {
	const taxed = wrapped(
		report(119, [
			entry(119, [
				allocation([journal('HOTEL', 119, 'EMPL', { taxGuid: ['T'], amountNetOfTax: 100, amountNetOfReclaim: 100 })], {
					allocationCustom4Code: 'SALES',
					tax: [{ taxGuid: 'T', taxCode: 'V1', amountTax: 19, amountReclaim: 19 }],
				}),
			]),
		]),
	);
	const lineDefaults = { tax: { 1: 'ADMIN', 3: 'REGION', project: 'P1' }, clearing: { 1: 'BANK' } };
	const placed = (document: unknown, options: object) =>
		post(document, options).lines.map(({ role, costCenters, project }) => [role, costCenters, project]);

	test('have the cost objects of the mapping; costs and partners do not', () =>
		expect(placed(taxed, { lineDefaults })).toEqual([
			['expense', ['SALES'], undefined],
			['deductibleVat', ['ADMIN', undefined, 'REGION'], 'P1'],
			['employeeVendor', undefined, undefined],
		]));

	test('none where the mapping says nothing', () =>
		expect(placed(taxed, {})[1]).toEqual(['deductibleVat', undefined, undefined]));

	test('clearing lines of an advance', () => {
		const applied = { cashAdvanceId: 'C', cashAdvanceClearingAccountCode: '147000', cashAdvanceApplicationAmount: -10 };
		const document = report(10, [ride()], {}, { cashAdvanceApplication: [applied] });
		expect(placed(document, { lineDefaults }).find(([role]) => role === 'cashAdvanceClearing')).toEqual([
			'cashAdvanceClearing',
			['BANK'],
			undefined,
		]);
	});

	test('the rounding line of a rate', () => {
		const spent = { entryCurrAlphaCode: 'USD', entryExchangeRate: 0.7, entryExchangeRateDirection: 'M' };
		const euros = report(
			3.03,
			[1, 2, 3].map(() => entry(1.01, journal('TAXI', 1.01), spent)),
			{ employeeCurrencyAlphaCode: 'EUR' },
		);
		const options = {
			companyCurrency: 'USD',
			rateSource: 'document',
			roundingAccount: '7700',
			lineDefaults: { rounding: { 2: 'R', project: 'P' } },
		};
		expect(build(wrapped(euros), options).journalEntry!.JournalEntryLines.at(-1)).toEqual({
			AccountCode: '7700',
			Debit: 0.01,
			LineMemo: 'Rounding difference',
			CostingCode2: 'R',
			ProjectCode: 'P',
		});
	});

	test.each([
		[{ lineDefaults: { vendor: {} } }, 'lineDefaults does not know "vendor".'],
		[{ lineDefaults: { tax: { 6: 'A' } } }, 'lineDefaults tax does not know "6".'],
	])('%j is no mapping', (knobs, problem) => expect(readProfile(knobs).problems).toEqual([problem]));
});

describe('an account that is relevant to cost accounting', () => {
	const taxi = { code: 'TAXI', name: 'Taxi', isTitle: false, isControl: false, currency: '##', ...always };
	const books = (fields: object) => company({ accounts: [{ ...taxi, ...fields }] });
	const document = (fields: object = {}) => wrapped(report(10, [ride(fields)]));
	const strict = { missingCostObjects: 'review' };

	test('is remarked where its line lacks a rule or a project, or held where the mapping says so', () => {
		const demanding = books({ relevantDimensions: [1, 2], isProjectRelevant: true });
		const { status, warnings } = build(document({ allocationCustom4Code: 'SALES' }), {}, demanding);
		expect([status, warnings.map(({ code, message }) => [code, message])]).toEqual([
			'ready',
			[
				[
					'cost-object-missing',
					'Account TAXI Taxi is relevant to cost accounting, and its line has no distribution rule of dimension 2 and no project.',
				],
			],
		]);
		expect(codes(build(document(), strict, demanding))).toEqual(['cost-object-missing']);
	});

	test('is fine with both, and an account that demands nothing without', () => {
		const options = { ...strict, projectPath: ['constant.P'] };
		expect(
			codes(
				build(document({ allocationCustom4Code: 'SALES' }), options, books({ relevantDimensions: [1], isProjectRelevant: true })),
			),
		).toEqual([]);
		expect(codes(build(document(), strict, books({})))).toEqual([]);
	});

	test('is read from ChartOfAccounts', () => {
		const row = {
			Code: 'A',
			DistributionRuleRelevant: 'tYES',
			DistributionRule4Relevant: 'Y',
			DistributionRule2Relevant: 'tNO',
			ProjectRelevant: 'tYES',
		};
		expect(accountFacts(row)).toMatchObject({ relevantDimensions: [1, 4], isProjectRelevant: true });
		expect(accountFacts({ Code: 'A' })).not.toHaveProperty('relevantDimensions');
	});
});
