import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { actRequest, pageRequest, waitingRow } from '../../desk/rows';
import { runNodeOn } from '../../helpers/engine';
import { operations } from '../../nodes/operations/walk';
import type { World } from '../../nodes/operations/world';
import { heldRow } from '../../row/items';
import { twoNights } from '../../audit/log';

/** What an operation was given, and what came of it, one list an output. */
export interface Run {
	items: INodeExecutionData[];
	outputs: INodeExecutionData[][];
}

/** Runs an operation and gives the first item that came out. */
type Step = (name: string, items: IDataObject[] | INodeExecutionData[], parameters?: object) => Promise<INodeExecutionData>;

const SAMPLE = join(__dirname, '..', '..', '..', 'sandbox', 'samples', '01-out-of-pocket.json');

const CALL = 'sapB1ServiceLayer.custom.call';

/**
 * Runs the operations that need what others have made, one after the other as the shipped workflows do, with one expense report.
 * Gives the runs by the name of the operation, as `walk` has it. Throws Error where an operation gives no item.
 */
export async function journey(world: World): Promise<Record<string, Run>> {
	const runs: Record<string, Run> = {};
	const step: Step = async (name, given, parameters = {}) => {
		const operation = operations.find((one) => one.name === name)!;
		const items = given.map((one) => ('json' in one ? one : { json: one })) as INodeExecutionData[];
		const setup = world.setup(operation, { ...operation.choice, ...parameters } as INodeParameters, 'v2');
		const outputs = await runNodeOn(setup, items);
		const first = outputs.flat()[0];
		if (first === undefined) throw new Error(`${name} gave no item`);
		runs[name] = { items, outputs };
		return first;
	};
	await control(world, 'concur', { scopes: ['FISVC', 'IMAGE', 'receipts.read'] });
	const sample = sampleWithReceipt();
	await control(world, 'documents', sample);
	const row = await posted(step, sample.id);
	await receiptsAttached(step, row);
	await paid(step, row);
	await reconciled(step, row);
	await made(step);
	await desk(step);
	await log(step, row);
	await step('fisAcknowledgeConfirm.alert.summarize', [waitingRow() as unknown as IDataObject]);
	const error = { message: 'The service is not available', node: { name: 'Check Business One' } };
	const url = 'https://n8n.example/workflow/1/executions/231';
	const failed = { execution: { id: '231', url, error }, workflow: { id: '1', name: 'Concur to Business One' } };
	await step('fisAcknowledgeConfirm.alert.renderFailure', [failed]);
	// What people did in B1 shows nothing of the operation: a call that reads does.
	delete runs[CALL];
	return runs;
}

