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

async function built(invoicesBecome: string): Promise<IDataObject[][]> {
	const documents = JSON.parse(sampleDocuments()) as IDataObject[];
	const node = { nodeType: new BuildJournalEntry(), credentials, credentialIds: { sapB1ServiceLayerApi: 'b1' } };
	const outputs = await runNode({ ...node, parameters: { invoices: { invoicesBecome } } as INodeParameters }, [
		documents[INVOICE]!,
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

it('stays a journal entry where nobody asked for an invoice', async () => {
	const [ready] = await built('journalEntry');
	expect(ready![0]).toHaveProperty('journalEntry.JournalEntryLines');
	expect(ready![0]).not.toHaveProperty('purchaseInvoice');
});
