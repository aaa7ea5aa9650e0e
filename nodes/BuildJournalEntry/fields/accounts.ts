import type { INodeProperties } from 'n8n-workflow';
import { b1Code, concurCode, listOf, mapOf, table, textOf } from './helpers';

const shownFor = (...modes: string[]) => ({ show: { mappingMode: ['fields'], accountMode: modes } });

/** Which B1 account a Concur account code or expense type is posted to. */
export const accountFields: INodeProperties[] = [
	{
		displayName: 'Accounts',
		name: 'accountMode',
		type: 'options',
		default: 'asIs',
		description: 'Where the B1 account of an expense comes from',
		displayOptions: { show: { mappingMode: ['fields'] } },
		options: [
			{
				name: 'As They Come From Concur',
				value: 'asIs',
				description: 'Concur already holds the account codes of the B1 chart of accounts, e.g. 613000',
			},
			{
				name: 'By Account Table',
				value: 'table',
				description: 'Concur holds other codes, e.g. MEALS; a table names the B1 account of each',
			},
			{
				name: 'By Expense Type',
				value: 'expenseType',
				description: 'The expense type, e.g. LUNCH or Lunch, decides the B1 account',
			},
		],
	},
	table(
		{
			displayName: 'Account Table',
			name: 'accountTable',
			placeholder: 'Add Account',
			description: 'One row for each account code as Concur sends it',
			displayOptions: shownFor('table'),
		},
		[
			concurCode('searchDocumentAccounts', 'e.g. 474230', {
				displayName: 'Concur Account Code',
				name: 'from',
				hint: 'As in journalAccountCode of the document',
			}),
			b1Code('searchAccounts', {
				displayName: 'B1 Account',
				name: 'account',
				description: 'Account of the B1 chart of accounts',
			}),
		],
	),
	table(
		{
			displayName: 'Expense Type Table',
			name: 'expenseTypeTable',
			placeholder: 'Add Expense Type',
			description: 'One row for each expense type',
			displayOptions: shownFor('expenseType'),
		},
		[
			concurCode('searchDocumentExpenseTypes', 'e.g. LUNCH', {
				displayName: 'Expense Type',
				name: 'from',
				hint: 'Code or name, as in expenseTypeCode or expenseTypeName of the document',
			}),
			b1Code('searchAccounts', {
				displayName: 'B1 Account',
				name: 'account',
				description: 'Account of the B1 chart of accounts',
			}),
		],
	),
	{
		displayName: 'Codes Without a Row',
		name: 'unknownAccounts',
		type: 'options',
		default: 'review',
		description: 'What to do with an account code or expense type that has no row in the table',
		displayOptions: shownFor('table', 'expenseType'),
		options: [
			{ name: 'Send to Review', value: 'review', description: 'The document waits until the table knows the code' },
			{ name: 'Take Concur’s Account', value: 'asIs', description: 'Post to the account code as Concur sent it' },
		],
	},
	{
		displayName: 'Account Settings',
		name: 'accounts',
		type: 'collection',
		placeholder: 'Add Account Setting',
		default: {},
		displayOptions: { show: { mappingMode: ['fields'] } },
		options: [
			b1Code('searchAccounts', {
				displayName: 'Account for Cash Advances',
				name: 'defaultCashAdvanceAccount',
				description: 'Clearing account of a cash advance that comes without one. When empty, such a document goes to review.',
			}),
			b1Code('searchAccounts', {
				displayName: 'Account for Expenses Without One',
				name: 'defaultExpenseAccount',
				description: 'Suspense account of an expense that comes without an account. When empty, such a document goes to review.',
			}),
			b1Code('searchAccounts', {
				displayName: 'Account for Payments by Concur',
				name: 'defaultLiabilityAccount',
				description: 'Liability account credited when Concur (Expense Pay) and not B1 pays, and the payment type names none',
			}),
			b1Code('searchAccounts', {
				displayName: 'Account for Personal Card Charges',
				name: 'defaultClearingAccount',
				description:
					'Card clearing account of a personal charge that comes without one. When empty, such a document goes to review.',
			}),
			b1Code('searchAccounts', {
				displayName: 'Account for Shipping',
				name: 'shippingAccount',
				description: 'Account of the shipping of an invoice. When empty, shipping stays in the expense of the invoice lines.',
			}),
			{
				displayName: 'Codes That Mean No Account',
				name: 'placeholderAccounts',
				type: 'string',
				default: 'PendingClient',
				description: 'Codes Concur sends where no account is set up, separated by commas. They are treated as missing.',
				hint: 'Concur sends PendingClient until an administrator has entered the account codes',
			},
		],
	},
];

/** The knobs of a profile these fields stand for. */
export function accountKnobs(read: (name: string) => unknown): Record<string, unknown> {
	const mode = textOf(read('accountMode'));
	const settings = (read('accounts') ?? {}) as Record<string, unknown>;
	const knobs: Record<string, unknown> = { accountMap: { mode, ...accountTable(mode, read) } };
	for (const name of [
		'defaultCashAdvanceAccount',
		'defaultExpenseAccount',
		'defaultLiabilityAccount',
		'defaultClearingAccount',
	]) {
		if (name in settings) knobs[name] = textOf(settings[name]);
	}
	const shippingAccount = textOf(settings.shippingAccount);
	if (shippingAccount !== '') Object.assign(knobs, { shipping: 'account', shippingAccount });
	if ('placeholderAccounts' in settings) knobs.placeholderAccounts = listOf(settings.placeholderAccounts);
	return knobs;
}

function accountTable(mode: string, read: (name: string) => unknown) {
	if (mode === 'asIs') return {};
	const [name, parameter] = mode === 'table' ? ['Account Table', 'accountTable'] : ['Expense Type Table', 'expenseTypeTable'];
	return { table: mapOf(name!, read(parameter!), 'from', 'account'), missing: textOf(read('unknownAccounts')) };
}
