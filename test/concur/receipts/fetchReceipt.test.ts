import { Readable } from 'node:stream';
import type { IHttpRequestOptions } from 'n8n-workflow';
import { createCall } from '../../../nodes/shared/concur/call';
import { fetchReceipt } from '../../../nodes/shared/concur/receipts/fetchReceipt';
import type { FullResponse } from '../../../nodes/shared/http';
import type { ReceiptSource } from '../../../nodes/shared/document';
import { brokenConnection, fakeTime } from '../fakeSend';

const report: ReceiptSource = { kind: 'report', id: 'R1' };
const invoice: ReceiptSource = { kind: 'invoice', id: 'Q1' };
const entry = { kind: 'entry', id: 'E1', imageId: 'I1', electronicId: null } as const;
const electronic = { kind: 'entry', id: 'E1', imageId: null, electronicId: 'X1' } as const;

const PDF = Buffer.from('%PDF-1.4 a receipt');
const HOST = 'https://imagingupload.concursolutions.com';

type Answer = Partial<Omit<FullResponse, 'body'>> & { body?: unknown };
type Answers = Record<string, Answer | Error | Array<Answer | Error>>;

const linkTo = (url: string): Answer => ({ body: `<Image><Url>${url.replaceAll('&', '&amp;')}</Url></Image>` });
const file = (content: Buffer | string = PDF, headers = {}): Answer => ({ headers, body: content });
const missing: Answer = { statusCode: 404, body: '<Error/>' };

/** Concur and its server of images: answers by address, the last of several again and again. */
function world(answers: Answers) {
	const asked: Array<{ url: string; withToken: boolean; headers: unknown }> = [];
	const counts = new Map<string, number>();
	const answer = (options: IHttpRequestOptions, withToken: boolean): FullResponse => {
		asked.push({ url: options.url, withToken, headers: options.headers });
		const known = [answers[options.url] ?? missing].flat();
		const count = counts.get(options.url) ?? 0;
		counts.set(options.url, count + 1);
		const given = known[Math.min(count, known.length - 1)]!;
		if (given instanceof Error) throw given;
		const body = options.encoding === 'stream' ? Readable.from([Buffer.from((given.body ?? '') as string)]) : given.body;
		return { statusCode: 200, headers: {}, ...given, body };
	};
	const call = createCall(async (options) => answer(options, true), fakeTime());
	const settings = {
		send: async (options: IHttpRequestOptions) => answer(options, false),
		isAllowed: (url: string) => url.startsWith(HOST),
		maxBytes: 1_000_000,
		timeoutMs: 1_000,
	};
	const fetch = async (source: ReceiptSource, changes = {}) => await fetchReceipt(call, source, { ...settings, ...changes });
	return { asked, fetch, urls: () => asked.map(({ url }) => url) };
}

const api = (rest: string) => `/api/image/v1.0/${rest}`;

it('asks for the link with the token and for the file without', async () => {
	const { fetch, asked } = world({ [api('report/R1')]: linkTo(`${HOST}/f?a=1&b=2`), [`${HOST}/f?a=1&b=2`]: file() });
	expect(await fetch(report)).toEqual({ content: PDF, extension: 'pdf', mimeType: 'application/pdf' });
	expect(asked.map(({ url, withToken }) => [url, withToken])).toEqual([
		[api('report/R1'), true],
		[`${HOST}/f?a=1&b=2`, false],
	]);
	expect(Object.keys(asked[1]!.headers as object)).toEqual(['Accept']);
});

it.each(['report/I1', 'receipt/I1', 'expenseentry/E1'])('finds the receipt of an entry behind %s', async (at) => {
	const { fetch } = world({ [api(at)]: linkTo(`${HOST}/f`), [`${HOST}/f`]: file() });
	expect(await fetch(entry)).toMatchObject({ extension: 'pdf' });
});

it.each([
	['no image anywhere', {}, 'notThere'],
	['a link that is empty', { [api('report/R1')]: { body: '<Image><Url /></Image>' } }, 'notThere'],
	['Concur away', { [api('report/R1')]: { statusCode: 503 } }, 'tryLater'],
	['Concur refusing', { [api('report/R1')]: { statusCode: 403 } }, 'refused'],
	['an error page', { [api('report/R1')]: linkTo(`${HOST}/f`), [`${HOST}/f`]: file('<html>') }, 'noReceipt'],
	['nothing at all', { [api('report/R1')]: linkTo(`${HOST}/f`), [`${HOST}/f`]: file('') }, 'noReceipt'],
	['a server that is away', { [api('report/R1')]: linkTo(`${HOST}/f`), [`${HOST}/f`]: { statusCode: 500 } }, 'tryLater'],
	['a connection that breaks', { [api('report/R1')]: linkTo(`${HOST}/f`), [`${HOST}/f`]: brokenConnection() }, 'tryLater'],
	['a link that stays dead', { [api('report/R1')]: linkTo(`${HOST}/f`), [`${HOST}/f`]: { statusCode: 403 } }, 'tryLater'],
])('%s', async (_case, answers, problem) => {
	expect(await world(answers as Answers).fetch(report)).toMatchObject({ problem });
});

it('names the scope that is missing', async () => {
	const { fetch } = world({ [api('report/R1')]: { statusCode: 403 } });
	expect(await fetch(report)).toMatchObject({ message: expect.stringContaining('scope IMAGE') });
});

it('asks for another link where the first has died, and once only', async () => {
	const { fetch, urls } = world({
		[api('report/R1')]: [linkTo(`${HOST}/old`), linkTo(`${HOST}/new`)],
		[`${HOST}/old`]: { statusCode: 403 },
		[`${HOST}/new`]: file(),
	});
	expect(await fetch(report)).toMatchObject({ extension: 'pdf' });
	expect(urls()).toHaveLength(4);
});

