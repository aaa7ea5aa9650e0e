/**
 * `npm start`: the whole loop on this machine. A sandbox Concur and Business One, a real n8n with the packed package, the workflows
 * of funds and postings published and running; then the report an accountant reads.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import axios, { type AxiosInstance } from 'axios';

import { startSandbox, type Sandbox } from '../sandbox';
import { companySeed } from '../sandbox/companies';
import { concurIdentity } from '../sandbox/identity';
import { N8nApi } from './n8n/api';
import { exitWith } from './n8n/onRuntime';
import { ownerOf } from './n8n/owner';
import { ensureRuntime } from './n8n/runtime';
import { startN8n, type N8nServer } from './n8n/server';
import { interruption } from './interruption';
import { tryLock } from './lock';
import { installPacked, ROOT } from './package';
import { say } from './progress';
import { closingReports } from './start/closing';
import { loadIntoConcur, masterDataNamedBy, readDocumentFiles, type LoadedDocuments } from './start/documents';
import { fundsBalances, setUpFunds } from './start/funds';
import { readOptions, USAGE, type StartOptions } from './start/options';
import {
	configureFunds,
	configurePosting,
	FUNDS_PIPELINE,
	PREVIEW,
	makeDocumentTable,
	PIPELINE,
	MONTH_END,
	publishPage,
	publishPipeline,
	readPipeline,
} from './start/pipeline';
import { freePorts } from './start/ports';
import { reconciliationLines } from './start/reconciliation';
import { renderReport } from './start/report';
import { endedWell, type RunResult } from './start/result';
import { collectResult, untilSettled, type Watched } from './start/watch';

/** Everything of one run; another folder lets two runs go on at the same time. */
const RUN_FOLDER = process.env.N8N_CONCUR_B1_RUN ?? join(ROOT, '.run');
const LOCK_FILE = `${RUN_FOLDER}.lock`;
const STATE_FILE = join(RUN_FOLDER, 'sandbox-state.json');
const USER_FOLDER = join(RUN_FOLDER, 'n8n');
const SAMPLES = join(ROOT, 'sandbox', 'samples');
const LOG_FILE = join(RUN_FOLDER, 'n8n.log');
const CONTROL_TIMEOUT_MS = 60_000;

interface Running {
	sandbox?: Sandbox;
	n8n?: N8nServer;
	/** Address of the page of what waits. */
	desk?: string;
	/** Address of the page of the month. */
	reconciliation?: string;
}

const controlOf = (sandbox: Sandbox): AxiosInstance =>
	axios.create({ baseURL: sandbox.url, timeout: CONTROL_TIMEOUT_MS, maxBodyLength: Infinity, maxContentLength: Infinity });

async function openSandbox(options: StartOptions, running: Running): Promise<AxiosInstance> {
	const base = await freePorts(options.port + 12, 3);
	running.sandbox = await startSandbox({ port: base, ...(options.company === null ? {} : { company: options.company }) });
	const control = controlOf(running.sandbox);
	if (options.keep && existsSync(STATE_FILE)) {
		await control.put('/control/state', JSON.parse(readFileSync(STATE_FILE, 'utf8')));
		// A request token lives 24 hours, and the run that goes on may be older.
		await control.post('/control/concur', { requestToken: concurIdentity.requestToken });
	}
	return control;
}

/** @returns Concur cost center -> distribution rule, for codes that B1 has no room for */
async function prepareDocuments(
	control: AxiosInstance,
	documents: LoadedDocuments,
	options: StartOptions,
): Promise<Record<string, string>> {
	const demoLacks = options.documents !== null && options.masterData && options.company === null;
	const named = demoLacks ? masterDataNamedBy(documents.files) : null;
	if (named !== null) {
		await control.post('/control/master-data', named.rows);
		const counts = Object.entries(named.rows).map(([kind, rows]) => `${rows.length} ${kind}`);
		say(`The demo company was given what these documents name: ${counts.join(', ')}.`);
	}
	await loadIntoConcur(control, documents, options.keep);
	return named?.costCenterCodes ?? {};
}

const journalEntries = async (control: AxiosInstance): Promise<number> =>
	(await control.get<{ entries: unknown[] }>('/control/ledger')).data.entries.length;

/** The sample documents, those of funds in the order of a trip. */
function samples(): LoadedDocuments {
	const [postings, funds] = [SAMPLES, join(SAMPLES, 'funds')].map(readDocumentFiles) as [LoadedDocuments, LoadedDocuments];
	return { files: [...postings.files, ...funds.files], unusable: [...postings.unusable, ...funds.unusable] };
}

/** A company brings its own documents, which its sandbox holds from the start. */
function documentsOf({ documents, company }: StartOptions): LoadedDocuments {
	if (documents !== null) return readDocumentFiles(documents);
	return company === null ? samples() : { files: [], unusable: [] };
}

