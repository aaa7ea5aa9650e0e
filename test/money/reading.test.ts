import { decimalsOf, readAmount } from '../../nodes/shared/money';

const problemOf = (value: unknown) => {
	const reading = readAmount(value);
	return 'problem' in reading ? reading.problem : undefined;
};

describe('what a person is told about an amount that cannot be used', () => {
	test.each<[unknown, string]>([
		[[1], 'is a list, not an amount'],
		[{ amount: 1 }, 'is an object, not an amount'],
		[true, 'is boolean, not an amount'],
		[Number.NaN, 'is not a finite number'],
		[8.333333333333334, 'has 16 significant digits as a JSON number; only 15 are exact (as text up to 23)'],
		['12 EUR', 'is not a plain decimal number'],
		['123456789012345678901234', 'is longer than 23 digits'],
		['0.000000000000000000000001', 'is longer than 23 digits'],
	])('%p', (value, problem) => expect(problemOf(value)).toBe(problem));
});

describe('forms of decimal text', () => {
	test.each([
		['+5', '5'],
		['.5', '0.5'],
		['-.25', '-0.25'],
		['5.', '5'],
		['12.50', '12.5'],
		['1e3', '1000'],
		['1E+2', '100'],
		['25e-2', '0.25'],
		['12e10', '120000000000'],
		['12345678901234567890.123', '12345678901234567890.123'],
		['12345678901234567890123', '12345678901234567890123'],
		['1e-23', `0.${'0'.repeat(22)}1`],
	])('%s is %s', (text, amount) => expect(readAmount(text).amount?.toFixed()).toBe(amount));

	test.each(['e5', '.', '-', '+', '1.2.3', '1 2', 'a1', '1a', '1e', '1ex', '--1', '1e1234', '100000000000000000000000'])(
		'%s is refused',
		(text) => {
			expect(readAmount(text).amount).toBeNull();
			expect(problemOf(text)).toEqual(expect.any(String));
		},
	);
});

describe('amounts read before', () => {
	test('are the same object, so that equal figures of a document need no arithmetic', () => {
		expect(readAmount(17.31).amount).toBe(readAmount(17.31).amount);
		expect(readAmount(17.31).amount).not.toBe(readAmount(17.32).amount);
	});

	test('are forgotten after a while, so that they do not fill the memory', () => {
		const first = readAmount(0.5);
		for (let index = 1; index <= 513; index++) expect(readAmount(index + 0.25).amount!.toNumber()).toBe(index + 0.25);
		expect(readAmount(0.5)).not.toBe(first);
		expect(readAmount(0.5)).toEqual(first);
		const kept = readAmount(0.75);
		for (let index = 1; index <= 100; index++) readAmount(index + 0.5);
		expect(readAmount(0.75)).toBe(kept);
	});
});

describe('decimals of currencies', () => {
	test.each([
		[0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'],
		[2, 'EUR USD GBP CHF MXN INR'],
		[3, 'BHD IQD JOD KWD LYD OMR TND'],
		[4, 'CLF UYW'],
	])('%i', (decimals, codes) => {
		for (const code of codes.split(' ')) expect([code, decimalsOf(code)]).toEqual([code, decimals]);
	});
});
