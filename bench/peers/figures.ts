import axios from 'axios';
import { SapB1ServiceLayer } from '../../nodes/SapB1ServiceLayer/SapB1ServiceLayer.node.js';
import { runNode } from '../../test/helpers/engine';
import { BenchCompany, type Counters } from '../company';
import { runScript } from '../processes';
import { CLIENTS } from './clients';

/** A Business One that is slow in one way or another. */
export interface Model {
	name: string;
	/** Milliseconds of each reply, of a login besides, and of one worker for each entry. */
	ms: number;
	loginMs: number;
	entryMs: number;
	workers: number;
}

/** In one of the models: it costs every client the same in all of them, and the comparison is without it. */
const LOGIN_MS = 5_000;

export const MODELS: Model[] = [
	{ name: '20 ms', ms: 20, loginMs: LOGIN_MS, entryMs: 0, workers: 1 },
	{ name: '100 ms', ms: 100, loginMs: 0, entryMs: 0, workers: 1 },
	{ name: '20 ms, 80 ms an entry, 1 worker', ms: 20, loginMs: 0, entryMs: 80, workers: 1 },
	{ name: '20 ms, 80 ms an entry, 4 workers', ms: 20, loginMs: 0, entryMs: 80, workers: 4 },
];

export interface PeerFigure {
	model: string;
	client: string;
	count: number;
	/** Seconds with the login, if the client needs one. */
	wall: number;
	/** The same without it. */
	withoutLogin: number;
	requests: number;
	logins: number;
	cpu: number;
	/** MB above the start. */
	peak: number;
	leavesOut: string;
}

/** All clients post the same entries, one client after the other, each to an empty company. */
export async function peerFigures(url: string, model: Model, count: number, names = Object.keys(CLIENTS)): Promise<PeerFigure[]> {
	const figures: PeerFigure[] = [];
	for (const name of names) {
		await control(url, 'latency', {});
		await emptyCompany(url);
		const { ms, loginMs, entryMs, workers } = model;
		await control(url, 'latency', { ms, loginMs, entryMs, workers });
		await control(url, 'counters/reset', {});
		const { wall, cpu, peak } = JSON.parse(await runScript('peers/run.ts', [name, url, String(count)])) as Record<string, number>;
		const { data } = await axios.get<Counters>(`${url}/control/counters`, { proxy: false });
		const { logins } = data;
		// A warm session is what this package has in every execution but the first; its bench process has to make one.
		const isOurs = name.startsWith('this package');
		figures.push({
			model: model.name,
			client: name,
			count,
			wall: isOurs ? wall! - (logins * (loginMs + ms)) / 1_000 : wall!,
			withoutLogin: wall! - (logins * (loginMs + ms)) / 1_000,
			requests: data.requests.businessOne - logins,
			logins: isOurs ? 0 : logins,
			cpu: cpu!,
			peak: peak!,
			leavesOut: CLIENTS[name]!.leavesOut,
		});
	}
	await control(url, 'latency', {});
	return figures;
}

async function emptyCompany(url: string): Promise<void> {
	const company = await BenchCompany.open(url);
	await runNode(company.node(new SapB1ServiceLayer(), { resource: 'company', operation: 'setUpPostingRegister' }), [{}]);
}

async function control(url: string, call: string, body: unknown): Promise<void> {
	await axios.post(`${url}/control/${call}`, body, { proxy: false });
}

const number = (value: number, digits = 1) => value.toFixed(digits);

/** The figures as a Markdown table. */
export function peerTable(figures: readonly PeerFigure[]): string {
	const head =
		'| Business One | Documents | Client | Wall s | Without login s | Requests | Logins | CPU s | Memory MB | Leaves out |';
	const lines = figures.map(({ model, count, client, wall, withoutLogin, requests, logins, cpu, peak, leavesOut }) =>
		['', model, count, client, number(wall, 2), number(withoutLogin, 2), requests, logins, number(cpu), peak, leavesOut, '']
			.join(' | ')
			.trim(),
	);
	return [head, '|---|---|---|---|---|---|---|---|---|---|', ...lines].join('\n');
}
