import type { IDataObject } from 'n8n-workflow';
import { entityPath, type Change } from '../business-one';
import { encumbranceLines, type EncumbranceLine, type FundsResult, type FundsStep } from '../funds';
import { toJsonNumber } from '../money';
import type { AccountCodes } from './accountCodes';
import { costRow, type AccountCost } from './costs';
import { codeOfRow, guardRow, toFundsRow, toStepRow, versionText } from './rows';
import type { FundsSettings, ReadySettings } from './settings';
import type { Snapshot } from './snapshot';
import { FUNDS_SET, STEPS_SET } from './tables';

/** Longest memo in every version of B1. */
const MAX_MEMO = 50;

/**
 * What brings the register from the version that was read to the next: the guard first, so that a writer who was too late is stopped
 * before anything else; the step with its answer; the rows; the encumbrance entry where the company keeps one.
 *
 * @returns the changes of one change set; none where there is nothing to remember
 */
export function changesFor(
	step: FundsStep,
	result: FundsResult,
	{ version, codes, costs }: Pick<Snapshot, 'version' | 'codes' | 'costs'>,
	settings: ReadySettings,
): Change[] {
	if (result.record === null) return [];
	const rows = result.changes.map(({ change, before, after }): Change => {
		const Code = codeOfRow((after ?? before)!);
		if (change === 'delete') return { method: 'DELETE', path: entityPath(FUNDS_SET, Code) };
		const body = toFundsRow(after!, step);
		if (change === 'update') return { method: 'PATCH', path: entityPath(FUNDS_SET, Code), body };
		return { method: 'POST', path: FUNDS_SET, body: { Code, Name: Code, ...body } };
	});
	return [
		{ method: 'POST', path: STEPS_SET, body: guardRow(version + 1, step) },
		{ method: 'POST', path: STEPS_SET, body: toStepRow(result.record, version + 1) },
		...rows,
		...costs.flatMap((key) => costChange(settings.books.costOf(key), version + 1)),
		...encumbranceChange(step, result, codes, settings),
	];
}

/** What a run has read of an account's cost is remembered with a step, under the version that the step makes. */
function costChange(cost: AccountCost | undefined, version: number): Change[] {
	const { code, isNew, row } = (cost && costRow(cost, versionText(version))) ?? {};
	if (code === undefined) return [];
	if (isNew) return [{ method: 'POST', path: STEPS_SET, body: { Code: code, Name: code, ...row } }];
	return [{ method: 'PATCH', path: entityPath(STEPS_SET, code), body: row }];
}

function encumbranceChange(
	step: FundsStep,
	result: FundsResult,
	codes: AccountCodes,
	{ encumbrance, calendar }: FundsSettings,
): Change[] {
	if (encumbrance === null) return [];
	const lines = encumbranceLines(result.changes, encumbrance);
	if (lines.length === 0) return [];
	const date = calendar.today;
	const body: IDataObject = {
		ReferenceDate: date,
		DueDate: date,
		TaxDate: date,
		Memo: `Encumbrance ${step.kind} ${step.reference ?? ''}`.trim().slice(0, MAX_MEMO),
		Reference: step.reference ?? '',
		Reference2: encumbranceKey(step),
		JournalEntryLines: lines.map((line) => entryLine({ ...line, account: codes.toB1(line.account) })),
	};
	return [{ method: 'POST', path: 'JournalEntries', body }];
}

/** The accounts that a change of commitments is posted to. */
export const postedAccounts = ({ encumbrance }: Pick<FundsSettings, 'encumbrance'>): string[] =>
	encumbrance === null ? [] : [encumbrance.encumbrances, encumbrance.reserve];

/** What the encumbrance entry of a step carries in Reference 2. */
export const encumbranceKey = ({ fisId }: Pick<FundsStep, 'fisId'>): string => `FUNDS:${fisId ?? ''}`;

function entryLine({ account, debit, credit, costCenter, project }: EncumbranceLine): IDataObject {
	return {
		AccountCode: account,
		...(debit === undefined ? { Credit: jsonAmount(credit!) } : { Debit: jsonAmount(debit) }),
		...(costCenter === null ? {} : { CostingCode: costCenter }),
		...(project === null ? {} : { ProjectCode: project }),
	};
}

function jsonAmount(amount: string): number {
	const number = toJsonNumber(amount);
	if (number === null) throw new RangeError(`The amount ${amount} has more digits than a journal entry can carry`);
	return number;
}
