import type { Reply } from './company';

/** What a company has that buys: accounts, tax groups, withholding, freight, terms and vendors. */
export const purchasing = {
	accounts: [
		{ Code: '111', Name: 'Bank' },
		{ Code: '145', Name: 'Input tax' },
		{ Code: '177', Name: 'Tax owed on acquisitions' },
		{ Code: '290', Name: 'Tax withheld' },
		{ Code: '650', Name: 'Rounding' },
	],
	company: { RoundingAccount: '650' },
	vatGroups: [
		{ Code: 'V19', Name: 'Input 19 %', TaxAccount: '145', VatGroups_Lines: [{ Effectivefrom: '2015-01-01', Rate: 19 }] },
		{ Code: 'H19', Name: 'Half', TaxAccount: '145', NonDeduct: 50, VatGroups_Lines: [{ Effectivefrom: '2015-01-01', Rate: 19 }] },
		{
			Code: 'R19',
			Name: 'Reverse charge 19 %',
			TaxAccount: '145',
			AcquisitionReverse: 'tYES',
			AcquisitionTax: '177',
			VatGroups_Lines: [{ Effectivefrom: '2015-01-01', Rate: 19 }],
		},
		{ Code: 'A19', Name: 'Output', Category: 'bovcOutputTax', VatGroups_Lines: [{ Effectivefrom: '2015-01-01', Rate: 19 }] },
	],
	withholdingTaxCodes: [{ WTCode: 'W1', WTName: 'Ten', Rate: 10, BaseAmount: 100, Account: '290' }],
	additionalExpenses: [{ ExpensCode: 1, Name: 'Freight', ExpenseAccount: '600' }],
	paymentTerms: [{ GroupNumber: 2, PaymentTermsGroupName: '30 days', NumberOfAdditionalDays: 30 }],
	items: [{ ItemCode: 'DESK', ItemName: 'Desk', ExpanseAccount: '600' }],
	businessPartners: [
		{ CardCode: 'S1', CardName: 'Supplier', CardType: 'cSupplier', DebitorAccount: '211', PayTermsGrpCode: 2 },
		{ CardCode: 'C1', CardName: 'Customer', CardType: 'cCustomer', DebitorAccount: '211' },
		{
			CardCode: 'W1',
			CardName: 'Withheld',
			CardType: 'cSupplier',
			DebitorAccount: '211',
			SubjectToWithholdingTax: 'boYES',
			BPWithholdingTaxCollection: [{ WTCode: 'W1' }],
		},
	],
};

/** What a refusal says, whatever the version. */
export const textOf = ({ text }: Reply) => text;

/** A service invoice of vendor S1. */
export const service = (lines: object[], more: object = {}) => ({
	CardCode: 'S1',
	DocType: 'dDocument_Service',
	DocDate: '2024-05-16',
	NumAtCard: 'R-1',
	DocumentLines: lines,
	...more,
});
export const line = (total: number, more: object = {}) => ({
	AccountCode: '600',
	ItemDescription: 'Consulting',
	LineTotal: total,
	...more,
});
