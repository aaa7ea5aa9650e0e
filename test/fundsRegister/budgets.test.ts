/** Which budget of B1 a commitment is judged by: period, fiscal year, scenario, distribution rule, tolerance and currency. */
import type { FundsSettings } from '../../nodes/shared/fundsRegister';
import { request, type EntrySpec, type Revision } from '../funds/documents';
import type { Connection } from '../business-one/connection';
import { costEntry, FundsSandbox, SETTINGS } from './fundsSandbox';

const ACCOUNT = '616000';
/** 1 in January, 2 in February, and so on: 78 in the year. */
const RISING = Array.from({ length: 12 }, (_, month) => month + 1);

let b1: FundsSandbox;
let connection: Connection;
let requests = 0;

beforeAll(async () => {
	b1 = await FundsSandbox.start();
});
afterAll(async () => await b1.stop());
beforeEach(async () => {
	await b1.reset();
	connection = b1.connect();
});
afterEach(() => connection.close());

/** A row of the set Budgets, beyond those of the demo company. */
async function budget(amount: number, more: Record<string, unknown> = {}): Promise<void> {
	requests += 1;
	await b1.load({
		budgets: [
			{ Numerator: 2000 + requests, AccountCode: ACCOUNT, BudgetScenario: 1, TotalAnnualBudgetDebitLoc: amount, ...more },
		],
	});
}

const lines = (amounts: number[]) => amounts.map((BudgetTotDebit, RowNumber) => ({ RowNumber, BudgetTotDebit }));
const rule = (DistrRuleCode: string, DistrRuleDebitLC: number, Dimension = 1) => ({ Dimension, DistrRuleCode, DistrRuleDebitLC });

/** An entry of the books, as somebody posted it in B1. */
async function cost(day: string, amount: number, costCenter = 'SALES'): Promise<void> {
	await connection.serviceLayer.post('JournalEntries', costEntry(day, ACCOUNT, costCenter, amount));
}

const under =
	(settings: Partial<FundsSettings>) =>
	async (entry: Partial<EntrySpec>, more: Revision = {}) => {
		requests += 1;
		const entries = [{ amount: 1, account: ACCOUNT, costCenter: 'SALES', ...entry }];
		const document = request(`b${requests}`, 'obligate', `REQ${requests}`, entries, more);
		const { answer, balances, reasons } = await b1.apply(connection.serviceLayer, document, settings);
		return {
			confirm: answer?.confirm ?? 'review',
			messages: answer?.messages.map(({ code, needed, available }) => [code, needed, available].join(' ')) ?? [],
			reasons: reasons.map(({ code }) => code),
			balances: balances.map(({ budgetKey, budget: amount, actual, committed, available }) => {
				const key = [budgetKey.account, budgetKey.costCenter, budgetKey.period].filter((part) => part !== null).join('/');
				return `${key}: ${amount} - ${actual} - ${committed} = ${available}`;
			}),
		};
	};

const calendar = (basis: FundsSettings['calendar']['basis'], today = '2026-05-20', fiscalYearStart = 1) => ({
	calendar: { basis, fiscalYearStart, today },
});
const accepted = (...balances: string[]) => ({ confirm: 'success', messages: [], reasons: [], balances });

