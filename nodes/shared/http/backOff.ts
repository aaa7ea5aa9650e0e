import { headerOf } from './send';

/** How often, and for how long, one call is repeated. */
export interface RetryPolicy {
	/** Tries at most, the first one included. */
	attempts: number;
	/** Pause before the second try; doubled before each further one. */
	firstDelayMs: number;
	/** What the tries may take in all, as the client counts it. */
	budgetMs: number;
}

/** What a server asked for with Retry-After (RFC 9110): seconds, or a date, in milliseconds from `nowMs`. */
export function retryAfterMs(headers: Record<string, unknown>, nowMs: number): number | undefined {
	const value = headerOf(headers, 'retry-after')?.trim() ?? '';
	if (/^\d+(\.\d+)?$/.test(value)) return Number(value) * 1000;
	const date = Date.parse(value);
	return Number.isNaN(date) ? undefined : Math.max(0, date - nowMs);
}

/**
 * The pause before the next try: doubling, with jitter from half to whole so that callers that failed together do not come back
 * together, and never shorter than the server asked for.
 * @param attempt the try that failed, from 1
 * @param spentMs of the budget
 * @param random 0 to 1
 * @returns undefined where the policy allows no further try
 */
export function nextDelayMs(
	{ attempts, firstDelayMs, budgetMs }: RetryPolicy,
	{ attempt, spentMs, retryAfterMs: asked = 0 }: { attempt: number; spentMs: number; retryAfterMs?: number },
	random: () => number,
): number | undefined {
	if (attempt >= attempts) return undefined;
	const backOff = firstDelayMs * 2 ** (attempt - 1) * (0.5 + random() / 2);
	const delay = Math.max(backOff, asked);
	return spentMs + delay > budgetMs ? undefined : delay;
}
