/** An invoice of Concur on its way through the nodes: built as an A/P invoice or a draft, posted, found, and taken back. */
import axios from 'axios';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { BuildJournalEntry } from '../../../nodes/BuildJournalEntry/BuildJournalEntry.node';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { sampleDocuments } from '../../../sandbox/sample-documents';
import { runNode, type CredentialStore } from '../../helpers/engine';
import { run, sandboxCredential, setupOf } from './setup';

const JOURNAL = { resource: 'journalEntry' };
/** Office supplies of 450 with shipping of 9, in two cost centers. */
const INVOICE = 13;

let sandbox: Sandbox;
let credentials: CredentialStore;

beforeAll(async () => {
	sandbox = await startSandbox({ now: new Date('2026-04-01T08:00:00Z') });
});

afterAll(async () => await sandbox.stop());

beforeEach(async () => {
	await axios.post(`${sandbox.url}/control/reset`, {});
	credentials = sandboxCredential(sandbox);
	await b1({ resource: 'company', operation: 'setUpPostingRegister', withInvoices: true });
});

const b1 = async (parameters: INodeParameters, items: IDataObject[] = [{}]) =>
	await run(setupOf(credentials, parameters as IDataObject), items);

const sample = (): IDataObject => (JSON.parse(sampleDocuments()) as IDataObject[])[INVOICE]!;

async function built(invoicesBecome: string, more: IDataObject = {}, document = sample()): Promise<IDataObject[][]> {
	const node = { nodeType: new BuildJournalEntry(), credentials, credentialIds: { sapB1ServiceLayerApi: 'b1' } };
	const outputs = await runNode({ ...node, parameters: { invoices: { invoicesBecome, ...more } } as INodeParameters }, [
		document,
	]);
	return outputs.map((items) => items.map(({ json }) => json));
}

const call = async (method: string, path: string, body: object = {}): Promise<IDataObject> =>
	(await b1({ resource: 'custom', operation: 'call', method, path, body: JSON.stringify(body) }))[0]![0]!;

it('is posted as an A/P invoice in place of an entry, found by its key, and cancelled when it is recalled', async () => {
	const [ready] = await built('invoice');
	expect(ready![0]).not.toHaveProperty('journalEntry');
	expect(ready![0]!.purchaseInvoice).toMatchObject({
		set: 'PurchaseInvoices',
		total: '459.00',
		document: { CardCode: 'V20010', NumAtCard: 'BW-88213', DocumentLines: [{ LineTotal: 306 }, { LineTotal: 153 }] },
	});
	const [posted] = await b1({ ...JOURNAL, operation: 'post' }, ready!);
	const posting = posted![0]!.posting as IDataObject;
	expect(posting).toMatchObject({
		outcome: 'posted',
		purchase: { set: 'PurchaseInvoices', docEntry: 1 },
		jdtNum: expect.any(Number),
	});
	expect(await call('GET', 'PurchaseInvoices(1)')).toMatchObject({ DocTotal: 459, NumAtCard: 'BW-88213' });

	const [, inTheBooks] = await b1({ ...JOURNAL, operation: 'findByDocument' }, ready!);
	expect(inTheBooks![0]!.posting).toMatchObject({ outcome: 'alreadyPosted', jdtNum: posting.jdtNum });
	const recalled = [{ ...ready![0]!, docStatus: 'RECALLED' }];
	const [, , settled] = await b1({ ...JOURNAL, operation: 'findByDocument' }, recalled);
	expect(settled![0]!.posting).toMatchObject({ outcome: 'cancelled' });
	expect(await call('GET', 'PurchaseInvoices(1)')).toMatchObject({ CancelStatus: 'csYes' });
});

it('waits as a draft, which is neither a success nor lost, until a person adds it', async () => {
	const [ready] = await built('draft');
	const [, , uncertain] = await b1({ ...JOURNAL, operation: 'post' }, ready!);
	expect(uncertain![0]!.posting).toMatchObject({ outcome: 'waiting', jdtNum: null });
	const [, , , waits] = await b1({ ...JOURNAL, operation: 'findByDocument' }, ready!);
	expect(waits![0]!.posting).toMatchObject({ outcome: 'waiting' });
	await call('POST', 'DraftsService_SaveDraftToDocument', { Document: { DocEntry: '1' } });
	const [, inTheBooks] = await b1({ ...JOURNAL, operation: 'findByDocument' }, ready!);
	expect(inTheBooks![0]!.posting).toMatchObject({ outcome: 'alreadyPosted', purchase: { set: 'PurchaseInvoices' } });
});

it('as a draft of a recalled document is removed', async () => {
	const [ready] = await built('draft');
	await b1({ ...JOURNAL, operation: 'post' }, ready!);
	const [, , settled] = await b1({ ...JOURNAL, operation: 'findByDocument' }, [{ ...ready![0]!, docStatus: 'RECALLED' }]);
	expect(settled![0]!.posting).toMatchObject({ outcome: 'cancelled' });
	expect((await b1({ resource: 'custom', operation: 'call', method: 'GET', path: 'Drafts' }))[0]).toEqual([]);
});

