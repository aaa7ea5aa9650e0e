import { allocation, entry, journal, personal, report, toCompany } from './sample';

/** One use case of expense integration as a document of its own, with what is worth knowing about it. */
export interface UseCase {
	id: string;
	title: string;
	/** What the published description of the case gets wrong or leaves out, and what is done instead. */
	note?: string;
	document: unknown;
	profile?: object;
}

const itemized = (payee: string) => [
	entry(250, journal('ROOM', 250, payee), { expenseTypeName: 'Room Rate' }),
	entry(50, journal('RTAX', 50, payee), { expenseTypeName: 'Room Tax' }),
	entry(25, journal('BRKF', 25, payee), { expenseTypeName: 'Breakfast' }),
];

const taxed = (gross: number, netOfTax: number, netOfReclaim: number, currency: string, rows: object[]) => {
	const guids = rows.map((_, index) => `T${index}`);
	const row = journal('COST', gross, 'EMPL', { amountNetOfTax: netOfTax, amountNetOfReclaim: netOfReclaim, taxGuid: guids });
	const tax = rows.map((fields, index) => ({ taxGuid: guids[index], ...fields }));
	return report(gross, [entry(gross, [allocation([row], { tax })], { expenseTypeName: 'Hotel' })], {
		employeeCurrencyAlphaCode: currency,
	});
};

const trip = () => [
	entry(245, journal('CAR', 245), { expenseTypeName: 'Car Rental' }),
	entry(60, [allocation([journal('MEAL', 5), journal('MEAL', 55)])], { expenseTypeName: 'Dinner' }),
	entry(10, journal('PARK', 10), { expenseTypeName: 'Parking' }),
];

const applied = (...amounts: number[]) => ({
	cashAdvanceApplication: amounts.map((amount) => ({
		cashAdvanceId: 'CA1',
		cashAdvanceApplicationAmount: amount,
		cashAdvanceClearingAccountCode: 'CADV',
	})),
});

const card = (payee: string) => [
	entry(250, journal('ROOM', 250, payee), { expenseTypeName: 'Room Rate', clearingAccountCode: 'CLR' }),
	entry(20, journal('MEAL', 20, payee), { expenseTypeName: 'Dinner', clearingAccountCode: 'CLR' }),
];

const taxi = (...journals: ReturnType<typeof journal>[]) => entry(35, [allocation(journals)]);

const COPD =
	'Published with the employee as creditor; the document names the company-paid card. Map COPD to the employee to get the published entry.';

