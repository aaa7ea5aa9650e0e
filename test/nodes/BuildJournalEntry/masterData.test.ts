import axios from 'axios';
import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { SapB1ServiceLayerApi } from '../../../credentials/SapB1ServiceLayerApi.credentials';
import { BuildJournalEntry } from '../../../nodes/BuildJournalEntry/BuildJournalEntry.node';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { CredentialStore, loadOptionsContext, runNode, type NodeSetup } from '../../helpers/engine';
import { expenseItem } from './samples';

const [READY, REVIEW] = [0, 1];
const SECONDS = 1000;
const id = (number: number) => `${number}`.padStart(32, 'e');

let sandbox: Sandbox;
let setUps = 0;

beforeAll(async () => {
	sandbox = await startSandbox();
}, 30 * SECONDS);
afterAll(async () => await sandbox?.stop());
beforeEach(async () => await control('reset', {}));

async function control(path: string, body: IDataObject) {
	await axios.post(`${sandbox.url}/control/${path}`, body);
}

/** A node with a credential of its own, so that nothing is cached from another test. */
function setUp(parameters: INodeParameters = {}, changes: IDataObject = {}): NodeSetup {
	const credentialId = `credential-${++setUps}`;
	const { companyDb, userName, password } = sandbox.businessOne;
	const data = { serverUrl: sandbox.url, companyDb, userName, password, apiVersion: 'v2', ...changes };
	const credentials = new CredentialStore([{ id: credentialId, name: 'B1', type: new SapB1ServiceLayerApi(), data }]);
	return { nodeType: new BuildJournalEntry(), parameters, credentials, credentialIds: { sapB1ServiceLayerApi: credentialId } };
}

const reasonsOf = (item: INodeExecutionData) =>
	(item.json.review as { reasons: Array<{ code: string }> }).reasons.map(({ code }) => code);

async function b1Requests(): Promise<number> {
	const { data } = await axios.get<{ endpoints: Record<string, { requests: number }> }>(`${sandbox.url}/control/counters`);
	return Object.entries(data.endpoints)
		.filter(([endpoint]) => endpoint.includes('/b1s/') && !/Log(in|out)/.test(endpoint))
		.reduce((sum, [, { requests }]) => sum + requests, 0);
}

