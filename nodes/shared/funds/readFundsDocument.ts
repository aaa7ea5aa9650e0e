import { rowsOf, sectionOf, textOf, type FisDocument, type Json } from '../document';
import { compile, DEFAULT_PROFILE, type Profile } from '../mapping';
import { plainText } from '../money';
import { Assembly } from '../posting';
import { reason, type ReviewReason } from '../review';
import { readReportEntries } from './reportRows';
import { readRequestEntries } from './requestRows';
import type { RowReading } from './rowReading';
import type { FundsStep, Instruction, StepKind, StepRow } from './types';

/** How a document's accounts and cost objects become B1's, and its dates the periods of budgets. */
export interface FundsReading {
	/** Accounts and cost objects are mapped as for postings. */
	profile?: Profile;
	/** The period label of a budget for a day (YYYY-MM-DD, null where the entry states none); budgets without periods unless told. */
	periodOf?: (day: string | null) => string | null;
}

const KINDS: Record<string, StepKind> = { requestobligation: 'request', reportobligation: 'report', expense: 'actuals' };
const INSTRUCTIONS: Record<string, Instruction> = { obligate: 'obligate', fundscheck: 'fundsCheck', release: 'release' };

/**
 * Reads a funds document, or an expense document as the actuals of its report. A report commits what it costs: net of reclaimable
 * tax, without personal entries. A request commits its allocations. A release reads no entries, because it closes whatever is open.
 *
 * @param document as `readDocuments` gives it
 * @returns the step, amounts as decimal text in `step.currency`; what cannot be read or mapped is in `problems`
 * Source: FIS v4 reference, request obligation, report obligation and expense schemas.
 */
export function readFundsDocument(document: FisDocument, reading: FundsReading = {}): FundsStep {
	const { docType, document: json } = document;
	const assembly = new Assembly(document, compile(reading.profile ?? DEFAULT_PROFILE));
	const kind = KINDS[docType ?? ''] ?? 'report';
	const header = sectionOf(kind === 'request' ? json.requestHeader : json.report);
	const { ownId, reference, revision, currency, isTest, total, fgiRefId } = assembly.header;
	const fisId = document.docId ?? fgiRefId?.replaceAll('-', '') ?? null;
	const problems = document.problem ? [document.problem] : [];
	const step: FundsStep = {
		fisId,
		kind,
		instruction: kind === 'actuals' ? 'post' : instructionOf(json, fisId, problems),
		sourceId: ownId,
		reference,
		revision,
		currency,
		isTest,
		total: amountText(assembly, total.value, total.field),
		entriesTotal: '0',
		rows: [],
		entryIds: [],
		previous: null,
		linkedRequestIds: [],
		problems,
	};
	if (KINDS[docType ?? ''] === undefined && !document.problem)
		assembly.hold('unknown-document', `The document type "${docType ?? document.statedType ?? ''}" is none of funds.`);
	if (fisId === null) assembly.hold('missing-document-id', 'The document has no id.', { field: 'id' });
	if (step.sourceId === null) {
		const field = kind === 'request' ? 'requestId' : 'reportId';
		problems.push(reason('missing-source-id', { docId: fisId }, `The document has no ${field}.`, { field }));
	}
	if (step.instruction !== 'release') addRows(step, json, { assembly, header, periodOf: reading.periodOf ?? (() => null) });
	problems.push(...assembly.reasons);
	return step;
}

function instructionOf(json: Json, fisId: string | null, problems: ReviewReason[]): Instruction {
	const stated = textOf(sectionOf(json.instruction).instruction) ?? textOf(json.instruction);
	const found = INSTRUCTIONS[stated?.toLowerCase() ?? ''];
	if (found) return found;
	const place = { field: 'instruction', value: stated ?? '' };
	problems.push(reason('unknown-instruction', { docId: fisId }, `The instruction "${stated ?? ''}" is not known.`, place));
	return 'fundsCheck';
}

function addRows(step: FundsStep, json: Json, reading: RowReading): void {
	const isRequest = step.kind === 'request';
	const read = isRequest ? readRequestEntries : readReportEntries;
	const { rows, entryIds, total } = read(rowsOf(isRequest ? json.requestEntry : json.expenseEntry), reading);
	Object.assign(step, { rows, entryIds, entriesTotal: total });
	step.linkedRequestIds = isRequest ? [] : linkedRequests(reading.header, json, rows);
	const header = json[isRequest ? 'previousRevisionRequestHeader' : 'previousRevisionReportHeader'];
	const entries = json[isRequest ? 'previousRevisionRequestEntry' : 'previousRevisionReportEntry'];
	if (step.kind === 'actuals' || !isPresent(header, entries)) return;
	// What was wrong with the earlier revision was judged then.
	const { document, mapping } = reading.assembly;
	const before = read(rowsOf(entries), { ...reading, assembly: new Assembly(document, mapping) });
	step.previous = {
		revision: textOf(sectionOf(header).revisionNumber),
		rows: before.rows,
		entryIds: before.entryIds,
	};
}

/** A previous revision is there when its header says so, or its list holds something; published files have empty objects too. */
function isPresent(header: unknown, entries: unknown): boolean {
	return Object.keys(sectionOf(header)).length > 0 || rowsOf(entries).length > 0;
}

function linkedRequests({ requestId }: Json, json: Json, rows: readonly StepRow[]): string[] {
	const ids = [
		...(Array.isArray(requestId) ? requestId : [requestId]).map(textOf),
		...rowsOf(json.linkedRequestHeader).map((header) => textOf(header.requestId)),
		...rows.map((row) => row.linkedRequestId),
	];
	return [...new Set(ids.filter((id) => id !== null))].sort();
}

function amountText(assembly: Assembly, value: unknown, field: string): string | null {
	const amount = assembly.amount(value, field, undefined);
	return amount === null ? null : plainText(amount);
}
