import { decimalsOf } from '../../nodes/shared/money';
import { localAmounts, type LocalAmounts, type PostingLine } from '../../nodes/shared/posting';
import { post, profileOf, report } from './sample';

interface Rate {
	rate?: string;
	direction?: string;
	spend?: string;
}

/** Lines in EUR, each with the rate of its entry to USD. */
function line(side: 'debit' | 'credit', amount: string, ...rates: Rate[]): PostingLine {
	const sources = rates.map(({ rate, direction, spend = 'USD' }) => ({
		spendCurrency: spend,
		exchangeRate: rate,
		rateDirection: direction,
	}));
	return { role: 'expense', currency: 'EUR', memo: '', rule: '', sources, [side]: amount };
}

const posting = post(report(0, [], { employeeCurrencyAlphaCode: 'EUR' }));
const local = (lines: PostingLine[], options: object = {}, currency = 'USD') =>
	localAmounts(
		posting,
		lines,
		{ currency, decimals: decimalsOf(currency) },
		profileOf({ roundingAccount: '7700', roundingCap: '0.05', ...options }),
	);
const amounts = (lines: PostingLine[], currency?: string) => (local(lines, {}, currency) as LocalAmounts).amounts;

describe('the rate of a document', () => {
	test('multiplied or divided, as its direction says; multiplied where it says nothing', () => {
		expect(local([line('debit', '8.00', { rate: '0.8', direction: 'M' }), line('credit', '8.00')])).toEqual({
			amounts: ['10.00', '10.00'],
			rounding: null,
			rate: '1.25',
		});
		expect(amounts([line('debit', '8.00', { rate: '0.8' }), line('credit', '8.00')])).toEqual(['10.00', '10.00']);
		expect(amounts([line('debit', '8.00', { rate: '1.25', direction: 'D' }), line('credit', '8.00')])).toEqual([
			'10.00',
			'10.00',
		]);
	});

	test('is written with 12 digits', () => {
		expect(local([line('debit', '3.00', { rate: '3' }), line('credit', '3.00')])).toMatchObject({ rate: '0.333333333333' });
	});

	test('is that of entries spent in the company’s currency; the others say nothing of it', () => {
		const lines = [line('debit', '8.00', { rate: '9', spend: 'CHF' }, { rate: '0.8' }), line('credit', '8.00', {})];
		expect(amounts(lines)).toEqual(['10.00', '10.00']);
	});

	test('local amounts have the decimals of the local currency', () => {
		const yen = { rate: '0.00625', spend: 'JPY' };
		expect(amounts([line('debit', '10.01', yen), line('credit', '10.01', yen)], 'JPY')).toEqual(['1602', '1602']);
	});

	test.each<[string, Rate[]]>([
		['there is none', []],
		['there are two', [{ rate: '0.8' }, { rate: '0.81' }]],
		['there is one in either direction', [{ rate: '0.8' }, { rate: '0.8', direction: 'D' }]],
		['it is zero', [{ rate: '0' }]],
		['it is negative', [{ rate: '-0.8' }]],
	])('is not taken where %s', (_, rates) => {
		expect(local([line('debit', '8.00', ...rates), line('credit', '8.00')])).toMatchObject({
			code: 'rate-not-in-document',
			field: 'entryExchangeRate',
			message: expect.stringContaining('The document is in EUR, the company in USD'),
		});
	});
});

describe('the rounding difference', () => {
	const rate = { rate: '0.7' };
	/** Three times 1.44 against 4.33. */
	const debits = [...Array<PostingLine>(3).fill(line('debit', '1.01', rate)), line('credit', '3.03', rate)];
	const credits = debits.map(({ debit, credit, ...others }) => ({ ...others, debit: credit, credit: debit }) as PostingLine);

	test('goes to the side that lacks it', () => {
		expect(local(debits)).toMatchObject({ amounts: ['1.44', '1.44', '1.44', '4.33'], rounding: { debit: '0.01' } });
		expect(local(credits)).toMatchObject({ rounding: { credit: '0.01' } });
	});

	test('may be as large as the cap, and no larger', () => {
		expect(local(debits, { roundingCap: '0.01' })).toMatchObject({ rounding: { debit: '0.01' } });
		expect(local(credits, { roundingCap: '0.009' })).toMatchObject({
			code: 'rounding-over-cap',
			field: 'roundingCap',
			value: '0.01',
			message: expect.stringContaining('At the rate 1.42857142857 the lines differ by 0.01 USD; allowed are 0.009.'),
		});
	});

	test('needs an account', () => {
		expect(local(debits, { roundingAccount: null })).toMatchObject({
			code: 'missing-rounding-account',
			field: 'roundingAccount',
			value: '0.01',
			message: expect.stringContaining('At the rate 1.42857142857 the lines differ by 0.01 USD, and there is no account for it.'),
		});
	});
});
