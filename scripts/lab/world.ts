import type { AxiosInstance } from 'axios';

import { DocumentSource, type LabDocument } from './documents';
import type { Evidence, EvidenceRow } from './judge';
import type { Mode } from './installation';
import { holdMs, type NodeSettings } from './hurry';
import { Loop } from './loop';
import { comesTrue } from './patience';
import { Random } from './random';
import { setUpPosting } from '../start/businessOne';

const LOOK_EVERY_MS = 250;
const JSON_TEXT = { headers: { 'Content-Type': 'application/json' }, transformRequest: (body: string) => body };

/** n8n refuses one poll time within a minute, and takes six of them: a poll every ten seconds. */
const POLL_SECONDS = [4, 14, 24, 34, 44, 54];

/** Many runs of few documents give the faults more moments to strike. */
const settings = (hold: number) => ({
	'New approved documents': {
		pollTimes: { item: POLL_SECONDS.map((second) => ({ mode: 'custom', cronExpression: `${second} * * * * *` })) },
	},
	'Take up': { holdMinutes: hold / 60_000, rowsPerRun: 20 },
});

/** The parts of an expense report that tests spoil. */
export interface SpoiltDocument {
	report: Record<string, unknown>;
	expenseEntry: Array<{ allocation: Array<{ journal: unknown }> }>;
}

/** A real n8n, both systems, and the documents that came so far. */
export class LabWorld {
	readonly documents: LabDocument[] = [];
	readonly random: Random;
	private readonly source: DocumentSource;
	private isUp = true;
	/** How long an execution holds its rows. */
	readonly holdMs = holdMs();

	private constructor(
		seed: number,
		readonly loop: Loop,
	) {
		this.random = new Random(seed);
		this.source = new DocumentSource(seed, this.random);
	}

	/**
	 * Starts everything and publishes the shipped workflow.
	 *
	 * @param env environment of n8n beside its usual one
	 * @param more parameters that nodes get beside the lab's, by the node's name
	 * @param hasRegister whether the company has the posting register
	 */
	static async open(
		seed: number,
		mode: Mode = 'single',
		env: NodeJS.ProcessEnv = {},
		more: NodeSettings = {},
		hasRegister = true,
	): Promise<LabWorld> {
		const world = new LabWorld(seed, await Loop.prepare([], mode, env));
		try {
			if (hasRegister) await setUpPosting(world.loop.sandbox);
			await world.loop.startN8n();
			await world.loop.publish(undefined, { ...settings(world.holdMs), ...more });
			return world;
		} catch (error) {
			await world.loop.close();
			throw error;
		}
	}

	/** Publishes the workflow once more, on the same table. */
	async publishCopy(name: string): Promise<void> {
		await this.loop.publish(undefined, settings(this.holdMs), name);
	}

	get control(): AxiosInstance {
		return this.loop.control;
	}

	/** The next document, not yet in Concur; it counts from now on. */
	prepare(sample?: string): { document: LabDocument; load: () => Promise<void> } {
		const { text, document } = this.source.next(sample);
		this.documents.push(document);
		return { document, load: async () => await this.approve(text) };
	}

	/**
	 * Approves a document of that sample that is wrong in a way of its own.
	 *
	 * @param spoil changes the document, as FIS gives it out
	 * @param rewrite changes the document's JSON, where that is more than can be written here
	 */
	async loadSpoilt(
		sample: string,
		spoil: (document: SpoiltDocument) => void,
		rewrite: (json: string) => string = (json) => json,
	): Promise<LabDocument> {
		const { text, document } = this.source.next(sample);
		const envelope = JSON.parse(text) as { document: SpoiltDocument };
		spoil(envelope.document);
		// As text, because the sandbox keeps that as it is: what is nested deep cannot be written by JavaScript any more.
		const spoilt = { ...envelope, document: rewrite(JSON.stringify(envelope.document)) };
		this.documents.push({ ...document, kind: 'person' });
		await this.approve(JSON.stringify(spoilt));
		return document;
	}

	/** Approves documents of these samples at the same moment. */
	async loadTogether(samples: string[]): Promise<LabDocument[]> {
		const prepared = samples.map((sample) => this.source.next(sample));
		const documents = prepared.map(({ document }) => document);
		this.documents.push(...documents);
		await this.approve(`[${prepared.map(({ text }) => text).join()}]`);
		return documents;
	}

	/** Throws Error for a document that the sandbox does not take: it would be missed later, as if it were lost on the way. */
	private async approve(text: string): Promise<void> {
		const { data } = await this.control.post<{ rejected: unknown[] }>('/control/documents', text, JSON_TEXT);
		if (data.rejected.length > 0) throw new Error(`Concur does not take ${JSON.stringify(data.rejected)}`);
	}

	/** Approves the next document: it is ready in Concur. */
	async load(sample?: string): Promise<LabDocument> {
		const { document, load } = this.prepare(sample);
		await load();
		return document;
	}

	/** Rows of the Data Table; none while n8n is down. */
	async rows(): Promise<EvidenceRow[]> {
		return await this.loop.rows().catch(() => []);
	}

	async entries(): Promise<Evidence['entries']> {
		return (await this.control.get<{ entries: Evidence['entries'] }>('/control/ledger')).data.entries;
	}

	async evidence(): Promise<Evidence> {
		const concur = (await this.control.get<Evidence['concur']>('/control/documents')).data;
		const { entries, trialBalance } = (await this.control.get<Pick<Evidence, 'entries' | 'trialBalance'>>('/control/ledger'))
			.data;
		return { concur, entries, trialBalance, rows: await this.rows() };
	}

	/**
	 * Ends n8n as a power cut would, and starts it again; where it has several processes, one of them.
	 *
	 * @returns names of the processes that were ended
	 */
	async cutOff(): Promise<string[]> {
		this.isUp = false;
		const parts = await this.loop.killN8n((all) => this.random.pick(all));
		await this.load();
		await this.loop.startN8n();
		this.isUp = true;
		return parts;
	}

	/** @returns whether it came true in a time of an idle machine, which stands still while n8n is down */
	async until(isTrue: () => Promise<boolean>, timeoutMs: number): Promise<boolean> {
		return await comesTrue(isTrue, timeoutMs, LOOK_EVERY_MS, () => this.isUp);
	}
}
