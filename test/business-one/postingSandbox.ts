import axios from 'axios';
import {
	contentHashOf,
	setUpPostingRegister,
	type ApiVersion,
	type PostingInput,
	type PostingOptions,
	type PostingResult,
	postJournalEntries,
} from '../../nodes/shared/business-one';
import { startSandbox, type Sandbox } from '../../sandbox';
import { connect, type Connection } from './connection';

export interface LedgerEntry {
	JdtNum: number;
	Reference2: string;
	Reference: string;
}

/** A sandbox with what tests of posting ask of it. */
export class PostingSandbox {
	private documents = 0;

	private constructor(readonly sandbox: Sandbox) {}

	static async start(): Promise<PostingSandbox> {
		return new PostingSandbox(await startSandbox({ now: new Date('2026-11-24T08:00:00Z') }));
	}

	async stop(): Promise<void> {
		await this.sandbox.stop();
	}

	connect(apiVersion: ApiVersion, whileSleeping?: () => Promise<void>): Connection {
		const { companyDb, userName, password } = this.sandbox.businessOne;
		return connect({ url: this.sandbox.url, companyDb, userName, password }, apiVersion, whileSleeping);
	}

	/** An empty company, with or without the posting register. */
	async reset(withRegister: boolean): Promise<void> {
		await this.control('post', 'reset', {});
		await this.clearFaults();
		if (!withRegister) return;
		const connection = this.connect('v2');
		await setUpPostingRegister(connection.serviceLayer);
		connection.close();
	}

	async faults(...rules: object[]): Promise<void> {
		await this.control('post', 'faults', rules);
	}

	async clearFaults(): Promise<void> {
		await this.control('delete', 'faults');
	}

	/** Every entry of the ledger, as B1 holds it. */
	async entries(): Promise<LedgerEntry[]> {
		return ((await this.control('get', 'ledger')) as { entries: LedgerEntry[] }).entries;
	}

	/** How often the ledger holds each posting key. */
	async timesPosted(): Promise<Map<string, number>> {
		const times = new Map<string, number>();
		for (const { Reference2 } of await this.entries()) times.set(Reference2, (times.get(Reference2) ?? 0) + 1);
		return times;
	}

	async counters(): Promise<Record<string, unknown>> {
		return (await this.control('get', 'counters')) as Record<string, unknown>;
	}

	async control(method: 'get' | 'post' | 'delete', call: string, body?: unknown): Promise<unknown> {
		const response = await axios.request({ method, url: `${this.sandbox.url}/control/${call}`, data: body, proxy: false });
		return response.data as unknown;
	}

	/** A document of its own that B1 takes, its amount in cents told. */
	document(cents = 1000): PostingInput {
		this.documents += 1;
		const amount = cents / 100;
		const journalEntry = {
			ReferenceDate: '2026-11-24',
			Reference: `R-${this.documents}`,
			Memo: `Report ${this.documents}`,
			JournalEntryLines: [
				{ AccountCode: '611000', Debit: amount },
				{ ShortName: 'CBCP', Credit: amount },
			],
		};
		return {
			postingKey: `412077:${this.documents.toString().padStart(32, '0')}`,
			contentHash: contentHashOf(journalEntry),
			reportId: `REPORT${this.documents}`,
			journalEntry,
		};
	}
}

const DONE: Array<PostingResult['outcome']> = ['posted', 'alreadyPosted', 'recovered'];

export function isDone({ outcome }: PostingResult): boolean {
	return DONE.includes(outcome);
}

export async function post(
	connection: Connection,
	inputs: PostingInput[],
	options: PostingOptions = {},
): Promise<PostingResult[]> {
	return await postJournalEntries(connection.serviceLayer, inputs, options);
}

export async function postOne(connection: Connection, input: PostingInput, options: PostingOptions = {}): Promise<PostingResult> {
	const [result] = await post(connection, [input], options);
	if (!result) throw new Error('No result');
	return result;
}

/**
 * Posts as the pipeline does: what is uncertain, and everything after a failure of the whole call, is taken up again.
 * @returns the results of the first run (undefined where it threw) and of the last one
 */
export async function postUntilDone(
	connection: Connection,
	inputs: PostingInput[],
	options: PostingOptions,
	beforeSecondRun: () => Promise<void>,
): Promise<{ first: PostingResult[] | undefined; last: PostingResult[] }> {
	const first = await postJournalEntries(connection.serviceLayer, inputs, options).catch(() => undefined);
	await beforeSecondRun();
	let last = first ?? [];
	for (let runs = 0; runs < 3 && (last.length === 0 || !last.every(isDone)); runs++) {
		last = await postJournalEntries(connection.serviceLayer, inputs, options);
	}
	return { first, last };
}
