import type { IDataObject } from 'n8n-workflow';
import { startSandbox, type Sandbox } from '../../../sandbox';
import type { CredentialStore } from '../../helpers/engine';
import { builtItem, run, runItems, sandboxCredential, setupOf } from './setup';

let sandbox: Sandbox;
let credentials: CredentialStore;

beforeEach(async () => {
	sandbox = await startSandbox({ now: new Date('2026-11-24T08:00:00Z') });
	credentials = sandboxCredential(sandbox);
	await run(setupOf(credentials, { resource: 'company', operation: 'setUpPostingRegister' }));
});
afterEach(async () => await sandbox.stop());

const post = async (item: IDataObject) =>
	(await run(setupOf(credentials, { resource: 'journalEntry', operation: 'post' }), [item]))[0]![0]!.posting as {
		jdtNum: number;
		number: number;
	};

const cancel = async (jdtNum: number) =>
	await run(
		setupOf(credentials, { resource: 'journalEntry', operation: 'cancel', jdtNum: { mode: 'id', value: String(jdtNum) } }),
	);

const november = { from: '2026-11-01', to: '2026-11-30' };

const reconcile = (more: IDataObject = {}) =>
	setupOf(credentials, { resource: 'journalEntry', operation: 'reconcile', ...november, ...more });

const ID = 'D0C0000000000000000000000000000';

/** An entry of 100.00 USD, with the row that the pipeline would have written, and what Concur says of the document. */
async function postedRow(n: number): Promise<IDataObject> {
	const docId = `${ID}${n}`;
	const built = builtItem({ docId, postingKey: `412077:${docId}` });
	const journalEntry = {
		ReferenceDate: '2026-11-24',
		Reference: `R-${n}`,
		JournalEntryLines: [
			{ AccountCode: '611000', Debit: 100, CostingCode: 'SALES' },
			{ ShortName: 'CBCP', Credit: 100 },
		],
	};
	const { jdtNum, number } = await post({ ...built, journalEntry });
	return {
		id: n,
		docId,
		companyId: '412077',
		docType: 'expense',
		status: 'confirmed',
		amount: '',
		currency: '',
		jdtNum,
		number,
		createdAt: '2026-11-24T09:00:00.000Z',
		docStatus: 'POSTING_CONFIRMED_SUCCESS',
		facts: { reportNumber: `R-${n}`, person: 'Anna Larsen', amount: '100', currency: 'USD' },
	};
}

it('agrees on what was posted and confirmed, with the amounts of the books', async () => {
	const rows = [await postedRow(1), await postedRow(2)];
	const [[summary], differences, totals] = (await run(reconcile(), rows)) as [IDataObject[], IDataObject[], IDataObject[]];
	expect(summary).toMatchObject({
		period: '2026-11-01 to 2026-11-30',
		companyDb: 'SBODEMO',
		verdict: '2 documents received, and Concur, the table and Business One agree.',
		received: 2,
		posted: 2,
		differences: 0,
	});
	expect(differences).toEqual([]);
	expect(totals).toEqual(
		expect.arrayContaining([
			expect.objectContaining({
				by: 'employee',
				key: 'Anna Larsen',
				concur: '200.00',
				businessOne: '200.00',
				difference: '0.00',
			}),
			expect.objectContaining({ by: 'account', key: '611000', businessOne: '200.00' }),
			expect.objectContaining({ by: 'costCenter', key: 'SALES', businessOne: '200.00' }),
		]),
	);
});

it('finds the entry that was cancelled, the one without a row, and the account that is not empty', async () => {
	const cancelled = await postedRow(1);
	const stranger = await postedRow(2);
	await cancel(cancelled.jdtNum as number);
	const [[summary], differences] = (await run(reconcile({ emptyAccounts: '611000, 999' }), [cancelled])) as [
		IDataObject[],
		IDataObject[],
	];
	expect(differences!.map(({ code, docId }) => [code, docId])).toEqual([
		['cancelled', cancelled.docId],
		['noRow', stranger.docId],
	]);
	expect(summary!.openAccounts).toBe('611000: Should be empty, and holds 100.00 USD. 999: Business One has no such account.');
});

it('counts nothing of an empty table, and refuses a period that ends before it begins', async () => {
	const [[summary]] = (await run(reconcile(), [{}])) as [IDataObject[]];
	expect(summary).toMatchObject({ received: 0, verdict: '0 documents received, and Concur, the table and Business One agree.' });
	await expect(run(reconcile({ to: '2026-10-31' }), [{}])).rejects.toThrow('To (2026-10-31) is before From (2026-11-01)');
});

it('gives no verdict on a part of the books', async () => {
	const row = await postedRow(1);
	await fetch(`${sandbox.url}/control/faults`, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json' },
		body: JSON.stringify({ system: 'businessOne', kind: 'html503', path: 'JournalEntries|batch', times: 0 }),
	});
	await expect(runItems(reconcile(), [{ json: row }])).rejects.toThrow();
});
