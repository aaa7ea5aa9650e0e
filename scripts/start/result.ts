export interface Reason {
	code: string;
	message: string;
}

/** What a run ends with: the shape `--json` writes. */
export interface RunResult {
	documents: DocumentResult[];
	trialBalance: Array<{ account: string; name?: string; debit: string; credit: string }>;
	requests: { businessOne: number; concur: number; logins: number };
}

export interface DocumentResult {
	docId: string | null;
	docType: string | null;
	outcome: 'confirmed' | 'review' | 'rejected' | 'uncertain';
	concurStatus: string | null;
	jdtNum: number | null;
	number: number | null;
	reasons: Reason[];
	/** The posting record as a readable table, where one was built; of a funds document what became of it. */
	postingRecord?: string;
	/** File the document came from, where it could not be loaded. */
	file?: string;
}

/** A row of the pipeline's Data Table, as far as the report needs it. */
export interface DocumentRow {
	docId: string;
	docType: string | null;
	status: string | null;
	open: boolean | null;
	/** 2 for a document that waits for a person. */
	priority?: number | null;
	/** Only where entries are posted. */
	jdtNum?: number | null;
	number?: number | null;
	/** JSON text: `[{ code, message }]`. */
	reasons: string | null;
	postingRecord?: string | null;
	/** Only for funds: what was asked for what. */
	instruction?: string | null;
	reportNumber?: string | null;
	outcome?: string | null;
}

/** A document as Concur (the sandbox) has it. */
export interface ConcurDocument {
	docId: string;
	docType: string;
	docStatus: string;
}

const CONFIRMED = /^(POSTING_CONFIRMED_SUCCESS|PAYMENT_CONFIRMED)/;

/** Whether it is a document that asks for budget rather than for a posting. */
export const isFunds = ({ docType }: { docType: string | null }): boolean => docType?.endsWith('obligation') ?? false;

/**
 * Joins what Concur, the pipeline's table and (for documents that nobody took) the posting engine say of a document.
 *
 * @param left reasons why the pipeline leaves the document in Concur, from the engine
 */
export function documentResult(concur: ConcurDocument, row: DocumentRow | undefined, left: Reason[]): DocumentResult {
	const written = row?.reasons ? (JSON.parse(row.reasons) as Reason[]) : [];
	const reasons = written.length > 0 ? written : row === undefined ? left : [];
	return {
		docId: concur.docId,
		docType: concur.docType,
		outcome: outcomeOf(concur, row, reasons.length > 0),
		concurStatus: concur.docStatus,
		jdtNum: row?.jdtNum ?? null,
		number: row?.number ?? null,
		reasons,
		...recordOf(row),
	};
}

function recordOf(row: DocumentRow | undefined): Pick<DocumentResult, 'postingRecord'> {
	if (row?.postingRecord) return { postingRecord: row.postingRecord };
	return row?.instruction ? { postingRecord: `${row.instruction} ${row.reportNumber ?? ''}: ${row.outcome ?? ''}` } : {};
}

/** A refused funds step is an answer like any other: Concur and the traveller have it, and nothing waits for a person here. */
const isRefusal = (concur: ConcurDocument): boolean => isFunds(concur) && concur.docStatus === 'POSTING_CONFIRMED_FAILURE';

function outcomeOf(concur: ConcurDocument, row: DocumentRow | undefined, hasReason: boolean): DocumentResult['outcome'] {
	if (CONFIRMED.test(concur.docStatus) || isRefusal(concur)) return 'confirmed';
	if (row?.status === 'rejected') return 'rejected';
	if (row?.status === 'uncertain') return 'uncertain';
	return hasReason ? 'review' : 'uncertain';
}

/** Whether `--once` may end with 0. */
export const endedWell = (result: RunResult): boolean =>
	result.documents.every(({ outcome, reasons }) => outcome === 'confirmed' || (outcome === 'review' && reasons.length > 0));
