/** Funds in a company with a segmented chart: people see format codes, B1's own rows have internal ones. */
import { readBalances, readySettings } from '../../nodes/shared/fundsRegister';
import { expense, report } from '../funds/documents';
import type { Connection } from '../business-one/connection';
import { costEntry, FundsSandbox, postConsuming, SETTINGS } from './fundsSandbox';

const TRAVEL = { formatCode: '61600001', code: '_SYS00000000061' };
const ENCUMBERED = { formatCode: '14700001', code: '_SYS00000000062' };
const RESERVE = { formatCode: '14800001', code: '_SYS00000000063' };
const ENCUMBRANCE = { encumbrances: ENCUMBERED.formatCode, reserve: RESERVE.formatCode };
const spec = { account: TRAVEL.formatCode, costCenter: 'SALES' };

let b1: FundsSandbox;
let connection: Connection;

beforeAll(async () => {
	b1 = await FundsSandbox.start();
});
afterAll(async () => await b1.stop());
beforeEach(async () => {
	await b1.reset();
	await b1.load({
		accounts: [TRAVEL, ENCUMBERED, RESERVE].map(({ code, formatCode }) => ({
			Code: code,
			FormatCode: formatCode,
			Name: `Account ${formatCode}`,
		})),
		budgets: [{ Numerator: 3001, AccountCode: TRAVEL.code, BudgetScenario: 1, TotalAnnualBudgetDebitLoc: 100 }],
	});
	connection = b1.connect();
	await connection.serviceLayer.post('JournalEntries', entry(20));
});
afterEach(() => connection.close());

const entry = (amount: number) => costEntry('2026-03-06', TRAVEL.code, 'SALES', amount);

const reserve = async (fisId: string, id: string, amount: number) =>
	await b1.apply(connection.serviceLayer, report(fisId, 'obligate', id, [{ amount, ...spec }]), { encumbrance: ENCUMBRANCE });

async function balancesByCode(): Promise<Record<string, number>> {
	const rows = [...(await b1.trialBalance())].filter(([account]) => account.startsWith('_SYS'));
	return Object.fromEntries(rows.map(([account, amount]) => [account, amount.toNumber()]));
}

test('budget, actual and encumbrance are found by the internal codes, and told by the format codes', async () => {
	const reserved = await reserve('s1', 'P', 50);
	expect(reserved.answer?.confirm).toBe('success');
	const budgetKey = { account: TRAVEL.formatCode, costCenter: null, project: null, period: '2026' };
	const balance = { budgetKey, budget: '100', actual: '20', committed: '50', available: '30' };
	expect(reserved.balances).toEqual([balance]);
	expect(await balancesByCode()).toEqual({ [TRAVEL.code]: 20, [ENCUMBERED.code]: 50, [RESERVE.code]: -50 });
	const all = await readBalances(connection.serviceLayer, await readySettings(connection.serviceLayer, SETTINGS));
	expect(all).toContainEqual(balance);
	expect(all.filter(({ budgetKey: { account } }) => account?.startsWith('_SYS'))).toEqual([]);
});

test('a refusal names the account that people know', async () => {
	const { answer } = await reserve('s2', 'P', 81);
	expect(answer?.messages.map(({ code, available }) => [code, available])).toEqual([['insufficient-funds', '80.00']]);
	expect(answer?.messages[0]?.text).toContain(`account ${TRAVEL.formatCode}`);
	expect(await balancesByCode()).toEqual({ [TRAVEL.code]: 20 });
});

test('posting the report turns its reservation into cost and its encumbrance back', async () => {
	await reserve('s3', 'P', 50);
	const document = expense('x3', 'P', [{ amount: 50, ...spec }]);
	const result = await postConsuming(connection.serviceLayer, document, entry(50), { encumbrance: ENCUMBRANCE });
	expect(result).toMatchObject({ outcome: 'posted' });
	expect(await b1.open(connection.serviceLayer)).toEqual({});
	expect(await balancesByCode()).toEqual({ [TRAVEL.code]: 70, [ENCUMBERED.code]: 0, [RESERVE.code]: 0 });
});
