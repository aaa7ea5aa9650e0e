import axios from 'axios';

import { heading } from './report';

const TIMEOUT_MS = 120_000;

/** What a page says in the element with that class; empty where it has none. */
function textIn(page: string, pattern: RegExp): string {
	const [, inner = ''] = pattern.exec(page) ?? [];
	return inner
		.replace(/<[^>]+>/g, '')
		.replace(/\s+/g, ' ')
		.trim();
}

/**
 * The reconciliation of this month, as its page says it in two lines: what became of the documents, and whether the three agree.
 *
 * @param address of the page
 */
export async function reconciliationLines(address: string, person: { user: string; password: string }): Promise<string> {
	const { data } = await axios.get<string>(address, {
		params: { month: new Date().toISOString().slice(0, 7) },
		auth: { username: person.user, password: person.password },
		timeout: TIMEOUT_MS,
		responseType: 'text',
	});
	const equation = textIn(data, /<p>(\d+ received = .*?)<\/p>/s);
	const verdict = textIn(data, /<p class="notice [^"]*">(.*?)<\/p>/s);
	return `${heading('Reconciliation')}${equation}\n${verdict}`;
}