it('takes the link of an invoice without its question mark where it is not taken whole', async () => {
	const answers = {
		[api('invoice/Q1')]: linkTo(`${HOST}/f?id=1`),
		[`${HOST}/f?id=1`]: { statusCode: 404 },
		[`${HOST}/f`]: file(),
	};
	expect(await world(answers).fetch(invoice)).toMatchObject({ extension: 'pdf' });
});

describe('a link that leads elsewhere', () => {
	it.each(['http://169.254.169.254/latest', 'https://evil.example/f', 'file:///etc/passwd', 'nonsense'])(
		'to %s is not followed',
		async (url) => {
			const { fetch, urls } = world({ [api('report/R1')]: linkTo(url), [url]: file() });
			expect(await fetch(report)).toMatchObject({ problem: 'foreignHost' });
			expect(urls()).toEqual([api('report/R1')]);
		},
	);

	it('by a redirect is not followed either; one among hosts of Concur is', async () => {
		const to = (location: string): Answer => ({ statusCode: 302, headers: { Location: location } });
		const first = { [api('report/R1')]: linkTo(`${HOST}/f`) };
		const out = world({ ...first, [`${HOST}/f`]: to('https://evil.example/f'), 'https://evil.example/f': file() });
		expect(await out.fetch(report)).toMatchObject({ problem: 'foreignHost' });
		expect(out.urls()).toHaveLength(2);
		const inside = world({ ...first, [`${HOST}/f`]: to('/g?x=1'), [`${HOST}/g?x=1`]: file() });
		expect(await inside.fetch(report)).toMatchObject({ extension: 'pdf' });
		const circle = world({ ...first, [`${HOST}/f`]: to('/f') });
		expect(await circle.fetch(report)).toMatchObject({ problem: 'tryLater' });
		expect(circle.urls()).toHaveLength(5);
	});

	it('is not shown with what it holds', async () => {
		const { fetch } = world({ [api('report/R1')]: linkTo('https://evil.example/f?token=s3cret') });
		expect(JSON.stringify(await fetch(report))).not.toContain('s3cret');
	});
});

describe('a file that is too large', () => {
	const answers = (served: Answer) => ({ [api('report/R1')]: linkTo(`${HOST}/f`), [`${HOST}/f`]: served });

	it('is left where it is, by what its server says of it', async () => {
		expect(await world(answers(file(PDF, { 'Content-Length': '2000000' }))).fetch(report)).toMatchObject({ problem: 'tooLarge' });
	});

	it('is given up in the middle, where its server says nothing', async () => {
		let pieces = 0;
		const endless = Readable.from(
			(function* () {
				for (;;) {
					pieces++;
					yield Buffer.alloc(100_000);
				}
			})(),
		);
		const { fetch } = world({ [api('report/R1')]: linkTo(`${HOST}/f`) });
		const send = async () => ({ statusCode: 200, headers: {}, body: endless });
		expect(await fetch(report, { send })).toMatchObject({ problem: 'tooLarge' });
		expect([pieces < 60, endless.destroyed]).toEqual([true, true]);
	});

	it('and one that never ends in time is given up, too', async () => {
		const silent = new Readable({ read: () => undefined });
		const { fetch } = world({ [api('report/R1')]: linkTo(`${HOST}/f`) });
		const send = async () => ({ statusCode: 200, headers: {}, body: silent });
		expect(await fetch(report, { send, timeoutMs: 20 })).toMatchObject({ problem: 'tryLater' });
		expect(silent.destroyed).toBe(true);
	});
});

describe('an electronic receipt', () => {
	it('comes as the picture that Concur makes of it', async () => {
		const { fetch, asked } = world({ '/receipts/v4/X1/image': file(Buffer.from([0xff, 0xd8, 0xff, 0xe0])) });
		expect(await fetch(electronic)).toMatchObject({ extension: 'jpg', mimeType: 'image/jpeg' });
		expect(asked.every(({ withToken }) => withToken)).toBe(true);
	});

	it('comes as text where there is no picture, because B1 takes no JSON', async () => {
		const { fetch } = world({ '/receipts/v4/X1': { body: { id: 'X1', receipt: { total: '42.50' } } } });
		const got = (await fetch(electronic)) as { content: Buffer; extension: string };
		expect([got.extension, JSON.parse(got.content.toString())]).toEqual(['txt', { id: 'X1', receipt: { total: '42.50' } }]);
	});

	it('holds no token, should Concur repeat it', async () => {
		const { fetch } = world({ '/receipts/v4/X1': { body: { id: 'X1', note: 'Bearer a-token-of-some-length' } } });
		const got = await fetch(electronic, { secrets: async () => await Promise.resolve(['a-token-of-some-length']) });
		expect((got as { content: Buffer }).content.toString()).toContain('Bearer ***');
	});

	it('is asked for where the image of its entry is not there', async () => {
		const { fetch } = world({ '/receipts/v4/X1': { body: { id: 'X1' } } });
		expect(await fetch({ ...electronic, imageId: 'I1' })).toMatchObject({ extension: 'txt' });
	});

	it.each([
		[403, 'refused'],
		[503, 'tryLater'],
		[404, 'notThere'],
	])('answered with %s: %s', async (statusCode, problem) => {
		const answers = { '/receipts/v4/X1/image': { statusCode }, '/receipts/v4/X1': { statusCode } };
		expect(await world(answers).fetch(electronic)).toMatchObject({ problem });
	});
});

it('a token that is not accepted ends the run', async () => {
	const { fetch } = world({ [api('report/R1')]: { statusCode: 401 } });
	await expect(fetch(report)).rejects.toMatchObject({ kind: 'credential' });
});
