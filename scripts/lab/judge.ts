import type { Kind, LabDocument } from './documents';

/** What the sandbox's control API and the Data Table say when everything has come to rest. */
export interface Evidence {
	concur: Array<{ docId: string; docStatus: string; reportId: string | null; postingConfirmation: unknown }>;
	entries: Array<{
		JdtNum?: number;
		Reference2: string;
		Number: string | number;
		CancelledBy: number | null;
		CancellationOf: number | null;
	}>;
	trialBalance: Array<{ debit: string; credit: string }>;
	rows: EvidenceRow[];
}

export interface EvidenceRow {
	id?: number;
	docId: string;
	status: string | null;
	reason?: string | null;
	open: boolean | null;
	dueAt?: string | null;
	number?: number | null;
	heldBy?: string | null;
}

export type Fault = 'lost' | 'doubled' | 'falseConfirmation' | 'stuck' | 'row' | 'books';

export interface Problem {
	fault: Fault;
	docId: string;
	text: string;
}

interface Confirmation {
	overallPostingStatusCode?: string;
	postingDocs?: Array<{ documentNumber?: string | number }>;
}

interface Case {
	kind: Kind;
	status: string;
	confirmation: Confirmation | null;
	/** Numbers of the entries of the document that nobody cancelled. */
	live: string[];
	/** How many entries were ever posted for it. */
	posted: number;
	rows: EvidenceRow[];
}

type Finding = [Fault, string];

const isAt = (status: string, kind: Kind): boolean => {
	switch (kind) {
		case 'leftReady':
			return status === 'READY';
		case 'person':
			return status === 'ACKNOWLEDGED' || status === 'POSTING_CONFIRMED_FAILURE';
		default:
			return status === 'POSTING_CONFIRMED_SUCCESS';
	}
};

/** Every document that was ready is in the books exactly once, or with a person, or recalled and not in the books. */
function findingsOfBooks({ kind, status, live, posted }: Case): Finding[] {
	const found: Finding[] = [];
	if (live.length > 1) found.push(['doubled', `entries ${live.join(', ')} are live`]);
	else if (posted > 1) found.push(['doubled', `${posted} entries were posted for it`]);
	if (status === 'RECALLED') {
		if (live.length > 0) found.push(['books', `it is recalled, and entry ${live.join(', ')} is live`]);
		return found;
	}
	if (!isAt(status, kind)) found.push(['stuck', `Concur holds it as ${status}`]);
	const wanted = kind === 'entry' ? 1 : 0;
	if (live.length < wanted) found.push(['lost', 'it has no entry']);
	if (live.length > wanted && wanted === 0) found.push(['books', `it has entry ${live.join(', ')} and should have none`]);
	return found;
}

/** What Concur heard is true. */
function findingsOfConfirmation({ kind, confirmation, live }: Case): Finding[] {
	if (confirmation === null) return [];
	const numbers = (confirmation.postingDocs ?? []).map(({ documentNumber }) => String(documentNumber ?? '')).filter(Boolean);
	if (confirmation.overallPostingStatusCode !== 'success')
		return live.length === 0 ? [] : [['falseConfirmation', `Concur heard "failed", and entry ${live.join(', ')} is live`]];
	if (kind === 'nothing' && live.length === 0) return [];
	return numbers.length === 1 && live.includes(numbers[0]!)
		? []
		: [['falseConfirmation', `Concur heard entry ${numbers.join(', ') || '-'}, live is ${live.join(', ') || '-'}`]];
}

const OPEN_AT_REST: Record<Kind, string[]> = {
	entry: [],
	nothing: [],
	person: ['review', 'rejected', 'attention'],
	leftReady: ['leftReady'],
};

const CLOSED_AS: Record<string, string> = {
	POSTING_CONFIRMED_SUCCESS: 'confirmed',
	POSTING_CONFIRMED_FAILURE: 'failed',
	RECALLED: 'recalled',
};

function findingsOfRow(row: EvidenceRow, { kind, status, live }: Case): Finding[] {
	const state = `row ${row.id} is ${row.open ? 'open' : 'closed'} as ${row.status}`;
	if (Number.isNaN(Date.parse(String(row.dueAt ?? '')))) return [['row', `row ${row.id} is due never`]];
	if (row.open) {
		if (!OPEN_AT_REST[kind].includes(row.status ?? '')) return [['stuck', `${state}: ${row.reason || 'no reason'}`]];
		return row.reason ? [] : [['row', `${state} without a reason`]];
	}
	if (CLOSED_AS[status] !== row.status) return [['row', `${state}, Concur says ${status}`]];
	const named = row.number === null || row.number === undefined ? '' : String(row.number);
	if (row.status === 'confirmed' && named !== (live[0] ?? ''))
		return [['row', `row ${row.id} names entry ${named || '-'}, live is ${live[0] ?? '-'}`]];
	return [];
}

function findingsOfRows(one: Case): Finding[] {
	const rows = one.rows.filter(({ status }) => status !== 'duplicate');
	// What was recalled before anybody noted it has no row, nor has what the trigger itself leaves ready.
	if (rows.length === 0) return one.status === 'RECALLED' || one.kind === 'leftReady' ? [] : [['lost', 'no row holds it']];
	const found = rows.flatMap((row) => findingsOfRow(row, one));
	// Two polls that overlap may note one document twice; each of its rows, held by an execution of its own, then has to close truly.
	return rows.length > 1 && rows.some(({ open }) => open) ? [...found, ['row', `${rows.length} rows hold it`]] : found;
}

const MILLIONTHS = 6;

const millionths = (amount: string): bigint => {
	const [, sign = '', whole = '0', fraction = ''] = /^(-?)(\d+)(?:\.(\d*))?$/.exec(amount) ?? [];
	return BigInt(`${sign}${whole}${fraction.padEnd(MILLIONTHS, '0').slice(0, MILLIONTHS)}`);
};

function findingsOfBalance(trialBalance: Evidence['trialBalance']): Problem[] {
	const sum = trialBalance.reduce((total, { debit, credit }) => total + millionths(debit) - millionths(credit), 0n);
	return sum === 0n
		? []
		: [{ fault: 'books', docId: '-', text: `the trial balance is out by ${sum} millionths of local currency` }];
}

const docIdOf = (postingKey: string): string => postingKey.split(':')[1] ?? '';

/**
 * What is wrong when everything has come to rest, judged from outside: from what both systems hold and what the rows say. Shares no
 * code with the nodes.
 */
export function judge(documents: LabDocument[], evidence: Evidence): Problem[] {
	const problems = documents.flatMap(({ docId, kind }) => {
		const concur = evidence.concur.find((one) => one.docId === docId);
		const entries = evidence.entries.filter(
			({ Reference2, CancellationOf }) => docIdOf(Reference2 ?? '') === docId && CancellationOf === null,
		);
		const one: Case = {
			kind,
			status: concur?.docStatus ?? 'missing',
			confirmation: (concur?.postingConfirmation ?? null) as Confirmation | null,
			live: entries.filter(({ CancelledBy }) => CancelledBy === null).map(({ Number }) => String(Number)),
			posted: entries.length,
			rows: evidence.rows.filter((row) => row.docId === docId),
		};
		return [...findingsOfBooks(one), ...findingsOfConfirmation(one), ...findingsOfRows(one)].map(([fault, text]) => ({
			fault,
			docId,
			text,
		}));
	});
	return [...problems, ...findingsOfBalance(evidence.trialBalance)];
}