describe('checking against B1', () => {
	test('everything that B1 knows passes, with names, and the posting is in the local currency', async () => {
		const outputs = await runNode(setUp(), [
			expenseItem({ docId: id(1), costs: [{ amount: 24.3 }, { amount: 80, payee: 'IBCP', account: '612000' }] }),
		]);
		expect(outputs[REVIEW]).toEqual([]);
		const { audit, postingRecord } = outputs[READY]![0]!.json as IDataObject;
		expect(audit).toMatchObject({ checkedAgainstB1: true, companyDb: 'SBODEMO' });
		expect(postingRecord).toEqual(
			expect.arrayContaining([
				expect.objectContaining({ account: '613000', accountName: 'Meals and entertainment' }),
				expect.objectContaining({ partner: 'E1001', partnerName: 'Anna Larsen' }),
				expect.objectContaining({ partner: 'IBCP' }),
			]),
		);
	});

	test.each([
		['an unknown vendor', { employeeId: 'E9999', costs: [{ amount: 1 }] }, 'vendor-not-found'],
		['a vendor who has left', { employeeId: 'E1050', costs: [{ amount: 1 }] }, 'vendor-inactive'],
		['an unknown account', { costs: [{ amount: 1, account: '699999' }] }, 'account-not-found'],
		['a title account', { costs: [{ amount: 1, account: '600000' }] }, 'account-title'],
		['a control account', { costs: [{ amount: 1, account: '211000' }] }, 'account-control'],
		['a closed account', { costs: [{ amount: 1, account: '629000' }] }, 'account-inactive'],
		['an unknown cost center', { costs: [{ amount: 1, costCenter: 'NOWHERE' }] }, 'cost-center-not-found'],
		['a cost center whose time is over', { costs: [{ amount: 1, costCenter: 'OLDLAB' }] }, 'cost-center-inactive'],
		['a cost center of another dimension', { costs: [{ amount: 1, costCenter: 'EAST' }] }, 'cost-center-wrong-dimension'],
		['an unknown tax group', { costs: [{ amount: 11.9, tax: { amount: 1.9, code: 'V7' } }] }, 'tax-group-not-found'],
		['an inactive tax group', { costs: [{ amount: 11.9, tax: { amount: 1.9, code: 'V9' } }] }, 'tax-group-inactive'],
		['an unknown currency', { currency: 'SEK', costs: [{ amount: 1 }] }, 'currency-not-found'],
		['a locked period', { processed: '2015-06-30', costs: [{ amount: 1 }] }, 'period-locked'],
	])('%s sends the document to review', async (_name, report, code) => {
		const outputs = await runNode(setUp(), [expenseItem({ docId: id(2), ...report })]);
		expect(outputs[READY]).toEqual([]);
		expect(reasonsOf(outputs[REVIEW]![0]!)).toContain(code);
	});

	test('a whole batch is looked up in a few requests, and a second call of the run asks only for what is new', async () => {
		const setup = setUp();
		const batch = Array.from({ length: 60 }, (_value, index) =>
			expenseItem({
				docId: id(index),
				employeeId: `E100${(index % 8) + 1}`,
				costs: [{ amount: index + 1, costCenter: index % 2 ? 'SALES' : 'IT' }],
			}),
		);
		const before = await b1Requests();
		const outputs = await runNode(setup, batch);
		expect(outputs[READY]).toHaveLength(60);
		const first = (await b1Requests()) - before;
		expect(first).toBeGreaterThan(0);
		expect(first).toBeLessThanOrEqual(8);
		await runNode(setup, batch.slice(0, 10));
		expect((await b1Requests()) - before).toBe(first);
		const more = await runNode(setup, [
			expenseItem({ docId: id(99), costs: [{ amount: 1, account: '618000', costCenter: 'ADMIN' }] }),
		]);
		expect(more[READY]).toHaveLength(1);
		const second = (await b1Requests()) - before - first;
		expect(second).toBeGreaterThan(0);
		expect(second).toBeLessThan(first);
	});

	test('a document in another currency is posted in foreign currency', async () => {
		const outputs = await runNode(setUp(), [
			expenseItem({ docId: id(3), currency: 'EUR', costs: [{ amount: 119, tax: { amount: 19, code: 'V1' } }] }),
		]);
		const lines = (outputs[READY]![0]!.json.journalEntry as IDataObject).JournalEntryLines;
		expect(lines).toEqual(
			expect.arrayContaining([
				expect.objectContaining({ AccountCode: '613000', FCDebit: 100, FCCurrency: 'EUR' }),
				expect.objectContaining({ AccountCode: '145000', FCDebit: 19, TaxGroup: 'V1' }),
				expect.objectContaining({ ShortName: 'E1001', FCCredit: 119 }),
			]),
		);
	});

	test('partners are found by name and by email, and two of one name are listed, never guessed', async () => {
		const byName = { partners: { employeeVendor: { rows: [{ by: 'name', template: '{employeeName}' }] } } };
		const found = await runNode(setUp(byName), [expenseItem({ docId: id(4), employeeId: '77', costs: [{ amount: 1 }] })]);
		expect((found[READY]![0]!.json.journalEntry as IDataObject).JournalEntryLines).toContainEqual(
			expect.objectContaining({ ShortName: 'E1001' }),
		);
		const byEmail = { partners: { employeeVendor: { rows: [{ by: 'email', template: '{email}' }] } } };
		const mailed = await runNode(setUp(byEmail), [expenseItem({ docId: id(5), employeeId: '77', costs: [{ amount: 1 }] })]);
		expect((mailed[READY]![0]!.json.journalEntry as IDataObject).JournalEntryLines).toContainEqual(
			expect.objectContaining({ ShortName: 'E1001' }),
		);
		await control('master-data', {
			businessPartners: [
				{
					CardCode: 'E2001',
					CardName: 'Anna Larsen',
					CardType: 'cSupplier',
					Currency: '##',
					DebitorAccount: '211000',
					Valid: 'tYES',
					Frozen: 'tNO',
				},
			],
		});
		const twice = await runNode(setUp(byName), [expenseItem({ docId: id(6), employeeId: '77', costs: [{ amount: 1 }] })]);
		const [reason] = (twice[REVIEW]![0]!.json.review as { reasons: Array<{ code: string; candidates: string[] }> }).reasons;
		expect(reason).toMatchObject({ code: 'vendor-ambiguous', candidates: expect.arrayContaining(['E1001', 'E2001']) });
	});

	test('an account of a segmented chart is known by its format code and posted by the code B1 wants', async () => {
		const account = {
			Code: '_SYS00000000017',
			Name: 'Meals',
			FormatCode: '61300001',
			ActiveAccount: 'tYES',
			AcctCurrency: '##',
			LockManualTransaction: 'tNO',
			ValidFor: 'tNO',
			FrozenFor: 'tNO',
		};
		await control('master-data', { accounts: [account] });
		const outputs = await runNode(setUp(), [expenseItem({ docId: id(11), costs: [{ amount: 1, account: '61300001' }] })]);
		expect((outputs[READY]![0]!.json.journalEntry as IDataObject).JournalEntryLines).toContainEqual(
			expect.objectContaining({ AccountCode: '_SYS00000000017', Debit: 1 }),
		);
	});

	test('an employee known to B1 by the employee master data only is found through the linked vendor', async () => {
		const byEmail = { partners: { employeeVendor: { rows: [{ by: 'email', template: '{email}' }] } } };
		await control('master-data', {
			businessPartners: [
				{
					CardCode: 'E1001',
					CardName: 'Anna Larsen',
					CardType: 'cSupplier',
					Currency: '##',
					DebitorAccount: '211000',
					Valid: 'tYES',
					Frozen: 'tNO',
					EmailAddress: null,
				},
			],
			employees: [
				{
					EmployeeID: 1,
					FirstName: 'Anna',
					LastName: 'Larsen',
					eMail: 'anna.larsen@harbourpine.example',
					LinkedVendor: 'E1001',
					Active: 'tYES',
				},
			],
		});
		const outputs = await runNode(setUp(byEmail), [expenseItem({ docId: id(12), employeeId: '77', costs: [{ amount: 1 }] })]);
		expect((outputs[READY]![0]!.json.journalEntry as IDataObject).JournalEntryLines).toContainEqual(
			expect.objectContaining({ ShortName: 'E1001' }),
		);
	});

	test('can be switched off, and is not done without a credential', async () => {
		const before = await b1Requests();
		const item = expenseItem({ docId: id(7), employeeId: 'E9999', costs: [{ amount: 1 }] });
		expect((await runNode(setUp({ checkMasterData: false }), [item]))[READY]).toHaveLength(1);
		expect((await runNode({ nodeType: new BuildJournalEntry() }, [item]))[READY]).toHaveLength(1);
		expect(await b1Requests()).toBe(before);
	});

	test('that B1 refuses makes nothing ready, and tells no password', async () => {
		const items = [expenseItem({ docId: id(8), costs: [{ amount: 1 }] })];
		const secret = 'not-the-password-of-anyone';
		const thrown = await runNode(setUp({}, { password: secret }), items).catch((error: Error) => error);
		expect(thrown).toBeInstanceOf(Error);
		expect(JSON.stringify({ ...(thrown as Error), text: String(thrown) })).not.toContain(secret);
		const outputs = await runNode({ ...setUp({}, { password: secret }), onError: 'continueRegularOutput' }, items);
		expect(outputs[READY]).toEqual([]);
		expect(outputs[REVIEW]![0]!.error).toBeInstanceOf(Error);
		expect(JSON.stringify(outputs)).not.toContain(secret);
	});
});

