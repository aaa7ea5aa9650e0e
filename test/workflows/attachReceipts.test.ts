import type { IDataObject, INodeExecutionData, INodeParameters, INodeType } from 'n8n-workflow';
import { ConcurFisApi } from '../../credentials/ConcurFisApi.credentials';
import { SapB1ServiceLayerApi } from '../../credentials/SapB1ServiceLayerApi.credentials';
import { FisAcknowledgeConfirm } from '../../nodes/FisAcknowledgeConfirm/FisAcknowledgeConfirm.node';
import { SapB1ServiceLayer } from '../../nodes/SapB1ServiceLayer/SapB1ServiceLayer.node';
import { columns } from '../../nodes/shared/row';
import { startSandbox, type Sandbox } from '../../sandbox';
import workflow from '../../workflows/attach-receipts.json';
import { concurCredential } from '../concur/company';
import { CredentialStore, runNodeOn } from '../helpers/engine';

jest.mock('n8n-workflow', () => ({ ...jest.requireActual<object>('n8n-workflow'), sleep: async () => undefined }));

const nodeNamed = (name: string) => workflow.nodes.find((node) => node.name === name)!;
const parametersOf = (name: string) => nodeNamed(name).parameters as unknown as INodeParameters;

describe('the workflow as it is shipped', () => {
	const known = new Set<string>([...columns.map(({ name }) => name), 'id', 'updatedAt', 'createdAt']);

	it('connects nodes that are there, and leaves none aside', () => {
		const targets = Object.values(workflow.connections).flatMap(({ main }) => main.flat().map(({ node }) => node));
		const names = workflow.nodes.filter(({ type }) => !/stickyNote|scheduleTrigger/.test(type)).map(({ name }) => name);
		expect([...new Set(targets)].sort()).toEqual(names.sort());
	});

	it.each(workflow.nodes.filter(({ type }) => type.endsWith('dataTable')).map(({ name }) => name))(
		'%s uses columns of the document table',
		(name) => {
			const { filters } = parametersOf(name) as unknown as { filters: { conditions: Array<{ keyName: string }> } };
			expect(filters.conditions.map(({ keyName }) => keyName).filter((column) => !known.has(column))).toEqual([]);
		},
	);

	it('keeps no receipt in the data of executions that went well', () => {
		expect(workflow.settings.saveDataSuccessExecution).toBe('none');
	});
});

