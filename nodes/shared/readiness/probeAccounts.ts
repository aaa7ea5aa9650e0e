import type { Row } from '../business-one';

/** Codes of accounts that an entry can be tried on. */
export interface ProbeAccounts {
	/** Relevant to no cost accounting. */
	plain: string[];
	/** Relevant to a dimension or to projects. */
	relevant: string[];
}

const isOn = (value: unknown): boolean => value === 'tYES';

const RELEVANCES = ['ProjectRelevant', 'DistributionRuleRelevant', ...[2, 3, 4, 5].map((n) => `DistributionRule${n}Relevant`)];

const isUsable = (account: Row, local: string): boolean =>
	!isOn(account.BlockManualPosting) &&
	!isOn(account.FrozenFor) &&
	['##', '', local].includes(String(account.AcctCurrency ?? '##'));

const isCost = ({ AccountType }: Row): boolean => AccountType === 'at_Expenses';

/**
 * Accounts that take a manual entry in local currency, those of costs first, as documents mostly have them.
 *
 * @param accounts rows of ChartOfAccounts that are active and no control accounts
 */
export function probeAccounts(accounts: readonly Row[], local: string): ProbeAccounts {
	const usable = accounts.filter((account) => isUsable(account, local));
	const sorted = [...usable.filter(isCost), ...usable.filter((account) => !isCost(account))];
	const isRelevant = (account: Row) => RELEVANCES.some((name) => isOn(account[name]));
	const codes = (rows: Row[]) => rows.map(({ Code }) => String(Code));
	return {
		plain: codes(sorted.filter((account) => !isRelevant(account))),
		relevant: codes(sorted.filter(isRelevant)),
	};
}
