/** The whole loop as a user starts it: a real n8n with the packed package, the published pipeline, the sandbox. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import axios from 'axios';

import { documentFolders } from '../helpers/vectors';
import { isFunds, type DocumentResult, type RunResult } from '../../scripts/start/result';
import { runStart, spawnStart, type StartRun } from './startCommand';

const RUN_TIMEOUT_MS = 12 * 60_000;

jest.setTimeout(RUN_TIMEOUT_MS);

const resultOf = (run: StartRun): RunResult => {
	if (run.result === null) throw new Error(`npm start wrote no result:\n${run.stderr}`);
	return run.result;
};

const codesOf = (document: DocumentResult | undefined): string[] => (document?.reasons ?? []).map(({ code }) => code);
const cents = (text: string): number => Math.round(Number(text) * 100);
const sum = (amounts: string[]): number => amounts.reduce((total, amount) => total + cents(amount), 0);

function expectBalanced({ trialBalance }: RunResult): void {
	expect(sum(trialBalance.map(({ debit }) => debit))).toBe(sum(trialBalance.map(({ credit }) => credit)));
	expect(trialBalance.length).toBeGreaterThan(0);
}

describe('npm start -- --once with the sample documents', () => {
	let first: StartRun;

	beforeAll(async () => {
		first = await runStart(['--once']);
	});

	test('every document is confirmed, or in review with a reason', () => {
		expect(first.stderr).not.toContain('failed');
		expect(first.code).toBe(0);
		const outcomes = resultOf(first).documents.map(({ outcome }) => outcome);
		expect(outcomes.filter((outcome) => outcome === 'confirmed')).toHaveLength(19);
		expect(outcomes.filter((outcome) => outcome === 'review')).toHaveLength(4);
	});

	test('every confirmed document has an entry of its own in B1, except the one without amounts', () => {
		const confirmed = resultOf(first).documents.filter((document) => document.outcome === 'confirmed' && !isFunds(document));
		const numbers = confirmed.map(({ jdtNum }) => jdtNum).filter((jdtNum) => jdtNum !== null);
		expect(confirmed.every(({ concurStatus }) => concurStatus === 'POSTING_CONFIRMED_SUCCESS')).toBe(true);
		expect(numbers).toHaveLength(15);
		expect(new Set(numbers).size).toBe(15);
	});

	test('what went to review says why', () => {
		const review = resultOf(first).documents.filter(({ outcome }) => outcome === 'review');
		expect(review.map(codesOf).sort()).toEqual([
			['cost-center-not-found'],
			['missing-account'],
			['test-user'],
			['vendor-not-found'],
		]);
	});

	test('only what must be corrected in Concur is confirmed there as an error', () => {
		const failed = resultOf(first).documents.filter(({ concurStatus }) => concurStatus === 'POSTING_CONFIRMED_FAILURE');
		expect(failed.map(codesOf)).toEqual([['missing-account'], ['insufficient-funds']]);
	});

	test('funds documents are answered before anything is posted', () => {
		const funds = resultOf(first).documents.filter(isFunds);
		expect(funds.map(({ postingRecord, concurStatus }) => [postingRecord, concurStatus])).toEqual([
			['obligate 4HT2: applied', 'POSTING_CONFIRMED_SUCCESS'],
			['obligate 7KQ2LM: applied', 'POSTING_CONFIRMED_SUCCESS'],
			['obligate 4HV7: refused', 'POSTING_CONFIRMED_FAILURE'],
		]);
		expect(funds.at(-1)!.reasons[0]!.message).toContain('1800.00 USD needed, 1500.00 USD available');
	});

	test('the report that is posted uses up what was reserved for it, as the budgets show', () => {
		// SALES: the report's 950.00 and a third of the allocated one are cost; nothing of the 950.00 is reserved any more.
		expect(first.stdout).toMatch(/615000\/SALES\s+2026\s+2000\.00\s+1283\.34\s+0\.00\s+716\.66/);
	});

	test('the trial balance balances and the report shows it to a person', () => {
		expectBalanced(resultOf(first));
		expect(first.stdout).toContain('Trial balance of the company');
		expect(first.stdout).toContain('Posted and confirmed');
	});

	test('one log-in serves the whole run; a posting costs less than one request to B1, a funds step four', () => {
		const { requests } = resultOf(first);
		const [postings, fundsSteps, consumption] = [15, 4 * 3, 6];
		// Every run that has work asks whether B1 is there, and once for all documents what is in the books.
		const readsOfRuns = 2 * 4;
		expect(requests.logins).toBe(1);
		expect(requests.businessOne).toBeLessThan(postings + fundsSteps + consumption + readsOfRuns);
	});

	test('a second run on the same sandbox posts nothing twice', async () => {
		const second = await runStart(['--once', '--keep']);
		expect(second.code).toBe(0);
		expect(resultOf(second).trialBalance).toEqual(resultOf(first).trialBalance);
		expect(resultOf(second).documents).toEqual(resultOf(first).documents);
		expect(second.stdout).toContain('Journal entries in Business One: 15 before, 15 after');
	});
});

describe('npm start with documents that are not as they should be', () => {
	let run: StartRun;

	beforeAll(async () => {
		run = await runStart(['--once', '--documents', join(__dirname, 'documents')]);
	});

	const ofFile = (name: string) => resultOf(run).documents.find(({ file }) => file === name);
	const ofId = (docId: string) => resultOf(run).documents.find((document) => document.docId === docId);

	test('the rest still runs, and the run ends well because every document has its reason', () => {
		expect(run.code).toBe(0);
		expect(ofId('0000000000000000000000000000e2e1')?.outcome).toBe('confirmed');
		expectBalanced(resultOf(run));
	});

	test.each(['not-json.json', 'wrong-envelope.json', 'unknown-type.json'])('%s is named with what is wrong with it', (name) => {
		const document = ofFile(name);
		expect(document?.outcome).toBe('review');
		expect(document?.reasons[0]?.message).toContain(name);
		expect(document?.reasons[0]?.message.length).toBeGreaterThan(name.length + 20);
	});

	test('a document without rows and an amount that is no number are named with document and field', () => {
		expect(codesOf(ofId('0000000000000000000000000000e2e3'))).toEqual(['no-rows']);
		const unreadable = ofId('0000000000000000000000000000e2e4');
		expect(codesOf(unreadable)).toContain('unreadable-amount');
		expect(unreadable?.reasons[0]?.message).toContain('twelve');
	});

	test('amounts as text and as 0E-8 post as what they say', () => {
		expect(ofId('0000000000000000000000000000e2e2')?.outcome).toBe('confirmed');
	});
});

describe.each(documentFolders())('npm start with the documents of %s', (folder) => {
	test('every report, cash advance and invoice is posted and confirmed; funds documents say why they are not', async () => {
		const expected = readdirSync(folder).filter((name) => !name.startsWith('funds-'));
		const run = await runStart(['--once', '--documents', folder]);
		const posted = resultOf(run).documents.filter((document) => !isFunds(document));
		expect(posted).toHaveLength(expected.length);
		expect(posted.filter(({ outcome }) => outcome !== 'confirmed')).toEqual([]);
		expectBalanced(resultOf(run));
		expect(run.code).toBe(0);
	});
});

describe('npm start without --once', () => {
	test('leaves editor and sandbox open, and Ctrl-C leaves nothing running', async () => {
		const child = spawnStart([]);
		let stderr = '';
		child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
		const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
		const editor = await untilPrinted(() => /n8n editor:\s+(\S+)/.exec(stderr)?.[1]);
		const sandbox = /Sandbox:\s+(\S+)/.exec(stderr)?.[1] ?? '';
		expect((await axios.get(`${editor}/healthz`)).status).toBe(200);
		expect((await axios.get(`${sandbox}/control/counters`)).status).toBe(200);

		// As a terminal does it: every process of the group gets the signal.
		process.kill(-child.pid!, 'SIGINT');
		await ended;
		await expectGone(editor);
		await expectGone(sandbox);
	});
});

describe('npm start that is cut off', () => {
	test('leaves no n8n behind when its parent dies without a word', async () => {
		const child = spawnStart([]);
		let stderr = '';
		child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
		const editor = await untilPrinted(() => /n8n editor:\s+(\S+)/.exec(stderr)?.[1]);
		child.kill('SIGKILL');
		await expectGone(editor);
	});
});

async function expectGone(url: string): Promise<void> {
	const giveUpAt = Date.now() + 60_000;
	while (Date.now() < giveUpAt) {
		const answered = await axios.get(`${url}/healthz`, { timeout: 2000 }).catch(() => null);
		if (answered === null) return;
		await delay(500);
	}
	throw new Error(`${url} still answers`);
}

async function untilPrinted(read: () => string | undefined): Promise<string> {
	const giveUpAt = Date.now() + RUN_TIMEOUT_MS / 2;
	while (Date.now() < giveUpAt) {
		const found = read();
		if (found !== undefined) return found;
		await delay(250);
	}
	throw new Error('npm start did not say where the editor is');
}
