import type { IDataObject } from 'n8n-workflow';
import { startSandbox, type Sandbox } from '../../../sandbox';
import type { CredentialStore } from '../../helpers/engine';
import { builtItem, run, runItems, sandboxCredential, setupOf } from './setup';

let sandbox: Sandbox;
let credentials: CredentialStore;

beforeAll(async () => {
	sandbox = await startSandbox({ now: new Date('2026-11-24T08:00:00Z') });
	credentials = sandboxCredential(sandbox);
});
afterAll(async () => await sandbox.stop());

const GET = { resource: 'outgoingPayment', operation: 'getForEntries' };

async function postedItem(): Promise<IDataObject> {
	const [posted] = await run(setupOf(credentials, { resource: 'journalEntry', operation: 'post' }), [builtItem()]);
	return posted![0]!;
}

const jdtNumOf = (item: IDataObject) => (item.posting as { jdtNum: number }).jdtNum;
const paymentsOf = (item?: IDataObject) => item?.outgoingPayments as { state: string; due: IDataObject[] };

async function pay(item: IDataObject): Promise<number> {
	const jdtNum = jdtNumOf(item);
	const [entry] = await run(
		setupOf(credentials, { resource: 'journalEntry', operation: 'get', jdtNum: { mode: 'id', value: String(jdtNum) } }),
	);
	const amount = (entry![0]!.JournalEntryLines as IDataObject[])[1]!.Credit;
	const body = {
		CardCode: 'CBCP',
		DocDate: '2026-11-24',
		TransferAccount: '111000',
		TransferSum: amount,
		PaymentInvoices: [{ InvoiceType: 'it_JournalEntry', DocEntry: jdtNum, DocLine: 1 }],
	};
	const call = { resource: 'custom', operation: 'call', method: 'POST', path: 'VendorPayments', body: JSON.stringify(body) };
	const [[payment]] = (await run(setupOf(credentials, call))) as [[IDataObject]];
	return payment.DocEntry as number;
}

describe('get payments for entries', () => {
	it('takes items of Post as they are, adds one block and keeps order and pairing', async () => {
		const [paid, open] = [await postedItem(), await postedItem()];
		const docEntry = await pay(paid);
		const [items] = await runItems(setupOf(credentials, GET), [{ json: open }, { json: paid }]);
		expect(items!.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
		expect(items![0]!.json).toMatchObject({ ...open, outgoingPayments: { state: 'unpaid', due: [] } });
		expect(paymentsOf(items![1]!.json)).toMatchObject({
			state: 'paid',
			due: [
				{
					status: 'CP',
					paymentRef: `SBODEMO/${docEntry}/${jdtNumOf(paid)}`,
					clearingAmount: expect.stringMatching(/^\d+\.\d\d?$/),
					clearingCurrency: 'USD',
					clearingDate: '2026-11-24',
					companyCode: 'SBODEMO',
					fiscalYear: '2026',
					receiverId: 'CBCP',
					reported: `["SBODEMO/${docEntry}/${jdtNumOf(paid)}"]`,
				},
			],
		});
	});

	it('reads rows of a document table: the number, and what was reported before', async () => {
		const item = await postedItem();
		await pay(item);
		const row = { jdtNum: String(jdtNumOf(item)), paymentsReported: null };
		const [[first]] = (await run(setupOf(credentials, GET), [row])) as [[IDataObject]];
		const { reported } = paymentsOf(first).due[0]!;
		const [[again]] = (await run(setupOf(credentials, GET), [{ ...row, paymentsReported: reported }])) as [[IDataObject]];
		expect(paymentsOf(again)).toMatchObject({ state: 'paid', due: [] });
	});

	it('names the fiscal year after the year in which it ends, and leaves partners out that are paid otherwise', async () => {
		const item = await postedItem();
		await pay(item);
		const options = { fiscalYearStart: 7 };
		const [[later]] = (await run(setupOf(credentials, { ...GET, options }), [item])) as [[IDataObject]];
		expect(paymentsOf(later).due[0]?.fiscalYear).toBe('2027');
		const leaveOut = { leaveOut: 'IBCP, CBCP' };
		const [[left]] = (await run(setupOf(credentials, { ...GET, options: leaveOut }), [item])) as [[IDataObject]];
		expect(paymentsOf(left)).toMatchObject({ state: 'nothingToPay', due: [] });
	});

	it.each([
		[{ posting: { jdtNum: null } }, /Journal Entry is empty/],
		[{ jdtNum: 1, paymentsReported: 'SBODEMO/1/1' }, /not a list of references/],
		[{ jdtNum: 1, paymentsReported: '[7]' }, /not a list of references/],
	])('refuses %j before B1 is asked, and sends it to the error output', async (json, text) => {
		await expect(run(setupOf(credentials, GET), [json])).rejects.toThrow(text);
		const good = await postedItem();
		const [items] = await runItems(setupOf(credentials, GET, { onError: 'continueErrorOutput' }), [{ json }, { json: good }]);
		expect(items![0]!.json.error).toMatch(text);
		expect(items![1]!.json).toHaveProperty('outgoingPayments.state', 'unpaid');
	});

	it('takes the currency table of mapping rows, given as a table or as cells, each item its own', async () => {
		const headers = { 'Content-Type': 'application/json' };
		const body = JSON.stringify({
			company: { LocalCurrency: '$', SystemCurrency: '$' },
			currencies: [{ Code: '$', Name: 'Dollar' }],
		});
		await fetch(`${sandbox.url}/control/master-data`, { method: 'POST', headers, body });
		const [one, other] = [await postedItem(), await postedItem()];
		for (const item of [one, other]) await pay(item);
		const told = async (mappingRows: unknown) => {
			const parameters = { ...GET, mappingRows: mappingRows as string };
			const [items] = await run(setupOf(credentials, parameters), [
				{ ...one, own: ROWS('CAD') },
				{ ...other, own: ROWS('USD') },
			]);
			return items!.map((item) => paymentsOf(item).due[0]?.clearingCurrency);
		};
		const ROWS = (iso: string) => `section,setting,from,to\nCurrency and Rounding,Currency Table,${iso},$`;
		expect(await told('')).toEqual(['$', '$']);
		expect(await told([{ json: { section: 'Currency and Rounding', setting: 'Currency Table', from: 'USD', to: '$' } }])).toEqual(
			['USD', 'USD'],
		);
		expect(await told('={{ $json.own }}')).toEqual(['CAD', 'USD']);
		const wrong = 'section,setting,from,to\nCurrency,Currencies,USD,$';
		await expect(told(wrong)).rejects.toThrow(/mapping rows cannot be used/);
	});
});
