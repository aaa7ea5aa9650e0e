import type { ServiceLayer } from '../client';
import { ServiceLayerError } from '../errors';
import { isEmpty, type Found } from './found';
import { isProvenByOneLook, maySendAgain, settle, TAKEN, waitAfter } from '../once';
import { judgeExisting } from './judge';
import { lookUp } from './lookUp';
import { registerNotSeen } from './register';
import { endedEachTime, notBegun, notCancelled, notWritten, rejectedByB1, unknownFate } from './results';
import type { Level, PostingOptions, PostingResult } from './types';
import { writeOnce, type ToWrite, type WriteResult } from './writeEntries';
import type { WriteRun } from './writeRun';

/** What became of an entry: `accepted` by B1's answer, `recovered` found after a doubt, or a result that is final already. */
export type Fate = { state: 'accepted' } | { state: 'recovered'; found: Found } | { state: 'final'; result: PostingResult };

type Refused = Extract<WriteResult, { state: 'refused' }>;
type Doubt = { entry: ToWrite; error: ServiceLayerError };

/** Times an entry is sent at most; every time after the first only where it is proven, or does not matter, that it is not there. */
const MAX_SENDS = 3;
/** The same for an entry with changes alongside: others may write what those build on, again and again. */
const MAX_SENDS_ALONGSIDE = 12;
const RETRY_DELAY_MS = 1_000;
const BUSY_STATUS = [429, 503];

/**
 * Writes a chunk of entries until each has a fate. Never sends one again while it may be in B1 without the database's protection.
 * After a doubt it goes on one by one: an entry that makes its request end without an answer must not take others with it.
 */
export async function writeChunk(run: WriteRun, entries: ToWrite[]): Promise<Map<string, Fate>> {
	return await new ChunkWriter(run).write(entries);
}

class ChunkWriter {
	private readonly fates = new Map<string, Fate>();
	private readonly sends = new Map<string, number>();
	private oneByOne = false;
	private readonly serviceLayer: ServiceLayer;
	private readonly level: Level;
	private readonly target: PostingOptions['target'];

	constructor(private readonly run: WriteRun) {
		({ serviceLayer: this.serviceLayer, level: this.level, target: this.target } = run);
	}

	async write(entries: ToWrite[]): Promise<Map<string, Fate>> {
		let pending = entries;
		// A round gives at least one entry its fate, counts a send, or switches to one by one, so the rounds are limited.
		while (pending.length > 0 && (await this.mayGoOn())) {
			const sent = this.oneByOne ? pending.slice(0, 1) : pending;
			const rest = this.oneByOne ? pending.slice(1) : [];
			for (const { input } of sent) this.sends.set(input.postingKey, this.sendsOf(input.postingKey) + 1);
			const results = await writeOnce(this.serviceLayer, sent, this.run);
			pending = [...(await this.sort(sent, results)), ...rest];
		}
		for (const { input } of pending)
			this.end(this.run.stopped ? notWritten(input, this.level, this.run.stopped) : notBegun(input, this.level));
		return this.fates;
	}

	/** Waits while another chunk of the run is in doubt or told to wait, whose end may be the end of all. */
	private async mayGoOn(): Promise<boolean> {
		await this.run.gate.open();
		return !this.run.stopped && this.run.hasTime();
	}

	/** @returns the entries that are to be sent (again) */
	private async sort(sent: ToWrite[], results: WriteResult[]): Promise<ToWrite[]> {
		const again: ToWrite[] = [];
		const doubts: Doubt[] = [];
		const taken: Doubt[] = [];
		for (const [index, entry] of sent.entries()) {
			const result = results[index] ?? { state: 'notRun' };
			const key = entry.input.postingKey;
			if (result.state === 'written') this.wentThrough(key, { state: 'accepted' });
			else if (result.state === 'doubt') doubts.push({ entry, ...result });
			else if (result.state === 'notRun') {
				this.sends.set(key, this.sendsOf(key) - 1);
				again.push(entry);
			} else if (result.error.code === TAKEN) taken.push({ entry, error: result.error });
			else if (await this.refused(entry, result, sent.length)) again.push(entry);
		}
		if (taken.length > 0) again.push(...(await this.settleTaken(taken)));
		if (doubts.length > 0) again.push(...(await this.run.gate.closedFor(async () => await this.settleDoubts(doubts))));
		return again;
	}

	/** @returns whether the entry is to be sent again */
	private async refused(entry: ToWrite, { error, whole, change }: Refused, together: number): Promise<boolean> {
		const { input } = entry;
		if (error.kind === 'session' || error.status === 0) return this.stop(entry, error);
		// The session was renewed meanwhile, by a node that does not know the register.
		if (error.code === '-1002' && this.level === 'register' && (change ?? 'register') === 'register')
			return this.stop(entry, registerNotSeen());
		if (error.kind === 'capacity' && error.status !== 413) {
			if (this.sendsOf(input.postingKey) < MAX_SENDS && (await this.wait(error))) return true;
			this.end(notWritten(input, this.level, error));
			return false;
		}
		if (whole && together > 1) return (this.oneByOne = true);
		if (whole) this.end(notWritten(input, this.level, error));
		else this.end(change === 'cancel' ? notCancelled(entry, this.level, error) : rejectedByB1(input, this.level, error));
		return false;
	}

