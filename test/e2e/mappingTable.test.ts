/** The mapping table in a real n8n: a file is loaded by its form, a wrong one changes nothing, and the table comes out as a file again. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import axios, { type AxiosInstance } from 'axios';

import { N8nApi } from '../../scripts/n8n/api';
import { ownerOf } from '../../scripts/n8n/owner';
import { ensureRuntime } from '../../scripts/n8n/runtime';
import { startN8n, type N8nServer } from '../../scripts/n8n/server';
import { installPacked, ROOT } from '../../scripts/package';
import { freePorts } from '../../scripts/start/ports';

const FIRST_PORT = 6260 + 20 * Number(process.env.JEST_WORKER_ID);
const MINUTE = 60_000;

interface WorkflowFile {
	name: string;
	nodes: Array<{ name: string; type: string; webhookId?: string; parameters: Record<string, unknown> }>;
	[key: string]: unknown;
}

const workflow = JSON.parse(readFileSync(join(ROOT, 'workflows', 'set-up-mapping.json'), 'utf8')) as WorkflowFile;

let folder: string;
let n8n: N8nServer;
let api: N8nApi;
let web: AxiosInstance;
let tableId: string;

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'concur-b1-mapping-'));
	await installPacked(folder);
	const options = { runtime: await ensureRuntime(), userFolder: folder, port: await freePorts(FIRST_PORT, 2) };
	n8n = await startN8n({ ...options, logFile: join(folder, 'n8n.log') });
	web = axios.create({ baseURL: n8n.url, timeout: 30_000, validateStatus: () => true });
	api = await N8nApi.connect(n8n.url, ownerOf(folder));
	const id = await api.publish(workflow, {});
	await api.run(id, 'Set up once');
	const giveUpAt = Date.now() + MINUTE;
	let found: string | undefined;
	while (found === undefined && Date.now() < giveUpAt) {
		await delay(500);
		found = await api.findDataTable('concur_b1_mapping');
	}
	tableId = found!;
}, 4 * MINUTE);

afterAll(async () => {
	await n8n?.stop();
	rmSync(folder, { recursive: true, force: true });
});

/** Sends a form, and waits for its last page. */
async function lastPageOf(formNode: string, fields: FormData): Promise<string> {
	const { webhookId } = workflow.nodes.find(({ name }) => name === formNode)!;
	const { data, status: code } = await web.post<{ formWaitingUrl?: string }>(`/form/${webhookId}`, fields);
	expect({ status: code, page: typeof data.formWaitingUrl }).toEqual({ status: 200, page: 'string' });
	const waiting = new URL(data.formWaitingUrl!, n8n.url);
	const status = new URL(waiting);
	status.pathname += '/n8n-execution-status';
	const giveUpAt = Date.now() + MINUTE;
	let state = 'running';
	while (!['form-waiting', 'success', 'error'].includes(state) && Date.now() < giveUpAt) {
		await delay(500);
		state = String((await web.get<string>(status.href)).data);
	}
	expect(state).toMatch(/form-waiting|success/);
	return (await web.get<string>(waiting.href)).data;
}

async function load(csv: string): Promise<string> {
	const fields = new FormData();
	fields.append('field-0', new Blob([csv], { type: 'text/csv' }), 'mapping.csv');
	return await lastPageOf('Load a file', fields);
}

/** The page holds the file's bytes, which the browser makes a download of. */
function fileIn(page: string): string {
	const bytes = /"data":\[([\d,]+)\]/.exec(decodeURIComponent(page))?.[1] ?? '';
	return Buffer.from(bytes.split(',').map(Number)).toString('utf8');
}

const stored = async () =>
	(await api.rows<Record<string, string>>(tableId)).map(({ setting, from, to }) => `${setting}: ${from} to ${to}`);

test(
	'a file is loaded whole or not at all, takes the place of what was there, and comes out again',
	async () => {
		expect(await load('\uFEFFsetting;from;to\r\nAccount Table;MEALS;613000\r\nAccount Table;0012;614000\r\n')).toContain(
			'is loaded',
		);
		expect(await stored()).toEqual(
			['Account Table: MEALS to 613000', 'Account Table: 0012 to 614000', 'Accounts:  to By Account Table'].sort(byPlace),
		);
		expect(await load('setting,from,to\nAccount Table,MEALS,\n')).toMatch(
			/Nothing was loaded[\s\S]*Row 2, &quot;Account Table&quot;|Row 2/,
		);
		expect(await stored()).toHaveLength(3);
		expect(await load('setting,from,to\nProject Table,P-9,ROLLOUT\n')).toContain('is loaded');
		expect(await stored()).toEqual(['Project Table: P-9 to ROLLOUT']);
		const file = fileIn(await lastPageOf('Get the file', new FormData()));
		expect(file).toContain('section,setting,from,to');
		expect(file).toContain('Project Table,P-9,ROLLOUT');
	},
	4 * MINUTE,
);

/** Settings stand in the order of the form: Accounts before its tables. */
const byPlace = (one: string, other: string) => Number(one.startsWith('Account T')) - Number(other.startsWith('Account T'));