async function control({ sandbox }: World, path: string, body: object): Promise<void> {
	const headers = { 'Content-Type': 'application/json' };
	const { ok } = await fetch(`${sandbox.url}/control/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
	if (!ok) throw new Error(`The sandbox refused ${path}`);
}

function sampleWithReceipt(): { id: string } {
	const sample = JSON.parse(readFileSync(SAMPLE, 'utf8')) as { id: string; document: { expenseEntry: IDataObject[] } };
	sample.document.expenseEntry[0]!.entryReceiptId = '6A0E3B1C5F2D4E8790AB';
	return sample;
}

/** From the ready queue to the confirmation; gives the row of the Data Table as the run leaves it. */
async function posted(step: Step, docId: string): Promise<IDataObject> {
	const got = await step('fisAcknowledgeConfirm.document.get', [{ docId, docType: 'expense' }]);
	const noted = await step('fisAcknowledgeConfirm.row.note', [{}], { documents: [got] });
	const received: IDataObject = { ...heldRow({ id: 1 }), ...noted.json, id: 1 };
	const hold = await step('fisAcknowledgeConfirm.row.takeUp', [received]);
	const acknowledged = await step('fisAcknowledgeConfirm.document.acknowledge', [got]);
	const built = await step('buildJournalEntry.build', [acknowledged.json]);
	await step('sapB1ServiceLayer.journalEntry.preview', [built.json]);
	const entered = await step('sapB1ServiceLayer.journalEntry.post', [built.json]);
	const confirmed = await step('fisAcknowledgeConfirm.posting.confirm', [entered.json]);
	await step('sapB1ServiceLayer.journalEntry.findByDocument', [got]);
	await step('buildJournalEntry.listLines', [confirmed.json]);
	await step('buildJournalEntry.makeSheet', [confirmed.json]);
	const held = { ...received, heldBy: hold.json.heldBy, attempts: 1 };
	return (await step('fisAcknowledgeConfirm.row.decide', [{ ...confirmed.json, row: held }])).json;
}

async function receiptsAttached(step: Step, row: IDataObject): Promise<void> {
	const fetched = await step('fisAcknowledgeConfirm.receipt.get', [row]);
	const attached = await step('sapB1ServiceLayer.attachment.attachOnce', [fetched]);
	await step('fisAcknowledgeConfirm.row.decideReceipts', [attached]);
}

async function paid(step: Step, row: IDataObject): Promise<void> {
	const { jdtNum } = row;
	const invoice = { InvoiceType: 'it_JournalEntry', DocEntry: jdtNum, DocLine: 2 };
	const payment = { CardCode: 'E1001', DocDate: '2026-11-24', TransferAccount: '111000', TransferSum: 60.7 };
	await inBusinessOne(step, 'VendorPayments', { ...payment, PaymentInvoices: [invoice] });
	const parameters = { jdtNum: '={{ $json.jdtNum }}' };
	const { json } = await step('sapB1ServiceLayer.outgoingPayment.getForEntries', [row], parameters);
	const [clearing] = (json.outgoingPayments as { due: IDataObject[] }).due;
	const { status, reported, ...columns } = clearing!;
	const told = { paymentStatus: status, reported, clearings: { clearing: [columns] } };
	const confirmation = await step('fisAcknowledgeConfirm.payment.confirm', [row], told);
	await step('fisAcknowledgeConfirm.row.decidePayment', [confirmation.json]);
}

/** The month that the report was posted under. */
async function reconciled(step: Step, row: IDataObject): Promise<void> {
	const month = await step('fisAcknowledgeConfirm.reconciliation.choosePeriod', [{}], { month: '2026-03' });
	const { from, to } = month.json;
	const known = { ...row, createdAt: '2026-03-05T08:00:00.000Z', docStatus: 'POSTING_CONFIRMED_SUCCESS' };
	const { json } = await step('sapB1ServiceLayer.journalEntry.reconcile', [known], { from, to });
	await step('fisAcknowledgeConfirm.reconciliation.render', [json]);
}

/** An entry that a person made for a document. */
async function made(step: Step): Promise<void> {
	const lines = [
		{ AccountCode: '612000', Debit: 118.5 },
		{ AccountCode: '148000', Credit: 118.5 },
	];
	const entry = await inBusinessOne(step, 'JournalEntries', { ReferenceDate: '2026-11-20', JournalEntryLines: lines });
	const document = { docId: 'd'.repeat(32), docType: 'expense', companyId: '412077' };
	const asked = { desk: { number: entry.Number, postingDate: '' }, row: { amount: '118.50', currency: 'USD' } };
	await step('sapB1ServiceLayer.journalEntry.checkMadeByHand', [{ ...document, ...asked }]);
}

async function inBusinessOne(step: Step, path: string, body: object): Promise<IDataObject> {
	const call = { method: 'POST', path, body: JSON.stringify(body) };
	return (await step(CALL, [{}], call)).json;
}

/** A person at the desk looks at the list, and has one document tried again. */
async function desk(step: Step): Promise<void> {
	const row = waitingRow() as unknown as IDataObject;
	const asked = { headers: { authorization: 'Basic YW5uYTp4' }, query: { list: 'waiting' }, body: {} };
	await step('fisAcknowledgeConfirm.desk.readRequest', [asked]);
	await step('fisAcknowledgeConfirm.desk.render', [row], { request: pageRequest() });
	const request = actRequest({});
	const change = await step('fisAcknowledgeConfirm.desk.act', [row], { request });
	await step('fisAcknowledgeConfirm.desk.answer', [change.json], { request });
}

async function log(step: Step, row: IDataObject): Promise<void> {
	const items = twoNights().log as unknown as IDataObject[];
	await step('fisAcknowledgeConfirm.audit.collect', [row]);
	await step('fisAcknowledgeConfirm.audit.verify', items);
	await step('fisAcknowledgeConfirm.audit.export', items, { exportDays: 30 });
}
