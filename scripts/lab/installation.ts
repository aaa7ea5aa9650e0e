import { join } from 'node:path';

import { ensureRuntime } from '../n8n/runtime';
import { startN8n, type N8nServer } from '../n8n/server';
import { Cluster, type Part } from '../queue/cluster';
import { freePorts } from '../start/ports';

/** A single n8n with SQLite, or a main process with two workers, PostgreSQL and Redis. */
export type Mode = 'single' | 'queue';

/** Ports of its own for each of Jest's workers: two that looked at the same time would find the same ones free. */
const FIRST_PORT = 5900 + 20 * Number(process.env.JEST_WORKER_ID ?? 0);
const WORKERS = 2;

/** An n8n of one or several processes, each of which may die. */
export interface Installation {
	readonly url: string;
	/** Names of the processes. */
	readonly parts: string[];
	/** Process ids, in the order of the names. */
	readonly pids: number[];
	/** Starts all processes that do not run. */
	start(): Promise<void>;
	kill(parts: string[]): Promise<void>;
	stop(): Promise<void>;
}

class Single implements Installation {
	readonly parts = ['n8n'];

	private n8n: N8nServer | undefined;

	constructor(
		private readonly folder: string,
		private readonly env: NodeJS.ProcessEnv,
	) {}

	get url(): string {
		return this.n8n!.url;
	}

	get pids(): number[] {
		return [this.n8n!.pid];
	}

	async start(): Promise<void> {
		this.n8n ??= await startN8n({
			runtime: await ensureRuntime(),
			userFolder: this.folder,
			port: await freePorts(FIRST_PORT, 2),
			logFile: join(this.folder, 'n8n.log'),
			env: this.env,
		});
	}

	async kill(): Promise<void> {
		await this.n8n?.kill();
		this.n8n = undefined;
	}

	async stop(): Promise<void> {
		await this.n8n?.stop();
	}
}

class Queue implements Installation {
	private cluster: Cluster | undefined;

	private killed: Part[] = [];

	constructor(
		private readonly folder: string,
		private readonly env: NodeJS.ProcessEnv,
		private readonly workers: number,
	) {}

	get url(): string {
		return this.cluster!.url;
	}

	get parts(): string[] {
		return ['main', ...this.cluster!.workers];
	}

	get pids(): number[] {
		return this.cluster!.pids;
	}

	async start(): Promise<void> {
		if (this.cluster === undefined) {
			this.cluster = await Cluster.start({
				runtime: await ensureRuntime(),
				userFolder: this.folder,
				logFolder: this.folder,
				firstPort: FIRST_PORT,
				workers: this.workers,
				env: this.env,
			});
			return;
		}
		for (const part of this.killed) await this.cluster.startPart(part);
		this.killed = [];
	}

	async kill(parts: string[]): Promise<void> {
		for (const part of parts as Part[]) await this.cluster!.kill(part);
		this.killed.push(...(parts as Part[]));
	}

	async stop(): Promise<void> {
		await this.cluster?.stop();
	}
}

/**
 * @param folder everything of n8n's that lives longer than a process
 * @param env environment beside the usual one
 * @param workers of an n8n in queue mode
 */
export const makeInstallation = (mode: Mode, folder: string, env: NodeJS.ProcessEnv, workers = WORKERS): Installation =>
	mode === 'queue' ? new Queue(folder, env, workers) : new Single(folder, env);
