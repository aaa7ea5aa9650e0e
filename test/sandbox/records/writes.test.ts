import { control } from '../concur/client';
import { entry, refusal, ServiceLayer, versions, written } from './serviceLayer';

describe.each(versions)('writes of %s, as recorded', (version) => {
	let b1: ServiceLayer;

	beforeAll(async () => {
		b1 = await ServiceLayer.start(version);
	});
	afterAll(() => b1.sandbox.stop());
	beforeEach(() => b1.reset());

	const refused = async (resource: string, body: object) => refusal(await b1.post(resource, body));
	const answer = (code: number, text: string) => [400, written(version, code), text];
	const field = (changes: object) =>
		b1.post('UserFieldsMD', { TableName: 'OJDT', Name: 'F1', Description: 'x', Type: 'db_Alpha', Size: 10, ...changes });

	it('an unknown property', async () => {
		const text = answer(-1000, "Property 'Nope' of 'JournalEntry' is invalid");
		expect(await refused('JournalEntries', entry({ Nope: 1 }))).toEqual(text);
	});

	it('a partner without a code', async () => {
		expect(await refused('BusinessPartners', { CardName: 'x' })).toEqual(answer(-5002, 'Code undefined  [OCRD.CardCode]'));
	});

	it('a user field outside its values', async () => {
		const ValidValuesMD = [
			{ Value: 'A', Description: 'Alpha' },
			{ Value: 'B', Description: 'Beta' },
		];
		await field({ ValidValuesMD });
		const text = "'Z' is not a valid value for property 'U_F1'. The valid values are: 'A' - 'Alpha', 'B' - 'Beta'";
		expect(await refused('JournalEntries', entry({ U_F1: 'Z' }))).toEqual(answer(-1004, text));
		expect((await b1.post('JournalEntries', entry({ U_F1: 'A' }))).status).toBe(201);
	});

	it('a mandatory user field of a system table without a default', async () => {
		const text = 'A default value must be defined for a mandatory field';
		expect(refusal(await field({ Mandatory: 'tYES' }))).toEqual(answer(-5002, text));
		expect((await field({ Mandatory: 'tYES', DefaultValue: 'x' })).status).toBe(201);
	});

	it('a control account', async () => {
		const where = "[JournalEntryLines.AccountCode][line: 1], '211000'";
		const text = `Cannot perform transaction in controlling type account ${where}`;
		expect(await refused('JournalEntries', entry({}, { AccountCode: '211000' }))).toEqual(answer(-5002, text));
	});

	it('a due date outside its window, in the words of both builds', async () => {
		const late = entry({ DueDate: '2099-01-01' });
		expect((await refused('JournalEntries', late))[2]).toBe('Date deviates from permissible range  [OJDT.DueDate]');
		await b1.masterData({ company: { DateRangeMessage: '10000156' } });
		expect((await refused('JournalEntries', late))[2]).toMatch(/^10000156 - Posting Date deviates from the defined range/);
	});

	it('no numbering series, a branch that is missing, a series of another branch', async () => {
		const noSeries = 'To generate this document, first define the numbering series in the Administration module';
		await b1.masterData({ company: { EnableBranches: 'tYES' }, branches: [{ BPLID: 1 }, { BPLID: 2 }] });
		expect(await refused('JournalEntries', entry())).toEqual(answer(-5002, 'Specify an active branch  [OJDT.BPLId]'));
		await b1.masterData({ series: [{ SeriesProperty: 17, BPLID: 2 }] });
		const ofBranch = (BPLID: number) => ({
			JournalEntryLines: [
				{ AccountCode: '611000', Debit: 10, BPLID },
				{ ShortName: 'E1001', Credit: 10, BPLID },
			],
		});
		expect(await refused('JournalEntries', ofBranch(1))).toEqual(answer(-4002, `10000521 - ${noSeries}`));
		expect((await b1.post('JournalEntries', ofBranch(2))).status).toBe(201);
		await b1.masterData({ series: [{ SeriesProperty: 17, Locked: 'tYES' }] });
		expect(await refused('JournalEntries', ofBranch(2))).toEqual(answer(-10, noSeries));
	});

	it('a cost center without a distribution rule names neither line nor field', async () => {
		const text = answer(-2028, 'No matching records found (ODBC -2028)');
		expect(await refused('JournalEntries', entry({}, { CostingCode: 'NONE' }))).toEqual(text);
	});

	it('a journal voucher with a body it does not like', async () => {
		expect(await refused('JournalVouchersService_Add', { JournalVoucher: 1 })).toEqual(answer(-1005, 'Data  not found'));
	});

	it('a currency without a rate, in a voucher and an entry', async () => {
		const JournalEntryLines = [
			{ AccountCode: '611000', FCDebit: 10, FCCurrency: 'CHF' },
			{ ShortName: 'E1001', FCCredit: 10, FCCurrency: 'CHF' },
		];
		expect((await refused('JournalEntries', { JournalEntryLines }))[2]).toBe("Update the exchange rate , 'CHF'");
		const voucher = { JournalVoucher: { JournalEntry: { JournalEntryLines } } };
		expect((await refused('JournalVouchersService_Add', voucher))[2]).toBe("Update the exchange rate , 'CHF'");
	});

	it('a commit that fails leaves nothing, and works the next time', async () => {
		await b1.order('/faults', { kind: 'commitFails' });
		const text = 'Could not commit transaction: Error -1 detected during transaction';
		expect(await refused('JournalEntries', entry())).toEqual(answer(-1116, text));
		expect(await b1.entries()).toEqual([]);
		expect((await b1.post('JournalEntries', entry())).status).toBe(201);
	});

	it('a place with the number of its message behind it', async () => {
		await b1.masterData({ company: { MessageSuffix: '[Message 3559-7]' } });
		const text = "[JournalEntryLines.AccountCode][line: 1] , 'x'  [Message 3559-7]";
		expect((await refused('JournalEntries', entry({}, { AccountCode: 'x' })))[2]).toContain(text);
	});

	it('a partner is answered with Location, ETag and the ETag in the body', async () => {
		const reply = await b1.post('BusinessPartners', { CardCode: 'N1', CardName: 'New', CardType: 'cSupplier' });
		const etag = reply.data[version === 'v1' ? 'odata.etag' : '@odata.etag'];
		expect([reply.status, reply.headers.etag, reply.headers.location]).toEqual([
			201,
			etag,
			`${b1.sandbox.url}${b1.path("BusinessPartners('N1')")}`,
		]);
		expect(etag).toMatch(/^W\/"[0-9A-F]{40}"$/);
	});

	it('cancelling dates the reversal like the original', async () => {
		const dated = entry({ ReferenceDate: '2026-03-02', DueDate: '2026-03-09', UseAutoStorno: 'tYES', StornoDate: '2026-04-01' });
		await b1.post('JournalEntries', dated);
		expect((await b1.post('JournalEntries(1)/Cancel', {})).status).toBe(204);
		const day = (text: string) => text.slice(0, 10);
		const { ReferenceDate, DueDate } = (await b1.get('JournalEntries(2)')).data;
		expect([day(ReferenceDate), day(DueDate)]).toEqual(['2026-03-02', '2026-03-09']);
	});

	it('an entry that is reconciled or paid is cancelled only where the company lets it', async () => {
		for (let count = 0; count < 3; count += 1) await b1.post('JournalEntries', entry());
		await b1.order('/reconciliations', { jdtNum: 1 });
		const PaymentInvoices = [{ DocEntry: 2, DocLine: 1, InvoiceType: 'it_JournalEntry' }];
		const paid = await b1.post('VendorPayments', {
			CardCode: 'E1001',
			TransferAccount: '111000',
			TransferSum: 10,
			PaymentInvoices,
		});
		expect(paid.status).toBe(201);
		for (const number of [1, 2]) expect(refusal(await b1.post(`JournalEntries(${number})/Cancel`, {}))[0]).toBe(400);
		expect((await b1.post('JournalEntries(3)/Cancel', {})).status).toBe(204);
		await b1.order('/reconciliations', { jdtNum: 1, reconciled: false });
		expect((await b1.post('JournalEntries(1)/Cancel', {})).status).toBe(204);
		await b1.masterData({ company: { CancelReconciled: 'tYES' } });
		expect((await b1.post('JournalEntries(2)/Cancel', {})).status).toBe(204);
		expect((await control(b1.sandbox, '/reconciliations', { jdtNum: 99 })).status).toBe(400);
	});
});

