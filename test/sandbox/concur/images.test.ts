import { startSandbox, type Sandbox } from '../../../sandbox';
import { control, http, load, tokenCall } from './client';

const minutes = (count: number) => ({ advanceMs: count * 60_000 });

describe('images of receipts', () => {
	let sandbox: Sandbox;
	let token: string;

	beforeEach(async () => {
		sandbox = await startSandbox({ now: new Date('2026-11-24T08:00:00Z') });
		await control(sandbox, '/concur', { scopes: ['FISVC', 'IMAGE', 'receipts.read'] });
		token = (await tokenCall(sandbox)).data.access_token as string;
		const expenseEntry = [
			{ entryId: 'E1', legacyEntryId: 701, entryReceiptId: 'IMG1' },
			{ entryId: 'E2', entryReceiptId: null, entryElectronicReceiptId: 'EL2' },
		];
		const requestHeader = { requestId: 'REQ1' };
		await load(sandbox, [
			{ id: 'a'.repeat(32), docType: 'expense', document: { report: { reportId: 'R1' }, expenseEntry } },
			{ id: 'b'.repeat(32), docType: 'expense', document: { report: { reportId: 'R2' }, expenseEntry: [{ entryId: 'E3' }] } },
			{ id: 'c'.repeat(32), docType: 'invoice', document: { requestHeader, lineItem: [] } },
		]);
	});
	afterEach(() => sandbox.stop());

	const get = (path: string, bearer: string | null = token) =>
		http.get(`${sandbox.url}${path}`, {
			headers: { Accept: 'application/xml', ...(bearer === null ? {} : { Authorization: `Bearer ${bearer}` }) },
			responseType: 'arraybuffer',
		});
	const textOf = async (path: string) => String((await get(path)).data);
	const linkOf = async (path: string) =>
		/<Url>([^<]*)<\/Url>/
			.exec(await textOf(path))![1]!
			.replaceAll('&amp;', '&')
			.replace(sandbox.url, '');

	it.each(['receipt/IMG1', 'report/IMG1', 'expenseentry/E1', 'expenseentry/701', 'report/R1', 'invoice/REQ1'])(
		'%s is a link, with its ampersands escaped, to a file that wants no token',
		async (path) => {
			const reply = await get(`/api/image/v1.0/${path}`);
			expect([reply.status, String(reply.headers['content-type'])]).toEqual([200, expect.stringContaining('application/xml')]);
			expect(String(reply.data)).toMatch(/<Url>http[^<]*\?id=[^<]*&amp;e=[^<]*<\/Url>/);
			const file = await get(await linkOf(`/api/image/v1.0/${path}`), null);
			expect([file.status, file.headers['content-type']]).toEqual([200, 'application/pdf']);
			expect(String(file.data)).toMatch(/^%PDF-1\.4[^]*%%EOF\n$/);
		},
	);

	it('a report holds the receipts of its entries, and one without any has none', async () => {
		expect(String((await get(await linkOf('/api/image/v1.0/report/R1'), null)).data)).toContain('Receipt IMG1');
		for (const path of ['report/R2', 'expenseentry/E3', 'receipt/nope', 'invoice/R1']) {
			expect((await get(`/api/image/v1.0/${path}`)).status).toBe(404);
		}
	});

	it('a link dies fifteen minutes after it was given out, by the clock of the sandbox', async () => {
		const link = await linkOf('/api/image/v1.0/report/R1');
		await control(sandbox, '/clock', minutes(14));
		expect((await get(link, null)).status).toBe(200);
		await control(sandbox, '/clock', minutes(1));
		expect((await get(link, null)).status).toBe(403);
		expect((await get(link.replace(/file\/([^/]+)\/./, 'file/$1/f'), null)).status).toBe(403);
	});

	it('images are kept by the control API, in any type and size, or taken away', async () => {
		await control(sandbox, '/images', { kind: 'expenseentry', id: 'E3', type: 'image/png', bytes: 4_000 });
		const file = await get(await linkOf('/api/image/v1.0/expenseentry/E3'), null);
		expect([file.headers['content-type'], file.data.length]).toEqual(['image/png', 4_000]);
		expect([...(file.data as Buffer).subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
		await control(sandbox, '/images', { kind: 'report', id: 'R1', type: null });
		expect((await get('/api/image/v1.0/report/R1')).status).toBe(404);
		expect((await control(sandbox, '/images', { kind: 'selfie', id: 'x' })).status).toBe(400);
	});

	it('electronic receipts come as JSON and as an image', async () => {
		expect(JSON.parse(await textOf('/receipts/v4/EL2'))).toMatchObject({ id: 'EL2', receipt: { total: '42.50' } });
		expect(String((await get('/receipts/v4/EL2/image')).data)).toMatch(/^%PDF/);
		expect((await get('/receipts/v4/EL3')).status).toBe(404);
	});

	it('each API has a scope of its own, and a token that is alive', async () => {
		await control(sandbox, '/concur', { scopes: ['FISVC'] });
		const without = (await tokenCall(sandbox)).data.access_token as string;
		expect((await get('/api/image/v1.0/report/R1', without)).status).toBe(403);
		expect((await get('/receipts/v4/EL2', without)).status).toBe(403);
		expect((await get('/api/image/v1.0/report/R1', null)).status).toBe(401);
	});

	it('what the control API kept outlives an exported state', async () => {
		await control(sandbox, '/images', { kind: 'report', id: 'R2', type: 'image/jpeg' });
		const { data: state } = await http.get(`${sandbox.url}/control/state`);
		await control(sandbox, '/reset', {});
		await http.put(`${sandbox.url}/control/state`, state);
		expect((await get('/api/image/v1.0/report/R2')).status).toBe(200);
	});
});
