/** A/P invoices, credit memos and drafts: in B1 exactly once under every fault, found again, compared, and taken back. */
import {
	cancelPurchase,
	findDocuments,
	setUpPostingRegister,
	type PostingInput,
	type PostingResult,
	type Purchase,
} from '../../nodes/shared/business-one';
import type { Connection } from './connection';
import { isDone, post, postOne, PostingSandbox, postUntilDone } from './postingSandbox';

const FAULTS = [
	{ kind: 'html502' },
	{ kind: 'empty500' },
	{ kind: 'drop' },
	{ kind: 'commitThenDrop' },
	{ kind: 'commitThen500' },
	{ kind: 'rateLimited', retryAfter: 1 },
	{ kind: 'sessionExpired' },
	{ kind: 'nodeChange' },
];

let b1: PostingSandbox;
let connection: Connection;
let documents = 0;

beforeAll(async () => {
	b1 = await PostingSandbox.start();
});

afterAll(async () => await b1.stop());

beforeEach(async () => {
	await b1.reset(false);
	connection = b1.connect('v2');
	await setUpPostingRegister(connection.serviceLayer, true);
});

afterEach(() => connection.close());

function purchase(set: Purchase['set'] = 'PurchaseInvoices', more: object = {}): PostingInput {
	documents += 1;
	const document = {
		CardCode: 'V20010',
		DocType: 'dDocument_Service',
		...(set === 'Drafts' ? { DocObjectCode: 'oPurchaseInvoices' } : {}),
		DocDate: '2026-11-24',
		DocDueDate: '2026-12-24',
		TaxDate: '2026-11-24',
		NumAtCard: `R-${documents}`,
		DocumentLines: [
			{ AccountCode: '616000', LineTotal: 100, VatGroup: 'V1', CostingCode: 'ADMIN' },
			{ AccountCode: '620000', LineTotal: 10 },
		],
		...more,
	};
	return {
		postingKey: `412077:${documents.toString().padStart(32, 'f')}`,
		contentHash: documents.toString(16).padStart(64, 'a'),
		reportId: `REQUEST${documents}`,
		docType: 'invoice',
		journalEntry: {},
		purchase: { set, document, total: '129.00', tax: '19.00' },
	};
}

const rows = async (set: string): Promise<Record<string, unknown>[]> =>
	(
		(await connection.serviceLayer.get(`${set}?$select=DocEntry,DocNum,U_ConcurKey,DocTotal,CancelStatus`)).body as {
			value: never[];
		}
	).value;
const keysIn = async (set: string) => (await rows(set)).map(({ U_ConcurKey }) => U_ConcurKey).sort();
const add = async (draft: number) =>
	await connection.serviceLayer.post('DraftsService_SaveDraftToDocument', { Document: { DocEntry: String(draft) } });

describe.each<Purchase['set']>(['PurchaseInvoices', 'PurchaseCreditNotes', 'Drafts'])('%s', (set) => {
	it.each(FAULTS)(
		'none lost, none doubled: %j',
		async (fault) => {
			const expected: string[] = [];
			for (const nth of [1, 2, 3, 4, 5]) {
				const inputs = Array.from({ length: 3 }, () => purchase(set));
				await b1.faults({ ...fault, system: 'businessOne', path: '/b1s/v[12]/(?!Login)', nth, times: 1 });
				const { last } = await postUntilDone(connection, inputs, { batchSize: 2 }, async () => await b1.clearFaults());
				const outcome = set === 'Drafts' ? 'waiting' : undefined;
				expect({ nth, last: last.filter((one) => (outcome ? one.outcome !== outcome : !isDone(one))) }).toEqual({
					nth,
					last: [],
				});
				expected.push(...inputs.map(({ postingKey }) => postingKey));
			}
			expect(await keysIn(set)).toEqual(expected.sort());
		},
		60_000,
	);
});

