import { allocation, entry, journal, report, toCompany } from './sample';
import { itemized, type UseCase } from './useCase';

const taxed = (gross: number, netOfTax: number, netOfReclaim: number, currency: string, rows: object[]) => {
	const guids = rows.map((_, index) => `T${index}`);
	const row = journal('COST', gross, 'EMPL', { amountNetOfTax: netOfTax, amountNetOfReclaim: netOfReclaim, taxGuid: guids });
	const tax = rows.map((fields, index) => ({ taxGuid: guids[index], ...fields }));
	return report(gross, [entry(gross, [allocation([row], { tax })], { expenseTypeName: 'Hotel' })], {
		employeeCurrencyAlphaCode: currency,
	});
};

const COPD =
	'Published with the employee as creditor; the document names the company-paid card. Map COPD to the employee to get the published entry.';

/** Costs of the employee, their taxes and their allocations. */
export const costs: UseCase[] = [
	{ id: 'UC01', title: 'Out-of-pocket cash expense', document: report(10, [entry(10, journal('TAXI', 10))]) },
	{
		id: 'UC02',
		title: 'Cash credit',
		note: 'The sides swap; no amount is negative.',
		document: report(-50, [entry(-50, toCompany('HOTEL', -50), { expenseTypeName: 'Hotel' })]),
	},
	{ id: 'UC03', title: 'Mileage', document: report(24.3, [entry(24.3, journal('MILES', 24.3), { expenseTypeName: 'Mileage' })]) },
	{
		id: 'UC04',
		title: 'Travel allowance above the legal rate',
		note: 'Nothing in the document marks the taxable part; the mark comes from the expense type by the mapping (`qualifiers`).',
		document: report(56, [
			entry(26.88, journal('MEAL', 26.88), { expenseTypeCode: 'LUNCH', expenseTypeName: 'Lunch' }),
			entry(29.12, journal('MEAL', 29.12), { expenseTypeCode: 'DINNR', expenseTypeName: 'Dinner' }),
		]),
		profile: { qualifiers: { LUNCH: 'non-taxable', DINNR: 'taxable' } },
	},
	{
		id: 'UC05',
		title: 'One tax item',
		note: 'Tax is taken as the document states it; it is never worked out from a rate.',
		document: taxed(10, 8.4, 8.4, 'EUR', [{ amountTax: 1.6, amountReclaim: 1.6, taxReclaimCode: 'VA' }]),
	},
	{
		id: 'UC06',
		title: 'Non-deductible tax',
		document: taxed(100, 84.03, 100, 'EUR', [{ amountTax: 15.97, amountReclaim: 0, taxReclaimCode: 'VA' }]),
	},
	{
		id: 'UC07',
		title: 'Several tax items',
		note: 'The published entry reclaims both taxes in full; the document allows 3.54 of 11.50.',
		document: taxed(100, 88.5, 96.46, 'CAD', [
			{ amountTax: 4.42, amountReclaim: 0, taxCode: 'JC2E' },
			{ amountTax: 7.08, amountReclaim: 3.54, taxCode: 'JC1U' },
		]),
	},
	{
		id: 'UC08',
		title: 'Partially deductible tax',
		note: 'The published entry halves 6.32; the document rounds each half on its own: 3.17 and 3.15.',
		document: taxed(55, 48.68, 51.83, 'CAD', [
			{ amountTax: 2.43, amountReclaim: 1.22, taxCode: 'JC1E' },
			{ amountTax: 3.89, amountReclaim: 1.95, taxCode: 'JC2T' },
		]),
	},
	{
		id: 'UC09',
		title: 'Foreign receipt without tax',
		note: 'The 0 % code is optional (`foreignTaxCode`) and goes to receipts of another country that carry no tax row.',
		document: report(
			80.32,
			[
				entry(60.24, journal('ROOM', 60.24, 'IBCP'), {
					entryCountryCode: 'US',
					entryCurrAlphaCode: 'USD',
					reportEntryTransactionAmount: 75,
					expenseTypeName: 'Room Rate',
				}),
				entry(20.08, journal('ROOM', 20.08, 'IBCP'), {
					entryCountryCode: 'US',
					entryCurrAlphaCode: 'USD',
					reportEntryTransactionAmount: 25,
					expenseTypeName: 'Hotel Tax',
				}),
			],
			{ homeCountryCode: 'GB', employeeCurrencyAlphaCode: 'GBP' },
		),
		profile: { foreignTaxCode: 'X0' },
	},
	{ id: 'UC10', title: 'Itemized expense', note: COPD, document: report(325, itemized('COPD')) },
	{
		id: 'UC11',
		title: 'Several cost allocations',
		note: 'The published entry has one breakfast line; the document splits it. Cost centers come from the allocation, never from the employee.',
		document: report(25, [
			entry(
				25,
				[
					allocation([journal('BRKF', 12.5)], { allocationCustom4Code: '21-BELL' }),
					allocation([journal('BRKF', 12.5)], { allocationCustom4Code: '1000' }),
				],
				{ expenseTypeName: 'Breakfast' },
			),
		]),
	},
];
