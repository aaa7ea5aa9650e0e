import { BATCH_TIMEOUT_MS } from '../batch';
import type { ServiceLayer } from '../client';
import type { ServiceLayerError } from '../errors';
import { Gate } from './lanes';
import { endedEachTime } from './results';
import type { Level, PostingInput, PostingOptions, PostingResult } from './types';

/** Entries in a row that B1 did not take and that are not there, after which it is B1 that is in trouble, and not they. */
const MAX_TROUBLE_IN_A_ROW = 12;
/** As many may be the last of a run and still be called refused, because others went through before them. */
const MAX_SUSPECTS_AT_THE_END = 2;
/** A request may take this share of the time that is left, so that a short hold still lets several begin. */
const SHARE_OF_HOLD = 1 / 3;

/** What the chunks of one run share: whether B1 can be used, whether there is time, and which entries end their request each time. */
export class WriteRun {
	/** Set where B1 cannot be used at all now, so that nothing further is tried. */
	stopped?: ServiceLayerError;
	readonly gate = new Gate();

	private suspects: Array<{ input: PostingInput; error: ServiceLayerError }> = [];
	private readonly refused: Array<{ input: PostingInput; error: ServiceLayerError }> = [];
	private successes = 0;
	private troubles = 0;
	readonly level: Level;
	readonly target: PostingOptions['target'];
	/** Longest time of one request that writes. */
	readonly requestTimeoutMs: number;

	constructor(
		readonly serviceLayer: ServiceLayer,
		level: Level,
		private readonly options: PostingOptions,
	) {
		this.level = level;
		this.target = options.target;
		const { endsAtMs, nowMs } = options;
		const share = endsAtMs === undefined || nowMs === undefined ? Infinity : Math.max(1, (endsAtMs - nowMs()) * SHARE_OF_HOLD);
		this.requestTimeoutMs = Math.min(BATCH_TIMEOUT_MS, share);
	}

	/** @returns whether a request that is begun now is over, whatever happens, before others may take up the same documents */
	hasTime(): boolean {
		const { endsAtMs, nowMs } = this.options;
		return endsAtMs === undefined || nowMs === undefined || nowMs() + this.requestTimeoutMs <= endsAtMs;
	}

	/** B1 took an entry: those that it did not take before are refused, and B1 is well. */
	noteSuccess(): void {
		this.successes += 1;
		this.troubles = 0;
		this.refused.push(...this.suspects);
		this.suspects = [];
	}

	noteSuspect(input: PostingInput, error: ServiceLayerError): void {
		this.suspects.push({ input, error });
		this.noteTrouble(error);
	}

	noteTrouble(error: ServiceLayerError): void {
		this.troubles += 1;
		if (this.troubles >= MAX_TROUBLE_IN_A_ROW) this.stopped = error;
	}

	/** @returns results of the entries that B1 refuses without a reason, now that it is known what became of the others */
	refusals(): PostingResult[] {
		const atTheEnd = this.successes > 0 && this.suspects.length <= MAX_SUSPECTS_AT_THE_END ? this.suspects : [];
		return [...this.refused, ...atTheEnd].map(({ input, error }) => endedEachTime(input, this.level, error, true));
	}
}
