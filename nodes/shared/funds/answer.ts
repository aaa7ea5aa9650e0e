import { byText } from './keys';
import type { CommitmentRow, FundsAnswer, FundsMessage, FundsStep, LineItemReference } from './types';

/** What SAP's own integration answers in place of a document number (FIS v4, samples of posting confirmations). */
const CHECKED = 'FUNDSCHECK';
const NOTHING_TO_RELEASE = 'ZERO-RELEA';
/** Longest document number of a posting confirmation (FIS v4 reference). */
const MAX_DOCUMENT_NUMBER = 80;

export function refusal(messages: FundsMessage[]): FundsAnswer {
	return { confirm: 'error', messages, documentNumber: null, references: [] };
}

/** The answer to a check that found enough. */
export function checkPassed(): FundsAnswer {
	return { confirm: 'success', messages: [], documentNumber: CHECKED, references: [] };
}

/** The answer to a release; nothing open is a success too. */
export function released(step: FundsStep, hadOpen: boolean): FundsAnswer {
	return { confirm: 'success', messages: [], documentNumber: hadOpen ? numberOf(step) : NOTHING_TO_RELEASE, references: [] };
}

/** The answer to a reservation, or to actuals. @param rows the rows the source has now */
export function reserved(step: FundsStep, rows: readonly CommitmentRow[]): FundsAnswer {
	return { confirm: 'success', messages: [], documentNumber: numberOf(step), references: referencesTo(step.sourceId!, rows) };
}

const numberOf = ({ reference, sourceId }: FundsStep): string => (reference ?? sourceId ?? '').slice(0, MAX_DOCUMENT_NUMBER);

/** The document, its entries, and their allocations where Concur gave them a key. */
function referencesTo(sourceId: string, rows: readonly CommitmentRow[]): LineItemReference[] {
	const entries = [...new Set(rows.map(({ entryId }) => entryId))].sort(byText);
	return [
		{ type: 'DOCUMENT', id: sourceId, parentId: null },
		...entries.flatMap((entryId): LineItemReference[] => {
			const keys = rows.flatMap((row) => (row.entryId === entryId && row.allocation !== null ? [row.allocation] : []));
			const allocations = [...new Set(keys)].sort(byText);
			return [
				{ type: 'ENTRY', id: entryId, parentId: sourceId },
				...allocations.map((id): LineItemReference => ({ type: 'ALLOCATION', id, parentId: entryId })),
			];
		}),
	];
}
