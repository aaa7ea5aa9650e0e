/** n8n's own editor, in a real browser, on the n8n that `npm start` leaves open. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import type { Locator, Page } from 'playwright-core';

import { openBrowser } from '../../scripts/browser';
import { N8nApi } from '../../scripts/n8n/api';
import { ownerOf } from '../../scripts/n8n/owner';
import { ROOT } from './startCommand';

/** Away from the ports of the other end-to-end tests, which may run at the same time. */
const PORT = 5830;
const START_TIMEOUT_MS = 10 * 60_000;
const PAGE_TIMEOUT_MS = 90_000;
const VIEW = { width: 1440, height: 900 };

export interface OpenEditor {
	url: string;
	page: Page;
	api: N8nApi;
	close(): Promise<void>;
}

/** Starts everything, waits until the sample documents have gone through, and logs in as the owner. */
export async function openEditor(): Promise<OpenEditor> {
	const folder = mkdtempSync(join(tmpdir(), 'concur-b1-editor-'));
	const child = spawn('npm', ['start', '--', '--port', String(PORT)], {
		cwd: ROOT,
		env: { ...process.env, N8N_CONCUR_B1_RUN: join(folder, 'run') },
		stdio: ['ignore', 'ignore', 'pipe'],
		detached: true,
	});
	const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
	const stop = async () => {
		if (child.exitCode === null) process.kill(-child.pid!, 'SIGINT');
		await ended;
		rmSync(folder, { recursive: true, force: true });
	};
	try {
		const url = await editorAddress(child);
		const browser = await openBrowser();
		const page = await browser.newPage({ viewport: VIEW });
		page.setDefaultTimeout(PAGE_TIMEOUT_MS);
		const owner = ownerOf(join(folder, 'run', 'n8n'));
		const login = { emailOrLdapLoginId: owner.email, password: owner.password };
		const reply = await page.request.post(`${url}/rest/login`, { data: login });
		if (reply.status() !== 200) throw new Error(`n8n refused the log-in in the browser: ${reply.status()}`);
		const close = async () => {
			await browser.close();
			await stop();
		};
		return { url, page, api: await N8nApi.connect(url, owner), close };
	} catch (error) {
		await stop();
		throw error;
	}
}

async function editorAddress(child: ChildProcess): Promise<string> {
	let said = '';
	child.stderr!.setEncoding('utf8').on('data', (text: string) => (said += text));
	const giveUpAt = Date.now() + START_TIMEOUT_MS;
	while (Date.now() < giveUpAt && child.exitCode === null) {
		const url = /n8n editor:\s+(\S+)/.exec(said)?.[1];
		if (url !== undefined) return url;
		await delay(250);
	}
	throw new Error(`npm start did not say where the editor is:\n${said}`);
}

/** n8n marks its elements with `data-test-id`. */
export const marked = (page: Page | Locator, id: string): Locator => page.locator(`[data-test-id="${id}"]`);

export async function openWorkflow({ page, url }: OpenEditor, id: string): Promise<void> {
	await page.goto(`${url}/workflow/${id}`);
	await marked(page, 'canvas-node').first().waitFor();
	await dismissHints(page);
	await marked(page, 'zoom-to-fit').click();
	await page.waitForTimeout(1_000);
}

/** Boxes n8n shows to a new user; they cover the canvas. */
async function dismissHints(page: Page): Promise<void> {
	const checklist = marked(page, 'suggested-actions-close');
	if (
		await checklist.waitFor({ timeout: 5_000 }).then(
			() => true,
			() => false,
		)
	)
		await checklist.click();
}

/** Opens a node's panel and gives the part with its parameters. */
export async function openNode(page: Page, name: string): Promise<Locator> {
	await page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`).dblclick();
	const parameters = marked(page, 'node-parameters');
	await parameters.waitFor();
	return parameters;
}

export async function closeNode(page: Page): Promise<void> {
	await marked(page, 'ndv-close-button').click();
	await marked(page, 'node-parameters').waitFor({ state: 'detached' });
}

/** Texts of the error and warning boxes n8n shows in a corner. */
export const toasts = async (page: Page): Promise<string[]> => await page.locator('.el-notification').allInnerTexts();

const PICTURES = process.env.UPDATE_PICTURES === '1' ? join(ROOT, 'docs', 'pictures') : join(tmpdir(), 'concur-b1-pictures');

/** Takes a picture for the handbook: into docs/pictures with UPDATE_PICTURES=1, else beside it, so that a test run changes nothing. */
export async function takePicture(page: Page, name: string): Promise<void> {
	mkdirSync(PICTURES, { recursive: true });
	await page.waitForTimeout(600);
	await page.screenshot({ path: join(PICTURES, `${name}.png`), animations: 'disabled' });
}