describe('an invoice that is posted', () => {
	it('names its document and the entry that B1 made of it, and is found again, also by its key alone', async () => {
		const input = purchase();
		const posted = await postOne(connection, input);
		expect(posted).toMatchObject({
			outcome: 'posted',
			level: 'register',
			purchase: { set: 'PurchaseInvoices', docEntry: 1, docNum: 1 },
			message: expect.stringContaining('A/P invoice 1'),
		});
		const [entry] = await b1.entries();
		expect(posted.jdtNum).toBe(entry!.JdtNum);
		expect(await postOne(connection, input)).toMatchObject({ outcome: 'alreadyPosted', jdtNum: posted.jdtNum });
		const [finding] = await findDocuments(connection.serviceLayer, [input.postingKey.toLowerCase()], 'auto');
		expect(finding!.result).toMatchObject({ outcome: 'alreadyPosted', jdtNum: posted.jdtNum, contentHash: input.contentHash });
	});

	it('in another form stays what it is: no journal entry is posted beside it', async () => {
		const input = purchase();
		await postOne(connection, input);
		const journalEntry = {
			JournalEntryLines: [
				{ AccountCode: '616000', Debit: 129 },
				{ ShortName: 'V20010', Credit: 129 },
			],
		};
		const asEntry: PostingInput = { ...input, purchase: undefined, journalEntry };
		expect(await postOne(connection, asEntry)).toMatchObject({ outcome: 'alreadyPosted' });
		expect(await b1.entries()).toHaveLength(1);
	});

	it.each([
		['another total', { total: '130.00' }, 'DocTotal'],
		['another tax', { tax: '18.99' }, 'VatSum'],
	])('with %s than was worked out is not confirmed', async (_what, change, field) => {
		const input = purchase();
		const changed = { ...input, purchase: { ...input.purchase!, ...change } };
		expect(await postOne(connection, changed)).toMatchObject({ outcome: 'uncertain', differences: [{ field }] });
	});

	it('is refused with the words of B1, and nothing stays of it', async () => {
		const refused = await postOne(connection, purchase('PurchaseInvoices', { CardCode: 'C30010' }));
		expect(refused).toMatchObject({ outcome: 'rejected', text: expect.stringContaining('OPCH.CardCode') });
		expect([await keysIn('PurchaseInvoices'), (await b1.entries()).length]).toEqual([[], 0]);
	});

	it('of the same request as an earlier one waits for a person', async () => {
		const first = purchase();
		await postOne(connection, first);
		const again = { ...purchase(), reportId: first.reportId };
		expect(await postOne(connection, again)).toMatchObject({ outcome: 'rejected', held: 'sameReport' });
		const reposted = await postOne(connection, again, { revisionPolicy: 'reverseAndRepost' });
		expect(reposted).toMatchObject({ outcome: 'posted' });
		expect((await rows('PurchaseInvoices')).map(({ CancelStatus }) => CancelStatus).sort()).toEqual([
			'csCancellation',
			'csNo',
			'csYes',
		]);
	});

	it('is cancelled once, and not while it is paid', async () => {
		const input = purchase();
		await postOne(connection, input);
		const found = async () => (await findDocuments(connection.serviceLayer, [input.postingKey], 'auto'))[0]!.found!;
		const payment = {
			CardCode: 'V20010',
			TransferAccount: '111000',
			TransferSum: 129,
			PaymentInvoices: [{ InvoiceType: 'it_PurchaseInvoice', DocEntry: 1 }],
		};
		await connection.serviceLayer.post('VendorPayments', payment);
		const [paid] = (await found()).live;
		await expect(cancelPurchase(connection.serviceLayer, paid!)).rejects.toMatchObject({ code: 'entry-in-use' });
		await connection.serviceLayer.post('VendorPayments(1)/Cancel');
		expect(await cancelPurchase(connection.serviceLayer, paid!)).toMatchObject({ cancelled: true, alreadyCancelled: false });
		expect(await found()).toMatchObject({ live: [], cancelled: [{ entry: { DocEntry: 1 }, by: { DocEntry: 2 } }] });
		expect(await postOne(connection, input)).toMatchObject({ outcome: 'rejected', cancelledInB1: true });
	});
});

describe('a draft', () => {
	it('is confirmed once a person has added it, whatever they changed', async () => {
		const input = purchase('Drafts');
		expect(await postOne(connection, input)).toMatchObject({ outcome: 'waiting', jdtNum: null, retrySafe: true });
		expect(await b1.entries()).toHaveLength(0);
		expect(await postOne(connection, input)).toMatchObject({ outcome: 'waiting', message: expect.stringContaining('draft 1') });
		await add(1);
		const added = await postOne(connection, input);
		expect(added).toMatchObject({ outcome: 'alreadyPosted', purchase: { set: 'PurchaseInvoices' } });
		expect(added.jdtNum).toBe((await b1.entries())[0]!.JdtNum);
	});

	it('that a person removed is never made again by itself', async () => {
		const input = purchase('Drafts');
		await postOne(connection, input);
		await connection.serviceLayer.call({ method: 'DELETE', path: 'Drafts(1)' });
		expect(await postOne(connection, input)).toMatchObject({ outcome: 'uncertain', retrySafe: false });
		expect(await rows('Drafts')).toEqual([]);
	});

	it('of a recalled document is removed', async () => {
		const input = purchase('Drafts');
		await postOne(connection, input);
		const [finding] = await findDocuments(connection.serviceLayer, [input.postingKey], 'auto');
		await cancelPurchase(connection.serviceLayer, finding!.found!.waiting[0]!);
		expect(await rows('Drafts')).toEqual([]);
	});

	it('costs a hundred waiting documents no more than four requests', async () => {
		const inputs = Array.from({ length: 100 }, () => purchase('Drafts'));
		const results = await post(connection, inputs, { batchSize: 50 });
		expect(new Set(results.map(({ outcome }: PostingResult) => outcome))).toEqual(new Set(['waiting']));
		await b1.control('post', 'counters/reset');
		await findDocuments(
			connection.serviceLayer,
			inputs.map(({ postingKey }) => postingKey),
			'auto',
		);
		const { requests } = (await b1.counters()) as { requests: { businessOne: number } };
		expect(requests.businessOne).toBeLessThanOrEqual(4);
	});
});

describe('a company that is not set up for invoices', () => {
	it('takes none without the register', async () => {
		await b1.reset(false);
		expect(await postOne(connection, purchase())).toMatchObject({
			outcome: 'rejected',
			advice: expect.stringContaining('Set Up'),
		});
		expect(await keysInAll()).toEqual([]);
	});

	it('says so where the user field is missing, and keeps nothing', async () => {
		await b1.reset(true);
		expect(await postOne(connection, purchase())).toMatchObject({
			outcome: 'rejected',
			message: expect.stringContaining('U_ConcurKey'),
		});
		expect(await b1.entries()).toHaveLength(0);
	});
});

const keysInAll = async () =>
	((await connection.serviceLayer.get('PurchaseInvoices?$select=DocEntry')).body as { value: unknown[] }).value;
