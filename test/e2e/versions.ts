import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import axios from 'axios';

import { compacted, TABLE_NAME, type Row } from '../../nodes/shared/row';
import { startSandbox } from '../../sandbox';
import { N8nApi, type Execution } from '../../scripts/n8n/api';
import { runCommand } from '../../scripts/n8n/command';
import { ownerOf } from '../../scripts/n8n/owner';
import { ensureRuntime } from '../../scripts/n8n/runtime';
import { n8nEnvironment, startN8n } from '../../scripts/n8n/server';
import { installPacked, ROOT } from '../../scripts/package';
import { freePorts } from '../../scripts/start/ports';
import { sandboxCredentials } from '../../scripts/start/pipeline';

const FIRST_PORT = 5960 + 20 * Number(process.env.JEST_WORKER_ID);
const COMMAND_TIMEOUT_MS = 3 * 60_000;
const SETTLE_TIMEOUT_MS = 4 * 60_000;
const LOOK_EVERY_MS = 500;
const WORKFLOWS = join(ROOT, 'workflows');
const SAMPLES = join(ROOT, 'sandbox', 'samples');
/** Id of the first sample's report. */
const REPORT = '5859CBCC67BA6E4F7CD2';
/** Names under which the workflow files ask for credentials; n8n finds them by name and type. */
const CREDENTIAL_NAMES: Record<string, string> = {
	concurFisApi: 'SAP Concur FIS',
	sapB1ServiceLayerApi: 'SAP Business One Service Layer',
	httpBasicAuth: 'Desk: one person',
};

/** Who may open the desk. */
const PERSON = { user: 'anna', password: 'a password of her own' };

interface WorkflowFile {
	id: string;
	settings: { saveDataSuccessExecution?: string };
	nodes: Array<{ name: string; type: string; parameters: Record<string, unknown> }>;
}

export interface ShippedRun {
	/** Executions of every workflow, by its id. */
	executions: Record<string, Execution[]>;
	/** Why an execution that did not succeed did not. */
	errors: string[];
	/** HTTP status of every page that n8n serves. */
	pages: number[];
	/** Status of each document in Concur. */
	concur: string[];
	entries: number;
	/** Rows of the posting workflow's Data Table. */
	rows: Array<Row & { receiptStatus: string | null }>;
	/** Names of the files that Business One keeps. */
	files: string[];
}

/** The button of a workflow that a person starts; undefined where it starts by itself. */
const buttonOf = ({ nodes }: WorkflowFile) => nodes.find(({ type }) => type === 'n8n-nodes-base.manualTrigger')?.name;

const WEBHOOK = 'n8n-nodes-base.webhook';

/** Paths of the pages of a workflow, whose executions n8n does not keep. */
const pathsOf = ({ nodes }: WorkflowFile): string[] =>
	nodes.filter(({ type }) => type === WEBHOOK).map(({ parameters }) => String(parameters.path));

/** A workflow as it is shipped, which waits neither for a minute or a time of day nor for rows to grow old. */
function shipped(file: string): WorkflowFile {
	const workflow = JSON.parse(readFileSync(join(WORKFLOWS, file), 'utf8')) as WorkflowFile;
	for (const { type, parameters } of workflow.nodes) {
		if (type.endsWith('.concurFisTrigger')) parameters.pollTimes = { item: [{ mode: 'everyMinute' }] };
		if (type === 'n8n-nodes-base.scheduleTrigger') parameters.rule = { interval: [{ field: 'seconds', secondsInterval: 10 }] };
		if (parameters.operation === 'tidy') parameters.compactDays = 0;
	}
	return workflow;
}

/**
 * What an administrator does without the editor, on any version of n8n: the credentials and all workflows come in by n8n's command line; then
 * the set-ups are run once, the others published, and n8n works on one document of each pipeline until both are confirmed and every
 * workflow was run.
 */
export async function runShippedWorkflows(version: string): Promise<ShippedRun> {
	const runtime = await ensureRuntime(version);
	const folder = mkdtempSync(join(tmpdir(), 'concur-b1-version-'));
	const sandbox = await startSandbox();
	const control = axios.create({ baseURL: sandbox.url, timeout: 30_000 });
	const options = { runtime, userFolder: folder, port: await freePorts(FIRST_PORT, 2), logFile: join(folder, 'n8n.log') };
	const command = async (...args: string[]) =>
		await runCommand(runtime.node, [runtime.n8n, ...args], {
			cwd: folder,
			env: n8nEnvironment(options),
			timeoutMs: COMMAND_TIMEOUT_MS,
		});
	const importFile = async (kind: string, content: object) => {
		writeFileSync(join(folder, `${kind}.json`), JSON.stringify(content));
		await command(`import:${kind}`, `--input=${join(folder, `${kind}.json`)}`);
	};
	let stop = async () => {};
	try {
		for (const sample of ['01-out-of-pocket.json', 'funds/01-request.json'])
			await control.post('/control/documents', JSON.parse(readFileSync(join(SAMPLES, sample), 'utf8')));
		await control.post('/control/concur', { scopes: ['FISVC', 'IMAGE'] });
		await control.post('/control/images', { kind: 'report', id: REPORT, bytes: 2_000_000 });
		await installPacked(folder);
		const workflows = readdirSync(WORKFLOWS)
			.filter((file) => file.endsWith('.json'))
			// What is set up comes first, as a person does it.
			.sort((one, other) => Number(other.startsWith('set-up')) - Number(one.startsWith('set-up')))
			.map(shipped);
		const credentials = Object.entries({ ...sandboxCredentials(sandbox), httpBasicAuth: PERSON });
		await importFile(
			'credentials',
			credentials.map(([type, data]) => ({ id: `${type}1`, name: CREDENTIAL_NAMES[type], type, data })),
		);
		await importFile('workflow', workflows);
		({ stop } = await startN8n(options));
		const api = await N8nApi.connect(`http://127.0.0.1:${options.port}`, ownerOf(folder));
		const url = `http://127.0.0.1:${options.port}`;
		const look = async () => await seen(api, workflows, control, url);
		// In the running n8n: its command line knows no Data Tables.
		for (const workflow of workflows) {
			const button = buttonOf(workflow);
			if (button === undefined) continue;
			await api.run(workflow.id, button);
			await untilSettled(look, ({ executions }) => hasSucceeded(executions[workflow.id]!));
		}
		const { concur, entries } = await look();
		if (entries > 0 || concur.some((status) => status !== 'READY')) throw new Error('A workflow that writes nothing has written');
		for (const { id } of workflows.filter((workflow) => buttonOf(workflow) === undefined)) await api.activate(id);
		return { ...(await untilSettled(look, isDone)), files: await filesIn(control) };
	} finally {
		await stop();
		await sandbox.stop();
		rmSync(folder, { recursive: true, force: true });
	}
}