describe('periods', () => {
	test('each month has the amount of its line and the cost of its days', async () => {
		await budget(78, { BudgetLines: lines(RISING) });
		await cost('2026-03-01', 1);
		await cost('2026-03-31', 1);
		await cost('2026-04-01', 2);
		const ask = under(calendar('month'));
		expect(await ask({ amount: 1, date: '2026-03-15' })).toEqual(accepted(`${ACCOUNT}/2026-03: 3 - 2 - 1 = 0`));
		expect(await ask({ amount: '0.01', date: '2026-03-31' })).toMatchObject({
			confirm: 'error',
			messages: ['insufficient-funds 0.01 0.00'],
		});
		expect(await ask({ amount: 2, date: '2026-04-30' })).toMatchObject({ confirm: 'success' });
		expect((await ask({ amount: 12, date: '2026-12-31' })).balances).toContain(`${ACCOUNT}/2026-12: 12 - 0 - 12 = 0`);
	});

	test('a year without lines of its months is split into even ones that add up', async () => {
		await budget(100);
		const ask = under(calendar('month'));
		const amounts: number[] = [];
		for (const month of RISING) {
			const date = `2026-${String(month).padStart(2, '0')}-10`;
			const { balances } = await ask({ date });
			amounts.push(Number(/: ([\d.]+) -/.exec(balances[0]!)![1]));
		}
		expect(new Set(amounts)).toEqual(new Set([8.33, 8.34]));
		expect(Math.round(amounts.reduce((sum, amount) => sum + 100 * amount, 0))).toBe(10000);
	});

	test('lines that do not add up to the year are not believed', async () => {
		await budget(120, { BudgetLines: lines(RISING) });
		expect(await under(calendar('month'))({ date: '2026-12-01' })).toEqual(accepted(`${ACCOUNT}/2026-12: 10 - 0 - 1 = 9`));
	});

	test('year to date: the months up to today, whatever day the expense has', async () => {
		await budget(78, { BudgetLines: lines(RISING) });
		await cost('2026-01-02', 4);
		await cost('2026-06-01', 50);
		const ask = under(calendar('yearToDate'));
		expect(await ask({ amount: 11, date: '2026-12-01' })).toEqual(accepted(`${ACCOUNT}/2026: 15 - 4 - 11 = 0`));
		expect(await ask({ amount: '0.01' })).toMatchObject({ confirm: 'error', messages: ['insufficient-funds 0.01 0.00'] });
		const inDecember = under(calendar('yearToDate', '2026-12-31'));
		expect((await inDecember({ amount: 13 })).balances).toEqual([`${ACCOUNT}/2026: 78 - 54 - 24 = 0`]);
	});

	test('a fiscal year from July has its own row, and bears the cost of its own days', async () => {
		await budget(50, { StartofFiscalYear: '2025-07-01' });
		await budget(90, { StartofFiscalYear: '2026-07-01' });
		await cost('2025-06-30', 7);
		await cost('2025-07-01', 10);
		await cost('2026-06-30', 10);
		await cost('2026-07-01', 20);
		const ask = under(calendar('year', '2026-05-20', 7));
		expect(await ask({ amount: 30, date: '2026-05-01' })).toEqual(accepted(`${ACCOUNT}/2026: 50 - 20 - 30 = 0`));
		expect((await ask({ amount: 70, date: '2026-07-01' })).balances).toContain(`${ACCOUNT}/2027: 90 - 20 - 70 = 0`);
	});

	test('in a fiscal year from July the lines begin with July', async () => {
		await budget(78, { StartofFiscalYear: '2025-07-01', BudgetLines: lines(RISING) });
		const ask = under(calendar('month', '2026-05-20', 7));
		expect(await ask({ date: '2025-07-31' })).toEqual(accepted(`${ACCOUNT}/2025-07: 1 - 0 - 1 = 0`));
		expect((await ask({ date: '2026-06-01' })).balances).toContain(`${ACCOUNT}/2026-06: 12 - 0 - 1 = 11`);
		expect(await under(calendar('yearToDate', '2025-09-01', 7))({ date: '2026-01-01' })).toMatchObject({
			balances: expect.arrayContaining([`${ACCOUNT}/2026: 6 - 0 - 1 = 5`]) as string[],
		});
	});
});

describe('rules and scenarios', () => {
	test('a rule has its own amount and cost; the rest of the account is for everybody else', async () => {
		await budget(100, { BudgetCostAccountingLines: [rule('SALES', 30), rule('EAST', 60, 2)] });
		await cost('2026-02-01', 5, 'SALES');
		await cost('2026-02-01', 8, 'ADMIN');
		const ask = under(calendar('year'));
		expect(await ask({ amount: 26 })).toMatchObject({ confirm: 'error', messages: ['insufficient-funds 26.00 25.00'] });
		expect(await ask({ amount: 25 })).toEqual(
			accepted(`${ACCOUNT}/SALES/2026: 30 - 5 - 25 = 0`, `${ACCOUNT}/2026: 70 - 8 - 0 = 62`),
		);
		expect((await ask({ amount: 62, costCenter: 'IT' })).balances).toContain(`${ACCOUNT}/2026: 70 - 8 - 62 = 0`);
		expect(await ask({ amount: 1, costCenter: 'ADMIN' })).toMatchObject({ messages: ['insufficient-funds 1.00 0.00'] });
	});

	test('a rule’s amount is spread over the months as the account’s is', async () => {
		await budget(78, { BudgetLines: lines(RISING), BudgetCostAccountingLines: [rule('SALES', 39)] });
		expect((await under(calendar('month'))({ date: '2026-04-01' })).balances).toEqual([
			`${ACCOUNT}/SALES/2026-04: 2 - 0 - 1 = 1`,
			`${ACCOUNT}/2026-04: 2 - 0 - 0 = 2`,
		]);
	});

	test('only the scenario that is asked for counts', async () => {
		await b1.load({ budgetScenarios: [{ Numerator: 2, Name: 'Cautious' }] });
		await budget(100);
		await budget(10, { BudgetScenario: 2 });
		const cautious = { ...calendar('year'), scenario: 2 };
		expect((await under(cautious)({ amount: 11 })).messages).toEqual(['insufficient-funds 11.00 10.00']);
		expect((await under(calendar('year'))({ amount: 11 })).balances).toEqual([`${ACCOUNT}/2026: 100 - 0 - 11 = 89`]);
	});
});

