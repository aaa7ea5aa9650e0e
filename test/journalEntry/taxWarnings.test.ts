/** Warnings about taxes that B1's tax report would show wrongly. Bases are worked out by hand. */
import type { MasterData } from '../../nodes/shared/journalEntry';
import { cost, part, row } from '../posting/taxSample';
import { entry, report, wrapped } from '../posting/sample';
import { build, company } from './company';

const options = { taxCodes: { V: { code: 'V19', account: '145000', rate: 19 } } };
const receipt = (net: number, tax: number, fields: Record<string, unknown> = {}, reclaim = tax) => {
	const gross = Number((net + tax).toFixed(2));
	const nets = { amountNetOfTax: net, amountNetOfReclaim: Number((gross - reclaim).toFixed(2)) };
	return wrapped(report(gross, [entry(gross, [part([cost(gross, ['T1'], nets)], [row('T1', tax, reclaim, 'V')])])], fields));
};
const warned = (document: unknown, masterData: MasterData | null = null, more: object = {}) =>
	build(document, { ...options, ...more }, masterData).warnings.map(({ code }) => code);

describe('a tax above its rate', () => {
	test.each<[string, number, number, string[]]>([
		['19.00 on 100.00', 100, 19, []],
		['rounded up', 0.05, 0.01, []],
		['19.01 on 100.00, which is rounding', 100, 19.01, []],
		['20.00 on 100.00: base 105.26', 100, 20, ['tax-above-rate']],
		['less than its rate, as in a mileage allowance', 100, 7, []],
		['of a refund', -100, -20, ['tax-above-rate']],
	])('%s', (_, net, tax, expected) => expect(warned(receipt(net, tax))).toEqual(expected));

	test('says tax, rate, net amount and base', () => {
		const [warning] = build(receipt(100, 20), options).warnings;
		expect(warning!.message).toContain('Tax V19 of 20 is more than 19 % of the net amount of 100: its base would be 105.26.');
	});

	test('is judged by the whole tax where half of it is reclaimed, and by B1’s rate where B1 was asked', () => {
		expect(warned(receipt(100, 19, {}, 9.5))).toEqual([]);
		expect(warned(receipt(100, 20, {}, 10))).toEqual(['tax-above-rate']);
		const group = { code: 'V19', name: '', taxAccount: '145000', inactive: false, rates: [{ from: null, rate: '20' }] };
		expect(warned(receipt(100, 20), company({ accounts: null, taxGroups: [group] }))).toEqual([]);
	});
});

describe('a foreign tax line', () => {
	const euros = receipt(100, 19, { employeeCurrencyAlphaCode: 'EUR' });

	test('without a rate has no base in local currency, and a person hears of it', () => {
		expect(warned(euros, company({ accounts: null }))).toEqual(['tax-base-without-rate']);
		expect(warned(euros, null, { companyCurrency: 'USD' })).toEqual(['tax-base-without-rate']);
	});

	test('with B1’s rate has one: 100.00 at 1.1 are 110.00', () => {
		const rates = [{ currency: 'EUR', day: '2024-03-05', rate: '1.1', isIndirect: false }];
		const { warnings, journalEntry } = build(euros, options, company({ accounts: null, rates }));
		expect(warnings).toEqual([]);
		expect(journalEntry!.JournalEntryLines.map(({ BaseSum }) => BaseSum)).toEqual([undefined, 110, undefined]);
	});
});
