/** How long replies are held back, in milliseconds of real time. */
export interface Latency {
	/** Every reply of Concur and B1. */
	ms: number;
	/** In addition, the reply to a B1 login and to a Concur token request. */
	loginMs: number;
	/** In addition, for every journal entry that a request posts, alone or in a batch. */
	entryMs: number;
	/** How many requests B1 posts entries for at the same time; others wait for their turn. */
	workers: number;
}

/** Longest wait that can be ordered. */
export const LONGEST_WAIT_MS = 600_000;

/** Most workers that can be ordered. */
export const MOST_WORKERS = 1000;

export const noLatency = (): Latency => ({ ms: 0, loginMs: 0, entryMs: 0, workers: 1 });

/** The workers that post entries: each does one request after the other. Another latency starts with idle ones. */
export class Workers {
	private freeAt: number[] = [];
	private entryMs = 0;

	/** How long a request that posts so many entries waits from `now` on until a worker has done them all. */
	take(entries: number, { entryMs, workers }: Latency, now: number): number {
		if (entryMs !== this.entryMs || workers !== this.freeAt.length) this.freeAt = Array<number>(workers).fill(0);
		this.entryMs = entryMs;
		if (entries === 0 || entryMs === 0) return 0;
		const first = this.freeAt.indexOf(Math.min(...this.freeAt));
		const done = Math.max(now, this.freeAt[first]!) + entries * entryMs;
		this.freeAt[first] = done;
		return done - now;
	}
}

/** Resolves after `ms`, or as soon as `signal` says that the sandbox stops. */
export function wait(ms: number, signal: AbortSignal): Promise<void> {
	if (ms <= 0 || signal.aborted) return Promise.resolve();
	return new Promise((resolve) => {
		const finish = () => {
			clearTimeout(timer);
			signal.removeEventListener('abort', finish);
			resolve();
		};
		const timer = setTimeout(finish, ms);
		signal.addEventListener('abort', finish);
	});
}
