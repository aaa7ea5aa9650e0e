interface Pause {
	/** Milliseconds since 1970 before which the document is not given out again. */
	pausedUntil: number;
	times: number;
}

const MAX_DOCUMENTS = 20_000;
const longestHoldMs = 60 * 60_000;

/**
 * Remembers, in this process only, which documents a trigger gave out lately. A document stays ready until the workflow
 * acknowledges it, so without this every poll meanwhile would start another execution for it, and documents that can
 * never be acknowledged would fill the limit of every poll and block the ones behind them.
 *
 * Nothing depends on it being right: a restart forgets it, and a document given out twice is posted once. The hold
 * doubles each time up to an hour, so that a document whose execution was lost comes back soon and one that keeps
 * failing makes room.
 */
export class GivenOut {
	private readonly pauses = new Map<string, Pause>();

	private pollEndsAt = 0;

	/**
	 * Whether a poll may begin: not while another one of this trigger reads the same queue and would give out the same documents.
	 *
	 * @param budgetMs how long a poll may take; one that hangs longer no longer counts
	 */
	begin(budgetMs: number, now: number): boolean {
		if (now < this.pollEndsAt) return false;
		this.pollEndsAt = now + budgetMs;
		return true;
	}

	end(): void {
		this.pollEndsAt = 0;
	}

	isHeld(docId: string, now: number): boolean {
		return (this.pauses.get(docId)?.pausedUntil ?? 0) > now;
	}

	/** @param holdMs first hold; 0 gives every ready document out at every poll */
	note(docId: string, holdMs: number, now: number): void {
		if (holdMs <= 0) return;
		const times = (this.pauses.get(docId)?.times ?? 0) + 1;
		this.pauses.delete(docId);
		if (this.pauses.size >= MAX_DOCUMENTS) this.forgetOldest();
		this.pauses.set(docId, { times, pausedUntil: now + Math.min(holdMs * 2 ** Math.min(times - 1, 20), longestHoldMs) });
	}

	/** Map keeps the order of insertion, and `note` inserts anew each time. */
	private forgetOldest(): void {
		const oldest = this.pauses.keys().next().value;
		if (oldest !== undefined) this.pauses.delete(oldest);
	}
}

const MAX_TRIGGERS = 500;
const byTrigger = new Map<string, GivenOut>();

/** The memory of one trigger node. */
export function givenOutBy(workflowId: string, nodeId: string): GivenOut {
	const key = `${workflowId}:${nodeId}`;
	const found = byTrigger.get(key) ?? new GivenOut();
	if (!byTrigger.has(key) && byTrigger.size >= MAX_TRIGGERS) byTrigger.clear();
	byTrigger.set(key, found);
	return found;
}
