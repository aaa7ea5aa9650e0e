import { expense, report, request } from '../funds/documents';
import type { Connection } from '../business-one/connection';
import { costEntry, FundsSandbox, postConsuming } from './fundsSandbox';

jest.setTimeout(60_000);

const ENCUMBRANCE = { encumbrances: '147000', reserve: '148000' };
const spec = { account: '616000', costCenter: 'SALES' };

let b1: FundsSandbox;
let connection: Connection;
beforeAll(async () => {
	b1 = await FundsSandbox.start();
});
afterAll(async () => await b1.stop());
beforeEach(async () => {
	await b1.reset([{ key: '616000/SALES', amount: 100 }]);
	connection = b1.connect();
});
afterEach(() => connection.close());

/** Posts the report's expense document with its consumption, as often as told. */
async function post(fisId: string, id: string, amount: number, account = '616000') {
	const document = expense(fisId, id, [{ amount, ...spec, linked: 'RE1', linkedRequest: 'R' }], { requestIds: ['R'] });
	const entry = costEntry('2026-03-06', account, 'SALES', amount);
	return await postConsuming(connection.serviceLayer, document, entry, { encumbrance: ENCUMBRANCE });
}

const apply = async (document: ReturnType<typeof request>) =>
	await b1.apply(connection.serviceLayer, document, { encumbrance: ENCUMBRANCE });

async function reserve(): Promise<void> {
	await apply(request('o1', 'obligate', 'R', [{ amount: 40, ...spec }]));
	await apply(report('o2', 'obligate', 'P', [{ amount: 30, ...spec, linked: 'RE1', linkedRequest: 'R' }], { requestIds: ['R'] }));
	expect(await b1.open(connection.serviceLayer)).toEqual({ 'report P': '30', 'request R': '10' });
}

/** Debit less credit of an account, in cents. */
async function balance(account: string): Promise<number> {
	const amount = (await b1.trialBalance()).get(account);
	return amount === undefined ? 0 : amount.times(100).toNumber();
}

it('turns the reservation of the report, then of its request, into cost, and its encumbrance with it', async () => {
	await reserve();
	expect(await balance('147000')).toBe(4000);
	expect(await post('x1', 'P', 35)).toMatchObject({ outcome: 'posted' });
	expect(await b1.open(connection.serviceLayer)).toEqual({ 'request R': '5' });
	expect(await balance('147000')).toBe(500);
	expect(await balance('148000')).toBe(-500);
	expect(await post('x1', 'P', 35)).toMatchObject({ outcome: 'alreadyPosted' });
	expect(await b1.open(connection.serviceLayer)).toEqual({ 'request R': '5' });
});

it('consumes nothing where B1 refuses the entry', async () => {
	await reserve();
	expect(await post('x2', 'P', 35, '999999')).toMatchObject({ outcome: 'rejected' });
	expect(await b1.open(connection.serviceLayer)).toEqual({ 'report P': '30', 'request R': '10' });
	expect(await balance('147000')).toBe(4000);
});

it.each(['drop', 'commitThenDrop', 'commitThen500', 'html503'])(
	'%s at any request: entry and consumption together, once',
	async (kind) => {
		await reserve();
		for (const nth of [1, 2, 3, 4, 5, 6]) {
			await b1.faults({ kind, system: 'businessOne', path: '/b1s/v[12]/(?!Login)', nth, times: 1 });
			await post('x3', 'P', 30).catch(() => undefined);
			await b1.clearFaults();
		}
		expect((await post('x3', 'P', 30)).outcome).toBe('alreadyPosted');
		expect(await balance('616000')).toBe(3000);
		expect(await b1.open(connection.serviceLayer)).toEqual({ 'request R': '10' });
		expect(await balance('147000')).toBe(1000);
	},
);
