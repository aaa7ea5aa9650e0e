import type { IDataObject } from 'n8n-workflow';
import axios from 'axios';
import { startSandbox, type Sandbox } from '../../../sandbox';
import type { CredentialStore } from '../../helpers/engine';
import { builtItem, run, runItems, sandboxCredential, setupOf } from './setup';

let sandbox: Sandbox;
let credentials: CredentialStore;

beforeAll(async () => {
	sandbox = await startSandbox({ now: new Date('2026-11-24T08:00:00Z') });
	credentials = sandboxCredential(sandbox);
});

afterAll(async () => await sandbox.stop());

afterEach(async () => await axios.delete(`${sandbox.url}/control/faults`, { proxy: false }));

const faults = async (rule: object) => await axios.post(`${sandbox.url}/control/faults`, rule, { proxy: false });
const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();

describe('post under a hold', () => {
	const post = (options: IDataObject) => setupOf(credentials, { resource: 'journalEntry', operation: 'post', options });
	const holding = (heldRows: string | IDataObject[]) =>
		setupOf(credentials, { resource: 'journalEntry', operation: 'post', heldRows, options: {} });

	it('begins nothing that could outlast it, and says so', async () => {
		const item = builtItem();
		const outputs = await run(post({ holdEnds: inMinutes(-1) }), [item]);
		expect(outputs.map((items) => items.length)).toEqual([0, 0, 1]);
		expect(outputs[2]![0]!.posting).toMatchObject({ outcome: 'notBegun', retrySafe: true, jdtNum: null });
		const [posted] = await run(post({ holdEnds: inMinutes(0.2) }), [item]);
		expect(posted?.[0]?.posting).toMatchObject({ outcome: 'posted' });
	});

	it('still says what is in the books already', async () => {
		const item = builtItem();
		await run(post({}), [item]);
		const [posted] = await run(post({ holdEnds: inMinutes(0) }), [item]);
		expect(posted?.[0]?.posting).toMatchObject({ outcome: 'alreadyPosted' });
	});

	it('ends with the earliest of its items', async () => {
		const setup = post({ holdEnds: '={{ $json.row.dueAt }}' });
		const items = [builtItem({ row: { dueAt: inMinutes(60) } }), builtItem({ row: { dueAt: inMinutes(-1) } })];
		expect((await run(setup, items))[2]).toHaveLength(2);
	});

	it('posts what is among the held rows alone', async () => {
		const [mine, others] = [builtItem({ docId: 'mine' }), builtItem({ docId: 'others' })];
		const outputs = await run(holding([{ json: { docId: 'mine' } }]), [mine, others]);
		expect(outputs.map((items) => items.map(({ docId }) => docId))).toEqual([['mine'], [], ['others']]);
		expect(outputs[2]![0]!.posting).toMatchObject({ outcome: 'notBegun', retrySafe: true, jdtNum: null });
	});

	it('posts nothing where no row is held, and nothing where the rows are none', async () => {
		const outputs = await run(holding([{ json: {} }]), [builtItem({ docId: 'mine' })]);
		expect(outputs.map(({ length }) => length)).toEqual([0, 0, 1]);
		await expect(run(holding('mine'), [builtItem()])).rejects.toThrow(/Held Rows holds no items/);
	});

	it.each(['tomorrow', '2026-01-31T08:00:00'])('posts nothing where "%s" is no moment', async (holdEnds) => {
		await expect(run(post({ holdEnds }), [builtItem()])).rejects.toThrow(/Hold Ends is no moment/);
	});
});

describe('post while B1 is down', () => {
	it('passes every item on with the reason', async () => {
		await faults({ kind: 'html503', system: 'businessOne', path: 'batch|Journal', times: 0 });
		const outputs = await run(setupOf(credentials, { resource: 'journalEntry', operation: 'post' }), [builtItem(), builtItem()]);
		expect(outputs.map((items) => items.length)).toEqual([0, 0, 2]);
		for (const { posting } of outputs[2]!)
			expect(posting).toMatchObject({ outcome: 'uncertain', errorClass: 'capacity', retrySafe: true, companyDb: 'SBODEMO' });
	}, 30_000);
});

