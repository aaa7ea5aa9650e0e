import { DATE_FORMS, startOf } from '../../../shared/dates';
import { defaultSettings, type CallSettings } from '../../../shared/concur/call';

/** Limits of the calls of one run, so that every answer comes while this execution still holds its documents. */
export interface HoldTime {
	/** Whether another call may begin. */
	mayBegin: () => boolean;
	/** How long one call and one try of it may take. */
	calls: Partial<CallSettings>;
}

/** A call may take this share of the hold at most, so that a short hold still lets several begin. */
const SHARE_OF_HOLD = 1 / 3;

/** Milliseconds since 1970. Throws RangeError for what is no time. */
export function holdEndOf(value: unknown): number {
	const start = startOf(value);
	if (start === undefined) throw new RangeError(`Hold Ends "${String(value as string)}" is no time. ${DATE_FORMS}.`);
	return Date.parse(start);
}

/**
 * @param holdEnds times until which this execution holds its documents; empty ones set no limit
 * @throws RangeError for one that is no time
 */
export function holdTimeOf(holdEnds: unknown[], now: () => number = Date.now): HoldTime {
	const ends = holdEnds.filter((end) => end !== undefined && end !== null && end !== '').map(holdEndOf);
	if (ends.length === 0) return { mayBegin: () => true, calls: {} };
	const end = Math.min(...ends);
	const share = Math.max(0, end - now()) * SHARE_OF_HOLD;
	const budgetMs = Math.min(defaultSettings.budgetMs, share);
	const timeoutMs = Math.max(1, Math.min(defaultSettings.timeoutMs, budgetMs));
	// The last try of a call may begin at the end of its budget.
	return { mayBegin: () => now() + budgetMs + timeoutMs <= end, calls: { budgetMs, timeoutMs } };
}