describe('the pickers of the editor', () => {
	test('find accounts, partners and tax groups by code and by name', async () => {
		const { listSearch } = new BuildJournalEntry().methods;
		const values = async (search: keyof typeof listSearch, text: string) =>
			(await listSearch[search].call(loadOptionsContext(setUp()), text)).results.map(({ value }) => value);
		expect(await values('searchAccounts', 'meals')).toEqual(['613000']);
		expect(await values('searchAccounts', '600000')).toEqual([]);
		expect(await values('searchPartners', 'larsen')).toEqual(['E1001']);
		expect(await values('searchTaxGroups', 'V1')).toEqual(['V1']);
		expect(await values('searchCostCenters', 'SALES')).toEqual(['SALES']);
		expect(await values('searchProjects', 'roll')).toEqual(['ROLLOUT']);
	});

	test('list the codes of the document at hand', async () => {
		const { listSearch } = new BuildJournalEntry().methods;
		const costs = [
			{ amount: 1 },
			{ amount: 2, account: '612000', payee: 'IBCP' },
			{ amount: 11.9, tax: { amount: 1.9, code: 'V1' } },
		];
		const setup = setUp({ document: JSON.stringify(expenseItem({ docId: id(10), costs })) });
		const names = async (search: keyof typeof listSearch) =>
			(await listSearch[search].call(loadOptionsContext(setup))).results.map(({ name }) => name);
		expect(await names('searchDocumentAccounts')).toEqual(['613000 (Lunch)', '612000 (Lunch)']);
		expect(await names('searchDocumentExpenseTypes')).toEqual(['LUNCH (Lunch)']);
		expect(await names('searchDocumentPayees')).toEqual(['EMPL', 'IBCP']);
		expect(await names('searchDocumentTaxes')).toEqual(['V1 (Lunch)']);
		expect(await names('searchDocumentParties')).toEqual(['E1001 (Anna Larsen)']);
	});

	test('list the fields of the document at hand with their values, and none of the employee', async () => {
		const { listSearch } = new BuildJournalEntry().methods;
		const context = loadOptionsContext(
			setUp({ document: JSON.stringify(expenseItem({ docId: id(9), costs: [{ amount: 1 }] })) }),
		);
		const { results } = await listSearch.searchDocumentFields.call(context, 'custom');
		expect(results).toEqual([{ name: 'allocation.allocationCustom4Code (SALES)', value: 'allocation.allocationCustom4Code' }]);
		const all = await listSearch.searchDocumentFields.call(context);
		expect(all.results.filter(({ value }) => /^(employee|ownerEmployee)/.test(String(value)))).toEqual([]);
		const without = await listSearch.searchDocumentFields.call(loadOptionsContext(setUp({ document: '' })), 'Custom4');
		expect(without.results.map(({ value }) => value)).toEqual(['allocation.allocationCustom4Code']);
	});
});
