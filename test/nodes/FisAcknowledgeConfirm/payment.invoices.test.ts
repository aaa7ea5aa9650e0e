/** Payments of invoices go to Invoice Payment Confirmation, by a setting; everything else goes to FIS as before. */
import type { IDataObject } from 'n8n-workflow';
import { FisAcknowledgeConfirm } from '../../../nodes/FisAcknowledgeConfirm/FisAcknowledgeConfirm.node';
import { startCompany, type Company } from '../../concur/company';
import { runNode } from '../../helpers/engine';

jest.mock('n8n-workflow', () => ({ ...jest.requireActual<object>('n8n-workflow'), sleep: async () => undefined }));

const PATH = 'bulkUpdate';
const SCOPES = ['FISVC', 'invoice.paymentconfirmation.write'];
const DONE = 0;
const ATTENTION = 2;

let company: Company;

beforeEach(async () => {
	company = await startCompany();
	await company.control('POST', '/concur', { scopes: SCOPES });
});
afterEach(async () => await company.stop());

const invoice = (n: number) => ({ requestHeader: { requestId: `Q${n}` }, lineItem: [] });

/** Invoices that were posted and confirmed. */
async function extracted(count: number): Promise<IDataObject[]> {
	const documents = Array.from({ length: count }, (_, n) => ({
		id: n.toString(16).padStart(32, 'd'),
		docType: 'invoice',
		docStatus: 'POSTING_CONFIRMED_SUCCESS',
		document: invoice(n),
	}));
	await company.control('POST', '/documents', documents);
	return documents.map(({ id, docType, document }) => ({ docId: id, docType, reportId: document.requestHeader.requestId }));
}

async function confirm(items: IDataObject[], paymentStatus = 'CP', options: IDataObject = { invoicePayments: true }) {
	const clearing = [
		{
			clearingAmount: '129.00',
			clearingCurrency: 'USD',
			clearingDate: '2026-03-31',
			paymentRef: `P/${paymentStatus}`,
			financialDocumentId: '77',
			paymentMethod: 'C',
		},
	];
	const parameters = { resource: 'payment', operation: 'confirm', paymentStatus, clearings: { clearing }, options };
	const outputs = await runNode(company.node(new FisAcknowledgeConfirm(), parameters as never), items);
	return outputs.map((output) => output.map(({ json }) => json.paymentConfirmation as IDataObject));
}

interface Stored {
	docId: string;
	paymentConfirmations: IDataObject[];
}
const told = async () =>
	(await company.control<Stored[]>('GET', '/documents')).map(({ paymentConfirmations }) => paymentConfirmations);

it('tells Concur which invoices are paid, each once', async () => {
	const items = await extracted(2);
	expect((await confirm(items))[DONE]).toMatchObject([
		{ outcome: 'done', sent: true, remembered: '["P/CP"]', rememberedStatus: 'CP' },
		{ outcome: 'done' },
	]);
	const paid = { paymentStatus: 'PAID', paymentStatusDate: '2026-03-31', checkNumbers: ['77'] };
	expect(await told()).toEqual([[{ requestId: 'Q0', ...paid }], [{ requestId: 'Q1', ...paid }]]);
	const again = await confirm(items);
	expect(again[ATTENTION]).toMatchObject([
		{ outcome: 'refused', message: expect.stringContaining('Extracted') as string },
		{ outcome: 'refused' },
	]);
	expect((await told()).map(({ length }) => length)).toEqual([1, 1]);
});

it('voids what was paid, says nothing of a part, and takes each invoice of a request by itself', async () => {
	const [one, other] = (await extracted(2)) as [IDataObject, IDataObject];
	expect((await confirm([one], 'PP'))[DONE]).toMatchObject([{ outcome: 'done', sent: false }]);
	expect((await confirm([{ ...one, paymentStatus: 'PP' }], 'RE'))[DONE]).toMatchObject([{ outcome: 'done', sent: false }]);
	expect(await company.requests(PATH)).toBe(0);
	await confirm([one]);
	const [done, , attention] = await confirm([one, other]);
	expect([done, attention]).toMatchObject([[{ outcome: 'done' }], [{ outcome: 'refused' }]]);
	expect((await confirm([one], 'RE'))[DONE]).toMatchObject([{ outcome: 'done' }]);
	expect((await told())[0]!.map(({ paymentStatus }) => paymentStatus)).toEqual(['PAID', 'VOID']);
});

it.each([
	['commitThenDrop', DONE, 'alreadyDone'],
	['commitThen500', DONE, 'alreadyDone'],
	['drop', DONE, 'done'],
	['html503', DONE, 'done'],
])('is told once where a reply gets lost by %s', async (kind, output, outcome) => {
	const items = await extracted(1);
	await company.control('POST', '/faults', { system: 'concur', kind, path: PATH });
	expect((await confirm(items))[output]).toMatchObject([{ outcome }]);
	expect((await told())[0]).toHaveLength(1);
});

it.each([
	['is away', { kind: 'html502', times: 0 }, 'tryLater'],
	['gives no right to it', { kind: 'forbidden', times: 0 }, 'refused'],
])('stays due where Concur %s', async (_case, fault, outcome) => {
	const items = await extracted(1);
	await company.control('POST', '/faults', { system: 'concur', path: PATH, ...fault });
	expect((await confirm(items))[ATTENTION]).toMatchObject([{ outcome }]);
	expect((await told())[0]).toEqual([]);
});

it('names the scope that is missing', async () => {
	await company.control('POST', '/concur', { scopes: ['FISVC'] });
	const [, , attention] = await confirm(await extracted(1));
	expect(attention![0]!.message).toContain('invoice.paymentconfirmation.write');
});

it('goes to FIS as before where nobody asked for it, and for every other document', async () => {
	const items = await extracted(1);
	expect((await confirm(items, 'CP', {}))[ATTENTION]).toHaveLength(1);
	const [docId] = await company.ready(1);
	await confirm([{ docId: docId!, docType: 'expense', reportId: 'R0' }]);
	expect(await company.requests(PATH)).toBe(0);
	expect(await company.requests('paymentconfirmations')).toBeGreaterThanOrEqual(2);
});

it('wants the id of the invoice', async () => {
	const [item] = await extracted(1);
	await expect(confirm([{ ...item, reportId: '' }])).rejects.toThrow(/Invoice ID is empty/);
});
