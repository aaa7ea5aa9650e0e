import { b1Code, list, pairs, rowsIn, section, type Choices, type Field, type Knob, type Said } from '../declare';
import { mapOf, oneOf, readBlock, text, type Reader } from '../readers';
import { isRecord } from '../../document';
import { B1_ACCOUNT, documentCodes, EXPENSE_TYPE } from './columns';

/** How account codes become B1 accounts. */
export interface AccountMap {
	/** `asIs`: Concur holds B1's codes; `table`: by Concur account code; `expenseType`: by expense type code or name. */
	mode: 'asIs' | 'table' | 'expenseType';
	table: Record<string, string>;
	/** What happens to a code that the table does not know. */
	missing: 'review' | 'asIs';
}

const MODES: Choices<AccountMap['mode']> = {
	asIs: ['As They Come From Concur', 'Concur already holds the account codes of the B1 chart of accounts, e.g. 613000'],
	table: ['By Account Table', 'Concur holds other codes, e.g. MEALS; a table names the B1 account of each'],
	expenseType: ['By Expense Type', 'The expense type, e.g. LUNCH or Lunch, decides the B1 account'],
};

const MISSING: Choices<AccountMap['missing']> = {
	review: ['Send to Review', 'The document waits until the table knows the code'],
	asIs: ['Take Concur’s Account', 'Post to the account code as Concur sent it'],
};

const readAccountMap: Reader<AccountMap> = (value, current) => {
	if (value === 'pass-through' || value === 'asIs') return { value: { ...current, mode: 'asIs' } };
	if (!isRecord(value)) return { problem: 'must be { "mode", "table", "missing" }' };
	return readBlock<AccountMap>(value, current, {
		mode: oneOf(...(Object.keys(MODES) as AccountMap['mode'][])),
		table: mapOf(text),
		missing: oneOf(...(Object.keys(MISSING) as AccountMap['missing'][])),
	});
};

const FIELDS: readonly Field[] = [
	{
		name: 'accountMode',
		place: 'accountMap.mode',
		label: 'Accounts',
		about: 'Where the B1 account of an expense comes from',
		input: { kind: 'choice', choices: MODES },
		default: 'asIs',
		alone: true,
	},
	{
		name: 'accountTable',
		place: 'accountMap.table',
		label: 'Account Table',
		about: 'One row for each account code as Concur sends it',
		input: {
			kind: 'table',
			add: 'Add Account',
			columns: [
				documentCodes('accounts', {
					name: 'from',
					label: 'Concur Account Code',
					example: '474230',
					hint: 'As in journalAccountCode of the document',
				}),
				B1_ACCOUNT,
			],
		},
		alone: true,
		shownFor: { accountMode: ['table'] },
	},
	{
		name: 'expenseTypeTable',
		place: 'accountMap.table',
		label: 'Expense Type Table',
		about: 'One row for each expense type',
		input: { kind: 'table', add: 'Add Expense Type', columns: [EXPENSE_TYPE('LUNCH'), B1_ACCOUNT] },
		alone: true,
		shownFor: { accountMode: ['expenseType'] },
	},
	{
		name: 'unknownAccounts',
		place: 'accountMap.missing',
		label: 'Codes Without a Row',
		about: 'What to do with an account code or expense type that has no row in the table',
		input: { kind: 'choice', choices: MISSING },
		default: 'review',
		alone: true,
		shownFor: { accountMode: ['table', 'expenseType'] },
	},
];

const accountMap: Knob<AccountMap> = {
	default: { mode: 'asIs', table: {}, missing: 'review' },
	read: readAccountMap,
	fields: FIELDS,
	from: ({ accountMode, accountTable, expenseTypeTable, unknownAccounts }: Said) => {
		const mode = accountMode === undefined ? {} : { mode: accountMode };
		const missing = unknownAccounts === undefined ? {} : { missing: unknownAccounts };
		if (accountMode === 'table')
			return { ...mode, table: pairs('Account Table', rowsIn(accountTable), 'from', 'account'), ...missing };
		if (accountMode !== 'expenseType') return { ...mode, ...missing };
		return { ...mode, table: pairs('Expense Type Table', rowsIn(expenseTypeTable), 'from', 'account'), ...missing };
	},
};

const shippingAccount = b1Code('accounts', {
	name: 'shippingAccount',
	label: 'Account for Shipping',
	about: 'Account of the shipping of an invoice. When empty, shipping stays in the expense of the invoice lines.',
});

/** Which B1 account a Concur account code or expense type is posted to. */
export const accounts = section({
	title: 'Accounts',
	collection: { name: 'accounts', label: 'Account Settings', add: 'Add Account Setting' },
	knobs: {
		accountMap,
		defaultExpenseAccount: b1Code('accounts', {
			label: 'Account for Expenses Without One',
			about: 'Suspense account of an expense that comes without an account. When empty, such a document goes to review.',
		}),
		defaultCashAdvanceAccount: b1Code('accounts', {
			label: 'Account for Cash Advances',
			about: 'Clearing account of a cash advance that comes without one. When empty, such a document goes to review.',
		}),
		defaultClearingAccount: b1Code('accounts', {
			label: 'Account for Personal Card Charges',
			about: 'Card clearing account of a personal charge that comes without one. When empty, such a document goes to review.',
		}),
		defaultLiabilityAccount: b1Code('accounts', {
			label: 'Account for Payments by Concur',
			about: 'Liability account credited when Concur (Expense Pay) and not B1 pays, and the payment type names none',
		}),
		/** On the form an account says both: where there is one, shipping goes to it. */
		shipping: {
			...shippingAccount,
			default: 'expense',
			read: oneOf('expense', 'account'),
			from: (said) => (said.shippingAccount ? 'account' : undefined),
		} as Knob<'expense' | 'account'>,
		shippingAccount: { ...shippingAccount, from: (said) => said.shippingAccount || undefined } as Knob<string | null>,
		placeholderAccounts: list({
			label: 'Codes That Mean No Account',
			default: ['PendingClient'],
			about: 'Codes Concur sends where no account is set up, separated by commas. They are treated as missing.',
			hint: 'Concur sends PendingClient until an administrator has entered the account codes',
		}),
	},
});