async function run(options: StartOptions, running: Running): Promise<RunResult> {
	const documents = documentsOf(options);
	const runtime = await ensureRuntime();
	if (!options.keep) rmSync(RUN_FOLDER, { recursive: true, force: true });
	mkdirSync(USER_FOLDER, { recursive: true });

	const control = await openSandbox(options, running);
	const costCenterCodes = await prepareDocuments(control, documents, options);
	const before = await journalEntries(control);
	await setUpFunds(running.sandbox!);
	// The set-up is a person's work; what is counted from here on is the workflows'.
	await control.post('/control/counters/reset');

	say('Building and packing the nodes ...');
	await installPacked(USER_FOLDER);
	say('Starting n8n ...');
	const port = await freePorts(options.port, 2);
	running.n8n = await startN8n({ runtime, userFolder: USER_FOLDER, port, logFile: LOG_FILE });

	const api = await N8nApi.connect(running.n8n.url, ownerOf(USER_FOLDER));
	const mapping = options.company === null ? '' : companySeed(options.company).mapping;
	const funds = { file: FUNDS_PIPELINE, pipeline: configureFunds(readPipeline(FUNDS_PIPELINE), costCenterCodes) };
	const posting = { file: PIPELINE, pipeline: configurePosting(readPipeline(), costCenterCodes, mapping) };
	const watched: Watched = { api, control, pipelines: [] };
	// As in Concur: a report is approved, and so ready to be posted, only after its funds step was answered.
	for (const { file, pipeline } of [funds, posting]) {
		const tableId = await makeDocumentTable(api, file);
		const published = { pipeline, tableId, workflowId: await publishPipeline(api, pipeline, running.sandbox!) };
		say(`"${pipeline.name}" is published; its documents are on their way ...`);
		await untilSettled({ ...watched, pipelines: [published] });
		watched.pipelines.push(published);
	}
	const preview = readPipeline(PREVIEW);
	await publishPipeline(api, preview, running.sandbox!);
	say(`"${preview.name}" is there as well: it reads what is ready, and writes nothing.`);
	const { email, password } = ownerOf(USER_FOLDER);
	const person = { user: email, password };
	const page = async (file?: string) => await publishPage(api, running.n8n!.url, running.sandbox!, person, file);
	running.desk = await page();
	running.reconciliation = await page(MONTH_END);
	const result = await collectResult(watched, documents);
	const entries = { before, after: await journalEntries(control) };
	const closing = options.company === null ? '' : await closingReports(control);
	process.stdout.write(`${renderReport(result, await fundsBalances(running.sandbox!), entries, closing)}\n`);
	process.stdout.write(`${await reconciliationLines(running.reconciliation, person)}\n`);
	return result;
}

async function keepState(running: Running): Promise<void> {
	if (running.sandbox === undefined) return;
	const { data } = await controlOf(running.sandbox).get<unknown>('/control/state');
	writeFileSync(STATE_FILE, JSON.stringify(data));
}

async function close(running: Running): Promise<void> {
	await running.n8n?.stop();
	await keepState(running).catch((error: Error) => say(`The sandbox's state could not be kept: ${error.message}`));
	await running.sandbox?.stop();
}

function sayWhereItIs(running: Running): void {
	const { sandbox, n8n, desk, reconciliation } = running;
	const owner = ownerOf(USER_FOLDER);
	say(`
n8n editor:  ${n8n!.url}   log in as ${owner.email} with ${owner.password}
Desk:        ${desk}   what waits for a person; the same name and password
Month end:   ${reconciliation}?month=${new Date().toISOString().slice(0, 7)}   Concur, the table and Business One compared
Sandbox:     ${sandbox!.url} (HTTPS: ${sandbox!.tlsUrl})
             Business One ${sandbox!.url}/b1s/v2, control API ${sandbox!.url}/control/ledger
Press Ctrl-C to stop both.`);
}

async function main(): Promise<number> {
	const options = readOptions(process.argv.slice(2));
	if (options === 'help') {
		process.stdout.write(USAGE);
		return 0;
	}
	const release = tryLock(LOCK_FILE);
	if (release === null) throw new Error('Another npm start of this folder is running. Stop it first (Ctrl-C in its terminal).');
	const running: Running = {};
	const interrupted = interruption();
	try {
		const result = await Promise.race([run(options, running), interrupted]);
		if (result === 'interrupted') return 130;
		if (options.json !== null) writeFileSync(options.json, `${JSON.stringify(result, null, 2)}\n`);
		if (options.once) return endedWell(result) ? 0 : 1;
		sayWhereItIs(running);
		await interrupted;
		return 0;
	} finally {
		await close(running);
		release();
	}
}

exitWith(main());
