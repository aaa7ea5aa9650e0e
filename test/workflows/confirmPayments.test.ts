import type { IDataObject, INodeExecutionData, INodeParameters, INodeType } from 'n8n-workflow';
import { FisAcknowledgeConfirm } from '../../nodes/FisAcknowledgeConfirm/FisAcknowledgeConfirm.node';
import { SapB1ServiceLayer } from '../../nodes/SapB1ServiceLayer/SapB1ServiceLayer.node';
import { ConcurFisApi } from '../../credentials/ConcurFisApi.credentials';
import { SapB1ServiceLayerApi } from '../../credentials/SapB1ServiceLayerApi.credentials';
import { startSandbox, type Sandbox } from '../../sandbox';
import setUp from '../../workflows/set-up-posting.json';
import workflow from '../../workflows/confirm-payments.json';
import { decidePayments } from '../../nodes/shared/row';
import { concurCredential } from '../concur/company';
import { CredentialStore, runInWorkflow, runNode } from '../helpers/engine';

jest.mock('n8n-workflow', () => ({ ...jest.requireActual<object>('n8n-workflow'), sleep: async () => undefined }));

const nodeNamed = (name: string) => workflow.nodes.find((node) => node.name === name)!;
const parametersOf = (name: string) => nodeNamed(name).parameters as unknown as INodeParameters;

describe('the workflow as it is shipped', () => {
	const tableNode = setUp.nodes.find(({ name }) => name === 'Make the Data Table')!;
	const columns = (tableNode.parameters as unknown as { columns: { column: Array<{ name: string }> } }).columns.column;
	const known = new Set([...columns.map(({ name }) => name), 'id', 'updatedAt', 'createdAt']);

	it('connects nodes that are there, and leaves none aside but the invoices, which a person connects', () => {
		const connections = Object.entries(workflow.connections);
		const targets = connections.flatMap(([, { main }]) => main.flat().map(({ node }) => node));
		const names = workflow.nodes.filter(({ type }) => !/stickyNote|scheduleTrigger/.test(type)).map(({ name }) => name);
		expect([...new Set(targets), 'Find invoices not paid yet'].sort()).toEqual(names.sort());
	});

	it('writes columns of the document table only', () => {
		const confirmation = { outcome: 'done', remembered: '["A"]', rememberedStatus: 'CP' };
		const [written] = decidePayments([{ id: 1, trail: '', paymentConfirmation: confirmation }], '2026-03-31T06:00:00.000Z');
		expect(Object.keys(written!).filter((column) => !known.has(column))).toEqual([]);
	});

	it('reads the mapping once, before anything that its rows are given to', () => {
		const { connections } = workflow;
		expect(connections['Every day at six'].main.flat().map(({ node }) => node)).toEqual(['Get mapping']);
		expect(parametersOf('Get mapping')).toMatchObject({ dataTableId: { value: 'concur_b1_mapping' }, returnAll: true });
		expect(nodeNamed('Get mapping')).toMatchObject({ executeOnce: true, alwaysOutputData: true });
		const next = [...connections['Get mapping'].main.flat().map(({ node }) => node), 'Find invoices not paid yet'];
		expect(next.map((name) => (nodeNamed(name) as { executeOnce?: boolean }).executeOnce)).toEqual([true, true, true]);
		expect(parametersOf('Get outgoing payments').mappingRows).toBe("={{ $('Get mapping').all() }}");
	});

	const ofDocuments = workflow.nodes.filter(({ type, name }) => type.endsWith('dataTable') && name !== 'Get mapping');
	it.each(ofDocuments.map(({ name }) => name))(
		'%s uses columns of the document table',
		(name) => {
			const { filters } = parametersOf(name) as unknown as { filters: { conditions: Array<{ keyName: string }> } };
			expect(filters.conditions.map(({ keyName }) => keyName).filter((column) => !known.has(column))).toEqual([]);
		},
	);
});

