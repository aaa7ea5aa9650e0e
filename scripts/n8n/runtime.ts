import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

import { withLock } from '../lock';
import { startProgress, say } from '../progress';
import { runCommand } from './command';

/** 2.41.3 names a dependency that was never published; 2.41.1 is the newest 2.41 that installs. */
export const N8N_VERSION = '2.41.1';
/** The lowest n8n on which the workflows run: the first one on npm whose Data Table node makes tables and reads them in order. */
export const LOWEST_N8N_VERSION = '2.6.4';
/** What to install instead of packages that n8n names by an address outside npm. */
const REPLACEMENTS: Record<string, Record<string, string>> = { [LOWEST_N8N_VERSION]: { xlsx: 'npm:@e965/xlsx@0.20.2' } };
const NODE_MAJOR = 24;
const PACKAGES_WHEN_COMPLETE = 1110;
const INSTALL_TIMEOUT_MS = 45 * 60_000;

export interface Runtime {
	/** The Node binary n8n runs on. */
	node: string;
	/** n8n's command line, to be run by `node`. */
	n8n: string;
}

/** Where n8n lives: outside the project, so that a fresh clone starts in seconds. `N8N_CONCUR_B1_CACHE` moves it. */
export const cacheFolder = (): string =>
	process.env.N8N_CONCUR_B1_CACHE ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'n8n-nodes-concur-b1');

const nodePackage = (): string => `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
const systemNodeIsNew = (): boolean => Number(process.versions.node.split('.')[0]) >= NODE_MAJOR;

function runtimeIn(folder: string): Runtime {
	const modules = join(folder, 'node_modules');
	const binary = process.platform === 'win32' ? ['bin', 'node.exe'] : ['bin', 'node'];
	return {
		node: systemNodeIsNew() ? process.execPath : join(modules, nodePackage(), ...binary),
		n8n: join(modules, 'n8n', 'bin', 'n8n'),
	};
}

/** Environment in which `node` and `npm` are the runtime's Node, and node-gyp builds against its headers. */
export function runtimeEnvironment(runtime: Runtime): NodeJS.ProcessEnv {
	const headers = dirname(dirname(runtime.node));
	return {
		...process.env,
		PATH: `${dirname(runtime.node)}${delimiter}${process.env.PATH ?? ''}`,
		...(existsSync(join(headers, 'include', 'node')) ? { npm_config_nodedir: headers } : {}),
	};
}

/**
 * Gives a real n8n on Node 24, installing it on the first call of a machine (about seven minutes) and finding it afterwards.
 * Two processes that need it at once share one installation: the second waits for the first.
 *
 * @throws Error where npm cannot install it
 */
export async function ensureRuntime(version = N8N_VERSION): Promise<Runtime> {
	const folder = join(cacheFolder(), `n8n-${version}`);
	const ready = join(folder, 'ready.json');
	if (existsSync(ready)) return runtimeIn(folder);

	mkdirSync(folder, { recursive: true });
	await withLock(
		join(cacheFolder(), `n8n-${version}.lock`),
		INSTALL_TIMEOUT_MS,
		async () => {
			if (existsSync(ready)) return;
			await install(folder, version);
			writeFileSync(ready, JSON.stringify({ n8n: version, installedAt: new Date().toISOString() }));
		},
		() => say('Another process is installing n8n; waiting for it ...'),
	);
	return runtimeIn(folder);
}

async function install(folder: string, version: string): Promise<void> {
	const overrides = REPLACEMENTS[version] ?? {};
	writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'n8n-runtime', private: true, overrides }));
	const npm = async (args: string[], env: NodeJS.ProcessEnv) =>
		await runCommand('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], {
			cwd: folder,
			env,
			timeoutMs: INSTALL_TIMEOUT_MS,
		});

	if (!systemNodeIsNew()) {
		const progress = startProgress(`Installing Node ${NODE_MAJOR} for n8n`, 20_000);
		await npm(['install', '--ignore-scripts', '--save-exact', `${nodePackage()}@${NODE_MAJOR}`], process.env);
		progress.done();
	}
	const env = runtimeEnvironment(runtimeIn(folder));

	const progress = startProgress(`Installing n8n ${version} (2351 packages, 3 GB)`, 5 * 60_000);
	const modules = join(folder, 'node_modules');
	const timer = setInterval(() => {
		const count = existsSync(modules) ? readdirSync(modules).length : 0;
		progress.update(count > 50 ? 0.3 + (0.65 * count) / PACKAGES_WHEN_COMPLETE : 0);
	}, 5000);
	try {
		// Install scripts stay off: one of n8n's dependencies downloads a binary in its own, which a closed network refuses.
		await npm(['install', '--ignore-scripts', '--omit=dev', '--save-exact', `n8n@${version}`], env);
	} finally {
		clearInterval(timer);
	}
	progress.done();

	const build = startProgress('Building the two native modules n8n needs', 90_000);
	await npm(['rebuild', 'sqlite3', 'isolated-vm', '--ignore-scripts=false', '--foreground-scripts'], env);
	build.done();
}
