import { Books } from './books';
import { Concur, type Answer, type Request } from './concur';
import type { Random } from '../../scripts/lab/random';
import { Table } from './table';

/** What may go wrong in a schedule. Every kind is counted: one that never happened proves nothing. */
export const faultKinds = [
	'concurDown',
	'concurLosesReply',
	'concurRefuses',
	'concurLeavesOut',
	'concurOddCode',
	'concurBabbles',
	'oneDocumentFails',
	'businessOneDown',
	'postLosesReply',
	'postRefuses',
	'cancelFails',
	'tableRefuses',
	'tableFull',
	'crash',
	'recall',
	'recallUntold',
	'pay',
	'personAdds',
	'mappingBreaks',
	'clockJump',
] as const;

const OFTEN = 6;

export type FaultKind = (typeof faultKinds)[number];

/** Both systems, the Data Table and the clock of one schedule. */
export class World {
	readonly concur: Concur;

	readonly books = new Books();

	readonly table = new Table();

	/** Funds documents whose refusal is remembered. */
	readonly refused = new Set<string>();

	readonly faults = new Map<FaultKind, number>();

	now = Date.parse('2026-03-31T08:00:00Z');

	/** Build finds a reason of this kind for every document while the mapping is broken. */
	brokenMapping: 'review' | 'sentBack' | undefined;

	/** Makes another decision of a row than the node did; only for showing that the judge notices. */
	misdecide?: (row: Record<string, unknown>, item: Record<string, unknown>) => Record<string, unknown>;

	/** Whether the execution at work began when no row could be held: it must not take anything out of Concur's queue. */
	hasNothingHeld = false;

	/** Whether the workflow has started itself once more. */
	isAskedToGoOn = false;

	/** Whether anything goes wrong any more; off while a schedule settles. */
	isHostile = true;

	constructor(
		readonly random: Random,
		/** Which faults this schedule may have; fewer make a shorter failing schedule. */
		readonly allowed: ReadonlySet<FaultKind>,
		readonly level: 'register' | 'referenceCheck',
		/** Faults that come several times as often as they usually do. */
		readonly often: ReadonlySet<FaultKind> = new Set(),
		/** Whether what comes are funds documents, and the ledger holds what was reserved for them. */
		readonly isFunds = false,
	) {
		this.concur = new Concur(isFunds ? 'requestobligation' : 'expense');
	}

	/** Requests that Concur will not serve; longer than a client tries. */
	private outage = 0;

	/** Untruths that Concur was told, noticed at the moment they were said. */
	readonly problems: string[] = [];

	/** What Concur heard must be true when it hears it. */
	private listen(request: Request): void {
		if (!request.url.endsWith('/postingconfirmations')) return;
		for (const { docId, heard, kind } of this.concur.documents.values()) {
			const last = heard.at(-1);
			const live = this.books.live(docId);
			if (last === undefined || this.listened.has(`${docId}/${heard.length}`)) continue;
			this.listened.add(`${docId}/${heard.length}`);
			const isTrue =
				last === 'error'
					? live.length === 0
					: last === 'nothing'
						? kind === 'nothing'
						: live.some(({ number }) => String(number) === last);
			if (!isTrue)
				this.problems.push(
					`${docId}: Concur was told "${last}", live in the books: ${live.map(({ number }) => number).join() || 'none'}`,
				);
		}
	}

	private readonly listened = new Set<string>();

	/** Whether a fault happens now; counted where it does. */
	strikes(kind: FaultKind, probability: number): boolean {
		// The number is drawn in any case, so that leaving out one kind changes the others as little as possible.
		const hit = this.random.chance(this.often.has(kind) ? OFTEN * probability : probability);
		if (!hit || !this.isHostile || !this.allowed.has(kind)) return false;
		this.faults.set(kind, (this.faults.get(kind) ?? 0) + 1);
		return true;
	}

	/** Answers that are none, with the work done or not: other statuses, other bodies, another document's reply. */
	private babble(request: Request): Answer {
		const isDone = this.random.chance(0.5);
		const done = isDone ? this.concur.serve(request) : undefined;
		if (isDone) this.listen(request);
		const statusCode = this.random.pick(isDone ? [200, 202, 204, 504] : [200, 202, 400, 401, 408, 409, 413, 429, 502]);
		const bodies = ['', '<html>', null, {}, [], [null], [{}], [{ docId: 'another', code: 0 }], done?.body];
		return { statusCode, headers: {}, body: this.random.pick(bodies) };
	}

	/** A request to Concur, with what the network makes of it. */
	async send(request: Request): Promise<Answer> {
		if (this.strikes('concurDown', 0.05)) this.outage = Math.ceil(this.random.next() * 12);
		if (this.isHostile && this.outage-- > 0) return { statusCode: 503, headers: {}, body: '<html>' };
		if (this.strikes('concurRefuses', 0.03)) return { statusCode: 403, headers: {}, body: { message: 'no access' } };
		if (request.method === 'GET' && this.strikes('oneDocumentFails', 0.03))
			return { statusCode: this.random.pick([400, 404, 500]), headers: {}, body: '' };
		if (this.hasNothingHeld && request.url.endsWith('/acknowledgements'))
			this.problems.push('acknowledged by an execution that could hold no row');
		if (this.strikes('concurBabbles', 0.03)) return this.babble(request);
		const answer = this.concur.serve(request);
		this.listen(request);
		if (this.strikes('concurLosesReply', 0.05)) throw new Error('socket hang up');
		const rows = answer.body;
		if (!Array.isArray(rows)) return answer;
		if (this.strikes('concurLeavesOut', 0.03)) return { ...answer, body: rows.slice(1) };
		if (this.strikes('concurOddCode', 0.04))
			return {
				...answer,
				body: rows.map((row, at) => (at === 0 ? { ...(row as object), code: this.random.pick([114, 199, 777]) } : row)),
			};
		return answer;
	}
}