describe('its two nodes, one after the other', () => {
	let sandbox: Sandbox;
	let credentials: CredentialStore;
	let row: IDataObject;
	/** What Get mapping gives: an item without anything where the table is empty. */
	let mapping: IDataObject[];
	const look = () =>
		({ ...parametersOf('Get outgoing payments'), mappingRows: mapping.map((json) => ({ json })) }) as unknown as INodeParameters;

	beforeEach(async () => {
		sandbox = await startSandbox({ now: new Date('2026-11-24T08:00:00Z') });
		const { companyDb, userName, password } = sandbox.businessOne;
		const b1 = { serverUrl: sandbox.url, companyDb, userName, password, apiVersion: 'v2' };
		credentials = new CredentialStore([
			{ id: 'b1', name: 'B1', type: new SapB1ServiceLayerApi(), data: b1 },
			{ id: 'concur', name: 'Concur', type: new ConcurFisApi(), data: concurCredential(sandbox) },
		]);
		mapping = [{}];
		row = await confirmedDocument(100);
	});
	afterEach(async () => await sandbox.stop());

	const control = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
		const headers = { 'Content-Type': 'application/json' };
		const reply = await fetch(`${sandbox.url}/control/${path}`, { method, headers, body: JSON.stringify(body) });
		return (await reply.json()) as T;
	};
	const run = async (nodeType: INodeType, parameters: INodeParameters, json: IDataObject[]) => {
		const credentialIds = { concurFisApi: 'concur', sapB1ServiceLayerApi: 'b1' };
		const outputs = await runNode({ nodeType, parameters, credentials, credentialIds }, json);
		return outputs.map((items) => items.map((item) => item.json));
	};
	const b1 = async (path: string, body: object) => {
		const call = { resource: 'custom', operation: 'call', method: 'POST', path, body: JSON.stringify(body) };
		return (await run(new SapB1ServiceLayer(), call, [{}]))[0]![0]!;
	};

	/** A posted and confirmed expense report, as its row in the document table. */
	async function confirmedDocument(amount: number): Promise<IDataObject> {
		const docId = 'a'.repeat(32);
		const document = { employee: { employeeId: 'E1001' }, report: { reportId: 'R1', isTest: 'N' }, expenseEntry: [] };
		await control('POST', 'documents', [{ id: docId, docType: 'expense', docStatus: 'READY', companyId: '412077', document }]);
		const lines = [
			{ AccountCode: '611000', Debit: amount },
			{ ShortName: 'E1001', Credit: amount },
		];
		const { JdtNum: jdtNum } = await b1('JournalEntries', { ReferenceDate: '2026-11-20', JournalEntryLines: lines });
		const posting = { outcome: 'posted', jdtNum, number: 1, postingDate: '2026-11-20', fiscalYear: 2026, companyDb: 'SBODEMO' };
		await run(new FisAcknowledgeConfirm(), { resource: 'posting', operation: 'confirm' }, [{ docId, docType: 'expense', posting }]);
		return { id: 1, docId, docType: 'expense', jdtNum: jdtNum!, paymentStatus: null, paymentsReported: null };
	}

	const pay = async (amount: number) =>
		await b1('VendorPayments', {
			CardCode: 'E1001',
			DocDate: '2026-11-24',
			TransferAccount: '111000',
			TransferSum: amount,
			PaymentInvoices: [{ InvoiceType: 'it_JournalEntry', DocEntry: row.jdtNum, DocLine: 1, SumApplied: amount }],
		});

	/** One day of these rows: what n8n's own nodes do in between is done here by hand. */
	async function dayOf(rows: IDataObject[]): Promise<IDataObject[]> {
		const [found] = await run(new SapB1ServiceLayer(), look(), rows);
		const items = found!.flatMap(({ id, docId, docType, paymentStatus, paymentsReported, outgoingPayments }) =>
			(outgoingPayments as { due: IDataObject[] }).due.map(
				(clearing) => ({ id, docId, docType, paymentStatus, paymentsReported, clearing }) as IDataObject,
			),
		);
		const outputs = items.length === 0 ? [] : await run(new FisAcknowledgeConfirm(), parametersOf('Confirm payment in Concur'), items);
		let after = rows;
		for (const told of [found!, ...outputs].filter(({ length }) => length > 0)) {
			const [decided] = await run(new FisAcknowledgeConfirm(), parametersOf('Decide'), told);
			after = after.map((one) => ({ ...one, ...decided!.find(({ id }) => id === one.id) }));
		}
		return after;
	}

	const day = async () => void ([row] = (await dayOf([row])) as [IDataObject]);

	async function inConcur(): Promise<{ docStatus: string; told: string[] }> {
		const [document] = await control<Array<{ docStatus: string; paymentConfirmations: Confirmation[] }>>('GET', 'documents');
		const told = document!.paymentConfirmations.map(
			({ processingStatusCode, clearingDetails }) => `${processingStatusCode} ${clearingDetails[0]?.clearingAmount}`,
		);
		return { docStatus: document!.docStatus, told };
	}
	interface Confirmation {
		processingStatusCode: string;
		clearingDetails: Array<{ clearingAmount: number; clearingCurrency: string }>;
	}

	it('report a partial payment, the one that completes it, its cancellation and the next one, each once', async () => {
		await day();
		expect(await inConcur()).toEqual({ docStatus: 'POSTING_CONFIRMED_SUCCESS', told: [] });
		await pay(99.99);
		await day();
		await day();
		expect(await inConcur()).toEqual({ docStatus: 'POSTING_CONFIRMED_SUCCESS', told: ['PP 99.99'] });
		const { DocEntry } = await pay(0.01);
		await day();
		expect(await inConcur()).toEqual({ docStatus: 'PAYMENT_CONFIRMED_SUCCESS', told: ['PP 99.99', 'CP 0.01'] });
		await b1(`VendorPayments(${Number(DocEntry)})/Cancel`, {});
		await day();
		await day();
		expect(await inConcur()).toEqual({ docStatus: 'PAYMENT_CONFIRMED_REVERSED', told: ['PP 99.99', 'CP 0.01', 'RE 0.01'] });
		await pay(0.01);
		await day();
		expect((await inConcur()).docStatus).toBe('PAYMENT_CONFIRMED_SUCCESS');
		expect(row).toMatchObject({ paymentStatus: 'CP' });
	});

	it('report each payment once of a document that was noted twice, whichever row is closed first', async () => {
		await pay(30);
		let [first, second] = (await dayOf([row, { ...row, id: 2 }])) as [IDataObject, IDataObject];
		expect([first.paymentStatus, second.paymentStatus]).toEqual(['PP', 'none']);
		await pay(70);
		// A row that has nothing to be paid is not looked at any more; this one was closed only now.
		[second, first] = (await dayOf([{ ...row, id: 3 }, first])) as [IDataObject, IDataObject];
		expect([first.paymentStatus, second.paymentStatus]).toEqual(['CP', 'none']);
		expect((await inConcur()).told).toEqual(['PP 30', 'CP 70']);
	});

	it('report again what Concur did not take, whatever became of the other payment', async () => {
		await pay(30);
		await pay(40);
		await control('POST', 'faults', { system: 'concur', kind: 'serviceCode', code: 199, path: 'paymentconfirmations', times: 3 });
		await day();
		expect(row.reason).toMatch(/.+/);
		await day();
		await day();
		expect((await inConcur()).told.sort()).toEqual(['PP 30', 'PP 40']);
		expect(row).toMatchObject({ paymentStatus: 'PP', reason: '' });
		expect(JSON.parse(row.paymentsReported as string)).toHaveLength(2);
	});

	it('fail the run where the first one fails as a whole, and write no row: each keeps what it remembers', async () => {
		await pay(100);
		row = { ...row, reasons: '[{"code":"payment-tryLater","message":"Later."}]', reason: 'Later.' };
		const { onError } = nodeNamed('Get outgoing payments') as { onError: 'continueRegularOutput' };
		const parameters = parametersOf('Get outgoing payments');
		const setup = { nodeType: new SapB1ServiceLayer(), parameters, credentials, credentialIds: { sapB1ServiceLayerApi: 'b1' }, onError };
		credentials.fail('b1', new Error('The credential does not exist.'));
		const [passedOn] = (await runInWorkflow(setup, [row])) as [INodeExecutionData[]];
		const rows = passedOn.map(({ json }) => json);
		expect(rows).toEqual([row]);
		const decided = run(new FisAcknowledgeConfirm(), parametersOf('Decide'), rows);
		await expect(decided).rejects.toThrow(/^No payment could be looked up: The node before failed as a whole/);
		expect(nodeNamed('Decide')).not.toHaveProperty('onError');
		expect((await inConcur()).told).toEqual([]);
	});

	it('report in the currency that the mapping table has for B1’s code', async () => {
		mapping = [{ id: 1, section: 'Currency and Rounding', setting: 'Currency Table', from: 'USD', to: '$' }];
		const company = { LocalCurrency: '$', SystemCurrency: '$' };
		await control('POST', 'master-data', { company, currencies: [{ Code: '$', Name: 'Dollar' }] });
		await pay(99.99);
		await day();
		const [document] = await control<Array<{ paymentConfirmations: Confirmation[] }>>('GET', 'documents');
		expect(document!.paymentConfirmations[0]!.clearingDetails).toMatchObject([{ clearingAmount: 99.99, clearingCurrency: 'USD' }]);
	});

	it('report a payment once when the reply is lost, or the row was never written', async () => {
		await pay(100);
		await control('POST', 'faults', { system: 'concur', kind: 'commitThenDrop', path: 'paymentconfirmations' });
		await day();
		expect(await inConcur()).toEqual({ docStatus: 'PAYMENT_CONFIRMED_SUCCESS', told: ['CP 100'] });
		row = { ...row, paymentStatus: null, paymentsReported: null };
		await day();
		expect((await inConcur()).told).toEqual(['CP 100']);
		expect(row).toMatchObject({ paymentStatus: 'CP' });
	});
});
