import { internalAccountCodes, isInternalCode, orChains, type BatchQuery, type Row } from '../business-one';

export const ACCOUNTS_SET = 'ChartOfAccounts';

/** Accounts as the mapping and the register name them, and as B1's own rows do: by another code where the chart is segmented. */
export class AccountCodes {
	private readonly internal: Map<string, string>;
	private readonly external: Map<string, string>;

	/** @param accounts rows of the set ChartOfAccounts, of `accountQueries` */
	constructor(accounts: readonly Row[]) {
		this.internal = internalAccountCodes(accounts);
		this.external = new Map([...this.internal].map(([formatCode, code]) => [code, formatCode]));
	}

	/** Whether any of the accounts has two codes. */
	get differ(): boolean {
		return this.internal.size > 0;
	}

	toB1(account: string): string {
		return this.internal.get(account) ?? account;
	}

	fromB1(code: string): string {
		return this.external.get(code) ?? code;
	}

	/** Rows of B1 with AccountCode as the register has it. */
	namedAsInRegister(rows: readonly Row[]): Row[] {
		return rows.map((row) => ({ ...row, AccountCode: this.fromB1(String(row.AccountCode)) }));
	}
}

/** Asks for the codes of accounts that the register names. */
export const accountQueries = (accounts: readonly string[]): BatchQuery[] => queries('FormatCode', accounts);

/** Asks for the codes of accounts that B1's rows name. */
export const formatCodeQueries = (codes: readonly string[]): BatchQuery[] => queries('Code', codes.filter(isInternalCode));

function queries(field: string, values: readonly string[]): BatchQuery[] {
	return orChains(field, values).map((filter) => ({
		set: ACCOUNTS_SET,
		query: { filter, select: ['Code', 'FormatCode'] },
	}));
}
