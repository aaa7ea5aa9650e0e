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

/**
 * @param holdEnds ISO times until which this execution holds its documents; empty or unreadable ones set no limit
 */
export function holdTimeOf(holdEnds: unknown[], now: () => number = Date.now): HoldTime {
	const ends = holdEnds.map((text) => Date.parse(String(text ?? ''))).filter((end) => !Number.isNaN(end));
	if (ends.length === 0) return { mayBegin: () => true, calls: {} };
	const end = Math.min(...ends);
	const share = Math.max(0, end - now()) * SHARE_OF_HOLD;
	const budgetMs = Math.min(defaultSettings.budgetMs, share);
	const timeoutMs = Math.max(1, Math.min(defaultSettings.timeoutMs, budgetMs));
	// The last try of a call may begin at the end of its budget.
	return { mayBegin: () => now() + budgetMs + timeoutMs <= end, calls: { budgetMs, timeoutMs } };
}
