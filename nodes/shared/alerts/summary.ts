import type { Row } from '../row';

/** A row as a Data Table gives it out. */
type OpenRow = Partial<Row> & { createdAt?: unknown };

export interface SummarySettings {
	/** Milliseconds since 1970. */
	now: number;
	/** Hours after which a document that waits is told of. */
	hours: number;
	/** Warnings that others have found: the size of the table, the audit log. Empty texts are left out. */
	warnings: readonly string[];
	/** Day on which a credential expires, YYYY-MM-DD; empty where nobody says. */
	expires: string;
	/** Days before that day from which on it is told. */
	expiryDays: number;
}

/** A message: the subject, and its lines as a text for mail, Slack or Teams. */
export interface SummaryAlert {
	subject: string;
	text: string;
	waiting: number;
	uncertain: number;
	rejected: number;
	attention: number;
	lines: string[];
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Reasons that are named, the most frequent first. */
const MOST_REASONS = 5;

const timeOf = (value: unknown): number => Date.parse(value instanceof Date ? value.toISOString() : String(value ?? ''));

const codeOf = ({ reasons }: OpenRow): string => /^\[\{"code":"([^"]*)"/.exec(String(reasons ?? ''))?.[1] ?? '';

const documents = (count: number): string => `${count} document${count === 1 ? '' : 's'}`;

/** The time of the row that waits longest, in words; empty where no row tells. */
function sinceWhen(rows: readonly OpenRow[]): string {
	const times = rows.map(({ createdAt }) => timeOf(createdAt)).filter(Number.isFinite);
	if (times.length === 0) return '';
	return `, the oldest since ${new Date(Math.min(...times)).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

function reasonsOf(rows: readonly OpenRow[]): string {
	const counts = new Map<string, number>();
	for (const row of rows) counts.set(codeOf(row) || 'no reason', (counts.get(codeOf(row) || 'no reason') ?? 0) + 1);
	const sorted = [...counts].sort(([one, first], [other, second]) => second - first || (one < other ? -1 : 1));
	return sorted
		.slice(0, MOST_REASONS)
		.map(([code, count]) => `${code} (${count})`)
		.join(', ');
}

/** Rows that wait only because a system does not answer: its reason stands in them, and nobody has to decide anything. */
const waitsFor = (rows: readonly OpenRow[], system: 'b1-' | 'concur-'): OpenRow[] =>
	rows.filter(({ status, ...row }) => (status === 'received' || status === 'posted') && codeOf(row).startsWith(system));

function expiryLine({ now, expires, expiryDays }: SummarySettings): string {
	const left = Math.ceil((timeOf(`${expires}T00:00:00Z`) - now) / DAY_MS);
	if (!Number.isFinite(left) || left > expiryDays) return '';
	return left <= 0
		? `A credential expired on ${expires}.`
		: `A credential expires on ${expires}, in ${left} day${left === 1 ? '' : 's'}.`;
}

/**
 * What needs somebody, as a message.
 *
 * @param rows of the Data Table that are open
 * @returns undefined where there is nothing to say
 */
export function summaryAlert(rows: readonly OpenRow[], settings: SummarySettings): SummaryAlert | undefined {
	const open = rows.filter(({ open: isOpen, status }) => isOpen === true && status !== 'leftReady');
	const isLate = ({ createdAt }: OpenRow) => !(timeOf(createdAt) > settings.now - settings.hours * HOUR_MS);
	const late = open.filter((row) => row.status === 'review' && isLate(row));
	const [uncertain, rejected, attention] = (['uncertain', 'rejected', 'attention'] as const).map((status) =>
		open.filter((row) => row.status === status),
	) as [OpenRow[], OpenRow[], OpenRow[]];
	const [ofBusinessOne, ofConcur] = [waitsFor(open, 'b1-'), waitsFor(open, 'concur-')];
	const line = (found: readonly OpenRow[], text: string, more = '') =>
		found.length === 0 ? '' : `${text}: ${documents(found.length)}${sinceWhen(found)}${more}.`;
	const lines = [
		line(attention, 'For a person to decide', `; ${reasonsOf(attention)}`),
		line(rejected, 'Refused by Business One', `; ${reasonsOf(rejected)}`),
		line(uncertain, 'Nobody knows whether it is posted'),
		line(late, `In review for more than ${settings.hours} hours`, `; ${reasonsOf(late)}`),
		line(ofBusinessOne, 'Waiting for Business One to answer'),
		line(ofConcur, 'Waiting for Concur to answer'),
		expiryLine(settings),
		...settings.warnings.map((warning) => warning.trim()),
	].filter((text) => text !== '');
	if (lines.length === 0) return undefined;
	const counts = { waiting: late.length, uncertain: uncertain.length, rejected: rejected.length, attention: attention.length };
	const needing = Object.values(counts).reduce((sum, count) => sum + count, 0);
	const subject = needing > 0 ? `Concur to Business One: ${documents(needing)} for you` : 'Concur to Business One: a warning';
	return { subject, text: lines.join('\n'), ...counts, lines };
}
