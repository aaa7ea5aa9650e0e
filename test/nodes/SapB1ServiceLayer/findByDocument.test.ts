import type { IDataObject } from 'n8n-workflow';
import axios from 'axios';
import { startSandbox, type Sandbox } from '../../../sandbox';
import type { CredentialStore } from '../../helpers/engine';
import { builtItem, run, runItems, sandboxCredential, setupOf } from './setup';

let sandbox: Sandbox;
let credentials: CredentialStore;
let documents = 0;

beforeAll(async () => {
	sandbox = await startSandbox({ now: new Date('2026-11-24T08:00:00Z') });
	credentials = sandboxCredential(sandbox);
});

afterAll(async () => await sandbox.stop());

afterEach(async () => {
	await control('delete', 'faults');
	await period('ltUnlocked');
});

const JOURNAL = { resource: 'journalEntry' };
const BOOKS = 0;
const NOT_THERE = 1;
const RECALLED = 2;
const UNCERTAIN = 3;

async function control(method: 'get' | 'post' | 'delete', call: string, body?: unknown): Promise<IDataObject> {
	return (await axios.request({ method, url: `${sandbox.url}/control/${call}`, data: body, proxy: false })).data as IDataObject;
}

/** A document of its own as the trigger gives it, and as Build does. */
function documentOf(changes: IDataObject = {}): { item: IDataObject; built: IDataObject } {
	documents += 1;
	const docId = documents.toString(16).padStart(32, 'e');
	const item = { docId, docType: 'expense', companyId: '412077', docStatus: 'READY', ...changes };
	const built = builtItem({ ...item, postingKey: `412077:${docId}`, reportId: `REPORT-E${documents}` });
	return { item, built };
}

async function post(built: IDataObject): Promise<IDataObject> {
	const [posted] = await run(setupOf(credentials, { ...JOURNAL, operation: 'post' }), [built]);
	return posted![0]!.posting as IDataObject;
}

/** An item whose entry is in the books. */
async function posted(changes: IDataObject = {}): Promise<{ item: IDataObject; built: IDataObject; jdtNum: number }> {
	const document = documentOf(changes);
	return { ...document, jdtNum: (await post(document.built)).jdtNum as number };
}

async function find(items: IDataObject[], options: IDataObject = {}): Promise<IDataObject[][]> {
	return await run(setupOf(credentials, { ...JOURNAL, operation: 'findByDocument', options }), items);
}

/** The output that the one item took, and its json. */
async function findOne(item: IDataObject, options: IDataObject = {}): Promise<{ output: number; json: IDataObject }> {
	const outputs = await find([item], options);
	const output = outputs.findIndex((items) => items.length > 0);
	return { output, json: outputs[output]![0]! };
}

async function call(method: string, path: string, body?: object): Promise<IDataObject> {
	const parameters = { resource: 'custom', operation: 'call', method, path, body: JSON.stringify(body ?? {}) };
	return (await run(setupOf(credentials, parameters)))[0]![0]!;
}

async function entries(): Promise<IDataObject[]> {
	return (await control('get', 'ledger')).entries as IDataObject[];
}

/** Locks or unlocks the period of 2025; a reversal in 2026 may keep the due date of its entry. */
const period = async (PeriodStatus: string) =>
	await control('post', 'master-data', {
		periods: [
			{ PeriodCode: '2025', PeriodStatus },
			{ PeriodCode: '2026', ValueDateFrom: '2025-01-01' },
		],
	});

