import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { startSandbox, type Sandbox } from '../../../sandbox';
import type { CredentialStore } from '../../helpers/engine';
import { builtItem, pick, run, runItems, sandboxCredential, setupOf } from './setup';

let sandbox: Sandbox;
let credentials: CredentialStore;
beforeAll(async () => {
	sandbox = await startSandbox({ now: new Date('2026-11-24T08:00:00Z') });
	credentials = sandboxCredential(sandbox);
});
afterAll(async () => await sandbox.stop());

const operation = (resource: string, name: string, parameters: object = {}) =>
	setupOf(credentials, { resource, operation: name, ...parameters });
const id = (value: unknown) => ({ mode: 'id', value: String(value) });
const post = async (items: IDataObject[], options: object = {}) =>
	await run(operation('journalEntry', 'post', { options }), items);
const postingOf = (item?: IDataObject) => item?.posting as IDataObject;
const get = async (path: string, more: object = {}) =>
	(await run(operation('custom', 'call', { method: 'GET', path, ...more })))[0]!;
const file = (content: string, fileName: string) => ({
	data: Buffer.from(content).toString('base64'),
	mimeType: 'application/pdf',
	fileName,
});
const withFiles = (binary: INodeExecutionData['binary']): INodeExecutionData[] => [{ json: {}, binary }];

describe('options', () => {
	it('hold for their own item: an entry goes only to the company that its item names', async () => {
		const options = { expectedCompany: '={{ $json.company }}' };
		const setup = { ...operation('journalEntry', 'post', { options }), onError: 'continueRegularOutput' as const };
		const items = [builtItem({ company: 'SBODEMO' }), builtItem({ company: 'OTHER' })];
		const [first, second] = (await run(setup, items)).flat();
		expect(postingOf(first)).toMatchObject({ outcome: 'posted' });
		expect(second).toMatchObject({ docId: items[1]!.docId, error: expect.stringContaining('not to "OTHER"') });
	});

	it('of two items may differ in every way', async () => {
		const earlier = builtItem({ docType: 'expense' });
		await post([earlier]);
		const again = (policy: string) =>
			builtItem({ docType: 'expense', reportId: earlier.reportId, policy, journalEntry: earlier.journalEntry });
		const outputs = await post([again('hold'), again('postAsIs')], { revisionPolicy: '={{ $json.policy }}' });
		expect(outputs.map((output) => output.map(({ policy }) => policy))).toEqual([['postAsIs'], ['hold'], []]);
	});
});

describe('ids', () => {
	it('that are empty remove no attachment', async () => {
		const [[attachment]] = (await runItems(operation('attachment', 'upload'), withFiles({ data: file('a', 'a.pdf') }))) as [
			[INodeExecutionData],
		];
		const { jdtNum } = postingOf((await post([builtItem()]))[0]![0]);
		const link = operation('attachment', 'link', { jdtNum: id(jdtNum), attachmentEntry: '={{ $json.AbsoluteEntry }}' });
		await run(link, [attachment.json]);
		for (const AbsoluteEntry of [undefined, '', null, 0, 'x', {}])
			await expect(run(link, [{ AbsoluteEntry } as IDataObject])).rejects.toThrow(/Attachment Entry/);
		const [entry] = await get(`JournalEntries(${Number(jdtNum)})?$select=AttachmentEntry`);
		expect(entry).toMatchObject({ AttachmentEntry: attachment.json.AbsoluteEntry });
	});
});

describe('vouchers', () => {
	it('are not sent without a register, and never twice with it, whatever the level', async () => {
		const item = builtItem();
		const voucher = operation('journalVoucher', 'post');
		await expect(run(voucher, [item])).rejects.toThrow(/register.*is not there/);
		await run(operation('company', 'setUpPostingRegister'));
		for (let time = 1; time <= 2; time++)
			expect(postingOf((await run(voucher, [item]))[2]![0])).toMatchObject({ outcome: 'waiting' });
		for (const level of ['auto', 'register', 'referenceCheck'])
			expect(postingOf((await post([item], { level }))[2]![0])).toMatchObject({ outcome: 'waiting' });
	});
});

describe('preview', () => {
	it('has the outputs of post', async () => {
		const tooLong = builtItem({ postingKey: `412077:${'x'.repeat(60)}` });
		const outputs = await run(operation('journalEntry', 'preview'), [builtItem(), tooLong]);
		expect(outputs.map((output) => output.map((item) => postingOf(item).outcome))).toEqual([['wouldPost'], ['rejected'], []]);
	});
});

