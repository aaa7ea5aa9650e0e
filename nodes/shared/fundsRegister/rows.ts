import { digest } from '../business-one/session/session';
import type { Row } from '../business-one';
import {
	rowId,
	type AppliedStep,
	type CommitmentRow,
	type FundsAnswer,
	type FundsStep,
	type Instruction,
	type SourceKind,
	type StepKind,
	type Taken,
} from '../funds';

/** Length of a guard's number, so that texts sort as numbers do. */
const VERSION_DIGITS = 12;

/** Code of a commitment row: a hash, because the identity itself is longer than B1's 50 characters. */
export function codeOfRow({ kind, id, rowKey }: CommitmentRow): string {
	return digest([rowId(kind, id, rowKey)]).slice(0, 40);
}

/** A commitment as a row of the register. @param step the step that wrote it */
export function toFundsRow(row: CommitmentRow, step: FundsStep): Row {
	const { account, costCenter, project, period } = row.budgetKey;
	return {
		U_Kind: row.kind,
		U_SourceId: row.id,
		U_Reference: row.reference ?? '',
		U_RowKey: row.rowKey,
		U_EntryId: row.entryId,
		U_Alloc: row.allocation ?? '',
		U_Account: account ?? '',
		U_Rule: costCenter ?? '',
		U_Project: project ?? '',
		U_Period: period ?? '',
		U_Currency: row.currency ?? '',
		U_Stated: row.stated,
		U_Amount: row.amount,
		U_Used: row.used,
		U_Open: row.open,
		U_Taken: JSON.stringify(row.taken),
		U_ReqId: row.linkedRequestId ?? '',
		U_ReqRow: row.linkedRequestEntryId ?? '',
		U_FisId: step.fisId ?? '',
		U_Revision: step.revision ?? '',
		U_Status: isOpen(row) ? 'O' : 'U',
	};
}

/** A row of the register as the commitment it holds; B1 gives an empty text back as null. */
export function fromFundsRow(row: Row): CommitmentRow {
	return {
		kind: text(row.U_Kind) as SourceKind,
		id: text(row.U_SourceId),
		reference: textOrNull(row.U_Reference),
		rowKey: text(row.U_RowKey),
		entryId: text(row.U_EntryId),
		allocation: textOrNull(row.U_Alloc),
		budgetKey: {
			account: textOrNull(row.U_Account),
			costCenter: textOrNull(row.U_Rule),
			project: textOrNull(row.U_Project),
			period: textOrNull(row.U_Period),
		},
		currency: textOrNull(row.U_Currency),
		stated: text(row.U_Stated),
		amount: text(row.U_Amount),
		used: text(row.U_Used),
		open: text(row.U_Open),
		taken: JSON.parse(text(row.U_Taken) || '[]') as Taken[],
		linkedRequestId: textOrNull(row.U_ReqId),
		linkedRequestEntryId: textOrNull(row.U_ReqRow),
	};
}

/** An answered step as a row. @param version of the register that it makes */
export function toStepRow({ fisId, kind, sourceId, instruction, answer }: AppliedStep, version: number): Row {
	return {
		Code: fisId,
		Name: fisId,
		U_Kind: kind,
		U_SourceId: sourceId,
		U_Instr: instruction,
		U_Confirm: answer.confirm,
		U_Answer: JSON.stringify(answer),
		U_Version: versionText(version),
	};
}

/** A row as the step it remembers. */
export function fromStepRow(row: Row): AppliedStep {
	return {
		fisId: text(row.Code),
		kind: text(row.U_Kind) as StepKind,
		sourceId: text(row.U_SourceId),
		instruction: text(row.U_Instr) as Instruction,
		answer: JSON.parse(text(row.U_Answer)) as FundsAnswer,
	};
}

/** The row that only the first of two writers gets in. */
export function guardRow(version: number, { fisId }: FundsStep): Row {
	const Code = `#${versionText(version)}`;
	return { Code, Name: Code, U_Kind: 'guard', U_SourceId: fisId ?? '', U_Version: versionText(version) };
}

export function versionOf(row: Row | undefined): number {
	return row === undefined ? 0 : Number(text(row.U_Version));
}

const isOpen = ({ open }: CommitmentRow): boolean => /[1-9]/.test(open);
/** A version as the register writes it, so that texts sort as numbers do. */
export const versionText = (version: number): string => String(version).padStart(VERSION_DIGITS, '0');
const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value));
const textOrNull = (value: unknown): string | null => text(value) || null;
