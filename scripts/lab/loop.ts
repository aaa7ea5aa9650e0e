import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import axios, { type AxiosInstance } from 'axios';

import { startSandbox, type Sandbox } from '../../sandbox';
import { N8nApi, type Execution } from '../n8n/api';
import { ownerOf, type Owner } from '../n8n/owner';
import { installPacked, ROOT } from '../package';
import { hurried, withSettings, type NodeSettings } from './hurry';
import { comesTrue } from './patience';
import { makeInstallation, type Installation, type Mode } from './installation';
import { makeDocumentTable, publishPage, publishPipeline, readPipeline } from '../start/pipeline';
import type { DocumentRow } from '../start/result';

const LOOK_EVERY_MS = 100;
const SAMPLES = join(ROOT, 'sandbox', 'samples');

export interface ConcurState {
	docId: string;
	docStatus: string;
}

/** The whole loop under the test's hands: it can be cut off at any moment and started again. */
export class Loop {
	private api: N8nApi | null = null;
	private tableId = '';
	private workflowId = '';

	private constructor(
		private readonly folder: string,
		readonly sandbox: Sandbox,
		readonly control: AxiosInstance,
		private readonly n8n: Installation,
	) {}

	/**
	 * @param samples names of sample documents, by the beginning of their paths among the samples
	 * @param mode a single n8n unless told
	 * @param env environment of n8n beside its usual one
	 * @param workers of an n8n in queue mode; two unless told
	 */
	static async prepare(samples: string[], mode: Mode = 'single', env: NodeJS.ProcessEnv = {}, workers?: number): Promise<Loop> {
		const sandbox = await startSandbox();
		const folder = mkdtempSync(join(tmpdir(), 'concur-b1-loop-'));
		const loop = new Loop(
			folder,
			sandbox,
			axios.create({ baseURL: sandbox.url, timeout: 30_000 }),
			makeInstallation(mode, folder, env, workers),
		);
		const files = readdirSync(SAMPLES, { encoding: 'utf8', recursive: true });
		for (const file of files.filter((path) => samples.some((sample) => path.startsWith(sample))).sort())
			await loop.control.post('/control/documents', JSON.parse(readFileSync(join(SAMPLES, file), 'utf8')));
		await installPacked(loop.folder);
		return loop;
	}

	/** Starts n8n, or what was killed of it. */
	async startN8n(): Promise<void> {
		this.api = null;
		await this.n8n.start();
	}

	/**
	 * Imports and publishes a workflow; rows fall due after seconds, where the shipped one waits for minutes.
	 *
	 * @param file name of the workflow's file; the posting workflow unless told
	 * @param settings parameters that nodes get beside those of a hurried workflow, by the node's name
	 * @param name of a further copy of the workflow, on the same table
	 */
	async publish(file?: string, settings: NodeSettings = {}, name?: string): Promise<void> {
		const api = await this.connected();
		this.tableId = await makeDocumentTable(api, file);
		const shipped = readPipeline(file);
		const pipeline = withSettings(shipped, { ...hurried(shipped), ...settings });
		const copy = name === undefined ? pipeline : { ...pipeline, name, id: undefined };
		this.workflowId = await publishPipeline(api, copy, this.sandbox);
	}

	/** Publishes a workflow that serves a page, the desk unless told, for one person, and gives its address. */
	async publishDesk(person: { user: string; password: string }, file?: string): Promise<string> {
		return await publishPage(await this.connected(), this.n8n.url, this.sandbox, person, file);
	}

	/** Rows of the Data Table of that name. */
	async rowsOf<Row>(name: string): Promise<Row[]> {
		const api = await this.connected();
		const id = await api.findDataTable(name);
		if (id === undefined) throw new Error(`There is no Data Table ${name}`);
		return await api.rows<Row>(id);
	}

	/** Runs the workflow that was published last, as a click on "Execute workflow" does; it ends later. */
	async runNow(trigger: string): Promise<void> {
		await (await this.connected()).run(this.workflowId, trigger);
	}

	/** Publishes a workflow that works on the tables of another one, such as the one for payments. */
	async publishBeside(file: string): Promise<void> {
		const shipped = readPipeline(file);
		await publishPipeline(await this.connected(), withSettings(shipped, hurried(shipped)), this.sandbox);
	}

	/** Adds rows to the Data Table of the workflow that was published last, or to the one of that name. */
	async insertRows(rows: object[], table?: string): Promise<void> {
		const api = await this.connected();
		const id = table === undefined ? this.tableId : await api.findDataTable(table);
		if (id === undefined) throw new Error(`n8n has no Data Table "${table}"`);
		await api.insertRows(id, rows);
	}

	/** Rows of the Data Table of the workflow that was published last. */
	async rows(): Promise<DocumentRow[]> {
		return await (await this.connected()).rows<DocumentRow>(this.tableId);
	}

	/** The last execution that failed of the workflow that was published last, and why, in n8n's words; empty where none did. */
	async lastFailure(): Promise<{ id: number; reason: string }> {
		const api = await this.connected();
		const failed = (await api.executions(this.workflowId)).find(({ status }) => status === 'error');
		return failed ? { id: Number(failed.id), reason: await api.executionError(failed.id) } : { id: 0, reason: '' };
	}

	/** What a person does when the Data Table is full. */
	async deleteClosedRows(): Promise<void> {
		await (await this.connected()).deleteRows(this.tableId, 'open', false);
	}

	/** Executions of the workflow that was published last, the newest first. */
	async executions(): Promise<Execution[]> {
		return await (await this.connected()).executions(this.workflowId);
	}

	/** What n8n keeps of an execution, as flat text. */
	async executionData(id: string): Promise<string> {
		return await (await this.connected()).executionData(id);
	}

	/** Where the editor is, and who logs in there. */
	get editor(): { url: string; owner: Owner } {
		return { url: this.n8n.url, owner: ownerOf(this.folder) };
	}

	/** Process ids of n8n: the main process, then its workers. */
	get pids(): number[] {
		return this.n8n.pids;
	}

	private async connected(): Promise<N8nApi> {
		this.api ??= await N8nApi.connect(this.n8n.url, ownerOf(this.folder));
		return this.api;
	}

	/**
	 * Ends n8n, or one process of it, as a power cut would.
	 *
	 * @param pick chooses a process where there are several; all of them end unless told
	 * @returns the names of those that ended
	 */
	async killN8n(pick?: (parts: string[]) => string): Promise<string[]> {
		const parts = pick ? [pick(this.n8n.parts)] : this.n8n.parts;
		await this.n8n.kill(parts);
		return parts;
	}

	async documents(): Promise<ConcurState[]> {
		return (await this.control.get<ConcurState[]>('/control/documents')).data;
	}

	async entries(): Promise<Array<{ Reference2: string }>> {
		return (await this.control.get<{ entries: Array<{ Reference2: string }> }>('/control/ledger')).data.entries;
	}

	/**
	 * @param timeoutMs of an idle machine
	 * @throws Error when it does not come true in time
	 */
	async until(what: string, isTrue: () => Promise<boolean>, timeoutMs: number): Promise<void> {
		if (await comesTrue(isTrue, timeoutMs, LOOK_EVERY_MS)) return;
		const log = readFileSync(join(this.folder, 'n8n.log'), 'utf8').slice(-3000);
		throw new Error(`Not in time: ${what}.\n${JSON.stringify(await this.documents())}\n${log}`);
	}

	async close(): Promise<void> {
		await this.n8n.stop();
		await this.sandbox.stop();
		rmSync(this.folder, { recursive: true, force: true });
	}
}
