import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { locate, POSTGRES } from './programs';
import { startService } from './service';

const INIT_TIMEOUT_MS = 120_000;
const PASSWORD_BYTES = 18;
const USER = 'n8n';

/** Where n8n finds its database, and how the database ends. */
export interface Database {
	env: NodeJS.ProcessEnv;
	stop(): Promise<void>;
}

interface Identity {
	uid: number;
	gid: number;
}

const idOf = (kind: '-u' | '-g'): number => Number(execFileSync('id', [kind, 'postgres'], { encoding: 'utf8' }));

/** PostgreSQL refuses to run as root; Debian makes a user of this name for it. Undefined where this process is not root. */
function otherUser(): Identity | undefined {
	if (process.getuid?.() !== 0) return undefined;
	try {
		return { uid: idOf('-u'), gid: idOf('-g') };
	} catch {
		throw new Error('PostgreSQL refuses to run as root, and there is no user "postgres". Run this as another user.');
	}
}

/** A folder that the other user can work in: a temporary folder of root's is closed to everybody else. */
function makeFolder(identity: Identity | undefined): string {
	const folder = mkdtempSync(join(tmpdir(), 'concur-b1-postgres-'));
	const data = join(folder, 'data');
	mkdirSync(data, { mode: 0o700 });
	if (identity !== undefined) for (const path of [folder, data]) chownSync(path, identity.uid, identity.gid);
	return folder;
}

function initialize(programs: string, folder: string, password: string, identity: Identity | undefined): void {
	const passwordFile = join(folder, 'password');
	writeFileSync(passwordFile, password, { mode: 0o600 });
	if (identity !== undefined) chownSync(passwordFile, identity.uid, identity.gid);
	const args = [
		'-D',
		join(folder, 'data'),
		'-U',
		USER,
		'-A',
		'scram-sha-256',
		`--pwfile=${passwordFile}`,
		'-E',
		'UTF8',
		'--locale=C',
	];
	execFileSync(join(programs, 'initdb'), args, { ...identity, cwd: folder, stdio: 'pipe', timeout: INIT_TIMEOUT_MS });
	rmSync(passwordFile);
}

const environment = (host: string, port: string, database: string, user: string, password: string): NodeJS.ProcessEnv => ({
	DB_TYPE: 'postgresdb',
	DB_POSTGRESDB_HOST: host,
	DB_POSTGRESDB_PORT: port,
	DB_POSTGRESDB_DATABASE: database,
	DB_POSTGRESDB_USER: user,
	DB_POSTGRESDB_PASSWORD: password,
});

/** A database that runs already, by its address `postgres://user:password@host:port/database`. It should be empty. */
function elsewhere(address: string): Database {
	const { hostname, port, pathname, username, password } = new URL(address);
	const [user, secret] = [username, password].map(decodeURIComponent) as [string, string];
	return { env: environment(hostname, port || '5432', pathname.slice(1), user, secret), stop: async () => undefined };
}

/**
 * Starts a PostgreSQL with data of its own in a temporary folder, listening on this machine only and for whoever has the password; or
 * takes the one at the address in N8N_CONCUR_B1_POSTGRES. Its settings are PostgreSQL's own, durable as in an installation.
 *
 * @throws Error where PostgreSQL is missing or does not start
 */
export async function startPostgres(port: number): Promise<Database> {
	const address = process.env[POSTGRES.address];
	if (address) return elsewhere(address);
	const file = await locate(POSTGRES);
	const identity = otherUser();
	const password = randomBytes(PASSWORD_BYTES).toString('base64url');
	const folder = makeFolder(identity);
	const remove = () => rmSync(folder, { recursive: true, force: true });
	try {
		initialize(dirname(file), folder, password, identity);
		const service = await startService({
			label: POSTGRES.label,
			file,
			args: ['-D', join(folder, 'data'), '-p', String(port), '-h', '127.0.0.1', '-k', folder],
			port,
			logFile: join(folder, 'postgres.log'),
			spawn: { ...identity, cwd: folder },
			// Ends without waiting for those who are connected.
			stopSignal: 'SIGINT',
		});
		const stop = async () => {
			await service.stop();
			remove();
		};
		return { env: environment('127.0.0.1', String(port), 'postgres', USER, password), stop };
	} catch (error) {
		remove();
		throw error;
	}
}
