import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { BuildJournalEntry } from '../../../nodes/BuildJournalEntry/BuildJournalEntry.node';
import { runNode } from '../../helpers/engine';
import { DemoCompany } from './company';
import { expenseItem } from './samples';

const [READY, REVIEW] = [0, 1];
const id = (number: number) => `${number}`.padStart(32, 'e');
const company = new DemoCompany().use();

const reasonsOf = (item: INodeExecutionData) =>
	(item.json.review as { reasons: Array<{ code: string }> }).reasons.map(({ code }) => code);

describe('checking against B1', () => {
	test('everything that B1 knows passes, with names, and the posting is in the local currency', async () => {
		const outputs = await runNode(company.node(), [
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
		const outputs = await runNode(company.node(), [expenseItem({ docId: id(2), ...report })]);
		expect(outputs[READY]).toEqual([]);
		expect(reasonsOf(outputs[REVIEW]![0]!)).toContain(code);
	});

	test('a whole batch is looked up in a few requests, and a second call of the run asks only for what is new', async () => {
		const setup = company.node();
		const batch = Array.from({ length: 60 }, (_value, index) =>
			expenseItem({
				docId: id(index),
				employeeId: `E100${(index % 8) + 1}`,
				costs: [{ amount: index + 1, costCenter: index % 2 ? 'SALES' : 'IT' }],
			}),
		);
		const before = await company.requests();
		const outputs = await runNode(setup, batch);
		expect(outputs[READY]).toHaveLength(60);
		const first = (await company.requests()) - before;
		expect(first).toBeGreaterThan(0);
		expect(first).toBeLessThanOrEqual(8);
		await runNode(setup, batch.slice(0, 10));
		expect((await company.requests()) - before).toBe(first);
		const more = await runNode(setup, [
			expenseItem({ docId: id(99), costs: [{ amount: 1, account: '618000', costCenter: 'ADMIN' }] }),
		]);
		expect(more[READY]).toHaveLength(1);
		const second = (await company.requests()) - before - first;
		expect(second).toBeGreaterThan(0);
		expect(second).toBeLessThan(first);
	});

	test('a document in another currency is posted in foreign currency', async () => {
		const outputs = await runNode(company.node(), [
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
		const found = await runNode(company.node(byName), [expenseItem({ docId: id(4), employeeId: '77', costs: [{ amount: 1 }] })]);
		expect((found[READY]![0]!.json.journalEntry as IDataObject).JournalEntryLines).toContainEqual(
			expect.objectContaining({ ShortName: 'E1001' }),
		);
		const byEmail = { partners: { employeeVendor: { rows: [{ by: 'email', template: '{email}' }] } } };
		const mailed = await runNode(company.node(byEmail), [
			expenseItem({ docId: id(5), employeeId: '77', costs: [{ amount: 1 }] }),
		]);
		expect((mailed[READY]![0]!.json.journalEntry as IDataObject).JournalEntryLines).toContainEqual(
			expect.objectContaining({ ShortName: 'E1001' }),
		);
		await company.control('master-data', {
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
		const twice = await runNode(company.node(byName), [expenseItem({ docId: id(6), employeeId: '77', costs: [{ amount: 1 }] })]);
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
		await company.control('master-data', { accounts: [account] });
		const outputs = await runNode(company.node(), [expenseItem({ docId: id(11), costs: [{ amount: 1, account: '61300001' }] })]);
		expect((outputs[READY]![0]!.json.journalEntry as IDataObject).JournalEntryLines).toContainEqual(
			expect.objectContaining({ AccountCode: '_SYS00000000017', Debit: 1 }),
		);
	});

	test('an employee known to B1 by the employee master data only is found through the linked vendor', async () => {
		const byEmail = { partners: { employeeVendor: { rows: [{ by: 'email', template: '{email}' }] } } };
		await company.control('master-data', {
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
		const outputs = await runNode(company.node(byEmail), [
			expenseItem({ docId: id(12), employeeId: '77', costs: [{ amount: 1 }] }),
		]);
		expect((outputs[READY]![0]!.json.journalEntry as IDataObject).JournalEntryLines).toContainEqual(
			expect.objectContaining({ ShortName: 'E1001' }),
		);
	});

	test('can be switched off, and is not done without a credential', async () => {
		const before = await company.requests();
		const item = expenseItem({ docId: id(7), employeeId: 'E9999', costs: [{ amount: 1 }] });
		expect((await runNode(company.node({ checkMasterData: false }), [item]))[READY]).toHaveLength(1);
		expect((await runNode({ nodeType: new BuildJournalEntry() }, [item]))[READY]).toHaveLength(1);
		expect(await company.requests()).toBe(before);
	});

	test('that B1 refuses makes nothing ready, and tells no password', async () => {
		const items = [expenseItem({ docId: id(8), costs: [{ amount: 1 }] })];
		const secret = 'not-the-password-of-anyone';
		const thrown = await runNode(company.node({}, { password: secret }), items).catch((error: Error) => error);
		expect(thrown).toBeInstanceOf(Error);
		expect(JSON.stringify({ ...(thrown as Error), text: String(thrown) })).not.toContain(secret);
		const outputs = await runNode({ ...company.node({}, { password: secret }), onError: 'continueRegularOutput' }, items);
		expect(outputs[READY]).toEqual([]);
		expect(outputs[REVIEW]![0]).not.toHaveProperty('error');
		expect(outputs[REVIEW]![0]!.json).toMatchObject({
			docId: id(8),
			document: items[0]!.document,
			review: { reasons: [{ code: 'b1-not-available', docId: id(8) }], answer: 'keepAcknowledged' },
		});
		expect(JSON.stringify(outputs)).not.toContain(secret);
	});
});
