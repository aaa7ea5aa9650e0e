import { textOf, type Json } from '../document';
import { mapAccount } from '../mapping';
import { plainText, ZERO, type Decimal } from '../money';
import type { Assembly } from '../posting';
import { budgetKeyText, byText } from './keys';
import type { BudgetKey, StepRow } from './types';

/** What the readers of rows need. */
export interface RowReading {
	assembly: Assembly;
	/** Request header or report. */
	header: Json;
	periodOf: (day: string | null) => string | null;
}

/** What they give. */
export interface ReservedEntries {
	rows: StepRow[];
	entryIds: string[];
	/** Sum of the approved amounts, decimal text. */
	total: string;
}

/** An entry of a request or report. */
export interface ReservedEntry {
	json: Json;
	id: string;
	/** How messages call it. */
	name: string;
	/** Day of the expense, for the period of the budget. */
	day: string | null;
}

/** An amount of an entry and allocation, before it has its budget key. */
export interface Share {
	entry: ReservedEntry;
	allocation: Json;
	allocationIndex: number;
	accountField: 'entryAccountCode' | 'journalAccountCode';
	/** Account code as the document has it. */
	accountCode: unknown;
	amount: Decimal;
}

/** Adds the shares of a document up to rows: one for each entry, allocation and budget key. */
export class RowBook {
	private readonly rows = new Map<string, { row: StepRow; amount: Decimal }>();

	constructor(private readonly reading: RowReading) {}

	add(share: Share): void {
		const { entry, allocation, amount } = share;
		if (amount.isZero()) return;
		const budgetKey = this.budgetKeyOf(share);
		if (budgetKey === null) return;
		const allocationKey = textOf(allocation.allocationAccountResolverKey);
		const allocationId = textOf(allocation.allocationId) ?? allocationKey ?? String(share.allocationIndex + 1);
		const rowKey = [entry.id, allocationId, budgetKeyText(budgetKey)].join('/');
		const known = this.rows.get(rowKey);
		if (known) known.amount = known.amount.plus(amount);
		else {
			const linked = {
				linkedRequestId: textOf(entry.json.linkedRequestId),
				linkedRequestEntryId: textOf(entry.json.linkedRequestEntryId),
			};
			this.rows.set(rowKey, {
				row: { rowKey, entryId: entry.id, allocation: allocationKey, budgetKey, amount: '', ...linked },
				amount,
			});
		}
	}

	/** The rows in an order that does not depend on the document's; rows that net to zero commit nothing. */
	list(): StepRow[] {
		return [...this.rows.values()]
			.filter(({ amount }) => !amount.isZero())
			.map(({ row, amount }) => ({ ...row, amount: plainText(amount) }))
			.sort((a, b) => byText(a.rowKey, b.rowKey));
	}

	/** null when the mapping does not know the account (the assembly then holds why). */
	private budgetKeyOf({ entry, allocation, accountField, accountCode }: Share): BudgetKey | null {
		const { assembly, header, periodOf } = this.reading;
		const account = mapAccount(assembly, {
			code: assembly.accountCode(accountCode),
			fallback: assembly.profile.defaultExpenseAccount,
			expenseTypes: [textOf(entry.json.expenseTypeCode), textOf(entry.json.expenseTypeName)],
			entry: entry.name,
			field: accountField,
		});
		if (account === null) return null;
		const costs = assembly.mapping.costObjects({ allocation, entry: entry.json, report: header });
		return {
			account: account?.account ?? null,
			costCenter: costs.costCenters[0] ?? null,
			project: costs.project ?? null,
			period: periodOf(entry.day),
		};
	}
}

/**
 * An entry with its id (its position stands in where Concur sends none) and the day of its expense: the first of these fields that has
 * one. A date that cannot be read is held, so that no budget of another period is asked.
 */
export function reservedEntryOf(
	json: Json,
	index: number,
	{ assembly }: RowReading,
	dateFields: readonly string[],
): ReservedEntry {
	const id = textOf(json.entryId) ?? `#${index + 1}`;
	const type = textOf(json.expenseTypeName) ?? textOf(json.expenseTypeCode);
	const name = `entry ${id}${type ? ` (${type})` : ''}`;
	const days = dateFields.map((field) => assembly.day(json[field], field, name));
	return { json, id, name, day: days.find((day) => day !== undefined) ?? null };
}

/** Sum of the approved amounts of entries, as text. */
export function approvedTotal(assembly: Assembly, entries: readonly ReservedEntry[]): string {
	let sum = ZERO;
	for (const { json, name } of entries)
		sum = sum.plus(assembly.amount(json.entryApprovedAmount, 'entryApprovedAmount', name) ?? ZERO);
	return plainText(sum);
}
