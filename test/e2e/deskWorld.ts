/** What the desk's browser test works with: documents that wait, entries made by hand, and what a screen reader needs. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import axios from 'axios';
import type { Page } from 'playwright-core';

import type { Loop } from '../../scripts/lab/loop';
import { ROOT } from './startCommand';

const TIMEOUT_MS = 60_000;
const AXE = readFileSync(join(ROOT, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8');
const SAMPLE = readFileSync(join(ROOT, 'sandbox', 'samples', '16-cost-center-not-in-b1.json'), 'utf8');

/** The sample under another document and report id, so that it is another document that waits for the same reason. */
export function another(number: number): object {
	const ids = [...new Set(SAMPLE.match(/"[0-9a-fA-F]{20,32}"/g) ?? [])];
	const text = ids.reduce((copy, id) => copy.replaceAll(id, `"${id.slice(1, -3)}${String(number).padStart(2, '0')}"`), SAMPLE);
	return JSON.parse(text.replaceAll('4115', `42${String(number).padStart(2, '0')}`)) as object;
}

/** An entry that somebody makes in Business One, and its number. */
export async function madeByHand({ sandbox }: Loop, day: string, amount: number): Promise<number> {
	const { companyDb, userName, password } = sandbox.businessOne;
	const b1 = axios.create({ baseURL: `${sandbox.url}/b1s/v2`, proxy: false, timeout: TIMEOUT_MS });
	const login = await b1.post('/Login', { CompanyDB: companyDb, UserName: userName, Password: password });
	const Cookie = login.headers['set-cookie']!.map((cookie) => cookie.split(';')[0]).join('; ');
	const JournalEntryLines = [
		{ AccountCode: '612000', Debit: amount },
		{ AccountCode: '148000', Credit: amount },
	];
	const { data } = await b1.post<{ Number: number }>(
		'/JournalEntries',
		{ ReferenceDate: day, JournalEntryLines },
		{ headers: { Cookie } },
	);
	return data.Number;
}

/** Axe finds nothing on the page. */
export async function expectAccessible(page: Page): Promise<void> {
	await page.evaluate(AXE);
	const { violations } = (await page.evaluate('axe.run()')) as {
		violations: Array<{ id: string; nodes: Array<{ html: string }> }>;
	};
	expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html.slice(0, 200))])).toEqual([]);
}