describe('its nodes, one after the other', () => {
	const docId = 'a'.repeat(32);
	let sandbox: Sandbox;
	let credentials: CredentialStore;
	let row: IDataObject;

	beforeEach(async () => {
		sandbox = await startSandbox({ now: new Date('2026-11-24T08:00:00Z') });
		await control('POST', 'concur', { scopes: ['FISVC', 'IMAGE', 'receipts.read'] });
		const { companyDb, userName, password } = sandbox.businessOne;
		const b1 = { serverUrl: sandbox.url, companyDb, userName, password, apiVersion: 'v2' };
		credentials = new CredentialStore([
			{ id: 'b1', name: 'B1', type: new SapB1ServiceLayerApi(), data: b1 },
			{ id: 'concur', name: 'Concur', type: new ConcurFisApi(), data: concurCredential(sandbox) },
		]);
		row = await posted();
	});
	afterEach(async () => await sandbox.stop());

	const control = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
		const headers = { 'Content-Type': 'application/json' };
		const reply = await fetch(`${sandbox.url}/control/${path}`, { method, headers, body: JSON.stringify(body) });
		return (await reply.json()) as T;
	};

	const run = async (nodeType: INodeType, parameters: INodeParameters, items: INodeExecutionData[]) => {
		const credentialIds = { concurFisApi: 'concur', sapB1ServiceLayerApi: 'b1' };
		return await runNodeOn({ nodeType, parameters, credentials, credentialIds, onError: 'continueRegularOutput' }, items);
	};
	const b1 = async (method: string, path: string, body: object = {}) => {
		const call = { resource: 'custom', operation: 'call', method, path, body: JSON.stringify(body) };
		return (await run(new SapB1ServiceLayer(), call, [{ json: {} }]))[0]![0]!.json;
	};

	/** A report of three entries, two of them with receipts, posted under its key; as its row in the document table. */
	async function posted(): Promise<IDataObject> {
		const expenseEntry = [
			{ entryId: 'E1', entryReceiptId: 'IMG1' },
			{ entryId: 'E2', entryReceiptId: null, entryElectronicReceiptId: 'EL2' },
			{ entryId: 'E3', entryReceiptId: null },
		];
		const document = { employee: { employeeId: 'E1001' }, report: { reportId: 'R1', isTest: 'N' }, expenseEntry };
		await control('POST', 'documents', [{ id: docId, docType: 'expense', companyId: '412077', document }]);
		const lines = [
			{ AccountCode: '611000', Debit: 10 },
			{ ShortName: 'E1001', Credit: 10 },
		];
		const entry = { ReferenceDate: '2026-11-20', Reference2: `412077:${docId}`, JournalEntryLines: lines };
		const { JdtNum: jdtNum } = await b1('POST', 'JournalEntries', entry);
		return { id: 1, docId, docType: 'expense', companyId: '412077', reportId: 'R1', status: 'confirmed', jdtNum: jdtNum! };
	}

	/** One run: what n8n's own nodes do in between is done here by hand. */
	async function hour(parameters: INodeParameters = {}): Promise<void> {
		const [fetched] = await run(new FisAcknowledgeConfirm(), { ...parametersOf('Get receipts'), ...parameters }, [{ json: row }]);
		const [attached] = await run(new SapB1ServiceLayer(), parametersOf('Attach once'), fetched!);
		const [decided] = await run(new FisAcknowledgeConfirm(), parametersOf('Decide'), attached!);
		for (const { json } of decided!) row = { ...row, ...json };
	}

	/** Names and contents of the files that the entry shows. */
	async function shown(): Promise<Record<string, string>> {
		const { AttachmentEntry } = await b1('GET', `JournalEntries(${Number(row.jdtNum)})`);
		if (!AttachmentEntry) return {};
		const download = { resource: 'attachment', operation: 'download', attachmentEntry: Number(AttachmentEntry) };
		const [files] = await run(new SapB1ServiceLayer(), download, [{ json: {} }]);
		return Object.fromEntries(
			files!.map(({ json, binary }) => [json.fileName as string, Buffer.from(binary!.data!.data, 'base64').toString('latin1')]),
		);
	}

	const entryFiles = { files: 'entry' };
	const stem = `412077_${docId}_`;

	it('attach one file with all receipts of a report, once however often they run', async () => {
		await hour();
		await hour();
		const files = await shown();
		expect(Object.keys(files)).toEqual([`${stem}report.pdf`]);
		expect(files[`${stem}report.pdf`]).toContain('Receipt IMG1');
		expect(row).toMatchObject({ receiptStatus: 'attached', receiptsExpected: 1, receiptsAttached: 1, receiptReason: '' });
	});

	it('attach a file for each entry that has a receipt, the electronic one included', async () => {
		await control('POST', 'images', { kind: 'report', id: 'IMG1', type: 'image/png', bytes: 300_000 });
		await hour(entryFiles);
		expect(Object.keys(await shown()).sort()).toEqual([`${stem}EL2_receipt.pdf`, `${stem}IMG1_receipt.png`]);
		expect(Object.values(await shown()).map(({ length }) => length)).toContain(300_000);
		expect(row).toMatchObject({ receiptStatus: 'attached', receiptsExpected: 2, receiptsAttached: 2 });
	});

	it('bring what is late with a later run, and attach nothing twice', async () => {
		for (const kind of ['report', 'receipt']) await control('POST', 'images', { kind, id: 'IMG1', type: null });
		await control('POST', 'images', { kind: 'expenseentry', id: 'E1', type: null });
		await hour(entryFiles);
		expect(row).toMatchObject({ receiptStatus: 'waiting', receiptsExpected: 2, receiptsAttached: 1, receiptTries: 1 });
		expect(row.receiptReason).toMatch(/no image/);
		await control('POST', 'images', { kind: 'receipt', id: 'IMG1', type: 'image/jpeg' });
		await hour(entryFiles);
		expect(Object.keys(await shown())).toEqual([`${stem}EL2_receipt.pdf`, `${stem}IMG1_receipt.jpg`]);
		expect(row).toMatchObject({ receiptStatus: 'attached', receiptsAttached: 2, receiptReason: '' });
	});

	it.each([
		['Concur is away', { system: 'concur', kind: 'html502', path: 'image', times: 0 }],
		['its server of images is away', { system: 'concur', kind: 'drop', path: 'imaging', times: 0 }],
		['the scope is missing', { system: 'concur', kind: 'forbidden', path: 'image', times: 0 }],
		['B1 is away', { system: 'businessOne', kind: 'html503', path: 'Attachments2', times: 0 }],
		['B1 has no folder', { system: 'businessOne', kind: 'status', status: 400, body: { error: { code: '-5002', message: 'Attachments folder not defined' } }, path: 'Attachments2', times: 0 }],
	])('wait while %s, and the entry is as it was', async (_case, fault) => {
		await control('POST', 'faults', fault);
		await hour();
		expect(row).toMatchObject({ receiptStatus: 'waiting', receiptsAttached: 0, receiptReason: expect.stringMatching(/.+/) as string });
		await control('DELETE', 'faults');
		expect(await shown()).toEqual({});
		await hour();
		expect(Object.keys(await shown())).toHaveLength(1);
		expect(row).toMatchObject({ receiptStatus: 'attached', status: 'confirmed' });
	});

	it('leave a report without receipts alone, and one whose entry was cancelled', async () => {
		await b1('POST', `JournalEntries(${Number(row.jdtNum)})/Cancel`);
		await hour();
		expect(row).toMatchObject({ receiptStatus: 'waiting', receiptReason: expect.stringMatching(/cancel/i) as string });
		await control('POST', 'images', { kind: 'report', id: 'R1', type: null });
		const bare = { report: { reportId: 'R1' }, expenseEntry: [{ entryId: 'E3' }] };
		const [fetched] = await run(new FisAcknowledgeConfirm(), parametersOf('Get receipts'), [{ json: { ...row, document: bare } }]);
		expect(fetched![0]!.json.receipts).toMatchObject({ outcome: 'none', expected: 0 });
	});

	it('go on by the report id where Concur does not give out the document any more', async () => {
		await control('POST', 'faults', { system: 'concur', kind: 'status', status: 404, path: 'transactions', times: 0 });
		await hour();
		expect(row).toMatchObject({ receiptStatus: 'attached', receiptsExpected: 1 });
	});

	it('stop when enough was fetched, and leave the others to the next run', async () => {
		await control('POST', 'images', { kind: 'report', id: 'R1', type: 'image/png', bytes: 1_500_000 });
		const parameters = { ...parametersOf('Get receipts'), options: { runMegabytes: 1 } };
		const [fetched] = await run(new FisAcknowledgeConfirm(), parameters, [{ json: row }, { json: row }]);
		expect(fetched!.map(({ json }) => (json.receipts as IDataObject).outcome)).toEqual(['fetched', 'notBegun']);
		const small = { ...parametersOf('Get receipts'), options: { maxMegabytes: 1 } };
		const [left] = await run(new FisAcknowledgeConfirm(), small, [{ json: row }]);
		expect(left![0]).toMatchObject({ json: { receipts: { outcome: 'incomplete', missing: [{ problem: 'tooLarge' }] } } });
		expect(left![0]!.binary).toEqual({});
	});
});
