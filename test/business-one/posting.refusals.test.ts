import type { IHttpRequestOptions } from 'n8n-workflow';
import { createServiceLayer, postJournalEntries, type PostingInput } from '../../nodes/shared/business-one';
import type { FullResponse } from '../../nodes/shared/http';
import type { Connection } from './connection';
import { PostingSandbox } from './postingSandbox';

/** A rule of the customer's own ends every request that holds a certain entry; the change sets before it are in the books. */
const CULPRIT = 'refused by a rule';

type Ending = (pass: () => Promise<FullResponse>) => Promise<FullResponse>;

const page = (statusCode: number, body: unknown): FullResponse => ({ statusCode, headers: {}, body });
const COMMIT = { error: { code: '-1116', message: 'Could not commit transaction: Error -1 detected during transaction' } };

/** What the request ends with: `keepsEarlier` where the sets before the culprit are committed first. */
const ENDINGS: Array<{ name: string; keepsEarlier: boolean; end: Ending }> = [
	{ name: '502', keepsEarlier: true, end: async () => page(502, '<html><title>502 Proxy Error</title></html>') },
	{
		name: 'a cut connection',
		keepsEarlier: true,
		end: async () => {
			throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
		},
	},
	{ name: '500 for the whole batch', keepsEarlier: false, end: async () => page(500, '') },
	{
		name: '500 with a code',
		keepsEarlier: true,
		end: async () => page(500, { error: { code: '-1', message: 'Internal error' } }),
	},
	{ name: '502 after the entries before it', keepsEarlier: true, end: async () => page(502, '') },
];

let b1: PostingSandbox;
let connection: Connection;
let writes = 0;

beforeAll(async () => {
	b1 = await PostingSandbox.start();
});

afterAll(async () => await b1.stop());

afterEach(() => connection.close());

const isWrite = ({ method, body }: IHttpRequestOptions) =>
	method === 'POST' && /JournalEntryLines/.test(JSON.stringify(body ?? ''));

/** The batch up to the change set that holds the culprit, closed as a batch of its own; undefined where that is the first. */
function beforeCulprit(text: string): string | undefined {
	const boundary = text.slice(0, text.indexOf('\r\n'));
	const parts = text.split(`${boundary}\r\n`);
	const at = parts.findIndex((part) => part.includes(CULPRIT));
	return at <= 1 ? undefined : `${parts.slice(0, at).join(`${boundary}\r\n`)}${boundary}--\r\n`;
}

/** A Service Layer over the sandbox with such a rule. */
function withRule({ keepsEarlier, end }: { keepsEarlier: boolean; end: Ending }) {
	const { serviceLayer: inner } = connection;
	const pass = async ({ method = 'GET', url, body, headers }: IHttpRequestOptions) =>
		await inner
			.call({ method, path: url, body: body as string, headers: headers as Record<string, string> })
			.catch((error: { status: number }) => ({ statusCode: error.status, headers: {}, body: undefined }) as FullResponse);
	const send = async (options: IHttpRequestOptions): Promise<FullResponse> => {
		if (isWrite(options)) writes += 1;
		if (!isWrite(options) || !JSON.stringify(options.body).includes(CULPRIT)) return await pass(options);
		const kept = keepsEarlier && typeof options.body === 'string' ? beforeCulprit(options.body) : undefined;
		if (kept !== undefined) await pass({ ...options, body: kept });
		return await end(async () => await pass(options));
	};
	return createServiceLayer(send, { apiVersion: 'v2', sleep: inner.timing.sleep, random: () => 0.5 });
}

const documentsOf = (count: number, culprits: number[]): PostingInput[] =>
	Array.from({ length: count }, (_, index) => {
		const document = b1.document();
		if (culprits.includes(index)) document.journalEntry.Memo = CULPRIT;
		return document;
	});

