import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

const START_TIMEOUT_MS = 120_000;
const STOP_TIMEOUT_MS = 20_000;
const LOOK_EVERY_MS = 100;
const LOG_TAIL_CHARS = 1500;

/** A server of this run's own; it ends with this process. */
export interface Service {
	port: number;
	stop(): Promise<void>;
}

export interface ServiceOptions {
	label: string;
	file: string;
	args: string[];
	port: number;
	logFile: string;
	spawn?: SpawnOptions;
	/** How it is told to end; SIGTERM unless told. */
	stopSignal?: NodeJS.Signals;
}

const answers = async (port: number): Promise<boolean> =>
	await new Promise((resolve) => {
		const socket = connect({ port, host: '127.0.0.1' });
		const end = (isThere: boolean) => {
			socket.destroy();
			resolve(isThere);
		};
		socket.once('connect', () => end(true)).once('error', () => end(false));
	});

async function untilItAnswers({ label, port, logFile }: ServiceOptions, child: ChildProcess): Promise<void> {
	const giveUpAt = Date.now() + START_TIMEOUT_MS;
	while (!(await answers(port))) {
		if (child.exitCode !== null || Date.now() > giveUpAt)
			throw new Error(`${label} did not start on port ${port}:\n${readFileSync(logFile, 'utf8').slice(-LOG_TAIL_CHARS)}`);
		await delay(LOOK_EVERY_MS);
	}
}

/**
 * Starts a server program in the foreground and waits until its port answers.
 *
 * @throws Error with the end of its log where it does not start
 */
export async function startService(options: ServiceOptions): Promise<Service> {
	const log = openSync(options.logFile, 'a');
	const child = spawn(options.file, options.args, { stdio: ['ignore', log, log], ...options.spawn });
	closeSync(log);
	process.once('exit', () => child.kill('SIGKILL'));
	const stop = async () => {
		if (child.exitCode !== null || child.signalCode !== null) return;
		const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
		child.kill(options.stopSignal ?? 'SIGTERM');
		await Promise.race([ended, delay(STOP_TIMEOUT_MS, undefined, { ref: false })]);
		child.kill('SIGKILL');
	};
	try {
		await untilItAnswers(options, child);
	} catch (error) {
		await stop();
		throw error;
	}
	return { port: options.port, stop };
}
