import type { ServiceLayer } from '../client';
import type { ServiceLayerError } from '../errors';

/** B1's code for "this entry already exists": another writer was first, or an earlier send of our own. */
export const TAKEN = '-2035';

/** Waits before the looks after a doubt whose request may still be at work. */
const LOOK_DELAYS_MS = [0, 1_000, 3_000, 6_000];
const MAX_WAIT_MS = 60_000;

/**
 * Looks for what became of writes in doubt, again and again for some seconds.
 * @param look gives whether there is nothing left to look for
 */
export async function settle({ timing }: ServiceLayer, look: () => Promise<boolean>): Promise<void> {
	for (const delayMs of LOOK_DELAYS_MS) {
		if (delayMs > 0) await timing.sleep(delayMs);
		if (await look()) return;
	}
}

/** @returns whether one look is proof: the server is done with the request, or the database refuses a second one whatever comes late */
export const isProvenByOneLook = (doubt: ServiceLayerError, guarded: boolean): boolean => guarded || doubt.ended;

/** @returns whether a write that was looked for in vain may be sent again; without a guard not while its request may be at work */
export const maySendAgain = (doubt: ServiceLayerError, guarded: boolean): boolean => guarded || !doubt.timedOut;

/**
 * Waits before the next send: with jitter from half to whole of `delayMs`, and as long as the server asked for.
 * @returns false, without waiting, where the server asks for more than a minute
 */
export async function waitAfter({ timing }: ServiceLayer, error: ServiceLayerError, delayMs: number): Promise<boolean> {
	const waitMs = Math.max(error.retryAfterMs ?? 0, delayMs * (0.5 + timing.random() / 2));
	if (waitMs > MAX_WAIT_MS) return false;
	await timing.sleep(waitMs);
	return true;
}
