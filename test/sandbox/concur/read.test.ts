import { startSandbox, type Sandbox } from '../../../sandbox';
import { control, FisClient, http, load, report } from './client';

let sandbox: Sandbox;
let fis: FisClient;

beforeAll(async () => {
	sandbox = await startSandbox();
	fis = await FisClient.connect(sandbox);
});
afterAll(() => sandbox.stop());
beforeEach(() => control(sandbox, '/reset'));

const ids = (data: { content: { id: string }[] }) => data.content.map(({ id }) => id);
const numbered = (count: number, prefix = 'd') => Array.from({ length: count }, (_, index) => report(`${prefix}${index}`));

describe('pages', () => {
	it('are 25 long unless told, oldest first, with links to a host nobody can follow', async () => {
		await load(sandbox, numbered(60));
		const { data } = await fis.get();
		expect(data.page).toEqual({ size: 25, totalElements: 60, totalPages: 3, number: 0 });
		expect(ids(data)).toEqual(numbered(25).map(({ id }) => id));
		expect(data.links.map(({ rel }: { rel: string }) => rel)).toEqual(['first', 'self', 'next', 'last']);
		expect(data.links.every(({ href }: { href: string }) => new URL(href).hostname.endsWith('.invalid'))).toBe(true);
		const last = await fis.get('?page=2');
		expect(ids(last.data)).toHaveLength(10);
		expect(last.data.links.some(({ rel }: { rel: string }) => rel === 'next')).toBe(false);
	});

	it('beyond the end are empty', async () => {
		await load(sandbox, numbered(3));
		expect((await fis.get('?page=7')).data).toMatchObject({ content: [], page: { totalElements: 3, number: 7 } });
	});

	it('skip documents when one pages onwards after an acknowledgement, as in Concur', async () => {
		await load(sandbox, numbered(6));
		const first = ids((await fis.get('?limit=2&page=0')).data);
		await fis.acknowledge(first);
		expect(ids((await fis.get('?limit=2&page=1')).data)).toEqual(['d4', 'd5']);
		expect(ids((await fis.get('?limit=2&page=0')).data)).toEqual(['d2', 'd3']);
	});

	it('take in what arrives and leave out what is recalled between two of them', async () => {
		await load(sandbox, numbered(4));
		await fis.get('?limit=2');
		await control(sandbox, '/documents/d0/status', { status: 'RECALLED' });
		await load(sandbox, [report('late')]);
		expect(ids((await fis.get('?limit=2&page=1')).data)).toEqual(['d3', 'late']);
	});

	it.each(['?page=-1', '?page=x', '?limit=0', '?limit=ten', '?ignoreDocumentStatus=maybe'])('refuse %s', async (query) => {
		expect((await fis.get(query)).status).toBe(400);
	});
});

describe('one document', () => {
	beforeEach(async () => {
		await load(sandbox, [report('a'), report('b')]);
		await fis.acknowledge(['a']);
	});

	it('is found by its id or its report id, whatever its status only when that is asked for', async () => {
		expect(ids((await fis.get('?docId=a')).data)).toEqual([]);
		expect(ids((await fis.get('?docId=a&ignoreDocumentStatus=yes')).data)).toEqual(['a']);
		expect(ids((await fis.get('?docId=R-a&ignoreDocumentStatus=yes')).data)).toEqual(['a']);
		expect(ids((await fis.get('?docId=b')).data)).toEqual(['b']);
	});

	it('shows its status and the system that acknowledged it', async () => {
		const [found] = (await fis.get('?docId=a&ignoreDocumentStatus=yes')).data.content;
		expect(found).toMatchObject({ docStatus: 'ACKNOWLEDGED', erpSystemId: 'B1' });
	});

	it('ignoreDocumentStatus without docId changes nothing', async () => {
		expect(ids((await fis.get('?ignoreDocumentStatus=yes')).data)).toEqual(['b']);
	});

	it('comes with every FIS document of the same report', async () => {
		await control(sandbox, '/documents/a/status', { status: 'RECALLED', force: true });
		const again = (await control(sandbox, '/documents/a/resubmit')).data;
		expect(ids((await fis.get('?docId=R-a&ignoreDocumentStatus=yes')).data)).toEqual(['a', again.docId]);
		expect(again).toMatchObject({ docStatus: 'READY', reportId: 'R-a' });
	});

	it('of another type is not found', async () => {
		expect(ids((await fis.get('?docId=b', 'invoice')).data)).toEqual([]);
	});
});

describe('what a document looks like', () => {
	it('keeps its numbers exactly as they were written', async () => {
		const text =
			'[{"id":"n","docType":"expense","document":{"expenseEntry":[],"a":0E-8,"b":50.00000000,"c":12345678901234567890.12345678,"d":"0E-8"}}]';
		await load(sandbox, text);
		const { data } = await http.get(`${sandbox.url}/financialintegration/fi/v4/companies/transactiontypes/expense/transactions`, {
			headers: { Authorization: `Bearer ${fis.token}` },
			transformResponse: (raw: string) => raw,
		});
		expect(data).toContain('"a":0E-8,"b":50.00000000,"c":12345678901234567890.12345678,"d":"0E-8"');
	});

	it('is text for DocumentFormatAs text, and by fault', async () => {
		await load(sandbox, [report('a')]);
		const text = (await fis.get('', 'expense', { DocumentFormatAs: 'text' })).data.content[0].document;
		expect(JSON.parse(text).report.reportId).toBe('R-a');
		await control(sandbox, '/faults', { system: 'concur', kind: 'textDocument' });
		expect(typeof (await fis.get()).data.content[0].document).toBe('string');
		expect(typeof (await fis.get()).data.content[0].document).toBe('object');
	});

	it('comes in the old envelope by fault', async () => {
		await load(sandbox, [report('a')]);
		await control(sandbox, '/faults', { system: 'concur', kind: 'oldEnvelope', times: 0 });
		const { data } = await fis.get();
		expect(data).toMatchObject({ offset: null, nextPage: null, numberReturned: 1, fIDocuments: [{ id: 'a' }] });
		expect(data.content).toBeUndefined();
	});

	it('is filtered by the system it is meant for', async () => {
		await load(sandbox, [report('a', { erpSystemId: 'B1' }), report('b')]);
		expect(ids((await fis.get('?systemId=B1')).data)).toEqual(['a']);
		expect(ids((await fis.get('?systemId=')).data)).toEqual(['a', 'b']);
	});
});

describe('document types', () => {
	it('the older name obligation stands for both obligation types', async () => {
		const request = { instruction: { instruction: 'obligate' }, requestHeader: { requestId: 'q', fgiRefId: 'AB12-CD34' } };
		const expense = { instruction: { instruction: 'obligate' }, report: { reportId: 'r', fgiRefId: 'ef56-7890' } };
		await load(sandbox, [request, expense]);
		expect(ids((await fis.get('', 'obligation')).data)).toEqual(['ab12cd34', 'ef567890']);
		expect(ids((await fis.get('', 'reportobligation')).data)).toEqual(['ef567890']);
	});

	it('unknown ones, wrong methods and unknown paths are refused', async () => {
		expect((await fis.get('', 'expenses')).status).toBe(400);
		expect((await fis.post('', {})).status).toBe(405);
		expect((await fis.get('/acknowledgements')).status).toBe(405);
		expect((await fis.get('/constructor')).status).toBe(404);
	});
});
