import type { Asker } from './compile';

/** An account with the rule that chose it; null when the mapping does not know the code (the asker then holds a reason). */
export interface MappedAccount {
	account: string;
	rule: string;
}

/** What the account is for, in the mapping's terms. */
interface AccountQuestion {
	/** Account code of the document, if it has a usable one. */
	code: string | null;
	/** Default account of the mapping for this purpose. */
	fallback: string | null;
	/** Expense type code and name; only for costs. */
	expenseTypes?: readonly (string | null)[];
	entry: string;
	field: string;
}

/**
 * Maps an account code of the document to a B1 account by the mapping's account mode.
 *
 * @returns the account; undefined when the document has no code and the mapping no default (the caller holds with the reason for its
 * purpose); null when a code is not in the table (already held here)
 */
export function mapAccount(asker: Asker, question: AccountQuestion): MappedAccount | null | undefined {
	const { mode, table, missing } = asker.profile.accountMap;
	if (mode === 'expenseType' && question.expenseTypes) {
		const type = question.expenseTypes.find((name) => name !== null && Object.hasOwn(table, name));
		if (type) return { account: table[type]!, rule: `expense type ${type}` };
		if (missing === 'review' && !question.fallback) {
			const name = question.expenseTypes.find((found) => found !== null) ?? '';
			asker.hold('unmapped-account', `Expense type "${name}" of ${question.entry} is not in the account table.`, {
				entry: question.entry,
				field: 'expenseTypeCode',
				value: name,
			});
			return null;
		}
		if (missing === 'review') return { account: question.fallback!, rule: 'default account' };
	}
	if (question.code === null) return question.fallback ? { account: question.fallback, rule: 'default account' } : undefined;
	if (mode !== 'table') return { account: question.code, rule: 'account as it comes' };
	if (Object.hasOwn(table, question.code)) return { account: table[question.code]!, rule: `account table ${question.code}` };
	if (missing === 'asIs') return { account: question.code, rule: 'account as it comes' };
	asker.hold('unmapped-account', `Account code "${question.code}" of ${question.entry} is not in the account table.`, {
		entry: question.entry,
		field: question.field,
		value: question.code,
	});
	return null;
}