async function seen(
	api: N8nApi,
	workflows: WorkflowFile[],
	control: ReturnType<typeof axios.create>,
	url: string,
): Promise<ShippedRun> {
	const kept = workflows.filter(({ settings }) => settings.saveDataSuccessExecution !== 'none');
	const executions = Object.fromEntries(await Promise.all(kept.map(async ({ id }) => [id, await api.executions(id)] as const)));
	const auth = { username: PERSON.user, password: PERSON.password };
	const pages = workflows.flatMap(pathsOf).map(async (path) => {
		const { status } = await axios.get(`${url}/webhook/${path}`, { auth, timeout: 60_000, validateStatus: () => true });
		return status;
	});
	const table = await api.findDataTable(TABLE_NAME);
	const failed = Object.values(executions).flatMap((list) => list.filter(({ status }) => /error|crashed/.test(status)));
	return {
		executions,
		pages: await Promise.all(pages),
		errors: await Promise.all(failed.map(async ({ id, workflowId }) => `${workflowId}: ${await api.executionError(id)}`)),
		concur: (await control.get<Array<{ docStatus: string }>>('/control/documents')).data.map(({ docStatus }) => docStatus),
		entries: (await control.get<{ entries: unknown[] }>('/control/ledger')).data.entries.length,
		rows: table === undefined ? [] : await api.rows<ShippedRun['rows'][number]>(table),
		files: [],
	};
}

async function filesIn(control: ReturnType<typeof axios.create>): Promise<string[]> {
	interface Attachment {
		Attachments2_Lines: Array<{ FileName: string; FileExtension: string }>;
	}
	const { data } = await control.get<{ businessOne: { sets: { Attachments2?: Attachment[] } } }>('/control/state');
	const lines = (data.businessOne.sets.Attachments2 ?? []).flatMap(({ Attachments2_Lines }) => Attachments2_Lines);
	return lines.map(({ FileName, FileExtension }) => `${FileName}.${FileExtension}`);
}

const hasSucceeded = (executions: Execution[]) => executions.some(({ status }) => status === 'success');

const isDone = ({ concur, executions, rows, pages }: ShippedRun) =>
	pages.every((status) => status === 200) &&
	concur.every((status) => status.startsWith('POSTING_CONFIRMED')) &&
	Object.values(executions).every(hasSucceeded) &&
	rows.every(({ postingRecord, receiptStatus }) => postingRecord === '' && receiptStatus === 'attached');

/** Looks until that is so; what was seen last when it does not happen. */
async function untilSettled(look: () => Promise<ShippedRun>, isSo: (run: ShippedRun) => boolean): Promise<ShippedRun> {
	const giveUpAt = Date.now() + SETTLE_TIMEOUT_MS;
	for (;;) {
		const run = await look();
		if (isSo(run) || run.errors.length > 0 || Date.now() > giveUpAt) return run;
		await delay(LOOK_EVERY_MS);
	}
}

/**
 * Holds a version of n8n to it: every workflow runs, nothing fails, both documents are confirmed, the report with one entry, and its row
 * keeps that entry when it is made compact; and the receipts of the report are at the entry, once.
 */
export async function expectEverythingRan(version: string): Promise<void> {
	const { executions, errors, concur, entries, rows, pages, files } = await runShippedWorkflows(version);
	const ran = Object.keys(executions).filter((id) => hasSucceeded(executions[id]!));
	expect(errors).toEqual([]);
	// The desk and the month end.
	expect(pages).toEqual([200, 200]);
	expect(ran.sort()).toEqual(Object.keys(executions).sort());
	expect(concur).toEqual(['POSTING_CONFIRMED_SUCCESS', 'POSTING_CONFIRMED_SUCCESS']);
	expect(entries).toBe(1);
	const compact = {
		status: 'confirmed',
		docType: 'expense',
		jdtNum: expect.any(Number),
		receiptStatus: 'attached',
		receiptsAttached: 1,
		...compacted,
	};
	expect(rows).toEqual([expect.objectContaining(compact)]);
	expect(files).toEqual([`412077_${rows[0]!.docId}_report.pdf`]);
}
