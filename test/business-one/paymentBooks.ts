import {
	paymentsForEntries,
	type EntryToCheck,
	type PaymentOptions,
	type PaymentsOfEntry,
} from '../../nodes/shared/business-one/payments';
import type { Connection } from './connection';
import { PostingSandbox } from './postingSandbox';

type Line = Record<string, string | number>;

interface Paid {
	partner?: string;
	means?: object;
	rows: object[];
	sum: number;
	/** What the bank takes. */
	charges?: number;
	date?: string;
}

/** A company whose entries are posted, paid and looked at, as the bookkeeper and the node do it. */
export class PaymentBooks {
	private sandbox!: PostingSandbox;
	private connection!: Connection;

	/** To be called once in the suite, outside of its tests. */
	use(): this {
		beforeAll(async () => {
			this.sandbox = await PostingSandbox.start();
		});
		afterAll(async () => await this.sandbox.stop());
		beforeEach(async () => {
			await this.sandbox.reset(false);
			this.connection = this.sandbox.connect('v2');
		});
		afterEach(() => this.connection.close());
		return this;
	}

	/** Posts an entry, with a key where one is given; gives its JdtNum. */
	async post(lines: Line[], Reference2?: string): Promise<number> {
		const entry = { ReferenceDate: '2026-11-10', Reference2, JournalEntryLines: lines };
		return (await this.send('JournalEntries', entry)).JdtNum as number;
	}

	/** Posts an entry whose line 1 owes a partner this amount. */
	async owes(amount: number, partner = 'E1001'): Promise<number> {
		return await this.post([
			{ AccountCode: '611000', Debit: amount },
			{ ShortName: partner, Credit: amount },
		]);
	}

	/** Posts an A/P invoice of a vendor; gives its DocEntry, and the JdtNum of the entry that B1 made of it. */
	async invoice(amount: number, partner = 'V20010'): Promise<{ docEntry: number; jdtNum: number }> {
		const lines = [{ AccountCode: '616000', LineTotal: amount }];
		const document = { CardCode: partner, DocType: 'dDocument_Service', DocDate: '2026-11-10', DocumentLines: lines };
		const { DocEntry, TransNum } = await this.send('PurchaseInvoices', document);
		return { docEntry: Number(DocEntry), jdtNum: Number(TransNum) };
	}

	/** Pays rows of entries (line 1 unless told); gives the DocEntry of the payment. */
	async pay({ partner = 'E1001', rows, sum, means, charges, date = '2026-11-20' }: Paid): Promise<number> {
		const payment = {
			CardCode: partner,
			DocDate: date,
			...(means ?? { TransferAccount: '111000', TransferSum: sum }),
			...(charges === undefined ? {} : { BankChargeAmount: charges }),
			PaymentInvoices: rows.map((row) => ({ InvoiceType: 'it_JournalEntry', DocLine: 1, ...row })),
		};
		return (await this.send('VendorPayments', payment)).DocEntry as number;
	}

	/** Master data of the company, in the Service Layer's names. */
	async load(masterData: object): Promise<void> {
		await this.sandbox.control('post', 'master-data', masterData);
	}

	/** Reverses an entry of the books. */
	async cancelEntry(jdtNum: number): Promise<void> {
		await this.send(`JournalEntries(${jdtNum})/Cancel`, {});
	}

	async cancel(docEntry: number): Promise<void> {
		await this.send(`VendorPayments(${docEntry})/Cancel`, {});
	}

	async look(
		entries: Array<number | EntryToCheck>,
		leaveOut: string[] = [],
		currencies?: PaymentOptions['currencies'],
	): Promise<PaymentsOfEntry[]> {
		const asked = entries.map((entry) => (typeof entry === 'number' ? { jdtNum: entry, reported: [] } : entry));
		return await paymentsForEntries(this.connection.serviceLayer, asked, { companyDb: 'SBODEMO', leaveOut, currencies });
	}

	/** Requests to B1 that `work` makes. */
	async requestsOf(work: () => Promise<unknown>): Promise<number> {
		await this.sandbox.control('post', 'counters/reset');
		await work();
		return ((await this.sandbox.counters()) as { requests: { businessOne: number } }).requests.businessOne;
	}

	private async send(path: string, body: object): Promise<Line> {
		return (await this.connection.serviceLayer.post(path, body as never)).body as Line;
	}
}

/** What is due, in short: status, reference, amount, currency. */
export const dueOf = (result: PaymentsOfEntry | undefined) =>
	(result?.due ?? []).map(({ status, paymentRef, clearingAmount, clearingCurrency }) =>
		[status, paymentRef, clearingAmount, clearingCurrency].join(' '),
	);
