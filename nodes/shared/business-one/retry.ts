import type { ServiceLayerError } from './errors/serviceLayerError';
import { FAULT_CODE } from './errors/advice';

export interface RetryPolicy {
	/** Calls at most, the first one included. */
	attempts: number;
	/** Sleep before the second call; doubled before each further one. */
	firstDelayMs: number;
	/** Sleep at most in all, Retry-After included. */
	budgetMs: number;
}

export const READ_RETRY: RetryPolicy = { attempts: 4, firstDelayMs: 500, budgetMs: 60_000 };

/** The clock and the dice, handed in so that tests do not wait and a run can be repeated. */
export interface Timing {
	sleep: (ms: number) => Promise<void>;
	/** 0 to 1. */
	random: () => number;
}

/** @returns whether the same read may succeed a moment later: no answer, busy, or a server failure without a reason of B1's own */
export function isTransient(error: ServiceLayerError): boolean {
	if (error.errorClass === 'session') return false;
	if (error.status === 0) return error.errorClass !== 'validation' && error.code !== FAULT_CODE;
	return [429, 502, 503, 504].includes(error.status) || (error.status >= 500 && error.code === '');
}

/** @returns whether a node may be at fault for a read: 500 with a code of B1's own, e.g. 407 where it lost the company's tables */
export function isSickNode(error: ServiceLayerError): boolean {
	return error.status === 500 && error.code !== '' && error.errorClass !== 'session';
}

/**
 * How long to wait before the next call: doubling with jitter (half to whole), or what the server asked for.
 * @param attempt 1 after the first call
 * @returns undefined where the policy allows no further call
 */
export function nextDelayMs(
	policy: RetryPolicy,
	attempt: number,
	sleptMs: number,
	error: ServiceLayerError,
	random: () => number,
): number | undefined {
	if (attempt >= policy.attempts) return undefined;
	const backOff = policy.firstDelayMs * 2 ** (attempt - 1) * (0.5 + random() / 2);
	const delay = Math.max(backOff, error.retryAfterMs ?? 0);
	return sleptMs + delay > policy.budgetMs ? undefined : delay;
}