describe('lists', () => {
	const list = async (condition: object, options: object = {}) =>
		(await run(operation('account', 'getAll', { returnAll: true, filters: { conditions: [condition] }, options })))[0]!.length;

	it('ask for yes, no and nothing in words that are none else', async () => {
		const active = { field: 'ActiveAccount', operator: 'eq', type: 'yesNo' };
		const all = await list({ field: 'Code', operator: 'ne', type: 'text', value: 'none' });
		const yes = await list({ ...active, value: ' Yes ' });
		expect(yes + (await list({ ...active, value: 'no' }))).toBe(all);
		for (const value of ['ja', '', 'oui', '2'])
			await expect(list({ ...active, value })).rejects.toThrow(/Condition 1 of Filters/);
	});

	it('find what is empty, and what is not', async () => {
		const all = await list({ field: 'Code', operator: 'isNotEmpty', type: 'text', value: '' });
		const empty = await list({ field: 'ExternalCode', operator: 'isEmpty', type: 'text', value: '' });
		const filled = await list({ field: 'ExternalCode', operator: 'isNotEmpty', type: 'text', value: '' });
		expect([await list({ field: 'Code', operator: 'isEmpty', type: 'text', value: '' }), empty + filled]).toEqual([0, all]);
	});

	it.each([0, -1, '', 'many', 2.5])('refuse the limit %j', async (limit) => {
		const setup = operation('account', 'getAll', { limit: '={{ $json.limit }}' });
		await expect(run(setup, [{ limit }])).rejects.toThrow(/Limit/);
	});

	it('of a picker do not mind capital letters', async () => {
		const { results } = await pick(credentials, 'search_businessPartner', 'cbcp');
		expect(results.map(({ value }) => value)).toContain('CBCP');
	});
});

describe('custom call', () => {
	it('gives as many rows as the path asks for', async () => {
		expect(await get('ChartOfAccounts?$top=3&$select=Code', { returnAll: true })).toHaveLength(3);
		expect(await get('ChartOfAccounts?$select=Code&$top=3')).toHaveLength(3);
		expect(await get('ChartOfAccounts?$top=30&$select=Code', { limit: 2 })).toHaveLength(2);
	});

	it('takes what stands in quotes for a value, whatever divides a URL', async () => {
		for (const name of ["Smith & Sons #1 + 50% = 7? 'x'", 'A&B', 'C#']) {
			const quoted = name.replaceAll("'", "''");
			expect(await get(`BusinessPartners?$filter=CardName eq '${quoted}'&$select=CardCode`)).toEqual([]);
		}
		expect(await get("ChartOfAccounts?$filter=Code eq '611000' or Name eq 'a&b'&$select=Code")).toHaveLength(1);
	});
});

describe('attachments', () => {
	it('keep files of one name apart, and give and take files one by one', async () => {
		const upload = operation('attachment', 'upload', { binaryFields: 'one,two' });
		const [[uploaded]] = (await runItems(upload, withFiles({ one: file('1', 'r.pdf'), two: file('2', 'r.pdf') }))) as [
			[INodeExecutionData],
		];
		const attachmentEntry = String(uploaded.json.AbsoluteEntry);
		const append = operation('attachment', 'append', { attachmentEntry });
		await runItems(append, withFiles({ data: file('3', 'later.pdf') }));
		const download = operation('attachment', 'download', { attachmentEntry });
		const [files] = await runItems(download, [{ json: {} }]);
		const text = ({ json, binary }: INodeExecutionData) => [json.fileName, Buffer.from(binary!.data!.data, 'base64').toString()];
		expect(files!.map(text)).toEqual([
			['r.pdf', '1'],
			['r (2).pdf', '2'],
			['later.pdf', '3'],
		]);
		const one = operation('attachment', 'download', { attachmentEntry, fileName: 'none.pdf' });
		await expect(run(one)).rejects.toThrow(/none\.pdf/);
		await expect(run(operation('attachment', 'get', { attachmentEntry: '987654' }))).rejects.toThrow(/987654/);
	});
});

describe('simplified', () => {
	it('entries have what an accountant looks at, lines too', async () => {
		const { jdtNum } = postingOf((await post([builtItem()]))[0]![0]);
		const read = async (simplify: boolean) =>
			(await run(operation('journalEntry', 'get', { jdtNum: id(jdtNum), simplify })))[0]![0] as IDataObject;
		const line = (entry: IDataObject) => Object.keys((entry.JournalEntryLines as IDataObject[])[0]!).length;
		const [simple, raw] = [await read(true), await read(false)];
		expect([Object.keys(simple).length, line(simple)]).toEqual([11, 12]);
		expect([Object.keys(raw).length > 30, line(raw) > 30]).toEqual([true, true]);
	});

	it('periods are as many as are asked for', async () => {
		const periods = async (parameters: object) => (await run(operation('company', 'getPostingPeriods', parameters)))[0]!;
		expect(await periods({ returnAll: false, limit: 2 })).toHaveLength(2);
		expect(await periods({ date: '2026-11-24' })).toHaveLength(1);
		await expect(periods({ date: '24.11.2026' })).rejects.toThrow(/Date "24.11.2026" is no date/);
	});
});