describe('check connection', () => {
	const CHECK = { resource: 'company', operation: 'check' };

	it('asks once for all items and passes them on', async () => {
		await axios.post(`${sandbox.url}/control/counters/reset`, {}, { proxy: false });
		const outputs = await runItems(setupOf(credentials, CHECK), [{ json: { docId: 'A' } }, { json: { docId: 'B' } }]);
		expect(outputs.map((items) => items.map(({ json, pairedItem }) => [json.docId, pairedItem]))).toEqual([
			[
				['A', { item: 0 }],
				['B', { item: 1 }],
			],
			[],
		]);
		expect(outputs[0]![0]!.json.company).toMatchObject({ outcome: 'available', companyDb: 'SBODEMO', errorClass: null });
		const { requests } = (await axios.get(`${sandbox.url}/control/counters`, { proxy: false })).data as {
			requests: { businessOne: number };
		};
		expect(requests.businessOne).toBeLessThanOrEqual(2);
	});

	it('says that B1 is down, and does not fail', async () => {
		await faults({ kind: 'html503', system: 'businessOne', times: 0 });
		const [available, not] = await run(setupOf(credentials, CHECK), [{ docId: 'A' }]);
		expect(available).toEqual([]);
		expect(not![0]).toMatchObject({ docId: 'A', company: { outcome: 'tryLater', errorClass: 'capacity', companyDb: 'SBODEMO' } });
	}, 30_000);

	it('says so where nobody listens at all', async () => {
		const nowhere = sandboxCredential(sandbox, { serverUrl: 'http://127.0.0.1:9' });
		const [, not] = await run(setupOf(nowhere, CHECK));
		expect(not![0]!.company).toMatchObject({ outcome: 'tryLater' });
	}, 30_000);

	it('tells a refused credential from trouble that passes', async () => {
		const wrong = sandboxCredential(sandbox, { password: 'wrong' });
		const [, not] = await run(setupOf(wrong, CHECK));
		expect(not![0]!.company).toMatchObject({
			outcome: 'refused',
			errorClass: 'session',
			message: expect.stringMatching(/refused/),
		});
		expect(JSON.stringify(not)).not.toContain('"wrong"');
	});

	it('stops where the credential leads to another company', async () => {
		await expect(run(setupOf(credentials, { ...CHECK, options: { expectedCompany: 'SBOOTHER' } }))).rejects.toThrow(
			/leads to company/,
		);
	});
});

describe('a node that answers every read 500', () => {
	it('is left by one new login, through the session that n8n keeps', async () => {
		const getMany = setupOf(credentials, { resource: 'currency', operation: 'getAll', returnAll: true });
		await run(getMany);
		await axios.post(`${sandbox.url}/control/counters/reset`, {}, { proxy: false });
		const body = { error: { code: '407', message: "Table definition not found for '@SOME'." } };
		await faults({ kind: 'status', system: 'businessOne', path: 'Currencies', status: 500, body, times: 2 });
		expect((await run(getMany))[0]!.length).toBeGreaterThan(0);
		const { logins } = (await axios.get(`${sandbox.url}/control/counters`, { proxy: false })).data as { logins: number };
		expect(logins).toBe(1);
	}, 30_000);
});

describe('custom call', () => {
	const custom = (path: string) => setupOf(credentials, { resource: 'custom', operation: 'call', method: 'GET', path });

	it.each([
		'../../ping',
		'%2e%2e/%2e%2e/ping/',
		'%252e%252e/x',
		'Items/..%2f..%2fx',
		'Items\\..\\x',
		'Items/%5c..',
		'./Login',
		'Items#x',
	])('never leaves the Service Layer: %s', async (path) => {
		await expect(run(custom(path))).rejects.toThrow(/is not a path of the Service Layer/);
	});

	it.each(["Currencies?$filter=Name eq 'a..b'", "Currencies('USD')", 'Currencies?$filter=Name%20ne%20%27..%2F%27'])(
		'takes dots in filters: %s',
		async (path) => {
			await expect(run(custom(path))).resolves.toBeDefined();
		},
	);
});
