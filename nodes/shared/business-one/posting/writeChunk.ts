import type { ServiceLayer } from '../client';
import { ServiceLayerError } from '../errors';
import { isEmpty, type Found } from './found';
import { judgeExisting } from './judge';
import { lookUp } from './lookUp';
import { notWritten, rejectedByB1, unknownFate } from './results';
import type { Level, PostingOptions, PostingResult } from './types';
import { writeOnce, type ToWrite, type WriteResult } from './writeEntries';

/** What became of an entry: `accepted` by B1's answer, `recovered` found after a doubt, or a result that is final already. */
export type Fate = { state: 'accepted' } | { state: 'recovered'; found: Found } | { state: 'final'; result: PostingResult };

export interface ChunkFates {
	fates: Map<string, Fate>;
	/** Set where B1 cannot be used at all now, so that no further chunk is tried. */
	stopped?: ServiceLayerError;
}

/** Times an entry is sent at most; every time after the first only where it is proven, or does not matter, that it is not there. */
const MAX_SENDS = 3;
/** The same for an entry with changes alongside: others may write what those build on, again and again. */
const MAX_SENDS_ALONGSIDE = 12;
/** Waits before the look-ups after a doubt whose request may still be at work. */
const SETTLE_DELAYS_MS = [0, 1_000, 3_000, 6_000];
const RETRY_DELAY_MS = 1_000;
const MAX_WAIT_MS = 60_000;

/** Writes a chunk of entries until each has a fate. Never sends one again while it may be in B1 without the database's protection. */
export async function writeChunk(
	serviceLayer: ServiceLayer,
	entries: ToWrite[],
	level: Level,
	target: PostingOptions['target'],
): Promise<ChunkFates> {
	const run = new ChunkRun(serviceLayer, level, target);
	return await run.write(entries);
}

class ChunkRun {
	private readonly fates = new Map<string, Fate>();
	private readonly sends = new Map<string, number>();
	private stopped?: ServiceLayerError;
	private oneByOne = false;

	constructor(
		private readonly serviceLayer: ServiceLayer,
		private readonly level: Level,
		private readonly target: PostingOptions['target'],
	) {}

	async write(entries: ToWrite[]): Promise<ChunkFates> {
		let pending = entries;
		// A round gives at least one entry its fate, counts a send, or switches to one by one, so the rounds are limited.
		while (pending.length > 0 && !this.stopped) {
			const sent = this.oneByOne ? pending.slice(0, 1) : pending;
			const rest = this.oneByOne ? pending.slice(1) : [];
			for (const { input } of sent) this.sends.set(input.postingKey, this.sendsOf(input.postingKey) + 1);
			const results = await writeOnce(this.serviceLayer, sent, this.level, this.target);
			pending = [...(await this.sort(sent, results)), ...rest];
		}
		if (this.stopped) for (const { input } of pending) this.end(notWritten(input, this.level, this.stopped));
		return { fates: this.fates, stopped: this.stopped };
	}

	/** @returns the entries that are to be sent (again) */
	private async sort(sent: ToWrite[], results: WriteResult[]): Promise<ToWrite[]> {
		const again: ToWrite[] = [];
		const doubts: Array<{ entry: ToWrite; error: ServiceLayerError; ended: boolean }> = [];
		const taken: Array<{ entry: ToWrite; error: ServiceLayerError }> = [];
		for (const [index, entry] of sent.entries()) {
			const result = results[index] ?? { state: 'notRun' };
			const key = entry.input.postingKey;
			if (result.state === 'written') this.fates.set(key, { state: 'accepted' });
			else if (result.state === 'doubt') doubts.push({ entry, ...result });
			else if (result.state === 'notRun') {
				this.sends.set(key, this.sendsOf(key) - 1);
				again.push(entry);
			} else if (result.error.code === '-2035') taken.push({ entry, error: result.error });
			else if (await this.refused(entry, result.error, result.whole, sent.length)) again.push(entry);
		}
		if (taken.length > 0) again.push(...(await this.settleTaken(taken)));
		if (doubts.length > 0) again.push(...(await this.settleDoubts(doubts)));
		return again;
	}

