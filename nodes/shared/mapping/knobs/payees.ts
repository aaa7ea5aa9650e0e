import { choice, pairs, rowsIn, section, table, type Choices, type Column, type Knob } from '../declare';
import { mapOf, oneOf, text, type Reader } from '../readers';
import { B1_ACCOUNT, b1Codes, documentCodes, words } from './columns';

export type PayeeRole = 'employeeVendor' | 'cardVendor';

const PAYEE = documentCodes('payees', {
	name: 'payee',
	label: 'Payee Code',
	example: 'IBCP',
	hint: 'As in journalPayer or journalPayee of the document',
});

/** Rows that only need a role or a payee code and an account. */
const ROLE = words({
	name: 'role',
	label: 'Role or Payee Code',
	example: 'cardVendor',
	hint: 'One of employeeVendor, cardVendor, vendor, or a payee code of Concur such as COPD',
});

const STANDS_FOR: Column = {
	name: 'role',
	label: 'Stands For',
	about: 'Who in B1 the code is',
	default: 'employeeVendor',
	input: {
		kind: 'choice',
		choices: {
			employeeVendor: ['Employee', 'The employee, a vendor in B1'],
			cardVendor: ['Card Vendor', 'The bank or card company, a vendor in B1'],
		},
	},
};

const CARD = words({
	name: 'card',
	label: 'Card',
	example: 'IBCP or IBCP:1003',
	hint: 'Payee code, payment type key, card program, or payee code and key with a colon between them',
});

/** On the form a list of the card types that go through clearing. */
const cardCredit: Knob<Record<string, 'vendor' | 'clearing'>> = {
	default: {},
	read: mapOf(oneOf('vendor', 'clearing')),
	fields: [
		{
			label: 'Card Charges Through Clearing',
			about: 'Card types whose charges credit the clearing account, because the card statement is booked on its own',
			input: { kind: 'table', add: 'Add Card Type', columns: [PAYEE] },
		},
	],
	from: (said) => Object.fromEntries(rowsIn(said.cardCredit).map(({ payee }) => [payee, 'clearing'])),
};

/** Who pays a creditor where B1 does not. */
export type ElsewherePayer = 'card' | 'payroll' | 'concur' | 'service';

const PAYERS: Choices<ElsewherePayer> = {
	card: ['Card', 'Invoices whose method of payment is a card'],
	payroll: ['Payroll', 'Reports that ADP or another payroll reimburses'],
	concur: ['Concur', 'What Concur pays itself (Expense Pay, Invoice Pay)'],
	service: ['Another Service', 'Employees whose Concur profile names another method of reimbursement'],
};

const isPayer = (value: unknown): value is ElsewherePayer => typeof value === 'string' && Object.hasOwn(PAYERS, value);

const readPayers: Reader<ElsewherePayer[]> = (value) =>
	Array.isArray(value) && value.every(isPayer) ? { value } : { problem: `must be a list of ${Object.keys(PAYERS).join(', ')}` };

const readPayerAccounts: Reader<Partial<Record<ElsewherePayer, string>>> = (value) => {
	const read = mapOf(text)(value, {});
	const unknown = 'value' in read ? Object.keys(read.value).find((key) => !isPayer(key)) : undefined;
	return unknown === undefined ? read : { problem: `does not know "${unknown}"` };
};

/** Lines of creditors that B1 must not pay, because somebody else does. */
const paymentBlock: Knob<ElsewherePayer[]> = {
	default: [],
	read: readPayers,
	fields: [
		{
			label: 'Block Payment of What Others Pay',
			about: 'Whose payments are blocked in B1, so that no payment run pays them again. A warning says so in any case.',
			input: { kind: 'choices', choices: PAYERS },
			default: [],
		},
	],
	from: (said) => said.paymentBlock,
};