describe('master data, as companies keep it', () => {
	let b1: ServiceLayer;

	beforeAll(async () => {
		b1 = await ServiceLayer.start('v2');
	});
	afterAll(() => b1.sandbox.stop());
	beforeEach(() => b1.reset());

	it.each(['$', 'US$', 'SOL'])('a currency code need not be ISO: %s', async (Code) => {
		await b1.masterData({
			currencies: [{ Code, Name: 'x', DocumentsCode: 'USD' }],
			company: { LocalCurrency: Code, SystemCurrency: Code },
		});
		expect((await b1.send('POST', 'SBOBobService_GetLocalCurrency')).data.value).toBe(Code);
		expect((await b1.get(`Currencies('${encodeURIComponent(Code)}')`)).data.DocumentsCode).toBe('USD');
		expect((await b1.post('JournalEntries', entry())).status).toBe(201);
	});

	it('TaxGroup refers to VatGroups only, TaxCode to SalesTaxCodes only', async () => {
		await b1.masterData({ salesTaxCodes: [{ Code: 'CA', Name: 'California' }] });
		const status = async (line: object) => (await b1.post('JournalEntries', entry({}, line))).status;
		expect(await status({ TaxGroup: 'V1' })).toBe(201);
		expect(await status({ TaxCode: 'CA' })).toBe(201);
		expect(await status({ TaxGroup: 'CA' })).toBe(400);
		expect(await status({ TaxCode: 'V1' })).toBe(400);
	});

	it('an entry with AutoVAT: tNO, and a tax line of nothing on its base', async () => {
		const JournalEntryLines = [
			{ AccountCode: '611000', Debit: 10 },
			{ AccountCode: '145000', Debit: 0, TaxGroup: 'V2', BaseSum: 10, VatLine: 'tYES' },
			{ ShortName: 'E1001', Credit: 10 },
		];
		const reply = await b1.post('JournalEntries', { AutoVAT: 'tNO', JournalEntryLines });
		expect([reply.status, reply.data.JournalEntryLines?.[1]]).toEqual([201, expect.objectContaining({ Debit: 0, BaseSum: 10 })]);
	});

	it("the due date of a vendor's line is its own", async () => {
		const lines = [
			{ AccountCode: '611000', Debit: 10 },
			{ ShortName: 'E1001', Credit: 10, DueDate: '2026-06-30' },
		];
		const reply = await b1.post('JournalEntries', { JournalEntryLines: lines });
		expect(reply.data.JournalEntryLines[1].DueDate).toBe('2026-06-30T00:00:00Z');
	});
});