	/** B1 cannot be used at all now, so nothing further is tried. */
	private stop(entry: ToWrite, error: ServiceLayerError): false {
		this.run.stopped = error;
		this.end(notWritten(entry.input, this.level, error));
		return false;
	}

	/**
	 * The code of the register row exists: another execution, or an earlier send of our own, was first. Where B1 knows nothing of the
	 * entry, it was a row alongside that somebody else was faster with.
	 * @returns the entries that are to be sent again
	 */
	private async settleTaken(taken: Doubt[]): Promise<ToWrite[]> {
		const again: ToWrite[] = [];
		const found = await this.find(taken.map(({ entry }) => entry));
		for (const { entry, error } of taken) {
			const there = found?.get(entry.input.postingKey);
			const known = there && judgeExisting(entry.input, this.level, there, this.target);
			if (!found) this.end(unknownFate(entry.input, this.level, error, this.provable));
			else if (entry.input.alongside && (!there || isEmpty(there))) {
				if (this.sendsOf(entry.input.postingKey) < MAX_SENDS_ALONGSIDE && (await this.wait(error))) again.push(entry);
				else this.end(notWritten(entry.input, this.level, error));
			} else if (there && isPlainly(known) && this.sendsOf(entry.input.postingKey) > 1) {
				this.wentThrough(entry.input.postingKey, { state: 'recovered', found: there });
			} else this.end(known ?? rejectedByB1(entry.input, this.level, error));
		}
		return again;
	}

	/** @returns the entries that are not in B1 and may be sent again */
	private async settleDoubts(doubts: Doubt[]): Promise<ToWrite[]> {
		const { open, lookedUp } = await this.lookForDoubts(doubts);
		const together = doubts.length;
		const again: ToWrite[] = [];
		for (const { entry, error } of open) {
			const safe = lookedUp && this.provable && maySendAgain(error, this.guarded);
			if (!safe) this.end(unknownFate(entry.input, this.level, error, this.provable));
			else if (await this.maySendAgain(entry, error)) again.push(entry);
			else if (together > 1 || isBusy(error)) {
				this.end(notWritten(entry.input, this.level, error));
				this.run.noteTrouble(error);
			} else this.suspect(entry, error);
		}
		if (!lookedUp) this.run.stopped = open[0]?.error;
		this.oneByOne = true;
		return again;
	}

	/** Looks doubtful entries up until each is found, or is proven not to be there. */
	private async lookForDoubts(doubts: Doubt[]): Promise<{ open: Doubt[]; lookedUp: boolean }> {
		let open = doubts;
		let lookedUp = false;
		await settle(this.serviceLayer, async () => {
			const found = await this.find(open.map(({ entry }) => entry));
			if (!found) return false;
			lookedUp = true;
			open = open.filter(({ entry: { input } }) => {
				const there = found.get(input.postingKey);
				if (!there || isEmpty(there)) return true;
				this.wentThrough(input.postingKey, { state: 'recovered', found: there });
				return false;
			});
			return open.every(({ error }) => isProvenByOneLook(error, this.guarded));
		});
		return { open, lookedUp };
	}

	private async maySendAgain({ input }: ToWrite, error: ServiceLayerError): Promise<boolean> {
		return this.sendsOf(input.postingKey) < MAX_SENDS && (await this.wait(error));
	}

	/** An entry whose request ended without a reason each time, the last time by itself. */
	private suspect({ input }: ToWrite, error: ServiceLayerError): void {
		// B1's own words, as in an answer that came in place of the whole batch's, are a refusal like any other.
		if (error.status >= 400 && error.status < 500 && error.kind !== 'capacity') this.end(rejectedByB1(input, this.level, error));
		else {
			this.end(endedEachTime(input, this.level, error, false));
			this.run.noteSuspect(input, error);
		}
	}

	/** Whether the database refuses a second one. */
	private get guarded(): boolean {
		return this.level === 'register';
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
	private waits = false;

	/** Waits once for one failure, however many entries met it. @returns false where the server asks for more than is waited */
	private async wait(error: ServiceLayerError): Promise<boolean> {
		if (this.waitedFor !== error)
			this.waits = await this.run.gate.closedFor(async () => await waitAfter(this.serviceLayer, error, RETRY_DELAY_MS));
		this.waitedFor = error;
		return this.waits;
	}

	private wentThrough(key: string, fate: Fate): void {
		this.fates.set(key, fate);
		this.run.noteSuccess();
	}

	private end(result: PostingResult): void {
		this.fates.set(result.postingKey, { state: 'final', result });
	}

	private sendsOf(key: string): number {
		return this.sends.get(key) ?? 0;
	}
}

/** B1 has too much to do, and said so: by the status, or by a code such as that of a commit that failed. */
function isBusy({ status, code, kind }: ServiceLayerError): boolean {
	return BUSY_STATUS.includes(status) || (kind === 'capacity' && code !== '');
}

function isPlainly(known: PostingResult | undefined): boolean {
	return known?.outcome === 'alreadyPosted' && known.doubled !== true && known.contentDiffers !== true;
}
