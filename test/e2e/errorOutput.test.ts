/** What n8n itself leaves of a failed item at a node's error output: which document it was, and the class of its failure. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { N8nApi } from '../../scripts/n8n/api';
import { ownerOf } from '../../scripts/n8n/owner';
import { ensureRuntime } from '../../scripts/n8n/runtime';
import { startN8n, type N8nServer } from '../../scripts/n8n/server';
import { installPacked } from '../../scripts/package';
import { freePorts } from '../../scripts/start/ports';

const FIRST_PORT = 6160 + 20 * Number(process.env.JEST_WORKER_ID);
const MINUTE = 60_000;
const TABLE = 'failures';
const COLUMNS = ['docId', 'errorClass', 'message'];

let folder: string;
let n8n: N8nServer;
let api: N8nApi;

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'concur-b1-errors-'));
	await installPacked(folder);
	const options = { runtime: await ensureRuntime(), userFolder: folder, port: await freePorts(FIRST_PORT, 2) };
	n8n = await startN8n({ ...options, logFile: join(folder, 'n8n.log') });
	api = await N8nApi.connect(n8n.url, ownerOf(folder));
}, 3 * MINUTE);

afterAll(async () => {
	await n8n?.stop();
	rmSync(folder, { recursive: true, force: true });
});

/** A document that Build cannot read, and the table that its error output writes to. */
const workflow = {
	name: 'A failed item',
	nodes: [
		{ name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, position: [0, 0], parameters: {} },
		{
			name: 'A document',
			type: 'n8n-nodes-base.set',
			typeVersion: 3.4,
			position: [200, 0],
			parameters: { mode: 'raw', jsonOutput: '{ "docId": "d1", "docType": "expense", "document": 7 }', options: {} },
		},
		{
			name: 'Build journal entry',
			type: 'n8n-nodes-concur-b1.buildJournalEntry',
			typeVersion: 1,
			position: [400, 0],
			onError: 'continueErrorOutput',
			parameters: { document: '={{ $json.nothing }}' },
		},
		{
			name: 'Note the failure',
			type: 'n8n-nodes-base.dataTable',
			typeVersion: 1.1,
			position: [600, 0],
			parameters: {
				resource: 'row',
				operation: 'insert',
				dataTableId: { __rl: true, mode: 'name', value: TABLE },
				columns: {
					mappingMode: 'defineBelow',
					value: {
						docId: '={{ $json.docId }}',
						errorClass: '={{ $json.details.errorClass }}',
						message: '={{ $json.error }}',
					},
					matchingColumns: [],
					schema: COLUMNS.map((id) => ({ id, displayName: id, type: 'string', display: true, removed: false })),
				},
				options: {},
			},
		},
	],
	connections: {
		Start: { main: [[{ node: 'A document', type: 'main', index: 0 }]] },
		'A document': { main: [[{ node: 'Build journal entry', type: 'main', index: 0 }]] },
		'Build journal entry': { main: [[], [], [], [{ node: 'Note the failure', type: 'main', index: 0 }]] },
	},
	settings: { executionOrder: 'v1' },
};

test('document id and class of failure arrive at the error output', async () => {
	const tableId = await api.dataTable(
		TABLE,
		COLUMNS.map((name) => ({ name, type: 'string' })),
	);
	await api.run(await api.importWorkflow(workflow, {}), 'Start');
	const giveUpAt = Date.now() + MINUTE;
	let rows: object[] = [];
	while (rows.length === 0 && Date.now() < giveUpAt) {
		await delay(500);
		rows = await api.rows(tableId);
	}
	expect(rows).toEqual([
		expect.objectContaining({ docId: 'd1', errorClass: 'input', message: expect.stringMatching(/document/i) }),
	]);
}, 3 * MINUTE);
