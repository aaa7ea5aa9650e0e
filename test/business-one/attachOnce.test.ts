/** Files at what was posted: each once under every fault, beside what others attached, whatever B1 makes of their names. */
import { attachOnce, type Attached, type AttachTarget, type FileToAttach } from '../../nodes/shared/business-one';
import { receiptName, receiptStem, type ReceiptSource } from '../../nodes/shared/document';
import type { Connection } from './connection';
import { fakeServer } from './fakeServer';
import { postOne, PostingSandbox } from './postingSandbox';

const FAULTS = [
	{ kind: 'html502' },
	{ kind: 'empty500' },
	{ kind: 'drop' },
	{ kind: 'commitThenDrop' },
	{ kind: 'commitThen500' },
	{ kind: 'rateLimited', retryAfter: 1 },
	{ kind: 'sessionExpired' },
	{ kind: 'nodeChange' },
	{ kind: 'status', status: 400, body: { error: { code: '-1116', message: 'Could not commit transaction: Error -1' } } },
];

const COMPANY = '412077';
const DOC = 'a'.repeat(32);
const stem = receiptStem(COMPANY, DOC);

let b1: PostingSandbox;
let connection: Connection;
let target: AttachTarget;

beforeAll(async () => {
	b1 = await PostingSandbox.start();
});
afterAll(async () => await b1.stop());

beforeEach(async () => {
	await b1.reset(true);
	connection = b1.connect('v2');
	target = { set: 'JournalEntries', key: (await postOne(connection, b1.document())).jdtNum! };
});
afterEach(() => connection.close());

function entrySource(id: string): ReceiptSource {
	return { kind: 'entry', id, imageId: id, electronicId: null };
}

const file = (id: string, content = `content of ${id}`, extension = 'pdf'): FileToAttach => ({
	name: `${receiptName(COMPANY, DOC, entrySource(id))}.${extension}`,
	mimeType: 'application/pdf',
	read: async () => await Promise.resolve(Buffer.from(content)),
});

const attach = async (files: FileToAttach[]): Promise<Attached> => await attachOnce(connection.serviceLayer, target, stem, files);

interface Line {
	FileName: string;
	FileExtension: string;
}

const body = async <T>(path: string): Promise<T> => (await connection.serviceLayer.get(path)).body as T;

/** Names of the files that the entry shows. */
async function shown(): Promise<string[]> {
	const { AttachmentEntry } = await body<{ AttachmentEntry: number | null }>(`${target.set}(${target.key})`);
	if (AttachmentEntry === null) return [];
	const { Attachments2_Lines } = await body<{ Attachments2_Lines: Line[] }>(`Attachments2(${AttachmentEntry})`);
	return Attachments2_Lines.map(({ FileName, FileExtension }) => `${FileName}.${FileExtension}`);
}

const attachments = async (): Promise<number> =>
	Number((await connection.serviceLayer.call({ method: 'GET', path: 'Attachments2/$count' })).body);

it('attaches each file once, however often it is run', async () => {
	const files = [file('E1'), file('E2'), file('E10')];
	const first = await attach(files);
	expect(first).toMatchObject({ attachmentEntry: 1, added: files.map(({ name }) => name), problems: [] });
	expect(first.attached).toHaveLength(3);
	expect(await attach(files)).toMatchObject({ attachmentEntry: 1, added: [], problems: [] });
	expect(await shown()).toEqual(files.map(({ name }) => name));
	expect(await attachments()).toBe(1);
});

it('tells E1 from E10, and reads no file that is there already', async () => {
	await attach([file('E10')]);
	const read = jest.fn(async () => await Promise.resolve(Buffer.from('x')));
	expect((await attach([{ ...file('E10'), read }, file('E1')])).added).toEqual([file('E1').name]);
	expect(read).not.toHaveBeenCalled();
});

describe.each(['POST', 'PATCH', 'GET'])('a fault at a %s', (method) => {
	it.each(FAULTS)('$kind: all files are there once after the next try', async (fault) => {
		const files = [file('E1'), file('E2'), file('E3')];
		for (const path of ['Attachments2', 'JournalEntries']) {
			await b1.faults({ system: 'businessOne', method, path, ...fault });
			await attach(files).catch(() => undefined);
			await b1.clearFaults();
		}
		const last = await attach(files);
		expect([last.problems, last.attached.length]).toEqual([[], 3]);
		expect((await shown()).map((name) => name.replace(/_\d{14}\./, '.')).sort()).toEqual(files.map(({ name }) => name).sort());
		// At most the first file of a try that was cut off lies where nobody sees it.
		expect(await attachments()).toBeLessThanOrEqual(3);
	});
});

