/** B1's own currency codes: of the mapping, of B1's code for documents, and of the company itself. */
import { b1Currency, currencyFacts, isoCurrency, type MasterData } from '../../nodes/shared/journalEntry';
import { profileOf } from '../posting/sample';
import { build, codes, company, taxi } from './company';

const dollars = (fields: Partial<MasterData> = {}, localCurrency = '$') =>
	company({
		company: { companyDb: 'US', localCurrency, systemCurrency: null, branchesEnabled: false },
		currencies: [],
		...fields,
	});
const euro = taxi({ employeeCurrencyAlphaCode: 'EUR' });
const first = (document: unknown, options: object, masterData: MasterData | null) => {
	const { journalEntry, reasons } = build(document, options, masterData);
	return journalEntry?.JournalEntryLines[0] ?? reasons.map(({ code, value }) => `${code} ${value}`);
};

describe('a company whose currency B1 calls $', () => {
	const local = { AccountCode: 'TAXI', Debit: 10 };

	test.each<[string, object, Partial<MasterData>]>([
		['by the currency table', { currencyMap: { USD: '$' } }, {}],
		['by B1’s code for documents', {}, { isoCurrencies: { USD: '$' } }],
		['by the local currency of the mapping', { companyCurrency: 'USD' }, {}],
	])('takes dollars as local: %s', (_, options, fields) => {
		const line = first(taxi(), options, dollars(fields));
		expect(line).toMatchObject(local);
		expect(line).not.toHaveProperty('FCCurrency');
	});

	test('knows no dollars where nothing says what $ is', () =>
		expect(first(taxi(), {}, dollars())).toEqual(['currency-not-found USD']));

	test('has no euro by another name than the table’s', () => {
		expect(first(euro, { currencyMap: { EUR: 'E' } }, dollars({ currencies: ['E'] }))).toMatchObject({
			FCCurrency: 'E',
			FCDebit: 10,
		});
		expect(first(euro, { currencyMap: { EUR: 'E' } }, dollars({ currencies: ['EUR'] }))).toEqual(['currency-not-found E']);
	});
});

test('a local currency of the mapping that B1 contradicts does not rename B1’s own', () =>
	expect(first(euro, { companyCurrency: 'EUR' }, dollars({ currencies: ['EUR'] }, 'USD'))).toMatchObject({ FCCurrency: 'EUR' }));

test('without B1 the table turns the codes of foreign amounts', () => {
	const options = { companyCurrency: 'USD', currencyMap: { USD: '$', EUR: 'E' } };
	expect(first(euro, options, null)).toMatchObject({ FCCurrency: 'E', FCDebit: 10 });
	expect(first(taxi(), options, null)).toMatchObject({ Debit: 10 });
});

test('the content of an entry is the same whatever B1 calls its currency', () => {
	const hash = (options: object) => build(taxi(), options).contentHash;
	expect(hash({ companyCurrency: 'USD', currencyMap: { USD: '$' } })).toBe(hash({ companyCurrency: 'USD' }));
});

test('accounts and partners are kept in B1’s code', () => {
	const kept = { ...company().accounts![0]!, currency: '$' };
	const options = { currencyMap: { USD: '$' } };
	expect(codes(build(taxi(), options, dollars({ accounts: [kept] })))).toEqual([]);
	expect(codes(build(taxi(), options, dollars({ accounts: [{ ...kept, currency: 'USD' }] })))).toEqual(['account-currency']);
});

test('codes go back to what Concur calls them', () => {
	const known = {
		profile: profileOf({ currencyMap: { PEN: 'SOL' }, companyCurrency: 'USD' }),
		masterData: dollars({ isoCurrencies: { EUR: 'E' } }),
	};
	expect(['SOL', 'E', '$', 'GBP'].map((code) => isoCurrency(code, known))).toEqual(['PEN', 'EUR', 'USD', 'GBP']);
	expect(['PEN', 'EUR', 'USD', 'GBP'].map((iso) => b1Currency(iso, known))).toEqual(['SOL', 'E', '$', 'GBP']);
});

test('a currency named like a member of every object is one like any other', () => {
	expect(b1Currency('constructor', { profile: profileOf(), masterData: dollars({ isoCurrencies: {} }) })).toBe('constructor');
});

test('rows of Currencies: the code for documents, the company’s own first, and the decimals', () => {
	const rows = [
		{ Code: 'USD', DocumentsCode: 'USD', Decimals: 'cdDefault' },
		{ Code: '$', DocumentsCode: 'USD', Decimals: 'cdWithoutDecimals' },
		{ Code: 'E', DocumentsCode: 'EUR', Decimals: 'cd3Digits' },
		{ Code: 'EUR', DocumentsCode: 'EUR' },
		{ Code: 'X' },
	];
	expect(currencyFacts(rows, { LocalCurrency: '$', TotalsAccuracy: 2 })).toEqual({
		currencies: ['USD', '$', 'E', 'EUR', 'X'],
		isoCurrencies: { USD: '$', EUR: 'EUR' },
		currencyDecimals: { USD: 2, $: 0, E: 3, EUR: 2, X: 2 },
	});
});
