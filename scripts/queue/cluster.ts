import { join } from 'node:path';

import { startN8n, type N8nOptions, type N8nServer } from '../n8n/server';
import { freePorts } from '../start/ports';
import { startPostgres, type Database } from './postgres';
import { startRedis } from './redis';

/** One process of n8n in queue mode. */
export type Part = 'main' | `worker-${number}`;

export interface ClusterOptions extends Pick<N8nOptions, 'runtime' | 'userFolder' | 'env'> {
	/** The first of the ports looked at; each process takes two, PostgreSQL and Redis one each. */
	firstPort: number;
	workers: number;
	/** Executions that one worker works on at once; n8n's own default is 10. */
	concurrency?: number;
	logFolder: string;
}

const QUEUE_MODE: NodeJS.ProcessEnv = { EXECUTIONS_MODE: 'queue', OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true' };

/**
 * n8n in queue mode on this machine: PostgreSQL, Redis, a main process (editor, polls, schedules) and workers (executions). Each
 * process can be killed and started again by its name. Used by `npm run lab -- --mode queue` and `npm run start:queue`.
 */
export class Cluster {
	private readonly parts = new Map<Part, N8nServer>();

	private constructor(
		private readonly options: ClusterOptions,
		private readonly databases: Database[],
	) {}

	/**
	 * Starts everything; the main process first, because it makes the tables.
	 *
	 * @throws Error where PostgreSQL or Redis is missing, or a process does not start; nothing is left running then
	 */
	static async start(options: ClusterOptions): Promise<Cluster> {
		const databases: Database[] = [];
		const cluster = new Cluster(options, databases);
		try {
			const ports = await freePorts(options.firstPort, 2);
			databases.push(await startPostgres(ports), await startRedis(ports + 1));
			await cluster.startPart('main');
			for (const worker of cluster.workers) await cluster.startPart(worker);
			return cluster;
		} catch (error) {
			await cluster.stop();
			throw error;
		}
	}

	/** The address of the editor; another one after the main process was started again. */
	get url(): string {
		return this.parts.get('main')!.url;
	}

	get workers(): Part[] {
		return Array.from({ length: this.options.workers }, (_, at): Part => `worker-${at + 1}`);
	}

	/** Process ids: the main process, then the workers. */
	get pids(): number[] {
		return (['main', ...this.workers] as Part[]).map((part) => this.parts.get(part)!.pid);
	}

	/** Starts one process, or starts it again after it was killed. */
	async startPart(part: Part): Promise<void> {
		const { firstPort, runtime, userFolder, logFolder, concurrency = 10 } = this.options;
		const env = Object.assign({}, this.options.env, QUEUE_MODE, ...this.databases.map((database) => database.env));
		const server = await startN8n({
			runtime,
			userFolder,
			env,
			command: part === 'main' ? ['start'] : ['worker', `--concurrency=${concurrency}`],
			port: await freePorts(firstPort, 2),
			logFile: join(logFolder, part === 'main' ? 'n8n.log' : `n8n-${part}.log`),
		});
		this.parts.set(part, server);
	}

	/** Ends one process as a power cut would. */
	async kill(part: Part): Promise<void> {
		await this.parts.get(part)?.kill();
		this.parts.delete(part);
	}

	async stop(): Promise<void> {
		await Promise.all([...this.parts.values()].map(async (server) => await server.stop()));
		for (const database of this.databases) await database.stop();
	}
}