	/** @returns whether the entry is to be sent again */
	private async refused(entry: ToWrite, error: ServiceLayerError, whole: boolean, together: number): Promise<boolean> {
		const { input } = entry;
		if (error.errorClass === 'session' || error.status === 0) {
			this.stopped = error;
			this.end(notWritten(input, this.level, error));
			return false;
		}
		if (error.status === 429) {
			if (this.sendsOf(input.postingKey) < MAX_SENDS && (await this.wait(error))) return true;
			this.end(notWritten(input, this.level, error));
			return false;
		}
		if (whole && together > 1) {
			this.oneByOne = true;
			return true;
		}
		this.end(whole ? notWritten(input, this.level, error) : rejectedByB1(input, this.level, error));
		return false;
	}

	/**
	 * The code of the register row exists: another execution, or an earlier send of our own, was first. Where B1 knows nothing of the
	 * entry, it was a row alongside that somebody else was faster with.
	 * @returns the entries that are to be sent again
	 */
	private async settleTaken(taken: Array<{ entry: ToWrite; error: ServiceLayerError }>): Promise<ToWrite[]> {
		const again: ToWrite[] = [];
		const found = await this.find(taken.map(({ entry }) => entry));
		for (const { entry, error } of taken) {
			const there = found?.get(entry.input.postingKey);
			const known = there && judgeExisting(entry.input, this.level, there, this.target);
			if (!found) this.end(unknownFate(entry.input, this.level, error, this.provable));
			else if (entry.input.alongside && (!there || isEmpty(there))) {
				if (this.sendsOf(entry.input.postingKey) < MAX_SENDS_ALONGSIDE && (await this.wait(error))) again.push(entry);
				else this.end(notWritten(entry.input, this.level, error));
			} else if (there && known?.outcome === 'alreadyPosted' && this.sendsOf(entry.input.postingKey) > 1) {
				this.fates.set(entry.input.postingKey, { state: 'recovered', found: there });
			} else this.end(known ?? rejectedByB1(entry.input, this.level, error));
		}
		return again;
	}

	/** @returns the entries that are not in B1 and may be sent again */
	private async settleDoubts(doubts: Array<{ entry: ToWrite; error: ServiceLayerError; ended: boolean }>): Promise<ToWrite[]> {
		const again: ToWrite[] = [];
		let open = doubts;
		let lookedUp = false;
		for (const delayMs of SETTLE_DELAYS_MS) {
			if (delayMs > 0) await this.serviceLayer.timing.sleep(delayMs);
			const found = await this.find(open.map(({ entry }) => entry));
			if (!found) continue;
			lookedUp = true;
			open = open.filter(({ entry: { input } }) => {
				const there = found.get(input.postingKey);
				if (!there || isEmpty(there)) return true;
				this.fates.set(input.postingKey, { state: 'recovered', found: there });
				return false;
			});
			if (open.every(({ ended }) => ended || this.level === 'register')) break;
		}
		for (const { entry, error, ended } of open) {
			const safe = lookedUp && this.provable && (ended || this.level === 'register');
			if (safe && this.sendsOf(entry.input.postingKey) < MAX_SENDS && (await this.wait(error))) again.push(entry);
			else if (safe) this.end(notWritten(entry.input, this.level, error));
			else this.end(unknownFate(entry.input, this.level, error, this.provable));
		}
		return again;
	}

	/** Whether a look-up can tell if an entry is there: a voucher shows nowhere but in the register. */
	private get provable(): boolean {
		return this.target !== 'journalVoucher' || this.level === 'register';
	}

	private async find(entries: ToWrite[]): Promise<Map<string, Found> | undefined> {
		const inputs = entries.map(({ input }) => input);
		const result = await lookUp(this.serviceLayer, inputs, this.level, false).catch((error: unknown) => error);
		return result instanceof Error ? undefined : (result as { found: Map<string, Found> }).found;
	}

	private waitedFor?: ServiceLayerError;

	/** Waits once for one failure, however many entries met it. @returns false where the server asks for more than is waited */
	private async wait(error: ServiceLayerError): Promise<boolean> {
		const delayMs = Math.max(error.retryAfterMs ?? 0, RETRY_DELAY_MS * (0.5 + this.serviceLayer.timing.random() / 2));
		if (delayMs > MAX_WAIT_MS) return false;
		if (this.waitedFor !== error) await this.serviceLayer.timing.sleep(delayMs);
		this.waitedFor = error;
		return true;
	}

	private end(result: PostingResult): void {
		this.fates.set(result.postingKey, { state: 'final', result });
	}

	private sendsOf(key: string): number {
		return this.sends.get(key) ?? 0;
	}
}