const paidElsewhereAccounts: Knob<Partial<Record<ElsewherePayer, string>>> = {
	default: {},
	read: readPayerAccounts,
	fields: [
		{
			label: 'Accounts for What Others Pay',
			about: 'Accounts that are credited in place of the creditor, because somebody else pays',
			input: {
				kind: 'table',
				add: 'Add Account',
				columns: [
					{ name: 'payer', label: 'Paid By', default: 'card', about: 'Who pays', input: { kind: 'choice', choices: PAYERS } },
					B1_ACCOUNT,
				],
			},
		},
	],
	from: ({ paidElsewhereAccounts: rows }) => pairs('Accounts for What Others Pay', rowsIn(rows), 'payer', 'account'),
};

/** Who is owed the money: Concur's payees become vendors or accounts of B1. */
export const payees = section({
	title: 'Payees and Cards',
	collection: {
		name: 'payees',
		label: 'Payees and Cards',
		add: 'Add Payee Setting',
		about: 'Who is credited for what an employee, a card or the company itself has paid',
	},
	knobs: {
		payeeRoles: table<PayeeRole>(
			{
				label: 'Payee Roles',
				about: 'What each payee code of Concur stands for. Further codes of your own can be added.',
				columns: [PAYEE, STANDS_FOR],
				add: 'Add Payee',
			},
			mapOf(oneOf('employeeVendor', 'cardVendor'), true),
			{
				EMPL: 'employeeVendor',
				CASH: 'employeeVendor',
				IBIP: 'employeeVendor',
				IBCP: 'cardVendor',
				CBCP: 'cardVendor',
				COPD: 'cardVendor',
			},
		),
		/** `payee:patKey`, `patKey`, card program or payee -> B1 partner code. */
		cardVendors: table({
			label: 'Card Vendors',
			about: 'Which vendor of B1 the bank or card company is. Without a row, the partner rules of card vendors decide.',
			columns: [
				CARD,
				b1Codes('partners', { name: 'partner', label: 'B1 Vendor', about: 'Business partner of the card company' }),
			],
			add: 'Add Card',
		}),
		cardCredit,
		/** Role or payee code -> account that is posted instead of a partner. */
		roleAccounts: table({
			label: 'Accounts Instead of Partners',
			about: 'Roles or payee codes that are posted to an account of their own and to no business partner',
			columns: [ROLE, B1_ACCOUNT],
			add: 'Add Account',
		}),
		/** Role or payee code -> control account that overrides the partner's. */
		controlAccounts: table({
			label: 'Control Accounts',
			about: 'Control accounts that are used instead of the one in the business partner master data',
			columns: [ROLE, b1Codes('accounts', { name: 'account', label: 'Control Account', about: 'Control account of B1' })],
			add: 'Add Control Account',
		}),
		clearingPassThrough: choice({
			label: 'Personal Card Charges',
			default: 'auto',
			about: 'Whether the two clearing lines of a personal card charge appear in the journal entry or cancel each other out',
			choices: { auto: 'Show When the Employee Owes the Company', always: 'Always Show', never: 'Never Show' },
		}),
		payrollReimbursement: choice({
			label: 'Reimbursement Through Payroll',
			default: 'employeeVendor',
			about: 'Whom to credit when Concur says that payroll reimburses the employee',
			choices: {
				employeeVendor: 'Employee Vendor, With a Warning',
				payrollClearing: ['Payroll Clearing Account', 'So that the employee is not paid by B1 as well'],
			},
		}),
		paymentBlock,
		paidElsewhereAccounts,
		expensePay: choice({
			label: 'Expenses Concur Pays Itself',
			default: 'vendor',
			about: 'Whom to credit when Concur (Expense Pay) pays the employee or card and not B1',
			choices: {
				vendor: ['Vendor, With a Warning', 'Credit the vendor as for any other expense'],
				liabilityAccount: ['Liability Account', 'Credit the liability account, so that B1 does not pay again'],
			},
		}),
	},
});
