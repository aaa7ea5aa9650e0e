import type { BudgetKey, SourceKind } from './types';

/** A budget key as people write it: `account/costCenter`, with project and period where there are any. */
export function budgetKeyText({ account, costCenter, project, period }: BudgetKey): string {
	const parts = [account ?? '', costCenter ?? '', project ?? ''];
	while (parts.at(-1) === '') parts.pop();
	return parts.join('/') + (period === null ? '' : `@${period}`);
}

/** A budget key as a text that no two different keys share, for look-ups. */
export function budgetKeyId({ account, costCenter, project, period }: BudgetKey): string {
	return JSON.stringify([account, costCenter, project, period]);
}

/** Identity of a commitment row. */
export function rowId(kind: SourceKind, id: string, rowKey: string): string {
	return JSON.stringify([kind, id, rowKey]);
}

/** Order of texts that does not depend on any locale. */
export function byText(a: string, b: string): number {
	return a < b ? -1 : Number(a > b);
}
