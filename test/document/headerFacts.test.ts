/** What the header of a document says, read once for the trigger, the postings and the funds. */
import { headerFacts, momentOf, readDocuments, type DocType, type Json } from '../../nodes/shared/document';
import { readFundsDocument } from '../../nodes/shared/funds';
import { DEFAULT_PROFILE } from '../../nodes/shared/mapping';
import { buildPosting } from '../../nodes/shared/posting';
import { leftOutBy } from '../../nodes/shared/n8n/filters';

/** By type the sections in which a test user may be marked, the document's own first. */
const MARKED: Record<DocType, [header: string, person: string]> = {
	expense: ['report', 'employee'],
	payroll: ['report', 'employee'],
	invoice: ['requestHeader', 'ownerEmployee'],
	cashadvance: ['cashAdvanceData', 'employeeData'],
	requestobligation: ['requestHeader', 'employee'],
	reportobligation: ['report', 'employee'],
};
const TYPES = Object.keys(MARKED) as DocType[];
const POSTED = ['expense', 'invoice', 'cashadvance'] as const;
const OF_FUNDS = ['expense', 'requestobligation', 'reportobligation'] as const;

/** A document of a type with nothing but its header; `fields` go into the section named. */
function bare(docType: DocType, section = '', fields: Json = {}): Json {
	const [header, person] = MARKED[docType];
	const document: Json = { [header]: {}, [person]: {}, ...(section === '' ? {} : { [section]: fields }) };
	return docType.endsWith('obligation') ? { instruction: { instruction: 'obligate' }, ...document } : document;
}

const wrapped = (docType: DocType, document: Json) => ({
	docId: 'a'.repeat(32),
	docType,
	docStatus: 'READY',
	companyId: '1',
	entityId: 'e',
	systemId: null,
	document,
});

describe('a test user', () => {
	const places = TYPES.flatMap((docType) => MARKED[docType].map((section) => [docType, section] as const));
	const marks = [true, 'true', 'TRUE', 'Y', 'y', ' Y ', 1, '1'];

	describe.each(places)('of %s, marked in %s', (docType, section) => {
		test.each(marks)('%j', (isTest) => expect(headerFacts(bare(docType, section, { isTest }), docType).isTest).toBe(true));

		test.each([false, 'false', 'N', 'n', '', null, 0, undefined])('%j is none', (isTest) =>
			expect(headerFacts(bare(docType, section, { isTest }), docType).isTest).toBe(false),
		);

		test('is left out by the trigger', () =>
			expect(leftOutBy({}, wrapped(docType, bare(docType, section, { isTest: 'Y' })), 'UTC')).toBe('test users'));
	});

	test.each(POSTED.flatMap((docType) => MARKED[docType].map((section) => [docType, section] as const)))(
		'of %s, marked in %s, is not posted',
		(docType, section) => {
			const { documents } = readDocuments(wrapped(docType, bare(docType, section, { isTest: 'y' })));
			expect(buildPosting(documents[0]!, DEFAULT_PROFILE).reasons.map(({ code }) => code)).toContain('test-user');
		},
	);

	test.each(OF_FUNDS.flatMap((docType) => MARKED[docType].map((section) => [docType, section] as const)))(
		'of %s, marked in %s, is one for the funds',
		(docType, section) => {
			const { documents } = readDocuments(wrapped(docType, bare(docType, section, { isTest: 'true' })));
			expect(readFundsDocument(documents[0]!).isTest).toBe(true);
		},
	);
});

describe.each(TYPES)('the ledger of %s', (docType) => {
	const [header, person] = MARKED[docType];
	const of = (own: Json, employee: Json) => headerFacts({ ...bare(docType), [header]: own, [person]: employee }, docType).ledger;

	test('is its own, else that of the person', () => {
		expect(of({ ledgerCode: ' SAP ' }, { employeeLedgerCode: 'X' })).toBe('SAP');
		expect(of({}, { employeeLedgerCode: 'X' })).toBe('X');
		expect(of({ ledgerCode: '' }, {})).toBeNull();
	});
});

