import { Decimal, plainText } from '../money';
import { budgetKeyId, byText, rowId } from './keys';
import type { Target } from './targets';
import type { CommitmentRow, FundsStep, SourceKind, StepRow } from './types';

type Figures = 'stated' | 'amount' | 'used' | 'open' | 'taken';

/** A commitment while a step is worked out. */
export interface Commitment extends Omit<CommitmentRow, Figures> {
	/** Identity of the row, and of its budget. */
	row: string;
	budget: string;
	stated: Decimal;
	amount: Decimal;
	used: Decimal;
	/** Identity of a request's row -> what this row of a report holds of it. */
	taken: Map<string, Decimal>;
}

export function commitmentOfRow(row: CommitmentRow): Commitment {
	const taken = row.taken.map(
		({ requestId, rowKey, amount }) => [rowId('request', requestId, rowKey), new Decimal(amount)] as const,
	);
	const { kind, id, reference, rowKey, entryId, allocation, budgetKey, currency, linkedRequestId, linkedRequestEntryId } = row;
	return {
		...{ kind, id, reference, rowKey, entryId, allocation, budgetKey, currency, linkedRequestId, linkedRequestEntryId },
		row: rowId(kind, id, rowKey),
		budget: budgetKeyId(budgetKey),
		stated: new Decimal(row.stated),
		amount: new Decimal(row.amount),
		used: new Decimal(row.used),
		taken: new Map(taken),
	};
}

/** The commitment of a target; what of the row became cost already stays so. */
export function commitmentOfTarget(
	kind: SourceKind,
	step: FundsStep,
	{ row, stated, amount }: Target,
	used: Decimal,
): Commitment {
	const { rowKey, entryId, allocation, budgetKey, linkedRequestId, linkedRequestEntryId } = row;
	const { sourceId, reference, currency } = step;
	return {
		...{
			kind,
			id: sourceId!,
			reference,
			rowKey,
			entryId,
			allocation,
			budgetKey,
			currency,
			linkedRequestId,
			linkedRequestEntryId,
		},
		row: rowId(kind, sourceId!, rowKey),
		budget: budgetKeyId(budgetKey),
		stated,
		amount,
		used,
		taken: new Map(),
	};
}

/** The commitment as plain data. */
export function rowOfCommitment(commitment: Commitment, open: Decimal): CommitmentRow {
	const { kind, id, reference, rowKey, entryId, allocation, budgetKey, currency, linkedRequestId, linkedRequestEntryId } =
		commitment;
	const taken = [...commitment.taken].sort(([a], [b]) => byText(a, b));
	return {
		...{ kind, id, reference, rowKey, entryId, allocation, budgetKey, currency, linkedRequestId, linkedRequestEntryId },
		stated: plainText(commitment.stated),
		amount: plainText(commitment.amount),
		used: plainText(commitment.used),
		open: plainText(open),
		taken: taken.map(([identity, part]) => {
			const [, requestId, ownKey] = JSON.parse(identity) as [string, string, string];
			return { requestId, rowKey: ownKey, amount: plainText(part) };
		}),
	};
}

/** Whether a row holds the same figures and facts; amounts are compared as amounts, so `4` and `4.00` are the same. */
export function isSameRow(a: CommitmentRow, b: CommitmentRow): boolean {
	return canonical(a) === canonical(b);
}

function canonical(row: CommitmentRow): string {
	const { budgetKey, ...rest } = rowOfCommitment(commitmentOfRow(row), new Decimal(row.open));
	return JSON.stringify([budgetKeyId(budgetKey), rest]);
}

type Link = Pick<StepRow, 'linkedRequestId' | 'linkedRequestEntryId'>;

/** From which rows of requests a report's row draws first: its own linked entry, its own linked request, any linked request. */
export const PREFERENCES: readonly ((row: Link, request: Commitment) => boolean)[] = [
	(row, request) =>
		row.linkedRequestEntryId === request.entryId && (row.linkedRequestId === null || row.linkedRequestId === request.id),
	(row, request) => row.linkedRequestId === request.id,
	() => true,
];
