import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import axios from 'axios';

import { runtimeEnvironment, type Runtime } from './runtime';

/** Long: a busy machine takes minutes for what an idle one does in ten seconds. One that ended is noticed at once. */
const START_TIMEOUT_MS = 600_000;
const STOP_TIMEOUT_MS = 15_000;
const READINESS = '/healthz/readiness';

export interface N8nServer {
	url: string;
	/** Of n8n's process. */
	pid: number;
	stop(): Promise<void>;
	/** Ends it as a power cut would. */
	kill(): Promise<void>;
}

export interface N8nOptions {
	runtime: Runtime;
	/** Parent of `.n8n`: database, encryption key and community nodes. */
	userFolder: string;
	port: number;
	logFile: string;
	/** Environment beyond the defaults below. */
	env?: NodeJS.ProcessEnv;
	/** What n8n is told to be; a whole n8n, or the main process where there are workers, unless told. */
	command?: string[];
}

/** Environment of a quiet, local n8n: no telemetry, no call to the outside, SQLite. */
export function n8nEnvironment(options: Omit<N8nOptions, 'logFile' | 'command'>): NodeJS.ProcessEnv {
	return {
		...runtimeEnvironment(options.runtime),
		N8N_USER_FOLDER: options.userFolder,
		N8N_PORT: String(options.port),
		// A worker listens there, and only for questions about its health.
		QUEUE_HEALTH_CHECK_ACTIVE: 'true',
		QUEUE_HEALTH_CHECK_PORT: String(options.port),
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_RUNNERS_BROKER_LISTEN_ADDRESS: '127.0.0.1',
		N8N_RUNNERS_BROKER_PORT: String(options.port + 1),
		N8N_SECURE_COOKIE: 'false',
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_VERIFIED_PACKAGES_ENABLED: 'false',
		N8N_REINSTALL_MISSING_PACKAGES: 'false',
		N8N_ENFORCE_SETTINGS_FILE_PERMISSIONS: 'false',
		N8N_LOG_LEVEL: 'info',
		GENERIC_TIMEZONE: 'UTC',
		NODE_ENV: 'production',
		...options.env,
	};
}

/**
 * Starts n8n and waits until it is ready for work.
 *
 * @throws Error naming the log file when n8n ends or stays silent
 */
export async function startN8n(options: N8nOptions): Promise<N8nServer> {
	mkdirSync(dirname(options.logFile), { recursive: true });
	// A file, not a pipe: should this process be killed, n8n must not spin on a pipe that nobody reads.
	const log = openSync(options.logFile, 'a');
	// A group of its own: n8n starts a task runner, and both must end together.
	const { command = ['start'] } = options;
	const child = spawn(options.runtime.node, [options.runtime.n8n, ...command], {
		env: n8nEnvironment(options),
		stdio: ['ignore', log, log],
		detached: process.platform !== 'win32',
	});
	// Also when this process ends while n8n is still starting.
	const killWithUs = () => signalGroup(child, 'SIGKILL');
	process.once('exit', killWithUs);
	child.once('exit', () => process.off('exit', killWithUs));
	closeSync(log);

	const url = `http://127.0.0.1:${options.port}`;
	const stop = async () => await stopGroup(child, 'SIGTERM');
	const kill = async () => await stopGroup(child, 'SIGKILL');
	try {
		// Not only readiness: n8n 2.6 is ready before its interface is there.
		const pages = command[0] === 'worker' ? [READINESS] : [READINESS, '/rest/settings'];
		await untilReady(
			pages.map((page) => `${url}${page}`),
			child,
			options.logFile,
		);
	} catch (error) {
		await stop();
		throw error;
	}
	return { url, pid: child.pid!, stop, kill };
}

const LAST_LINES = 15;

const isThere = async (url: string): Promise<boolean> =>
	(await axios.get(url, { timeout: 2000, validateStatus: () => true }).catch(() => null))?.status === 200;

async function untilReady(pages: string[], child: ChildProcess, logFile: string): Promise<void> {
	const giveUpAt = Date.now() + START_TIMEOUT_MS;
	while (Date.now() < giveUpAt) {
		if (child.exitCode !== null) throw new Error(`n8n ended while starting (code ${child.exitCode}). ${lastOf(logFile)}`);
		if ((await Promise.all(pages.map(isThere))).every(Boolean)) return;
		await delay(300);
	}
	throw new Error(`n8n was not ready within ${START_TIMEOUT_MS / 1000} seconds. ${lastOf(logFile)}`);
}

/** What n8n said last: the folder of the log may be gone by the time somebody reads the message. */
const lastOf = (logFile: string): string =>
	`Its log, ${logFile}, ends with:\n${readFileSync(logFile, 'utf8').split('\n').slice(-LAST_LINES).join('\n')}`;

async function stopGroup(child: ChildProcess, first: 'SIGTERM' | 'SIGKILL'): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
	signalGroup(child, first);
	await Promise.race([ended, delay(STOP_TIMEOUT_MS, undefined, { ref: false })]);
	signalGroup(child, 'SIGKILL');
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
	if (child.pid === undefined) return;
	try {
		process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal);
	} catch {
		// The group is gone already.
	}
}