describe('ids, currency and total', () => {
	const [id, key] = ['R'.repeat(32), 17];
	test.each<[DocType, Json, object]>([
		[
			'expense',
			{ report: { reportId: id, reportKey: key, employeeCurrencyAlphaCode: 'USD', totalApprovedAmount: '9' } },
			{ ownId: id, reportId: id, reference: '17', currency: 'USD', total: { field: 'totalApprovedAmount', value: '9' } },
		],
		['expense', { report: { requestId: 'Q' } }, { ownId: null, reportId: 'Q', reference: null, currency: null }],
		[
			'reportobligation',
			{ report: { reportId: id, reportNumber: 'N1', fgiRefId: 'a-b', requestId: ['Q'] } },
			{ ownId: id, reference: 'N1', fgiRefId: 'a-b' },
		],
		[
			'requestobligation',
			{
				requestHeader: { requestId: id, requestKey: '39FR', requestName: 'Fair', totalApprovedAmount: 5 },
				employee: { employeeReimbursementCurrency: 'EUR' },
			},
			{ ownId: id, reportId: id, reference: '39FR', currency: 'EUR', total: { value: 5 }, names: { reportName: 'Fair' } },
		],
		['requestobligation', { requestHeader: { requestId: id } }, { reference: id, currency: null }],
		[
			'invoice',
			{ requestHeader: { requestId: id, reqKey: 35, currencyAlphaCode: 'GBP', requestTotal: 7 } },
			{ ownId: id, reference: '35', currency: 'GBP', total: { field: 'requestTotal', value: 7 } },
		],
		[
			'cashadvance',
			{ cashAdvanceData: { cashAdvanceId: id, employeeCurrencyAlphaCode: 'CHF', requestAmount: 3 } },
			{ ownId: id, reference: id, currency: 'CHF', total: { field: 'requestAmount', value: 3 } },
		],
	])('%s %#', (docType, document, expected) => expect(headerFacts(document, docType)).toMatchObject(expected));

	test.each([
		[undefined, 'SEK'],
		[1, 'SEK'],
		['1.00', 'SEK'],
		[1.1, null],
		['one', null],
	])('an advance at the rate %j is in the currency %j', (exchangeRate, currency) =>
		expect(headerFacts({ cashAdvanceData: { currencyAlphaCode: 'SEK', exchangeRate } }, 'cashadvance').currency).toBe(currency),
	);

	test('further fields of the employee are kept where somebody wants them', () => {
		const document = { report: {}, employee: { custom1: 'A', custom2: 'B' } };
		expect(headerFacts(document, 'expense', ['custom1']).names).toMatchObject({ custom1: 'A' });
		expect(headerFacts(document, 'expense', ['custom1']).names).not.toHaveProperty('custom2');
	});
});

describe('when a document was approved', () => {
	test('the final approval comes before the submission, and that before the creation', () => {
		const report: Json = {
			reportPaymentProcessingDate: '2026-03-02T18:34:30.260Z',
			reportSubmitDate: '2026-03-01T18:12:03.050Z',
			reportCreationDate: '2026-02-01',
		};
		const at = (fields: Json) => headerFacts({ report: { ...report, ...fields } }, 'expense').approvedAt;
		expect(at({})).toBe('2026-03-02T18:34:30.260Z');
		expect(at({ reportPaymentProcessingDate: null })).toBe('2026-03-01T18:12:03.050Z');
		expect(at({ reportPaymentProcessingDate: 'soon', reportSubmitDate: '' })).toBe('2026-02-01T00:00:00.000Z');
	});

	test.each([
		['2026-03-02T01:30:00+02:00', '2026-03-01T23:30:00.000Z'],
		['2026-03-02T01:30:00', '2026-03-02T01:30:00.000Z'],
		[' 2026-03-02T01:30:00Z ', '2026-03-02T01:30:00.000Z'],
		['2026-03-02', '2026-03-02T00:00:00.000Z'],
		['20260302', '2026-03-02T00:00:00.000Z'],
		['03/02/2026', undefined],
		['2026-02-30', undefined],
		[20260302, '2026-03-02T00:00:00.000Z'],
	])('%j is the moment %j', (value, moment) => expect(momentOf(value)).toBe(moment));
});
