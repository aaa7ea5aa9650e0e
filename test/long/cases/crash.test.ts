/** n8n dies once Concur has confirmed everything and no row says so yet: the rows are completed, and payments are told later. */
import { connect, type Connection } from '../../business-one/connection';
import * as cases from './world';

const { CONFIRMATION, MINUTE } = cases;
const DOCUMENTS = 60;
const PAID = 50;
/** So many documents go to Concur in one request. */
const PER_REQUEST = 25;

jest.setTimeout(60 * MINUTE);

afterEach(cases.close);

interface Line {
	Line_ID: number;
	AccountCode: string;
	ShortName: string;
	Credit: number;
}

/** Pays an entry in full. */
async function pay({ serviceLayer }: Connection, jdtNum: number): Promise<void> {
	const { JournalEntryLines } = (await serviceLayer.get(`JournalEntries(${jdtNum})`)).body as { JournalEntryLines: Line[] };
	const owed = JournalEntryLines.find(({ AccountCode, ShortName, Credit }) => ShortName !== AccountCode && Credit > 0)!;
	await serviceLayer.post('VendorPayments', {
		CardCode: owed.ShortName,
		DocDate: '2026-11-24',
		TransferAccount: '111000',
		TransferSum: owed.Credit,
		PaymentInvoices: [{ InvoiceType: 'it_JournalEntry', DocEntry: jdtNum, DocLine: owed.Line_ID }],
	});
}

interface Told {
	docId: string;
	paymentConfirmations: Array<{ processingStatusCode: string }>;
}

const told = async (): Promise<string[]> =>
	(await cases.world.control.get<Told[]>('/control/documents')).data
		.map(({ paymentConfirmations }) => paymentConfirmations.map(({ processingStatusCode }) => processingStatusCode).join())
		.filter((codes) => codes !== '');

test('sixty documents are confirmed and n8n is killed: their rows are completed, and fifty payments are told', async () => {
	await cases.open({ 'Take up': { holdMinutes: 0.5, rowsPerRun: 200 } });
	const requests = Math.ceil(DOCUMENTS / PER_REQUEST);
	await cases.order({ ...CONFIRMATION, kind: 'slow', ms: 5_000, nth: requests });
	const documents = await cases.world.loadTogether(Array.from({ length: DOCUMENTS }, () => '01'));
	const isConfirmed = async () => (await cases.statuses()).every((status) => status === 'POSTING_CONFIRMED_SUCCESS');
	await cases.happens('all are confirmed', isConfirmed);
	await cases.world.loop.killN8n();
	await cases.world.loop.startN8n();
	expect((await cases.world.rows()).every(({ open }) => open === true)).toBe(true);
	await cases.expectAllWell();

	const { sandbox } = cases.world.loop;
	const b1 = connect({ ...sandbox.businessOne, url: sandbox.url }, 'v2');
	try {
		for (const { JdtNum } of (await cases.liveOf(documents)).slice(0, PAID)) await pay(b1, JdtNum!);
	} finally {
		b1.close();
	}
	await cases.world.loop.publishBeside('confirm-payments.json');
	await cases.happens('the payments are told', async () => (await told()).length === PAID);
	expect(await told()).toEqual(Array.from({ length: PAID }, () => 'CP'));
});
