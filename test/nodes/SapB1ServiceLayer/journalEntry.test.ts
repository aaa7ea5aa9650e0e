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

const POST = { resource: 'journalEntry', operation: 'post' };

describe('post', () => {
	it('takes items of Build as they are and adds one block', async () => {
		const item = builtItem();
		const [posted, rejected, uncertain] = await run(setupOf(credentials, POST), [item]);
		expect(posted).toEqual([
			{
				...item,
				posting: expect.objectContaining({
					outcome: 'posted',
					jdtNum: expect.any(Number),
					number: expect.any(Number),
					postingDate: '2026-11-24',
					fiscalYear: 2026,
					companyDb: 'SBODEMO',
					level: 'referenceCheck',
				}),
			},
		]);
		expect(rejected).toEqual([]);
		expect(uncertain).toEqual([]);
	});

	it('sorts outcomes to their outputs and keeps the pairing', async () => {
		const bad = builtItem();
		(bad.journalEntry as { JournalEntryLines: Array<{ AccountCode?: string }> }).JournalEntryLines[0]!.AccountCode = '999999';
		const again = builtItem();
		await run(setupOf(credentials, POST), [again]);
		const outputs = await runItems(setupOf(credentials, POST), [{ json: bad }, { json: again }, { json: builtItem() }]);
		expect(outputs.map((items) => items.map((item) => item.pairedItem))).toEqual([[{ item: 1 }, { item: 2 }], [{ item: 0 }], []]);
		expect(outputs[1]?.[0]?.json.posting).toMatchObject({
			outcome: 'rejected',
			errorClass: 'masterData',
			place: { field: 'AccountCode', line: 1, value: '999999' },
			text: expect.stringContaining('999999'),
		});
		expect(outputs[0]?.[0]?.json.posting).toMatchObject({ outcome: 'alreadyPosted' });
	});

	it('sends an item without an entry to the error output and posts the others', async () => {
		const setup = setupOf(credentials, POST, { onError: 'continueErrorOutput' });
		const [posted, , failed] = await runItems(setup, [{ json: { journalEntry: 'no entry' } }, { json: builtItem() }]);
		expect(failed?.[0]?.json.error).toMatch(/not an object/);
		expect(posted?.[0]?.json.posting).toMatchObject({ outcome: 'posted' });
		await expect(run(setupOf(credentials, POST), [{ journalEntry: 'no entry' }])).rejects.toThrow(/not an object/);
	});

	it('posts an entry that was not made by Build: with a key, and a hash of its own making', async () => {
		const { journalEntry } = builtItem();
		const item = { journalEntry: JSON.stringify(journalEntry), postingKey: 'by-hand:1' };
		const [posted] = await run(setupOf(credentials, POST), [item]);
		expect(posted?.[0]?.posting).toMatchObject({ outcome: 'posted', contentHash: expect.stringMatching(/^[0-9a-f]{64}$/) });
		const [again] = await run(setupOf(credentials, POST), [item]);
		expect(again?.[0]?.posting).toMatchObject({ outcome: 'alreadyPosted' });
	});

	it('posts nothing into another company than the one asked for', async () => {
		const item = builtItem();
		const setup = setupOf(credentials, { ...POST, options: { expectedCompany: 'SBOOTHER' } });
		await expect(run(setup, [item])).rejects.toThrow(/leads to company database "SBODEMO", not to "SBOOTHER"/);
		const [preview] = await run(setupOf(credentials, { resource: 'journalEntry', operation: 'preview' }), [item]);
		expect(preview?.[0]?.posting).toMatchObject({ outcome: 'wouldPost' });
	});

	it('names the fiscal year after the year in which it ends', async () => {
		const [posted] = await run(setupOf(credentials, { ...POST, options: { fiscalYearStart: 7 } }), [builtItem()]);
		expect(posted?.[0]?.posting).toMatchObject({ fiscalYear: 2027 });
	});
});

describe('preview', () => {
	it('says what Post would do and writes nothing', async () => {
		const item = builtItem();
		const preview = setupOf(credentials, { resource: 'journalEntry', operation: 'preview' });
		const [before] = await run(preview, [item]);
		expect(before?.[0]?.posting).toMatchObject({ outcome: 'wouldPost', jdtNum: null });
		await run(setupOf(credentials, POST), [item]);
		const [after] = await run(preview, [item]);
		expect(after?.[0]?.posting).toMatchObject({ outcome: 'alreadyPosted' });
	});
});

describe('get, get many, cancel', () => {
	it('reads, finds and cancels an entry, and cancels it only once', async () => {
		const item = builtItem();
		const [posted] = await run(setupOf(credentials, POST), [item]);
		const { jdtNum } = posted?.[0]?.posting as { jdtNum: number };

		const [got] = await run(
			setupOf(credentials, { resource: 'journalEntry', operation: 'get', jdtNum: { mode: 'id', value: String(jdtNum) } }),
		);
		expect(got?.[0]).toMatchObject({ JdtNum: jdtNum, Reference2: item.postingKey });
		expect(Object.keys(got?.[0] ?? {}).filter((key) => key.includes('odata'))).toEqual([]);

		const [many] = await run(
			setupOf(credentials, {
				resource: 'journalEntry',
				operation: 'getAll',
				filters: { conditions: [{ field: 'Reference2', operator: 'eq', type: 'text', value: item.postingKey as string }] },
			}),
		);
		expect(many).toHaveLength(1);

		const cancel = setupOf(credentials, {
			resource: 'journalEntry',
			operation: 'cancel',
			jdtNum: { mode: 'id', value: String(jdtNum) },
		});
		const [first] = await run(cancel);
		expect(first?.[0]).toMatchObject({ jdtNum, cancelled: true, alreadyCancelled: false, reversalJdtNum: expect.any(Number) });
		const [second] = await run(cancel);
		expect(second?.[0]).toMatchObject({ alreadyCancelled: true, reversalJdtNum: first?.[0]?.reversalJdtNum });

		const [, rejected] = await run(setupOf(credentials, POST), [item]);
		expect(rejected?.[0]?.posting).toMatchObject({ outcome: 'rejected', cancelledInB1: true, jdtNum });
	});

	it('says in plain words that an entry is not there', async () => {
		const get = setupOf(credentials, { resource: 'journalEntry', operation: 'get', jdtNum: { mode: 'id', value: '987654' } });
		await expect(run(get)).rejects.toMatchObject({
			httpCode: '404',
			message: expect.stringMatching(/No matching records found/),
		});
	});
});
