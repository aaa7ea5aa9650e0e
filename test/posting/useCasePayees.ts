import { allocation, entry, journal, personal, report, toCompany } from './sample';
import { itemized, type UseCase } from './useCase';

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

/** Cash advances, and the cards that pay. */
export const advancesAndCards: UseCase[] = [
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
];
