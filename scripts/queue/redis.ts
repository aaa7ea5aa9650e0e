import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Database } from './postgres';
import { locate, REDIS } from './programs';
import { startService } from './service';

const PASSWORD_BYTES = 18;

const environment = (host: string, port: string, password: string): NodeJS.ProcessEnv => ({
	QUEUE_BULL_REDIS_HOST: host,
	QUEUE_BULL_REDIS_PORT: port,
	...(password === '' ? {} : { QUEUE_BULL_REDIS_PASSWORD: password }),
});

/** One that runs already, by its address `redis://:password@host:port`. */
function elsewhere(address: string): Database {
	const { hostname, port, password } = new URL(address);
	return { env: environment(hostname, port || '6379', decodeURIComponent(password)), stop: async () => undefined };
}

/**
 * Starts a Redis that keeps nothing, listening on this machine only and for whoever has the password; or takes the one at the address in
 * N8N_CONCUR_B1_REDIS.
 *
 * @throws Error where Redis is missing or does not start
 */
export async function startRedis(port: number): Promise<Database> {
	const address = process.env[REDIS.address];
	if (address) return elsewhere(address);
	const file = await locate(REDIS);
	const password = randomBytes(PASSWORD_BYTES).toString('base64url');
	const folder = mkdtempSync(join(tmpdir(), 'concur-b1-redis-'));
	// In a file: what stands on a command line can be read by everybody on the machine.
	const settings = join(folder, 'redis.conf');
	const lines = ['bind 127.0.0.1', `port ${port}`, `requirepass ${password}`, 'save ""', 'appendonly no', `dir ${folder}`];
	writeFileSync(settings, `${lines.join('\n')}\n`, { mode: 0o600 });
	const remove = () => rmSync(folder, { recursive: true, force: true });
	try {
		const service = await startService({
			label: REDIS.label,
			file,
			args: [settings],
			port,
			logFile: join(folder, 'redis.log'),
		});
		const stop = async () => {
			await service.stop();
			remove();
		};
		return { env: environment('127.0.0.1', String(port), password), stop };
	} catch (error) {
		remove();
		throw error;
	}
}
