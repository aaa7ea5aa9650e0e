/** The first test of a newcomer, in n8n's own editor and by clicks alone: set up, preview, look. Prints clicks and seconds. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import axios from 'axios';
import type { Browser, Page } from 'playwright-core';

import { startSandbox, type Sandbox } from '../../sandbox';
import { openBrowser } from '../../scripts/browser';
import { N8nApi } from '../../scripts/n8n/api';
import { ownerOf } from '../../scripts/n8n/owner';
import { ensureRuntime } from '../../scripts/n8n/runtime';
import { startN8n } from '../../scripts/n8n/server';
import { installPacked, ROOT } from '../../scripts/package';
import { freePorts } from '../../scripts/start/ports';
import { PREVIEW, publishPipeline, readPipeline } from '../../scripts/start/pipeline';
import { closeNode, marked, openNode, openWorkflow, takePicture, toasts } from './editor';

const FIRST_PORT = 5860;
const SAMPLES = ['01-out-of-pocket.json', '05-vat-partly-deductible.json', '14-invoice.json', '15-vendor-not-in-b1.json'];

jest.setTimeout(10 * 60_000);

let folder: string;
let sandbox: Sandbox;
let stopN8n: () => Promise<void>;
let browser: Browser;
let page: Page;
let url: string;
let api: N8nApi;

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'concur-b1-preview-'));
	sandbox = await startSandbox();
	for (const name of SAMPLES)
		await axios.post(
			`${sandbox.url}/control/documents`,
			JSON.parse(readFileSync(join(ROOT, 'sandbox', 'samples', name), 'utf8')),
		);
	await installPacked(folder);
	const runtime = await ensureRuntime(process.env.N8N_CONCUR_B1_VERSION);
	const port = await freePorts(FIRST_PORT, 2);
	({ stop: stopN8n, url } = await startN8n({ runtime, userFolder: folder, port, logFile: join(folder, 'n8n.log') }));
	const owner = ownerOf(folder);
	api = await N8nApi.connect(url, owner);
	browser = await openBrowser();
	page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
	page.setDefaultTimeout(90_000);
	const data = { emailOrLdapLoginId: owner.email, password: owner.password };
	expect((await page.request.post(`${url}/rest/login`, { data })).status()).toBe(200);
});

afterAll(async () => {
	await browser?.close();
	await stopN8n?.();
	await sandbox?.stop();
	if (folder) rmSync(folder, { recursive: true, force: true });
});

async function execute(file: string): Promise<string> {
	const id = await publishPipeline(api, readPipeline(file), sandbox);
	await openWorkflow({ page, url, api, close: async () => undefined }, id);
	await marked(page, 'execute-workflow-button').first().click();
	for (let looks = 0; looks < 120; looks++) {
		const [last] = await api.executions(id);
		if (last !== undefined && /success|error|crashed/.test(last.status)) {
			expect(last.status === 'success' ? '' : await api.executionError(last.id)).toBe('');
			return id;
		}
		await page.waitForTimeout(500);
	}
	throw new Error(`${file} did not end`);
}

test('two clicks bring from the imported workflows to the previewed entries, and nothing is written', async () => {
	const startedAt = Date.now();
	await execute('set-up-posting.json');
	await execute(PREVIEW);
	process.stdout.write(`Preview: 2 clicks, ${Math.round((Date.now() - startedAt) / 1000)} seconds\n`);
	await takePicture(page, 'preview-workflow');
	const documents = (await axios.get<Array<{ docStatus: string }>>(`${sandbox.url}/control/documents`)).data;
	expect(documents.map(({ docStatus }) => docStatus)).toEqual(SAMPLES.map(() => 'READY'));
	expect((await axios.get<{ entries: unknown[] }>(`${sandbox.url}/control/ledger`)).data.entries).toEqual([]);
	expect(await toasts(page)).toEqual([expect.stringMatching(/success/i)]);
});

test('the built items show in their table what each document is and what became of it', async () => {
	await openNode(page, 'Build journal entry');
	const output = marked(page, 'output-panel');
	await marked(output, 'radio-button-table').click();
	const text = await output.innerText();
	for (const words of ['facts', 'summary', 'Anna Larsen', 'Ready to post', 'Checked against']) expect(text).toContain(words);
	await takePicture(page, 'preview-build');
	await closeNode(page);
});

test('every line is a row of a table', async () => {
	await openNode(page, 'Lines as a table');
	const output = marked(page, 'output-panel');
	await marked(output, 'radio-button-table').click();
	const text = await output.innerText();
	for (const words of ['reportName', 'person', 'accountOrPartner', 'debit', 'Anna Larsen', 'Jonas Weber'])
		expect(text).toContain(words);
	await takePicture(page, 'preview-lines');
	await closeNode(page);
});

test('every entry is a page', async () => {
	await openNode(page, 'Show the sheets');
	await page.waitForTimeout(1_500);
	await takePicture(page, 'preview-sheets');
	expect(await marked(page, 'output-panel').count()).toBe(1);
	await closeNode(page);
});
