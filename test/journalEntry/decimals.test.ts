/** Companies in which B1 keeps fewer decimals of a currency than the currency has. Amounts are worked out by hand. */
import type { MasterData } from '../../nodes/shared/journalEntry';
import { entry, journal, report, wrapped } from '../posting/sample';
import { build, codes, company } from './company';

const own = { companyDb: 'CO', systemCurrency: null, branchesEnabled: false };
const colombia = (fields: Partial<MasterData> = {}) =>
	company({
		company: { ...own, localCurrency: '$' },
		accounts: null,
		isoCurrencies: { COP: '$' },
		currencyDecimals: { $: 0 },
		...fields,
	});
const trip = (total: unknown, ...amounts: [account: string, amount: unknown][]) =>
	wrapped(
		report(
			total,
			amounts.map(([account, amount]) => entry(amount, journal(account, amount))),
			{ employeeCurrencyAlphaCode: 'COP' },
		),
	);
const amounts = (document: unknown, b1: MasterData) =>
	build(document, {}, b1).journalEntry?.JournalEntryLines.map(({ AccountCode, Debit, Credit }) => [
		AccountCode,
		Debit ?? -Credit!,
	]);

test('costs are rounded so that they add up to what is owed', () => {
	expect(amounts(trip(2000, ['A', 1000.5], ['B', 999.5]), colombia())).toEqual([
		['A', 1001],
		['B', 999],
		[undefined, -2000],
	]);
});

test('where B1 keeps the decimals nothing is rounded, and whole amounts are as they were', () => {
	expect(amounts(trip(2000, ['A', 1000.5], ['B', 999.5]), colombia({ currencyDecimals: { $: 2 } }))).toEqual([
		['A', 1000.5],
		['B', 999.5],
		[undefined, -2000],
	]);
	const whole = trip(3000, ['A', 1000], ['B', 2000]);
	expect(build(whole, {}, colombia()).contentHash).toBe(build(whole, {}, colombia({ currencyDecimals: {} })).contentHash);
});

test('what is owed is never rounded: it is held', () => {
	const result = build(trip(1000.5, ['A', 1000.5]), {}, colombia());
	expect(codes(result)).toEqual(['payable-decimals']);
	expect(result.reasons[0]!.message).toContain('1000.5 COP are owed, and B1 keeps 0 decimals of that currency.');
});

test('local amounts of a foreign document have B1’s decimals: 10.01 at 4,000.30 are 40,043', () => {
	const rates = [{ currency: 'USD', day: '2024-03-05', rate: '4000.30', isIndirect: false }];
	const document = wrapped(report(20.02, [entry(10.01, journal('A', 10.01)), entry(10.01, journal('B', 10.01))]));
	const { journalEntry } = build(document, {}, colombia({ rates }));
	// 20.02 at that rate are 80,086.006, so 80,086 beside 40,043 twice: B1's own conversion balances, and is left to B1.
	expect(journalEntry!.JournalEntryLines.map(({ Debit, Credit }) => Debit ?? Credit)).toEqual([undefined, undefined, undefined]);
});
