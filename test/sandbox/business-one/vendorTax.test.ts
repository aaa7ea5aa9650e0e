import { Company, versions } from './company';
import { line, purchasing, service, textOf } from './purchasing';

/** Withholding tax and forms 1099 as B1 takes them from the vendor. Sums by hand. */
describe.each(versions)('taxes by the vendor, %s', (version) => {
	const path = (rest: string) => `/b1s/${version}/${rest}`;
	let company: Company;

	beforeEach(async () => {
		company = await new Company().login(version);
		company.load(purchasing);
		company.load({
			withholdingTaxCodes: [
				{ WTCode: 'P20', WTName: 'On payment', Rate: 20, BaseAmount: 100, Account: '290', Category: 'wtcc_Payment' },
			],
			businessPartners: [
				{
					CardCode: 'W2',
					CardName: 'Two codes',
					CardType: 'cSupplier',
					DebitorAccount: '211',
					SubjectToWithholdingTax: 'boYES',
					WTCode: 'P20',
					BPWithholdingTaxCollection: [{ WTCode: 'W1' }, { WTCode: 'P20' }],
					FormCode1099: 2,
					Box1099: '7',
				},
			],
		});
	});

	const invoice = async (more: object) =>
		await company.post(path('PurchaseInvoices'), service([line(100)], { CardCode: 'W2', ...more }));

	test('the code of the vendor is taken; one on payment takes nothing off the invoice', async () => {
		expect((await invoice({})).json).toMatchObject({
			DocTotal: 100,
			WTAmount: 0,
			WithholdingTaxDataCollection: [{ WTCode: 'P20' }],
		});
		const asked = { WithholdingTaxDataCollection: [{ WTCode: 'W1' }] };
		expect((await invoice(asked)).json).toMatchObject({ DocTotal: 90, WTAmount: 10 });
	});

	test('a code that the vendor does not have is refused', async () => {
		company.load({ withholdingTaxCodes: [{ WTCode: 'X', WTName: 'Other', Rate: 5, Account: '290' }] });
		expect(textOf(await invoice({ WithholdingTaxDataCollection: [{ WTCode: 'X' }] }))).toContain('PCH5.WTCode');
	});

	test('form and box 1099 are those of the vendor, unless the document tells others', async () => {
		expect((await invoice({})).json).toMatchObject({ Form1099: 2, Box1099: '7' });
		expect(textOf(await invoice({ CardCode: 'S1', Box1099: '7' }))).toContain('Box1099');
	});

	test('tax withheld in a foreign currency is told in it', async () => {
		company.load({ currencies: [{ Code: 'EUR', Name: 'Euro' }], rates: [{ Currency: 'EUR', RateDate: null, Rate: 2 }] });
		const foreign = service([{ AccountCode: '600', RowTotalFC: 100 }], { CardCode: 'W1', DocCurrency: 'EUR' });
		expect((await company.post(path('PurchaseInvoices'), foreign)).json).toMatchObject({
			DocTotalFc: 90,
			DocTotal: 180,
			WTAmountFC: 10,
			WTAmount: 20,
		});
	});

	test('freight stands once in a document', async () => {
		const freight = [1, 1].map((code) => ({ ExpenseCode: code, LineTotal: 5 }));
		expect(textOf(await invoice({ DocumentAdditionalExpenses: freight }))).toContain('PCH3.ExpnsCode');
	});
});