describe('policies', () => {
	test.each<[string, FundsSettings['policies'], string, string]>([
		['an amount', { toleranceAmount: '2.5' }, '102.50', '102.51'],
		['percent of the budget', { tolerancePercent: '5' }, '105.00', '105.01'],
		['the smaller of both', { toleranceAmount: '2.5', tolerancePercent: '5' }, '102.50', '102.51'],
		['none', {}, '100.00', '100.01'],
	])('tolerance: %s, to the cent', async (_, policies, most, tooMuch) => {
		await budget(100);
		const ask = under({ ...calendar('year'), policies });
		expect((await ask({ amount: tooMuch })).confirm).toBe('error');
		expect((await ask({ amount: most })).confirm).toBe('success');
	});

	test('accounts without a budget: allowed, refused, or left to a person', async () => {
		const answer = async (noBudget: 'allow' | 'refuse' | 'review') =>
			await under({ ...calendar('year'), policies: { noBudget } })({ amount: 5 });
		expect(await answer('allow')).toEqual(accepted());
		expect(await answer('refuse')).toMatchObject({ confirm: 'error', messages: ['no-budget 5.00 '] });
		expect(await answer('review')).toMatchObject({ confirm: 'review', reasons: ['no-budget'] });
	});

	test('another currency counts by B1’s rate of the day, or waits', async () => {
		await budget(11);
		await b1.load({ rates: [{ Currency: 'EUR', RateDate: '2026-05-20', Rate: 1.1 }] });
		const converting = under({ ...calendar('year'), policies: { otherCurrency: 'convert' } });
		expect(await under(calendar('year'))({ amount: 1 }, { currency: 'EUR' })).toMatchObject({ reasons: ['other-currency'] });
		expect(await converting({ amount: '10.01' }, { currency: 'EUR' })).toMatchObject({
			messages: ['insufficient-funds 11.01 11.00'],
		});
		expect(await converting({ amount: 10 }, { currency: 'EUR' })).toEqual(accepted(`${ACCOUNT}/2026: 11 - 0 - 11 = 0`));
	});

	test('a currency that B1 calls by a code of its own is found by its ISO code, or by the mapping', async () => {
		await budget(11);
		await b1.load({
			currencies: [
				{ Code: 'KR.', Name: 'Krone', DocumentsCode: 'NOK' },
				{ Code: 'SOL', Name: 'Sol', DocumentsCode: '' },
			],
			rates: [
				{ Currency: 'KR.', RateDate: '2026-05-20', Rate: 0.1 },
				{ Currency: 'SOL', RateDate: '2026-05-20', Rate: 0.2 },
			],
		});
		const policies = { otherCurrency: 'convert' } as const;
		const converting = under({ ...calendar('year'), policies });
		expect(await converting({ amount: 120 }, { currency: 'NOK' })).toMatchObject({
			messages: ['insufficient-funds 12.00 11.00'],
		});
		const profile = { ...SETTINGS.profile, currencyMap: { PEN: 'SOL' } };
		const mapped = under({ ...calendar('year'), policies, profile });
		expect(await mapped({ amount: 55 }, { currency: 'PEN' })).toEqual(accepted(`${ACCOUNT}/2026: 11 - 0 - 11 = 0`));
	});

	test('a currency that B1 has no rate for waits, although it is to be converted', async () => {
		await budget(100);
		const converting = under({ ...SETTINGS, ...calendar('year', '1999-01-01'), policies: { otherCurrency: 'convert' } });
		const answer = await converting({ amount: 1 }, { currency: 'XXX' });
		expect(answer).toMatchObject({ confirm: 'review', messages: [] });
		expect(answer.reasons).toHaveLength(1);
	});
});
