/** Fields of a company's own: filled from the document, in the type that B1 keeps them in, and held where B1 would not take them. */
import { recordText, userFieldFacts, type UserFieldFacts } from '../../nodes/shared/journalEntry';
import { readProfile } from '../../nodes/shared/mapping';
import { entry, journal, report, wrapped } from '../posting/sample';
import { build, codes, company, taxi } from './company';

const field = (table: string, Name: string, more: object = {}): UserFieldFacts =>
	userFieldFacts({ TableName: table, Name, Description: `About ${Name}`, Type: 'db_Alpha', Size: 8, EditSize: 8, ...more });

const FIELDS = [
	field('OJDT', 'Region'),
	field('OJDT', 'Count', { Type: 'db_Numeric', Size: 11, EditSize: 11 }),
	field('OJDT', 'Rate', { Type: 'db_Float', Size: 8 }),
	field('OJDT', 'Day', { Type: 'db_Date', Size: 8 }),
	field('OJDT', 'Kind', { Size: 1, EditSize: 1, ValidValuesMD: [{ Value: 'T', Description: 'Travel' }] }),
	field('OJDT', 'Long', { Type: 'db_Memo', Size: 0, EditSize: 0 }),
	field('JDT1', 'Trip'),
];
const known = company({ userFields: FIELDS });

const on = (place: string, name: string, value: string, required = false) => ({ on: place, field: name, value, required });
const header = {
	ledgerCode: 'SOUTH',
	reportCustom1Code: '42',
	reportCustom2Code: 'travel',
	reportCustom3Code: '2026-03-09T00:00:00',
};
const built = (userFields: object[], masterData = known) => build(taxi(header), { userFields }, masterData);

describe('on the entry', () => {
	test.each([
		['a text', 'U_Region', '{ledgerCode}', 'SOUTH'],
		['a value that is always the same', 'U_Region', 'ALL', 'ALL'],
		['a whole number', 'U_Count', '{reportCustom1Code}', 42],
		['a number', 'U_Rate', '1.50', 1.5],
		['a day', 'U_Day', '{reportCustom3Code}', '2026-03-09'],
		['a valid value by its description', 'U_Kind', '{reportCustom2Code}', 'T'],
		['a long text', 'U_Long', 'x'.repeat(300), 'x'.repeat(300)],
		['a transaction code', 'TransactionCode', 'CON', 'CON'],
		['a series', 'Series', '17', 17],
	])('%s is sent as B1 keeps it, and the audit says it', (_name, name, value, sent) => {
		const { status, journalEntry, audit } = built([on('entry', name, value)]);
		expect({ status, sent: (journalEntry as never as Record<string, unknown>)?.[name] }).toEqual({ status: 'ready', sent });
		expect(audit.userFields).toEqual({ [name]: sent });
	});

	test.each([
		['a text that is too long', 'U_Region', 'SOUTHWEST', 'user-field-value', /longer than the 8 characters of U_Region/],
		['no whole number', 'U_Count', '4.2', 'user-field-value', /no whole number/],
		['no number', 'U_Rate', 'high', 'user-field-value', /no number/],
		['no date', 'U_Day', 'soon', 'user-field-value', /no date/],
		['none of the valid values', 'U_Kind', 'X', 'user-field-value', /none of the values of U_Kind: T Travel/],
		['a field of the lines', 'U_Trip', 'x', 'user-field-not-found', /no user field U_Trip/],
		['a series that is no number', 'Series', 'PRIMARY', 'user-field-value', /no number of a series/],
		['a transaction code that is too long', 'TransactionCode', 'CONCUR', 'user-field-value', /longer than 4/],
	])('%s is held', (_name, name, value, code, message) => {
		const result = built([on('entry', name, value)]);
		expect(codes(result)).toEqual([code]);
		expect(result.reasons[0]!.message).toMatch(message);
	});

	test('nothing in the document leaves a field out, unless it is required', () => {
		expect(built([on('entry', 'U_Region', '{reportCustom9Code}')]).journalEntry).not.toHaveProperty('U_Region');
		expect(codes(built([on('entry', 'U_Region', '{reportCustom9Code}', true)]))).toEqual(['user-field-missing']);
		const demanded = company({ userFields: [field('OJDT', 'Must', { Mandatory: 'tYES' })] });
		expect(codes(built([on('entry', 'Indicator', 'A')], demanded))).toEqual(['user-field-missing']);
	});

	test('without B1 the text is sent as it is', () => {
		expect(build(taxi(header), { userFields: [on('entry', 'U_Count', '{reportCustom1Code}')] }).journalEntry).toMatchObject({
			U_Count: '42',
		});
	});
});

describe('on lines', () => {
	const twoRides = (...trips: string[]) =>
		wrapped(
			report(
				10 * trips.length,
				trips.map((entryCustom3Code) => entry(10, journal('TAXI', 10), { entryCustom3Code })),
			),
		);

	test('what is said of a kind of line comes before what is said of all, and the record shows it', () => {
		const userFields = [on('lines', 'U_Trip', 'ALL'), on('expense', 'U_Trip', '{entryCustom3Code}')];
		const { journalEntry, postingRecord } = build(twoRides('BERN'), { userFields }, known);
		expect(journalEntry!.JournalEntryLines.map((line) => (line as never as { U_Trip: string }).U_Trip)).toEqual(['BERN', 'ALL']);
		expect(recordText(postingRecord, 'USD')).toMatch(/TAXI.*U_Trip=BERN/);
	});

	test('costs of one account stay apart where their fields differ', () => {
		const options = { mergeExpense: 'account', userFields: [on('expense', 'U_Trip', '{entryCustom3Code}')] };
		const linesOf = (...trips: string[]) => build(twoRides(...trips), options, known).journalEntry!.JournalEntryLines.length;
		expect(linesOf('BERN', 'BERN')).toBe(2);
		expect(linesOf('BERN', 'ROME')).toBe(3);
	});
});

test.each([
	[[{ on: 'entry', field: 'Memo', value: 'x' }], /cannot fill "Memo" of "Journal Entry"/],
	[[{ on: 'tax', field: 'Series', value: '1' }], /cannot fill "Series"/],
	[[{ on: 'entry', field: 'U_A', value: '{reportCustm1Code}' }], /\{reportCustm1Code\}, which no document has/],
	[[{ on: 'entry', field: 'U_A', value: '' }], /no value for U_A/],
	[[on('entry', 'U_A', 'x'), on('entry', 'U_A', 'y')], /fills U_A of "entry" twice/],
	[[{ on: 'header', field: 'U_A', value: 'x' }], /must be a list/],
])('a mapping that cannot be meant is refused: %j', (userFields, message) => {
	expect(readProfile({ userFields }).problems.join()).toMatch(message);
});
