import type { IDataObject } from 'n8n-workflow';
import { DocumentBooks, JOURNAL, RECALLED } from './documentBooks';
import { run, setupOf } from './setup';

const b1 = new DocumentBooks().use();

describe('documents that were recalled', () => {
	const RECALLED_BY: IDataObject[] = [
		{ docStatus: 'RECALLED' },
		{ acknowledgement: { outcome: 'recalled' } },
		{ confirmation: { outcome: 'recalled' } },
	];

	it.each(RECALLED_BY)('lose their entry, as %j says', async (changes) => {
		const { item, jdtNum } = await b1.posted();
		const { output, json } = await b1.findOne({ ...item, ...changes });
		expect(output).toBe(RECALLED);
		expect(json.posting).toMatchObject({
			outcome: 'cancelled',
			jdtNum,
			reversalJdtNum: expect.any(Number),
			reversalDate: '2026-11-24',
			retrySafe: true,
		});
		const again = await b1.findOne({ ...item, ...changes });
		expect(again).toMatchObject({ output: RECALLED, json: { posting: { outcome: 'cancelled', cancelledInB1: true, jdtNum } } });
		expect((again.json.posting as IDataObject).errorClass).toBeUndefined();
	});

	it('have a posting of null where there is no entry', async () => {
		expect(await b1.findOne(b1.document({ docStatus: 'RECALLED' }).item)).toMatchObject({
			output: RECALLED,
			json: { posting: null },
		});
	});

	it('keep their entry on request', async () => {
		const { item, jdtNum } = await b1.posted({ docStatus: 'RECALLED' });
		const before = (await b1.entries()).length;
		expect(await b1.findOne(item, { recalled: 'leave' })).toMatchObject({
			output: RECALLED,
			json: { posting: { outcome: 'alreadyPosted', jdtNum } },
		});
		expect(await b1.entries()).toHaveLength(before);
	});

	it('keep an entry that is paid, and say why', async () => {
		const { built, item } = b1.document({ docStatus: 'RECALLED' });
		built.journalEntry = {
			ReferenceDate: '2026-11-24',
			JournalEntryLines: [
				{ AccountCode: '611000', Debit: 80 },
				{ ShortName: 'E1001', Credit: 80 },
			],
		};
		const { jdtNum } = await b1.post(built);
		const rows = [{ InvoiceType: 'it_JournalEntry', DocEntry: jdtNum, DocLine: 1 }];
		await b1.call('POST', 'VendorPayments', {
			CardCode: 'E1001',
			TransferAccount: '111000',
			TransferSum: 80,
			PaymentInvoices: rows,
		});
		expect(await b1.findOne(item)).toMatchObject({
			output: RECALLED,
			json: {
				posting: {
					outcome: 'cancelRefused',
					jdtNum,
					retrySafe: false,
					message: expect.stringMatching(/is paid by outgoing payment \d+/),
				},
			},
		});
		const cancel = setupOf(b1.credentials, { ...JOURNAL, operation: 'cancel', jdtNum: { mode: 'id', value: String(jdtNum) } });
		await expect(run(cancel)).rejects.toThrow(/is paid by outgoing payment/);
	});

	it('keep an entry that B1 calls reconciled', async () => {
		const { item, jdtNum } = await b1.posted({ docStatus: 'RECALLED' });
		const body = { error: { code: '-5002', message: 'The transaction is reconciled' } };
		await b1.control('post', 'faults', { kind: 'status', path: `${jdtNum}\\)/Cancel`, status: 400, body, times: 0 });
		expect(await b1.findOne(item)).toMatchObject({ json: { posting: { outcome: 'cancelRefused', retrySafe: false } } });
	});

	it('say where the cancellation failed, and whether it may be tried again', async () => {
		const { item, jdtNum } = await b1.posted({ docStatus: 'RECALLED' });
		const locked = { error: { code: '-4013', message: 'Posting period locked; specify an alternative date' } };
		await b1.control('post', 'faults', { kind: 'status', path: `${jdtNum}\\)/Cancel`, status: 400, body: locked });
		expect(await b1.findOne(item)).toMatchObject({
			output: RECALLED,
			json: { posting: { outcome: 'cancelFailed', jdtNum, errorClass: 'period', retrySafe: true } },
		});
		const refused = { error: { code: '-6006', message: 'You are not permitted' } };
		await b1.control('post', 'faults', { kind: 'status', path: `${jdtNum}\\)/Cancel`, status: 400, body: refused });
		expect(await b1.findOne(item)).toMatchObject({ json: { posting: { outcome: 'cancelFailed', retrySafe: false } } });
		expect(await b1.findOne(item)).toMatchObject({ json: { posting: { outcome: 'cancelled' } } });
	});

	it('are cancelled once where the answer was lost', async () => {
		const { item } = await b1.posted({ docStatus: 'RECALLED' });
		const before = (await b1.entries()).length;
		await b1.control('post', 'faults', { kind: 'commitThenDrop', path: '/Cancel' });
		expect(await b1.findOne(item)).toMatchObject({ json: { posting: { outcome: 'cancelled' } } });
		expect(await b1.entries()).toHaveLength(before + 1);
	});

	it('get the next open day for their reversal where the option says so', async () => {
		const { built, item } = b1.document({ docStatus: 'RECALLED' });
		(built.journalEntry as IDataObject).ReferenceDate = '2025-12-15';
		await b1.post(built);
		await b1.period('ltLocked');
		expect(await b1.findOne(item)).toMatchObject({
			json: { posting: { outcome: 'cancelFailed', errorClass: 'period', retrySafe: true } },
		});
		expect(await b1.findOne(item, { reversalDate: 'nextOpenDay' })).toMatchObject({
			json: { posting: { outcome: 'cancelled', postingDate: '2025-12-15', reversalDate: '2026-01-01' } },
		});
	});
});

describe('cancel', () => {
	it('takes an entry without any reference that was cancelled before for a success', async () => {
		const { JdtNum } = await b1.call('POST', 'JournalEntries', {
			ReferenceDate: '2026-11-24',
			JournalEntryLines: [
				{ AccountCode: '611000', Debit: 5 },
				{ ShortName: 'CBCP', Credit: 5 },
			],
		});
		const cancel = setupOf(b1.credentials, { ...JOURNAL, operation: 'cancel', jdtNum: { mode: 'id', value: String(JdtNum) } });
		expect((await run(cancel))[0]![0]).toMatchObject({ cancelled: true, alreadyCancelled: false });
		expect((await run(cancel))[0]![0]).toMatchObject({
			cancelled: true,
			alreadyCancelled: true,
			reversalJdtNum: expect.any(Number),
		});
	});
});
