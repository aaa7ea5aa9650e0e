import { request } from '../funds/documents';
import { FundsSandbox } from './fundsSandbox';

/**
 * Every fault at every request of a step: once B1 works again, the step is applied exactly once and the answer is the one it would
 * have had without the fault; nothing is left half done.
 */
const FAULTS = [
	{ kind: 'drop' },
	{ kind: 'commitThenDrop' },
	{ kind: 'commitThen500' },
	{ kind: 'html503' },
	{ kind: 'html502' },
	{ kind: 'empty500' },
	{ kind: 'rateLimited', retryAfter: 1 },
	{ kind: 'rateLimited', retryAfter: 3600 },
	{ kind: 'status', status: 200, body: '<html><title>A proxy says hello</title></html>' },
	{ kind: 'sessionExpired' },
	{ kind: 'sessionLost304' },
];
/** Requests of a step: company, register, balances, cost, change set, and what a repeat asks again. */
const NTHS = [1, 2, 3, 4, 5, 6, 7];
const ENCUMBRANCE = { encumbrances: '147000', reserve: '148000' };

let b1: FundsSandbox;
beforeAll(async () => {
	b1 = await FundsSandbox.start();
});
afterAll(async () => await b1.stop());

it.each(FAULTS)(
	'none lost, none doubled: %j',
	async (fault) => {
		await b1.reset([{ key: '616000/SALES', amount: 100 }]);
		const connection = b1.connect();
		const expected: Record<string, string> = {};
		let total = 0;
		for (const times of [1, 3])
			for (const nth of NTHS) {
				const id = `${times}-${nth}`;
				const step = request(`f${id}`, 'obligate', id, [{ amount: 2, account: '616000', costCenter: 'SALES' }]);
				await b1.faults({ ...fault, system: 'businessOne', path: '/b1s/v[12]/(?!Login)', nth, times });
				const first = await b1.apply(connection.serviceLayer, step, { encumbrance: ENCUMBRANCE }).catch(() => undefined);
				await b1.clearFaults();
				const last = await b1.apply(connection.serviceLayer, step, { encumbrance: ENCUMBRANCE });
				if (first?.answer) expect(last.answer).toEqual(first.answer);
				expect({ id, confirm: last.answer?.confirm }).toEqual({ id, confirm: 'success' });
				expected[`request ${id}`] = '2';
				total += 2;
				expect(last.balances.find(({ budgetKey }) => budgetKey.costCenter === 'SALES')?.committed).toBe(String(total));
			}
		expect(await b1.open(connection.serviceLayer)).toEqual(expected);
		const { entries } = (await b1.control('get', 'ledger')) as { entries: { Reference2: string }[] };
		expect(entries.map(({ Reference2 }) => Reference2).sort()).toEqual(
			Object.keys(expected)
				.map((source) => `FUNDS:f${source.split(' ')[1]}`)
				.sort(),
		);
		connection.close();
	},
	120_000,
);