it('knows a file again that B1 gave another name, because its folder had it', async () => {
	await connection.serviceLayer.call({
		method: 'POST',
		path: 'Attachments2',
		body: Buffer.from(`--b\r\nContent-Disposition: form-data; name="files"; filename="${file('E1').name}"\r\n\r\nx\r\n--b--\r\n`),
		headers: { 'Content-Type': 'multipart/form-data;boundary=b' },
	});
	await attach([file('E1')]);
	expect((await attach([file('E1')])).added).toEqual([]);
	expect(await shown()).toEqual([expect.stringMatching(/^412077_a{32}_E1_receipt_\d{14}\.pdf$/)]);
});

it('adds to what somebody else attached, and counts only its own', async () => {
	await connection.serviceLayer.call({
		method: 'POST',
		path: 'Attachments2',
		body: Buffer.from('--b\r\nContent-Disposition: form-data; name="files"; filename="memo.txt"\r\n\r\nhello\r\n--b--\r\n'),
		headers: { 'Content-Type': 'multipart/form-data;boundary=b' },
	});
	await connection.serviceLayer.call({ method: 'PATCH', path: `JournalEntries(${target.key})`, body: { AttachmentEntry: 1 } });
	expect(await attach([file('E1')])).toMatchObject({ attachmentEntry: 1, attached: [file('E1').name] });
	expect(await shown()).toEqual(['memo.txt', file('E1').name]);
});

it('goes on after a file that B1 refuses, and says which', async () => {
	const result = await attach([file('E1'), file('E2', 'x', 'exe'), file('E3')]);
	expect(result.added).toEqual([file('E1').name, file('E3').name]);
	expect(result.problems).toEqual([
		{ name: file('E2', 'x', 'exe').name, message: expect.stringContaining('exe') as string, isPassing: false },
	]);
});

it.each([
	['no folder', 400, { error: { code: '-5002', message: 'Attachments folder not defined' } }, false],
	[
		'a folder that is not mounted',
		404,
		{ error: { code: '-43', message: 'Fail to get the LINUX mount point for AttachmentsFolderPath' } },
		false,
	],
	['a file that is too large', 413, '<html><title>413 Request Entity Too Large</title></html>', false],
])('%s is said, and nothing is at the entry', async (_case, status, answer, isPassing) => {
	await b1.faults({
		system: 'businessOne',
		method: 'POST',
		path: 'Attachments2',
		kind: 'status',
		status,
		body: answer,
		times: 0,
	});
	expect((await attach([file('E1')])).problems).toMatchObject([{ isPassing }]);
	expect(await shown()).toEqual([]);
});

it("is stopped by a customer's own rule for posted entries, with its text", async () => {
	const rule = { error: { code: '-1', message: '(200039) Select "OK" in Approve Column After Adding Attachment' } };
	await b1.faults({
		system: 'businessOne',
		method: 'PATCH',
		path: 'JournalEntries',
		kind: 'status',
		status: 400,
		body: rule,
		times: 0,
	});
	expect((await attach([file('E1'), file('E2')])).problems[0]!.message).toContain('Approve Column');
});

it('says so where this version of Business One has no attachments at journal entries', async () => {
	const text = "Property 'AttachmentEntry' of 'JournalEntry' is invalid";
	const old = fakeServer([{ statusCode: 400, body: { error: { code: '201', message: text } } }]);
	await expect(attachOnce(old.serviceLayer, target, stem, [file('E1')])).rejects.toMatchObject({
		message: expect.stringContaining('no attachments at JournalEntries') as string,
		status: 400,
	});
	expect(old.requests).toHaveLength(1);
});

it.each(['../../etc/passwd', 'a"; filename="b.exe', 'a\r\nX-Evil: 1', 'CON', 'x'.repeat(500), ' ', '\u202Egnp.exe'])(
	'an id such as %j makes a plain file name',
	(id) => {
		const name = receiptName('4120/77', id, entrySource(id));
		expect(name).toMatch(/^4120-77_[A-Za-z0-9-]{0,64}_[A-Za-z0-9-]{0,64}_receipt$/);
	},
);
