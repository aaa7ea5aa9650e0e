import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import type { NodeSettings } from '../../scripts/lab/hurry';
import { Loop } from '../../scripts/lab/loop';
import { setUpPosting } from '../../scripts/start/businessOne';
import { employees, newDocuments } from '../documents';
import { nodeTimes } from './executionTimes';

export interface PipelineRun {
	documents: number;
	/** Milliseconds of each reply of both systems. */
	ms: number;
	/** A single n8n where 0. */
	workers: number;
	/** Rows of one execution, as shipped unless told. */
	rowsPerRun?: number;
}

export interface PipelineFigure extends PipelineRun {
	/** Seconds from the workflow's publication until the last document is confirmed and its row closed. */
	seconds: number;
	/** Seconds of all executions, by node; the trigger's poll is not among them. */
	nodes: Record<string, number>;
	executions: number;
	requests: { concur: number; businessOne: number };
	/** Logins to Business One, and its sessions that are open at the end, of all processes together. */
	logins: number;
	sessionsOpen: number;
	/** MB of the n8n processes before the first document, and the most they ever held. */
	memory: { before: number; peak: number };
}

type Counters = Pick<PipelineFigure, 'requests' | 'logins' | 'sessionsOpen'>;

const LOADED_AT_ONCE = 250;
const LOOK_EVERY_MS = 500;
const GIVE_UP_MS = 30 * 60_000;

/** The pipeline as shipped, but for its hours: nobody waits here for the next full one. */
const AS_SHIPPED = {
	'Take up': { holdMinutes: 15 },
	Decide: { passing: '2, 5, 10, 15', person: '60, 240, 1440' },
} satisfies NodeSettings;

/** A figure of /proc in MB; 0 where the system has none. */
function memoryOf(pid: number, name: 'VmRSS' | 'VmHWM'): number {
	try {
		const line = new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
		return Math.round(Number(line?.[1] ?? 0) / 1024);
	} catch {
		return 0;
	}
}

const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);

async function untilAllAreClosed(loop: Loop, count: number): Promise<void> {
	const giveUpAt = Date.now() + GIVE_UP_MS;
	for (;;) {
		const documents = await loop.documents();
		const open = documents.filter(({ docStatus }) => docStatus !== 'POSTING_CONFIRMED_SUCCESS').length;
		if (open === 0 && (await loop.rows()).filter((row) => row.open === false).length >= count) return;
		if (Date.now() > giveUpAt) throw new Error(`${open} of ${count} documents were not confirmed in time`);
		await delay(LOOK_EVERY_MS);
	}
}

/** Documents of full size that are ready in Concur, and a company that takes them. */
async function fill(loop: Loop, documents: number): Promise<void> {
	await loop.control.post('/control/master-data', { businessPartners: employees() });
	for (let left = documents; left > 0; left -= LOADED_AT_ONCE)
		await loop.control.post('/control/documents', newDocuments(Math.min(left, LOADED_AT_ONCE)));
	await setUpPosting(loop.sandbox);
}

async function secondsByNode(loop: Loop): Promise<{ nodes: Record<string, number>; executions: number }> {
	const nodes: Record<string, number> = {};
	const executions = await loop.executions();
	for (const { id } of executions)
		for (const { node, ms } of nodeTimes(await loop.executionData(id))) nodes[node] = (nodes[node] ?? 0) + ms / 1000;
	return { nodes, executions: executions.length };
}

/**
 * Runs the shipped pipeline in a real n8n over documents that are all ready before it is published.
 *
 * @param whenDone what is done before everything is closed
 */
export async function measurePipeline(
	run: PipelineRun,
	whenDone: (figure: PipelineFigure, loop: Loop) => Promise<void> = async () => undefined,
): Promise<PipelineFigure> {
	const { documents, ms, workers, rowsPerRun } = run;
	const loop = await Loop.prepare([], workers > 0 ? 'queue' : 'single', {}, workers);
	try {
		await fill(loop, documents);
		await loop.startN8n();
		await loop.control.post('/control/latency', { ms });
		await loop.control.post('/control/counters/reset', {});
		const before = sum(loop.pids.map((pid) => memoryOf(pid, 'VmRSS')));
		const began = Date.now();
		const portion = rowsPerRun === undefined ? {} : { rowsPerRun };
		await loop.publish(undefined, { ...AS_SHIPPED, 'Take up': { ...AS_SHIPPED['Take up'], ...portion } });
		await untilAllAreClosed(loop, documents);
		const seconds = (Date.now() - began) / 1000;
		const { requests, logins, sessionsOpen } = (await loop.control.get<Counters>('/control/counters')).data;
		const peak = sum(loop.pids.map((pid) => memoryOf(pid, 'VmHWM')));
		const spent = await secondsByNode(loop);
		const figure = { ...run, seconds, ...spent, requests, logins, sessionsOpen, memory: { before, peak } };
		await whenDone(figure, loop);
		return figure;
	} finally {
		await loop.close();
	}
}
