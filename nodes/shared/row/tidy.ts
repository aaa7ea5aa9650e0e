import { numberOf } from './blocks';
import type { Row } from './types';

const DAY_MS = 24 * 3_600_000;
const MEGABYTE = 1024 * 1024;
/** Rows of the Data Table that are looked at, the newest ones; the size of older ones is estimated from them. */
export const SAMPLE_SIZE = 1000;
/** Databases fill their pages in part only: measured on SQLite, a row takes 1.2 to 1.7 times its texts. */
const PAGE_FACTOR = 1.6;
const ROW_OVERHEAD_BYTES = 50;

/** What a compact row no longer holds. `reasons` of any other closed row is at least "[]", so it tells which rows are compact already. */
export const compacted = { reportName: '', person: '', reason: '', reasons: '', postingRecord: '' } satisfies Partial<Row>;

/** A row as a Data Table gives it out. */
export type StoredRow = Partial<Row> & { createdAt?: string };

export interface TidySettings {
	/** Days after which a closed row is made compact. */
	compactDays: number;
	/** Days after which a closed row is deleted; 0 for never. */
	deleteDays: number;
	/** What n8n allows for all Data Tables together. */
	limitMegabytes: number;
	/** From which part of the limit on a warning is given. */
	warnPercent: number;
}

/** Which rows are tidied, and how large the table is about; a warning where it comes near the limit. */
export interface Tidying {
	/** Rows closed until then are made compact (ISO time). */
	compactUntil: string;
	/** Rows closed until then are deleted; before all rows where none are. */
	deleteUntil: string;
	rows: number;
	megabytes: number;
	limitMegabytes: number;
	usedPercent: number;
	/** Empty where there is nothing to warn of. */
	warning: string;
}

const encoder = new TextEncoder();

function bytesOf(row: object): number {
	const values = Object.values(row).map((value) => (typeof value === 'string' ? encoder.encode(value).length : 8));
	return ROW_OVERHEAD_BYTES + PAGE_FACTOR * values.reduce((sum, bytes) => sum + bytes, 0);
}

const meanOf = (rows: object[]): number => rows.reduce<number>((sum, row) => sum + bytesOf(row), 0) / Math.max(rows.length, 1);

/** Rows older than the sample: n8n counts ids upwards, so there are no more of them than its lowest id says. */
function olderRows(sample: StoredRow[], compactUntil: number, deleteUntil: number) {
	const ids = sample.map(({ id }) => numberOf(id) ?? 0);
	const times = sample.map(({ createdAt }) => Date.parse(createdAt ?? '')).filter(Number.isFinite);
	if (sample.length < SAMPLE_SIZE || times.length === 0) return { full: 0, compact: 0 };
	const oldest = Math.min(...times);
	const perMs = sample.length / Math.max(Math.max(...times) - oldest, 1);
	const since = (time: number) => Math.round(perMs * Math.max(oldest - time, 0));
	const all = Math.min(Math.max(Math.min(...ids) - 1, 0), since(deleteUntil));
	const full = Math.min(all, since(compactUntil));
	return { full, compact: all - full };
}

const percentOf = (part: number, whole: number) => Math.round((100 * part) / whole);

/**
 * What the nightly tidying does: from when on closed rows are old enough, and whether n8n's limit for Data Tables comes near. At that
 * limit n8n refuses to insert and to update, so nothing new could be noted or held.
 *
 * @param sample the newest rows of the table, `sampleSize` of them where it has as many
 * @param now milliseconds since 1970
 */
export function tidy(sample: StoredRow[], now: number, settings: TidySettings): Tidying {
	const { compactDays, deleteDays, limitMegabytes, warnPercent } = settings;
	const compactUntil = now - compactDays * DAY_MS;
	const deleteUntil = deleteDays > 0 ? now - deleteDays * DAY_MS : 0;
	const older = olderRows(sample, compactUntil, deleteUntil);
	const full = sample.filter(({ reasons }) => reasons !== '');
	const compact = sample.map((row) => ({ ...row, ...compacted }));
	const bytes = meanOf(sample) * sample.length + meanOf(full) * older.full + meanOf(compact) * older.compact;
	const rows = sample.length + older.full + older.compact;
	const megabytes = Math.round((bytes / MEGABYTE) * 10) / 10;
	const usedPercent = percentOf(bytes, limitMegabytes * MEGABYTE);
	return {
		compactUntil: new Date(compactUntil).toISOString(),
		deleteUntil: new Date(deleteUntil).toISOString(),
		rows,
		megabytes,
		limitMegabytes,
		usedPercent,
		warning:
			usedPercent < warnPercent
				? ''
				: `The Data Table holds about ${rows} rows and ${megabytes} MB, ${usedPercent} % of the ${limitMegabytes} MB that n8n allows for all Data Tables. At the limit no document can be noted or taken up. Make rows compact earlier, have old ones deleted, or raise N8N_DATA_TABLES_MAX_SIZE_BYTES.`,
	};
}
