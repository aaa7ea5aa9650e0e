import { readDocuments } from '../../nodes/shared/document';
import { requiredMasterData } from '../../nodes/shared/journalEntry';
import { buildPosting } from '../../nodes/shared/posting';
import { entry, journal, profileOf, report, wrapped } from '../posting/sample';
import { always, build, codes, company, taxi } from './company';

describe('master data', () => {
	const account = (fields: object) =>
		build(
			taxi(),
			{},
			company({
				accounts: [{ code: 'TAXI', name: 'Taxi', isTitle: false, isControl: false, currency: '##', ...always, ...fields }],
			}),
		);

	test.each([
		['title account', { isTitle: true }, 'account-title'],
		['control account', { isControl: true }, 'account-control'],
		['frozen account', { frozen: true }, 'account-inactive'],
		['other account only', { code: 'OTHER' }, 'account-not-found'],
	])('%s', (_, fields, code) => expect(codes(account(fields))).toEqual([code]));

	test('an account in another currency takes no document in this one', () => {
		const accounts = [{ code: 'TAXI', name: 'Taxi', isTitle: false, isControl: false, currency: 'GBP', ...always }];
		expect(codes(build(taxi({ employeeCurrencyAlphaCode: 'EUR' }), {}, company({ accounts })))).toEqual(['account-currency']);
	});

	const rule = { code: 'CC1', name: 'North', dimension: 1, active: true, validFrom: null, validTo: null };
	test.each([
		['unknown', [], 'cost-center-not-found'],
		['inactive', [{ ...rule, active: false }], 'cost-center-inactive'],
		['expired', [{ ...rule, validTo: '2024-01-31' }], 'cost-center-inactive'],
		['of another dimension', [{ ...rule, dimension: 2 }], 'cost-center-wrong-dimension'],
	])('cost center %s', (_, distributionRules, code) =>
		expect(codes(build(taxi({ reportOrgUnit4Code: 'CC1' }), {}, company({ distributionRules })))).toEqual([code]),
	);

	test('projects, currencies and branches', () => {
		const project = { projectPath: ['report.reportCustom1Code'] };
		const document = taxi({ reportCustom1Code: 'P1' });
		expect(codes(build(document, project, company({ projects: [] })))).toEqual(['project-not-found']);
		const closed = [{ code: 'P1', name: 'P', active: true, validFrom: null, validTo: '2023-12-31' }];
		expect(codes(build(document, project, company({ projects: closed })))).toEqual(['project-inactive']);
		expect(codes(build(taxi({ employeeCurrencyAlphaCode: 'EUR' }), {}, company({ currencies: ['USD'] })))).toEqual([
			'currency-not-found',
		]);
		const branches = {
			...company(),
			company: { ...company().company, branchesEnabled: true },
			branches: [{ id: 1, name: 'Main', active: true }],
		};
		expect(codes(build(taxi(), {}, branches))).toEqual(['branch-missing']);
		expect(codes(build(taxi(), { defaultBranch: '2' }, branches))).toEqual(['branch-not-found']);
		expect(build(taxi(), { defaultBranch: '1' }, branches).status).toBe('ready');
	});

	test('a document in review is checked against B1 all the same, so that everything is seen at once', () => {
		const document = wrapped(report(20, [entry(10, journal('TAXI', 10)), entry(10, journal(null, 10))]));
		expect(codes(build(document, {}, company({ accounts: [] })))).toEqual(['missing-account', 'account-not-found']);
	});

	test('a batch names every code once', () => {
		const documents = [taxi(), taxi({ reportOrgUnit4Code: 'CC1' }), taxi({ employeeCurrencyAlphaCode: 'EUR' })];
		const profile = profileOf({
			partners: {
				employeeVendor: [
					{ by: 'code', template: 'V{employeeId}' },
					{ by: 'name', template: '{employeeName}' },
				],
			},
		});
		const postings = readDocuments(documents).documents.map((document) => buildPosting(document, profile));
		expect(requiredMasterData(postings, profile)).toEqual({
			items: [],
			orders: [],
			receipts: [],
			accounts: ['TAXI'],
			userFields: ['OJDT', 'JDT1'],
			partnerCodes: ['VEMP1'],
			partnerNames: ['Ada Example'],
			partnerTaxIds: [],
			partnerEmails: [],
			employees: [],
			distributionRules: ['CC1'],
			projects: [],
			taxGroups: [],
			currencies: ['USD', 'EUR'],
			branches: [],
			dates: ['2024-03-05'],
			rates: ['USD 2024-03-05', 'EUR 2024-03-05'],
		});
	});
});