describe('documents that nobody recalled', () => {
	it('leave by In the Books or Not There, whatever built them and however the company is spelled', async () => {
		const there = await posted();
		const notThere = documentOf().item;
		const asRow = { id: 7, row: { docId: there.item.docId, companyId: 'concur' } };
		const without = { ...there.item, companyId: null };
		const outputs = await find([there.item, { ...notThere, posting: { outcome: 'uncertain' } }, asRow, without]);
		expect(outputs.map((items) => items.length)).toEqual([3, 1, 0, 0]);
		for (const json of outputs[BOOKS]!)
			expect(json.posting).toMatchObject({
				outcome: 'alreadyPosted',
				jdtNum: there.jdtNum,
				number: expect.any(Number),
				postingDate: '2026-11-24',
				fiscalYear: 2026,
				companyDb: 'SBODEMO',
				level: 'referenceCheck',
				postingKey: there.built.postingKey,
				retrySafe: true,
			});
		expect(outputs[NOT_THERE]).toEqual([notThere]);
	});

	it('are found by two requests, a hundred at once, each for itself', async () => {
		const { item } = await posted();
		const items = Array.from({ length: 100 }, (_, index) => (index === 50 ? item : documentOf().item));
		await control('post', 'counters/reset');
		const outputs = await runItems(
			setupOf(credentials, { ...JOURNAL, operation: 'findByDocument' }),
			items.map((json) => ({ json })),
		);
		const { requests } = (await control('get', 'counters')) as { requests: { businessOne: number } };
		expect(requests.businessOne).toBeLessThanOrEqual(2);
		expect(outputs[BOOKS]!.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 50 }]);
		expect(outputs[NOT_THERE]).toHaveLength(99);
	});

	it('leave by Uncertain where B1 holds them twice', async () => {
		const { item, built, jdtNum } = await posted();
		const second = await call('POST', 'JournalEntries', { ...(built.journalEntry as object), Reference2: built.postingKey });
		const { output, json } = await findOne(item);
		expect(output).toBe(UNCERTAIN);
		expect(json.posting).toMatchObject({
			outcome: 'alreadyPosted',
			doubled: true,
			entries: [expect.objectContaining({ jdtNum }), expect.objectContaining({ jdtNum: second.JdtNum })],
		});
		const [, , uncertain] = await run(setupOf(credentials, { ...JOURNAL, operation: 'post' }), [built]);
		expect(uncertain?.[0]?.posting).toMatchObject({ outcome: 'alreadyPosted', doubled: true, retrySafe: false });
	});

	it('leave by Uncertain where B1 does not answer, or where a person cancelled the entry', async () => {
		const { item, jdtNum } = await posted();
		await control('post', 'faults', {
			kind: 'status',
			system: 'businessOne',
			path: 'batch|Journal',
			status: 500,
			body: '',
			times: 0,
		});
		const silent = await findOne(item);
		expect(silent).toMatchObject({
			output: UNCERTAIN,
			json: { posting: { outcome: 'uncertain', retrySafe: true, errorClass: 'unknown', jdtNum: null } },
		});
		await control('delete', 'faults');
		await call('POST', `JournalEntries(${jdtNum})/Cancel`);
		expect(await findOne(item)).toMatchObject({ output: UNCERTAIN, json: { posting: { cancelledInB1: true, jdtNum } } });
	}, 30_000);

	it.each(['POSTING_CONFIRMED_SUCCESS', 'PAYMENT_CONFIRMED', 'PAID', 'VOIDED', 'CANCELLED'])(
		'are left alone where Concur holds them as %s and B1 has nothing of them',
		async (docStatus) => {
			const { output, json } = await findOne(documentOf({ docStatus }).item);
			expect(output).toBe(BOOKS);
			expect(json.lookup).toMatchObject({ outcome: 'settledElsewhere', message: expect.stringContaining(docStatus) });
			expect(json).not.toHaveProperty('posting');
		},
	);

	it('without an id go to the error output', async () => {
		const setup = setupOf(credentials, { ...JOURNAL, operation: 'findByDocument' }, { onError: 'continueErrorOutput' });
		const [first] = await runItems(setup, [{ json: {} }]);
		expect(first?.[0]?.error?.message).toMatch(/Document ID is empty/);
	});
});

