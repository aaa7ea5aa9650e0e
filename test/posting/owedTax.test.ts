/** Reverse charge in expense reports: the tax is in no amount, and the buyer owes it. Expected lines are worked out by hand. */
import { cost, part, posted, row, split } from './taxSample';

const owed = { taxCodes: { RC: { code: 'RC19', account: '145000', owedAccount: '178700', rate: 19 } } };
const plain = { taxCodes: { RC: { code: 'RC19', account: '145000', rate: 19 } } };
const rc = (tax: number, reclaim = tax, guid = 'T1') => row(guid, tax, reclaim, 'RC');

test('with both accounts in the mapping it is posted beside the cost', () => {
	expect(split(1000, [part([cost(1000, ['T1'])], [rc(190)])], owed)).toEqual([
		'Dr expense COST 1000.00',
		'Dr deductibleVat 145000 190.00',
		'Cr owedVat 178700 190.00',
	]);
});

test('what is not reclaimed of it is cost', () => {
	expect(split(1000, [part([cost(1000, ['T1'])], [rc(190, 95)])], owed)).toEqual([
		'Dr expense COST 1095.00',
		'Dr deductibleVat 145000 95.00',
		'Cr owedVat 178700 190.00',
	]);
});

test('stands beside a tax that was charged', () => {
	const options = { taxCodes: { ...owed.taxCodes, V: { code: 'V19', account: '145000', rate: 19 } } };
	const journals = [cost(119, ['T2'], { amountNetOfTax: 100, amountNetOfReclaim: 100 }), cost(1000, ['T1'])];
	expect(split(1119, [part(journals, [rc(190), row('T2', 19, 19, 'V')])], options)).toEqual([
		'Dr expense COST 1100.00',
		'Dr deductibleVat 145000 19.00 [tax V19]',
		'Dr deductibleVat 145000 190.00',
		'Cr owedVat 178700 190.00',
	]);
});

describe('of two allocations', () => {
	const halves = (tax: number) => [part([cost(500, ['T1'])], [rc(tax)]), part([cost(500, ['T1'])], [rc(tax)])];
	const merged = (options: object) => ({ ...options, mergeExpense: 'account' });
	const expected = ['Dr expense COST 1000.00', 'Dr deductibleVat 145000 190.00', 'Cr owedVat 178700 190.00'];

	test('is the same whether Concur repeats it or splits it', () => {
		expect(split(1000, halves(190), merged(owed))).toEqual(expected);
		expect(split(1000, halves(95), merged(owed))).toEqual(expected);
	});

	test('is held where no rate tells the two apart', () => {
		const unrated = { taxCodes: { RC: { code: 'RC19', account: '145000', owedAccount: '178700' } } };
		expect(split(1000, halves(95), unrated)).toEqual(['reverse-charge']);
	});
});

test('is held with its name where an account is missing, and as arithmetic where the mapping does not know the tax', () => {
	expect(split(1000, [part([cost(1000, ['T1'])], [rc(190)])], plain)).toEqual(['reverse-charge']);
	const [reason] = posted(1000, [part([cost(1000, ['T1'])], [rc(190)])], plain).reasons;
	expect(reason!.message).toMatch(/has tax RC of 190, which no amount contains: it is owed by the buyer \(reverse charge\)/);
	expect(split(1000, [part([cost(1000, ['T1'])], [rc(190)])])).toEqual(['tax-arithmetic']);
});

test('an owed tax that is inside the amounts is held', () => {
	const inside = cost(1190, ['T1'], { amountNetOfTax: 1000, amountNetOfReclaim: 1000 });
	expect(split(1190, [part([inside], [rc(190)])], owed)).toContain('tax-arithmetic');
});
