/** What is looked up in B1 before an entry is built: every name that the documents and the mapping lead to, and nothing else. */
import { requiredMasterData, type MasterDataQuery } from '../../nodes/shared/journalEntry';
import type { Posting, PostingLine } from '../../nodes/shared/posting';
import { entry, journal, post, profileOf, report } from '../posting/sample';

const NOTHING: MasterDataQuery = {
	accounts: [],
	partnerCodes: [],
	partnerNames: [],
	partnerTaxIds: [],
	partnerEmails: [],
	employees: [],
	distributionRules: [],
	projects: [],
	taxGroups: [],
	currencies: ['USD'],
	branches: [],
	dates: ['2024-03-05'],
	rates: ['USD 2024-03-05'],
	items: [],
	orders: [],
	receipts: [],
	userFields: ['OJDT', 'JDT1'],
};

const taxi = (fields: Partial<Posting> = {}): Posting => ({
	...post(report(10, [entry(10, journal('TAXI', 10))])),
	lines: [],
	...fields,
});
const line = (fields: Partial<PostingLine>): PostingLine => ({
	role: 'expense',
	debit: '1.00',
	currency: 'USD',
	memo: '',
	rule: '',
	sources: [],
	...fields,
});
const asked = (posting: Posting, options: object = {}, context = {}) =>
	requiredMasterData([posting], profileOf(options), context);
const askedFor = (...lines: Partial<PostingLine>[]) => asked(taxi({ lines: lines.map(line) }));

test('a document without lines asks for its currency and period', () => expect(asked(taxi())).toEqual(NOTHING));

test('a document without currency and date asks for neither', () =>
	expect(asked(taxi({ currency: null, dates: {} }))).toEqual({ ...NOTHING, currencies: [], dates: [], rates: [] }));

test('a rate is asked for where B1 has to convert, and by its rate', () => {
	expect(asked(taxi(), { companyCurrency: 'USD' }).rates).toEqual([]);
	expect(asked(taxi(), { companyCurrency: 'EUR' }).rates).toEqual(['USD 2024-03-05']);
	expect(asked(taxi(), { companyCurrency: 'EUR', rateSource: 'document' }).rates).toEqual([]);
});

test('today’s period is asked for where entries are posted today', () =>
	expect(asked(taxi(), { postingDate: 'today' }, { today: '2026-01-02' }).dates).toEqual(['2026-01-02']));

test.each<[string, Partial<PostingLine>, Partial<MasterDataQuery>]>([
	['an account', { account: 'A' }, { accounts: ['A'] }],
	['cost centers, those that are set', { costCenters: ['C1', undefined, 'C3'] }, { distributionRules: ['C1', 'C3'] }],
	['a project', { project: 'P1' }, { projects: ['P1'] }],
	['a branch', { branch: '3' }, { branches: ['3'] }],
	['a tax group', { taxCode: 'V1', role: 'deductibleVat' }, { taxGroups: ['V1'] }],
	['no tax group for tax that is cost', { taxCode: 'V1', role: 'nonDeductibleVat' }, {}],
	['no tax group for tax without code', { role: 'deductibleVat' }, {}],
])('of a line: %s', (_, fields, expected) => expect(askedFor(fields)).toEqual({ ...NOTHING, ...expected }));

test('lines of a document in review are looked up as well, and each name once', () => {
	const posting = taxi({ lines: [line({ account: 'A' })], draftLines: [line({ account: 'B' }), line({ account: 'A' })] });
	expect(asked(posting)).toEqual({ ...NOTHING, accounts: ['A', 'B'] });
});

test('the rounding account is looked up where there is one', () =>
	expect(asked(taxi(), { roundingAccount: '7700' })).toEqual({ ...NOTHING, accounts: ['7700'] }));

describe('partners', () => {
	const payee = taxi({ lines: [line({ role: 'employeeVendor', party: 'EMP1' })] });
	const by = (...employeeVendor: object[]) => ({ partners: { employeeVendor } });

	test.each<[string, object, Partial<MasterDataQuery>]>([
		['by code', by({ by: 'code', template: 'V{employeeId}' }), { partnerCodes: ['VEMP1'] }],
		['by name', by({ by: 'name', template: '{employeeName}' }), { partnerNames: ['Ada Example'] }],
		['by tax id', by({ by: 'taxId', template: '{employeeId}' }), { partnerTaxIds: ['EMP1'] }],
		['by e-mail', by({ by: 'email', template: '{employeeId}@example.com' }), { partnerEmails: ['EMP1@example.com'] }],
		[
			'by several rules',
			by({ by: 'code', template: 'V{party}' }, { by: 'name', template: 'N' }),
			{ partnerCodes: ['VEMP1'], partnerNames: ['N'] },
		],
		['by a field that the document does not fill', by({ by: 'code', template: 'V{employeeCustom1Code}' }), {}],
		['by table', { partners: { employeeVendor: [{ by: 'table' }], table: { EMP1: 'V9' } } }, { partnerCodes: ['V9'] }],
		['by a table without the employee', { partners: { employeeVendor: [{ by: 'table' }], table: { EMP2: 'V9' } } }, {}],
	])('%s', (_, options, expected) => expect(asked(payee, options)).toEqual({ ...NOTHING, ...expected }));

	test('an account that stands for the partner is looked up in its place', () =>
		expect(asked(payee, { roleAccounts: { EMP1: '2100' } })).toEqual({ ...NOTHING, accounts: ['2100'] }));

	test('a partner that the document’s line names already', () => {
		const card = taxi({ lines: [line({ role: 'cardVendor', partner: 'AMEX' })] });
		expect(asked(card, { partners: { cardVendor: [{ by: 'table' }] } })).toEqual({ ...NOTHING, partnerCodes: ['AMEX'] });
	});
});