describe('documents that were recalled', () => {
	const RECALLED_BY: IDataObject[] = [
		{ docStatus: 'RECALLED' },
		{ acknowledgement: { outcome: 'recalled' } },
		{ confirmation: { outcome: 'recalled' } },
	];

	it.each(RECALLED_BY)('lose their entry, as %j says', async (changes) => {
		const { item, jdtNum } = await posted();
		const { output, json } = await findOne({ ...item, ...changes });
		expect(output).toBe(RECALLED);
		expect(json.posting).toMatchObject({
			outcome: 'cancelled',
			jdtNum,
			reversalJdtNum: expect.any(Number),
			reversalDate: '2026-11-24',
			retrySafe: true,
		});
		const again = await findOne({ ...item, ...changes });
		expect(again).toMatchObject({ output: RECALLED, json: { posting: { outcome: 'cancelled', cancelledInB1: true, jdtNum } } });
		expect((again.json.posting as IDataObject).errorClass).toBeUndefined();
	});

	it('have a posting of null where there is no entry', async () => {
		expect(await findOne(documentOf({ docStatus: 'RECALLED' }).item)).toMatchObject({
			output: RECALLED,
			json: { posting: null },
		});
	});

	it('keep their entry on request', async () => {
		const { item, jdtNum } = await posted({ docStatus: 'RECALLED' });
		const before = (await entries()).length;
		expect(await findOne(item, { recalled: 'leave' })).toMatchObject({
			output: RECALLED,
			json: { posting: { outcome: 'alreadyPosted', jdtNum } },
		});
		expect(await entries()).toHaveLength(before);
	});

	it('keep an entry that is paid, and say why', async () => {
		const { built, item } = documentOf({ docStatus: 'RECALLED' });
		built.journalEntry = {
			ReferenceDate: '2026-11-24',
			JournalEntryLines: [
				{ AccountCode: '611000', Debit: 80 },
				{ ShortName: 'E1001', Credit: 80 },
			],
		};
		const { jdtNum } = await post(built);
		const rows = [{ InvoiceType: 'it_JournalEntry', DocEntry: jdtNum, DocLine: 1 }];
		await call('POST', 'VendorPayments', {
			CardCode: 'E1001',
			TransferAccount: '111000',
			TransferSum: 80,
			PaymentInvoices: rows,
		});
		expect(await findOne(item)).toMatchObject({
			output: RECALLED,
			json: {
				posting: {
					outcome: 'cancelRefused',
					jdtNum,
					retrySafe: false,
					message: expect.stringMatching(/is paid by outgoing payment \d+/),
				},
			},
		});
		const cancel = setupOf(credentials, { ...JOURNAL, operation: 'cancel', jdtNum: { mode: 'id', value: String(jdtNum) } });
		await expect(run(cancel)).rejects.toThrow(/is paid by outgoing payment/);
	});

	it('keep an entry that B1 calls reconciled', async () => {
		const { item, jdtNum } = await posted({ docStatus: 'RECALLED' });
		const body = { error: { code: '-5002', message: 'The transaction is reconciled' } };
		await control('post', 'faults', { kind: 'status', path: `${jdtNum}\\)/Cancel`, status: 400, body, times: 0 });
		expect(await findOne(item)).toMatchObject({ json: { posting: { outcome: 'cancelRefused', retrySafe: false } } });
	});

	it('say where the cancellation failed, and whether it may be tried again', async () => {
		const { item, jdtNum } = await posted({ docStatus: 'RECALLED' });
		const locked = { error: { code: '-4013', message: 'Posting period locked; specify an alternative date' } };
		await control('post', 'faults', { kind: 'status', path: `${jdtNum}\\)/Cancel`, status: 400, body: locked });
		expect(await findOne(item)).toMatchObject({
			output: RECALLED,
			json: { posting: { outcome: 'cancelFailed', jdtNum, errorClass: 'period', retrySafe: true } },
		});
		const refused = { error: { code: '-6006', message: 'You are not permitted' } };
		await control('post', 'faults', { kind: 'status', path: `${jdtNum}\\)/Cancel`, status: 400, body: refused });
		expect(await findOne(item)).toMatchObject({ json: { posting: { outcome: 'cancelFailed', retrySafe: false } } });
		expect(await findOne(item)).toMatchObject({ json: { posting: { outcome: 'cancelled' } } });
	});

	it('are cancelled once where the answer was lost', async () => {
		const { item } = await posted({ docStatus: 'RECALLED' });
		const before = (await entries()).length;
		await control('post', 'faults', { kind: 'commitThenDrop', path: '/Cancel' });
		expect(await findOne(item)).toMatchObject({ json: { posting: { outcome: 'cancelled' } } });
		expect(await entries()).toHaveLength(before + 1);
	});

	it('get the next open day for their reversal where the option says so', async () => {
		const { built, item } = documentOf({ docStatus: 'RECALLED' });
		(built.journalEntry as IDataObject).ReferenceDate = '2025-12-15';
		await post(built);
		await period('ltLocked');
		expect(await findOne(item)).toMatchObject({
			json: { posting: { outcome: 'cancelFailed', errorClass: 'period', retrySafe: true } },
		});
		expect(await findOne(item, { reversalDate: 'nextOpenDay' })).toMatchObject({
			json: { posting: { outcome: 'cancelled', postingDate: '2025-12-15', reversalDate: '2026-01-01' } },
		});
	});
});

describe('cancel', () => {
	it('takes an entry without any reference that was cancelled before for a success', async () => {
		const { JdtNum } = await call('POST', 'JournalEntries', {
			ReferenceDate: '2026-11-24',
			JournalEntryLines: [
				{ AccountCode: '611000', Debit: 5 },
				{ ShortName: 'CBCP', Credit: 5 },
			],
		});
		const cancel = setupOf(credentials, { ...JOURNAL, operation: 'cancel', jdtNum: { mode: 'id', value: String(JdtNum) } });
		expect((await run(cancel))[0]![0]).toMatchObject({ cancelled: true, alreadyCancelled: false });
		expect((await run(cancel))[0]![0]).toMatchObject({
			cancelled: true,
			alreadyCancelled: true,
			reversalJdtNum: expect.any(Number),
		});
	});
});