export const useCases: UseCase[] = [
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
	{
		id: 'UC12',
		title: 'Cash advance issued',
		document: {
			employeeData: { employeeId: 'EMP1', employeeFirstName: 'Ada', employeeLastName: 'Example' },
			cashAdvanceData: {
				name: 'TechEd',
				requestAmount: 7000,
				currencyAlphaCode: 'USD',
				employeeCurrencyAlphaCode: 'USD',
				exchangeRate: 1,
				issuedDate: '2024-03-07T13:15:57.790Z',
			},
			journalData: [{ accountCode: 'CADV', amount: 7000, payer: 'COMP', payee: 'EMPL', debitOrCredit: 'DR' }],
		},
	},
	{
		id: 'UC13',
		title: 'Cash advance lower than the payout',
		note: 'Published with the clearing account on the debit side, which does not balance.',
		document: report(315, trip(), { employeeCurrencyAlphaCode: 'GBP' }, applied(-245, -55)),
	},
	{
		id: 'UC14',
		title: 'Cash advance higher than the payout',
		note: 'The return of 85 is one of the application rows already.',
		document: report(
			315,
			trip(),
			{ employeeCurrencyAlphaCode: 'GBP', cashAdvanceReturnsAmount: 85 },
			applied(-85, -245, -60, -10),
		),
	},
	{
		id: 'UC15',
		title: 'Card billed to and paid by the employee (IBIP)',
		document: report(10, [entry(10, journal('TAXI', 10, 'IBIP'))]),
	},
	{
		id: 'UC16',
		title: 'Card and cash in one report (IBCP)',
		document: report(79.1, [
			entry(56.1, journal('CAR', 56.1, 'IBCP'), { expenseTypeName: 'Car Rental' }),
			entry(23, journal('POST', 23), { expenseTypeName: 'Postage' }),
		]),
	},
	{
		id: 'UC17',
		title: 'Credit on the card',
		document: report(-349, [entry(-349, toCompany('AIR', -349, 'COPD'), { expenseTypeName: 'Airfare' })]),
	},
	{
		id: 'UC18',
		title: 'Card with itemization (IBCP)',
		note: 'Published with the employee as creditor; heading and document say the card.',
		document: report(325, itemized('IBCP')),
	},
	{
		id: 'UC19',
		title: 'Personal item on an IBCP card',
		note: 'The personal item is not in the document, so it cannot be in the entry; the published one has it.',
		document: report(300, itemized('IBCP').slice(0, 2)),
	},
	{
		id: 'UC20a',
		title: 'IBCP, personal items, without offsets',
		document: report(305, [...card('IBCP'), taxi(journal('TAXI', 35))]),
	},
	{
		id: 'UC20b',
		title: 'IBCP, personal items, with offsets',
		note: 'Concur splits the cash entry between employee and card itself.',
		document: report(305, [...card('IBCP'), taxi(journal('TAXI', 21), journal('TAXI', 14, 'IBCP'))]),
	},
	{
		id: 'UC21a',
		title: 'IBCP, out-of-pocket smaller, without offsets',
		note: 'Published as if with offsets.',
		document: report(275, [...card('IBCP'), entry(5, journal('PARK', 5), { expenseTypeName: 'Parking' })]),
	},
	{
		id: 'UC21b',
		title: 'IBCP, out-of-pocket smaller, with offsets',
		document: report(275, [...card('IBCP'), entry(5, journal('PARK', 5, 'IBCP'), { expenseTypeName: 'Parking' })]),
	},
	{
		id: 'UC22',
		title: 'CBCP entirely personal, net due company',
		note: 'Both sides of the clearing account stay visible, because the employee owes the company.',
		document: report(0, [
			personal(49, 'CBCP', 'CLR1', { expenseTypeName: 'Dues' }),
			personal(32, 'COPD', 'CLR2', { expenseTypeName: 'Tolls' }),
		]),
	},
	{
		id: 'UC23',
		title: 'CBCP with a personal item, net due employee, card credited to clearing',
		profile: { cardCredit: { CBCP: 'clearing' } },
		note: 'Published with 32 for the taxi, which does not balance. The personal item nets out of clearing, because the company owes the employee. UC23 and UC25 publish the clearing account and the vendor for the same document; `cardCredit` decides.',
		document: report(305, [
			...card('CBCP'),
			taxi(journal('TAXI', 35)),
			personal(14, 'CBCP', 'CLR', { expenseTypeName: 'Movie' }),
		]),
	},
	{
		id: 'UC24',
		title: 'CBCP personal and business, verbose',
		note: 'The document has no journal account for the personal item; the clearing account of the entry is taken. The published entry leaves the business part out.',
		document: report(700, [
			entry(0, [allocation([journal('', 300, 'CBCP'), toCompany('', -300)])], {
				entryIsPersonal: 'Y',
				clearingAccountCode: '123447262',
				expenseTypeName: 'Dinner',
			}),
			entry(700, journal('1234', 700, 'CBCP'), { clearingAccountCode: '123447262', expenseTypeName: 'Airfare' }),
		]),
	},
	{
		id: 'UC25',
		title: 'CBCP with a personal item, net due employee, card vendor credited',
		document: report(305, [
			...card('CBCP'),
			taxi(journal('TAXI', 35)),
			personal(14, 'CBCP', 'CLR', { expenseTypeName: 'Movie' }),
		]),
	},
	{
		id: 'INV',
		title: 'Invoice with tax and header shipping',
		document: {
			requestHeader: {
				requestId: 'Q1',
				reqKey: 35,
				currencyAlphaCode: 'EUR',
				requestTotal: 128,
				amountShippingTotal: 9,
				invoiceDate: '2024-08-25',
				vendorInvoiceNumber: 'INV-7',
			},
			vendor: { vendorCode: 'V100', vendorName: 'Paper Ltd' },
			lineItem: [
				{
					lineItemSequenceOrder: 1,
					lineItemDescription: 'Paper',
					allocation: [
						{ journal: { accountCode: 'MATER', amountNet: 100, amountGross: 119, tax: [{ amountTax: 19, taxCode: 'V1' }] } },
					],
				},
			],
		},
	},
];
