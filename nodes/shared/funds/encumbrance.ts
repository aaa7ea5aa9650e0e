import { plainText, ZERO, Decimal } from '../money';
import { byText } from './keys';
import type { RowChange } from './types';

/** The two accounts of encumbrance entries, outside profit and loss. */
export interface EncumbranceAccounts {
	encumbrances: string;
	reserve: string;
}

/** A line of the encumbrance entry; exactly one of debit and credit is set. */
export interface EncumbranceLine {
	account: string;
	debit?: string;
	credit?: string;
	costCenter: string | null;
	project: string | null;
}

/**
 * The lines of the journal entry that shows a step's commitments in the books: encumbrances are debited and their reserve is credited
 * by what the open amounts grew, the other way round by what they shrank.
 *
 * @param changes as `applyFundsStep` gives them; amounts in the company's currency
 * @returns two lines of equal amount for each cost center and project; none where the amounts only moved within one (a report that
 * takes over its request's reservation)
 */
export function encumbranceLines(changes: readonly RowChange[], accounts: EncumbranceAccounts): EncumbranceLine[] {
	const growth = new Map<string, { costCenter: string | null; project: string | null; amount: Decimal }>();
	const count = (row: RowChange['after'], sign: number) => {
		if (row === null) return;
		const { costCenter, project } = row.budgetKey;
		const id = JSON.stringify([costCenter, project]);
		const amount = (growth.get(id)?.amount ?? ZERO).plus(new Decimal(row.open).times(sign));
		growth.set(id, { costCenter, project, amount });
	};
	for (const { before, after } of changes) {
		count(before, -1);
		count(after, 1);
	}
	return [...growth]
		.filter(([, { amount }]) => !amount.isZero())
		.sort(([a], [b]) => byText(a, b))
		.flatMap(([, { costCenter, project, amount }]) => {
			const sum = plainText(amount.abs());
			const [debited, credited] = amount.isPositive()
				? [accounts.encumbrances, accounts.reserve]
				: [accounts.reserve, accounts.encumbrances];
			return [
				{ account: debited, debit: sum, costCenter, project },
				{ account: credited, credit: sum, costCenter, project },
			];
		});
}
