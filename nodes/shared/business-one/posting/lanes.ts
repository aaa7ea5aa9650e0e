/** Most requests of one run that may be under way together. */
export const MAX_IN_FLIGHT = 8;

/** @returns a number of lanes from 1 to 8 */
export const lanesOf = (wanted: number | undefined): number => Math.min(MAX_IN_FLIGHT, Math.max(1, Math.floor(wanted ?? 1)));

/**
 * Works on items in so many lanes: each takes the next item when it has done one. All lanes have ended when this does, also when it
 * throws, so that nothing is under way behind the caller's back.
 * @throws the first error of a lane; the others begin nothing further then
 */
export async function inLanes<Item>(items: readonly Item[], lanes: number, work: (item: Item) => Promise<void>): Promise<void> {
	let next = 0;
	let failure: Error | undefined;
	const lane = async () => {
		while (next < items.length && !failure) {
			const ended = await work(items[next++]!).catch((error: Error) => error);
			if (ended) failure ??= ended;
		}
	};
	await Promise.all(Array.from({ length: Math.min(lanes, items.length) }, lane));
	if (failure) await Promise.reject(failure);
}

/** Smaller shares would cost more round trips than they save. */
const LEAST_SHARE = 10;
/** A run that one request takes is no quicker in two. */
const SMALL_RUN = 25;
/** Shares of a lane, so that a server with fewer workers than lanes has no long last round. */
const ROUNDS = 2;

/**
 * How many items go together, so that all lanes have work and none of them gets a small rest while the others wait.
 * @param most items that may go together
 */
export function shareOf(count: number, most: number, lanes: number): number {
	if (lanes === 1 || count <= SMALL_RUN) return most;
	const rounds = Math.max(ROUNDS, Math.ceil(count / (most * lanes)));
	return Math.min(most, Math.max(LEAST_SHARE, Math.ceil(count / (rounds * lanes))));
}

/** Stops the lanes of a run while one of them finds out what became of a request: what is wrong there is mostly wrong for all. */
export class Gate {
	private holders = 0;
	private waiting: Array<() => void> = [];

	/** Lets nothing begin until the work is done. */
	async closedFor<Result>(work: () => Promise<Result>): Promise<Result> {
		this.holders += 1;
		try {
			return await work();
		} finally {
			this.holders -= 1;
			if (this.holders === 0) for (const go of this.waiting.splice(0)) go();
		}
	}

	/** Resolves when nobody holds the others up. */
	async open(): Promise<void> {
		while (this.holders > 0) await new Promise<void>((resolve) => this.waiting.push(resolve));
	}
}
