import type { INodeProperties } from 'n8n-workflow';
import { DEFAULT_PROFILE } from '../../shared/mapping';
import { b1Code, concurCode, mapOf, table } from './helpers';

const payeeCode = concurCode('searchDocumentPayees', 'e.g. IBCP', {
	displayName: 'Payee Code',
	name: 'payee',
	hint: 'As in journalPayer or journalPayee of the document',
});

/** Rows that only need a role or a payee code and an account. */
const roleColumn: INodeProperties = {
	displayName: 'Role or Payee Code',
	name: 'role',
	type: 'string',
	default: '',
	placeholder: 'e.g. cardVendor',
	hint: 'One of employeeVendor, cardVendor, vendor, or a payee code of Concur such as COPD',
};

/** Who is owed the money: Concur's payees become vendors or accounts of B1. */
export const payeeFields: INodeProperties[] = [
	{
		displayName: 'Payees and Cards',
		name: 'payees',
		type: 'collection',
		placeholder: 'Add Payee Setting',
		default: {},
		description: 'Who is credited for what an employee, a card or the company itself has paid',
		displayOptions: { show: { mappingMode: ['fields'] } },
		options: [
			table(
				{
					displayName: 'Accounts Instead of Partners',
					name: 'roleAccounts',
					placeholder: 'Add Account',
					description: 'Roles or payee codes that are posted to an account of their own and to no business partner',
				},
				[
					roleColumn,
					b1Code('searchAccounts', {
						displayName: 'B1 Account',
						name: 'account',
						description: 'Account of the B1 chart of accounts',
					}),
				],
			),
			table(
				{
					displayName: 'Card Charges Through Clearing',
					name: 'cardCredit',
					placeholder: 'Add Card Type',
					description: 'Card types whose charges credit the clearing account, because the card statement is booked on its own',
				},
				[payeeCode],
			),
			table(
				{
					displayName: 'Card Vendors',
					name: 'cardVendors',
					placeholder: 'Add Card',
					description: 'Which vendor of B1 the bank or card company is. Without a row, the partner rules of card vendors decide.',
				},
				[
					{
						displayName: 'Card',
						name: 'card',
						type: 'string',
						default: '',
						placeholder: 'e.g. IBCP or IBCP:1003',
						hint: 'Payee code, payment type key, card program, or payee code and key with a colon between them',
					},
					b1Code('searchPartners', {
						displayName: 'B1 Vendor',
						name: 'partner',
						description: 'Business partner of the card company',
					}),
				],
			),
			table(
				{
					displayName: 'Control Accounts',
					name: 'controlAccounts',
					placeholder: 'Add Control Account',
					description: 'Control accounts that are used instead of the one in the business partner master data',
				},
				[
					roleColumn,
					b1Code('searchAccounts', { displayName: 'Control Account', name: 'account', description: 'Control account of B1' }),
				],
			),
			{
				displayName: 'Expenses Concur Pays Itself',
				name: 'expensePay',
				type: 'options',
				default: 'vendor',
				description: 'Whom to credit when Concur (Expense Pay) pays the employee or card and not B1',
				options: [
					{
						name: 'Liability Account',
						value: 'liabilityAccount',
						description: 'Credit the liability account, so that B1 does not pay again',
					},
					{ name: 'Vendor, With a Warning', value: 'vendor', description: 'Credit the vendor as for any other expense' },
				],
			},
			table(
				{
					displayName: 'Payee Roles',
					name: 'payeeRoles',
					placeholder: 'Add Payee',
					description: 'What each payee code of Concur stands for. Further codes of your own can be added.',
				},
				[
					payeeCode,
					{
						displayName: 'Stands For',
						name: 'role',
						type: 'options',
						default: 'employeeVendor',
						options: [
							{ name: 'Card Vendor', value: 'cardVendor', description: 'The bank or card company, a vendor in B1' },
							{ name: 'Employee', value: 'employeeVendor', description: 'The employee, a vendor in B1' },
						],
					},
				],
				Object.entries(DEFAULT_PROFILE.payeeRoles).map(([payee, role]) => ({
					payee: { __rl: true, mode: 'code', value: payee },
					role,
				})),
			),
			{
				displayName: 'Personal Card Charges',
				name: 'clearingPassThrough',
				type: 'options',
				default: 'auto',
				description:
					'Whether the two clearing lines of a personal card charge appear in the journal entry or cancel each other out',
				options: [
					{ name: 'Always Show', value: 'always' },
					{ name: 'Never Show', value: 'never' },
					{ name: 'Show When the Employee Owes the Company', value: 'auto' },
				],
			},
			{
				displayName: 'Reimbursement Through Payroll',
				name: 'payrollReimbursement',
				type: 'options',
				default: 'employeeVendor',
				description: 'Whom to credit when Concur says that payroll reimburses the employee',
				options: [
					{ name: 'Employee Vendor, With a Warning', value: 'employeeVendor' },
					{
						name: 'Payroll Clearing Account',
						value: 'payrollClearing',
						description: 'So that the employee is not paid by B1 as well',
					},
				],
			},
		],
	},
];

/** The knobs of a profile these fields stand for. */
export function payeeKnobs(read: (name: string) => unknown): Record<string, unknown> {
	const { payeeRoles, cardVendors, cardCredit, roleAccounts, controlAccounts, ...choices } = (read('payees') ?? {}) as Record<
		string,
		unknown
	>;
	const knobs: Record<string, unknown> = { ...choices };
	if (payeeRoles) knobs.payeeRoles = mapOf('Payee Roles', payeeRoles, 'payee', 'role');
	if (cardVendors) knobs.cardVendors = mapOf('Card Vendors', cardVendors, 'card', 'partner');
	if (cardCredit) {
		const codes = Object.keys(mapOf('Card Charges Through Clearing', cardCredit, 'payee', 'payee'));
		knobs.cardCredit = Object.fromEntries(codes.map((code) => [code, 'clearing']));
	}
	if (roleAccounts) knobs.roleAccounts = mapOf('Accounts Instead of Partners', roleAccounts, 'role', 'account');
	if (controlAccounts) knobs.controlAccounts = mapOf('Control Accounts', controlAccounts, 'role', 'account');
	return knobs;
}