describe.each([{ register: true }, { register: false }])('posting register: $register', ({ register }) => {
	beforeEach(async () => {
		await b1.reset(register);
		connection = b1.connect('v2');
		writes = 0;
	});

	describe.each(ENDINGS)('an entry whose request ends with $name', (ending) => {
		it.each([
			[10, [3]],
			[10, [0]],
			[10, [9]],
			[30, [2, 3, 4, 5, 28]],
		])('of %i entries, at %j, is named, and the others are posted once', async (count, culprits) => {
			const documents = documentsOf(count, culprits);
			const results = await postJournalEntries(withRule(ending), documents);
			const refused = results.flatMap(({ outcome }, index) => (outcome === 'rejected' ? [index] : []));
			expect(refused).toEqual(culprits);
			for (const index of culprits)
				expect(results[index]).toMatchObject({
					retrySafe: true,
					advice: expect.stringContaining('SBO_SP_TransactionNotification'),
				});
			expect(results.filter(({ outcome }) => outcome === 'uncertain')).toEqual([]);
			const times = await b1.timesPosted();
			documents.forEach(({ postingKey }, index) => expect(times.get(postingKey) ?? 0).toBe(culprits.includes(index) ? 0 : 1));
		});
	});

	it('costs a thousand entries with three such a bounded number of requests', async () => {
		const results = await postJournalEntries(withRule(ENDINGS[0]!), documentsOf(1000, [10, 500, 990]));
		expect(results.filter(({ outcome }) => outcome === 'rejected')).toHaveLength(3);
		expect((await b1.timesPosted()).size).toBe(997);
		expect(writes).toBeLessThan(150);
	}, 60_000);

	it('does not call an entry refused that was sent alone, and says what may be at work', async () => {
		const [result] = await postJournalEntries(withRule(ENDINGS[0]!), documentsOf(1, [0]));
		expect(result).toMatchObject({
			outcome: 'uncertain',
			retrySafe: true,
			advice: expect.stringContaining('SBO_SP_TransactionNotification'),
		});
	});

	it('calls no entry refused while B1 takes none, and stops trying', async () => {
		const all = Array.from({ length: 60 }, (_, index) => index);
		const results = await postJournalEntries(withRule(ENDINGS[2]!), documentsOf(60, all));
		expect(results.every(({ outcome, retrySafe }) => outcome === 'uncertain' && retrySafe)).toBe(true);
		expect(writes).toBeLessThan(60);
	});

	it.each([
		['in place of the whole batch', 400],
		['in place of the whole batch, as a success', 200],
	])('takes a commit that fails now and then, %s, for something to try again', async (_, status) => {
		let failures = 2;
		const end: Ending = async (pass) => (failures-- > 0 ? page(status, COMMIT) : await pass());
		const documents = documentsOf(5, [2]);
		const results = await postJournalEntries(withRule({ keepsEarlier: true, end }), documents);
		expect(results.every(({ outcome }) => ['posted', 'recovered'].includes(outcome))).toBe(true);
		expect(await b1.timesPosted()).toEqual(new Map(documents.map(({ postingKey }) => [postingKey, 1])));
	});

	it('leaves a commit that fails each time for later', async () => {
		const end: Ending = async () => page(400, COMMIT);
		const results = await postJournalEntries(withRule({ keepsEarlier: true, end }), documentsOf(5, [2]));
		expect(results[2]).toMatchObject({ outcome: 'uncertain', errorClass: 'capacity', code: '-1116', retrySafe: true });
		expect(results.filter(({ outcome }) => outcome === 'uncertain')).toHaveLength(1);
	});

	it('takes B1 at its word that comes in place of the whole batch', async () => {
		const end: Ending = async () => page(400, { error: { code: '-1', message: '(1) Cost center missing' } });
		const results = await postJournalEntries(withRule({ keepsEarlier: true, end }), documentsOf(5, [2]));
		expect(results[2]).toMatchObject({ outcome: 'rejected', code: '-1', text: '(1) Cost center missing' });
		expect(results.filter(({ outcome }) => outcome !== 'rejected')).toHaveLength(4);
	});
});
