/** The audit log and the month end on a real n8n, after documents went through the pipeline. */
import type { Browser } from 'playwright-core';

import { openBrowser } from '../../scripts/browser';
import { Loop } from '../../scripts/lab/loop';
import { MONTH_END } from '../../scripts/start/pipeline';
import { verify, type LoggedLine, type TrailedRow } from '../../nodes/shared/audit';
import { takePicture } from './editor';

const MINUTE = 60_000;
const PERSON = { user: 'anna', password: 'a password of her own' };

jest.setTimeout(12 * MINUTE);

let loop: Loop;
let browser: Browser;

beforeAll(async () => {
	loop = await Loop.prepare(['01-', '02-', '16-']);
	await loop.startN8n();
	await loop.publish();
	const isDone = async () => {
		const rows = await loop.rows();
		return rows.length >= 3 && rows.every(({ open, priority }) => !open || (priority ?? 1) > 1);
	};
	await loop.until('all documents are done or wait', isDone, 4 * MINUTE);
	browser = await openBrowser();
});

afterAll(async () => {
	await browser?.close();
	await loop?.close();
});

test('every step of the documents comes into the log, and the rows are emptied', async () => {
	await loop.publishBeside('audit.json');
	const rows = async () => (await loop.rows()) as unknown as TrailedRow[];
	const isEmptied = async () => (await rows()).every(({ trail }) => String(trail).includes('"lines":[]'));
	await loop.until('the rows are emptied', isEmptied, 2 * MINUTE);
	const log = await loop.rowsOf<LoggedLine>('concur_b1_audit');
	const verified = verify(log, await rows());
	process.stderr.write(`${verified.verdict}\n`);
	expect(verified).toMatchObject({ intact: true, documents: (await rows()).length });
	expect(log.map(({ step }) => step)).toEqual(
		expect.arrayContaining(['noted', 'acknowledged', 'booked', 'confirmed', 'decided', 'sealed']),
	);
});

test('the month is reconciled on a page, for those who may see it', async () => {
	const address = `${await loop.publishDesk(PERSON, MONTH_END)}?month=${new Date().toISOString().slice(0, 7)}`;
	expect((await fetch(address)).status).toBe(401);
	const context = await browser.newContext({
		httpCredentials: { username: PERSON.user, password: PERSON.password },
		viewport: { width: 1280, height: 1500 },
	});
	const page = await context.newPage();
	await page.goto(address);
	await page.getByText('received =').waitFor();
	expect(await page.getByRole('img').count()).toBeGreaterThanOrEqual(2);
	await takePicture(page, 'reconciliation');
});
