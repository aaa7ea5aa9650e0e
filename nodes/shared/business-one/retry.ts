import type { RetryPolicy } from '../http';
import type { ServiceLayerError } from './errors/serviceLayerError';
import { FAULT_CODE } from './errors/advice';

/** The budget is what the pauses may take in all: how long a read takes is its own time-out. */
export const READ_RETRY: RetryPolicy = { attempts: 4, firstDelayMs: 500, budgetMs: 60_000 };

/** The clock and the dice, handed in so that tests do not wait and a run can be repeated. */
export interface Timing {
	sleep: (ms: number) => Promise<void>;
	/** 0 to 1. */
	random: () => number;
}

/** @returns whether the same read may succeed a moment later: no answer, busy, or a server failure without a reason of B1's own */
export function isTransient(error: ServiceLayerError): boolean {
	if (error.kind === 'session') return false;
	if (error.status === 0) return error.kind !== 'validation' && error.code !== FAULT_CODE;
	return [429, 502, 503, 504].includes(error.status) || (error.status >= 500 && error.code === '');
}

/** @returns whether a node may be at fault for a read: 500 with a code of B1's own, e.g. 407 where it lost the company's tables */
export function isSickNode(error: ServiceLayerError): boolean {
	return error.status === 500 && error.code !== '' && error.kind !== 'session';
}
