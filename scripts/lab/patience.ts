import { cpus, loadavg } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * How much slower this machine is now than with nothing else to do: work that waits for a processor, by processors. At least 1; where the
 * system does not tell (Windows) 1.
 */
export const slowness = (): number => Math.max(1, (loadavg()[0] ?? 0) / cpus().length);

/**
 * Waits for something. The limit is a time of an idle machine: a busy one gets as much more as it is slower, so that only what does not
 * come runs out of time, and not what comes late.
 *
 * @param isTrue asked again and again
 * @param limitMs of an idle machine
 * @param counts whether the time counts now; it stands still while n8n is down
 * @returns whether it came true in time
 */
export async function comesTrue(
	isTrue: () => Promise<boolean>,
	limitMs: number,
	lookEveryMs: number,
	counts: () => boolean = () => true,
): Promise<boolean> {
	let left = limitMs;
	for (let last = Date.now(); ; last = Date.now()) {
		if (await isTrue()) return true;
		if (left < 0) return false;
		await delay(lookEveryMs);
		if (counts()) left -= (Date.now() - last) / slowness();
	}
}