it.each(['invoice', 'draft'])('is previewed as %s without anything being written', async (invoicesBecome) => {
	const [ready] = await built(invoicesBecome);
	const [wouldBePosted, rejected, uncertain] = await b1({ ...JOURNAL, operation: 'preview' }, ready!);
	expect([rejected, uncertain]).toEqual([[], []]);
	expect(wouldBePosted![0]!.posting).toMatchObject({ outcome: 'wouldPost' });
	expect(wouldBePosted![0]).toHaveProperty('purchaseInvoice.document.DocumentLines');
	for (const set of ['PurchaseInvoices', 'Drafts'])
		expect((await b1({ resource: 'custom', operation: 'call', method: 'GET', path: set }))[0]).toEqual([]);
});

it('stays a journal entry where nobody asked for an invoice', async () => {
	const [ready] = await built('journalEntry');
	expect(ready![0]).toHaveProperty('journalEntry.JournalEntryLines');
	expect(ready![0]).not.toHaveProperty('purchaseInvoice');
});

describe('an invoice of an order', () => {
	/** The sample's first line of 300 and second of 150, each as three and one of an item of an order of five. */
	const bill = (...quantities: number[]): IDataObject => {
		const document = sample();
		const lines = (document.document as { lineItem: IDataObject[] }).lineItem;
		const order = { lineItemPurchaseOrderNumber: '1', poLineNumber: 1, lineItemCode: 'DESK' };
		quantities.forEach((lineItemQuantity, index) => Object.assign(lines[index]!, order, { lineItemQuantity }));
		return document;
	};
	const link = { invoiceOrders: 'link', invoiceLines: 'items' };
	const open = async () => {
		const order = await call('GET', 'PurchaseOrders(1)');
		return [order.DocumentStatus, (order.DocumentLines as IDataObject[])[0]!.RemainingOpenQuantity];
	};

	beforeEach(async () => {
		await call('POST', 'Items', { ItemCode: 'DESK', ItemName: 'Desk', ExpanseAccount: '616000' });
		const line = { ItemCode: 'DESK', Quantity: 5, UnitPrice: 102 };
		await call('POST', 'PurchaseOrders', { CardCode: 'V20010', DocDate: '2026-03-01', DocumentLines: [line] });
	});

	it('closes it by the quantity, once, and gives it back when it is recalled', async () => {
		const [ready, review] = await built('invoice', link, bill(3, 2));
		expect(review).toEqual([]);
		const document = (ready![0]!.purchaseInvoice as IDataObject).document as IDataObject;
		expect(document).toMatchObject({
			DocType: 'dDocument_Items',
			DocumentLines: [{ Quantity: 3, BaseEntry: 1 }, { Quantity: 2 }],
		});
		for (const outcome of ['posted', 'alreadyPosted']) {
			const [done] = await b1({ ...JOURNAL, operation: 'post' }, ready!);
			expect(done![0]!.posting).toMatchObject({ outcome });
			expect(await open()).toEqual(['bost_Close', 0]);
		}
		await b1({ ...JOURNAL, operation: 'findByDocument' }, [{ ...ready![0]!, docStatus: 'RECALLED' }]);
		expect(await open()).toEqual(['bost_Open', 5]);
	});

	it('goes to a person where it bills more than is open, and B1 keeps its order', async () => {
		const [ready, review] = await built('invoice', link, bill(3, 3));
		expect(ready).toEqual([]);
		expect((review![0]!.review as IDataObject).reasons).toMatchObject([{ code: 'base-document-differs', entry: 'line 2' }]);
		expect(await open()).toEqual(['bost_Open', 5]);
	});
});

it('withholds tax and reports the box of the vendor, and takes shipping as freight', async () => {
	const rates = [{ Effectivefrom: '2020-01-01', Rate: 10 }];
	const code = { WTCode: 'W1', WTName: 'Ten', BaseAmount: 100, Account: '245000', WithholdingTaxCodes_Lines: rates };
	await call('POST', 'WithholdingTaxCodes', code);
	await call('POST', 'AdditionalExpenses', { Name: 'Freight', ExpenseAccount: '616000' });
	await call('POST', 'Forms1099', { Form1099: 'NEC', Boxes1099: [{ Box1099: '1' }] });
	const { DebitorAccount } = await call('GET', "BusinessPartners('V20010')");
	const withholding = { SubjectToWithholdingTax: 'boYES', WTCode: 'W1', BPWithholdingTaxCollection: [{ WTCode: 'W1' }] };
	const reported = { FormCode1099: 1, Box1099: '1' };
	const vendor = { CardCode: 'LIABLE', CardName: 'Liable', CardType: 'cSupplier', DebitorAccount };
	await call('POST', 'BusinessPartners', { ...vendor, ...withholding, ...reported });
	const document = sample();
	(document.document as { vendor: IDataObject }).vendor.vendorCode = 'LIABLE';
	const [ready] = await built('invoice', { invoiceFreight: '1' }, document);
	const [posted] = await b1({ ...JOURNAL, operation: 'post' }, ready!);
	expect(posted![0]!.posting).toMatchObject({ outcome: 'posted' });
	// 300 and 150 of goods, 9 of freight; a tenth of the goods is withheld.
	expect(await call('GET', 'PurchaseInvoices(1)')).toMatchObject({ DocTotal: 414, WTAmount: 45, Form1099: 1, Box1099: '1' });
});
