import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { withLock } from './lock';
import { runCommand } from './n8n/command';

export const ROOT = dirname(__dirname);
const COMMAND_TIMEOUT_MS = 5 * 60_000;
/** A build starts by emptying `dist`: two runs that need it at once must not do so under each other. */
const BUILD_LOCK = join(ROOT, 'node_modules', '.cache', 'n8n-nodes-concur-b1-build.lock');
const BUILD_LOCK_TIMEOUT_MS = 10 * 60_000;

function newestChange(path: string): number {
	if (!existsSync(path)) return 0;
	const stats = statSync(path);
	if (!stats.isDirectory()) return stats.mtimeMs;
	return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newestChange(join(path, name))));
}

const sourcesChangedAt = (): number =>
	Math.max(
		...['nodes', 'credentials', 'package.json', 'tsconfig.json', 'gulpfile.js'].map((name) => newestChange(join(ROOT, name))),
	);

/** When `dist` was last built to its end; 0 where a file that n8n loads is missing, as after a build that failed. */
function builtAt(): number {
	const { n8n } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
		n8n: { nodes: string[]; credentials: string[] };
	};
	const changes = [...n8n.nodes, ...n8n.credentials].map((file) => newestChange(join(ROOT, file)));
	return Math.min(...changes);
}

/** Builds `dist` when a source is newer than it. */
async function build(): Promise<void> {
	if (builtAt() > sourcesChangedAt()) return;
	await runCommand(process.execPath, [join(ROOT, 'node_modules', 'gulp', 'bin', 'gulp.js'), 'build'], {
		cwd: ROOT,
		timeoutMs: COMMAND_TIMEOUT_MS,
	});
}

/**
 * Builds and packs the package as `npm publish` would, and lays the tarball's content out as n8n does for an installed community
 * node: `<userFolder>/.n8n/nodes/node_modules/<name>`.
 */
export async function installPacked(userFolder: string): Promise<string> {
	const scratch = mkdtempSync(join(tmpdir(), 'concur-b1-pack-'));
	try {
		await withLock(BUILD_LOCK, BUILD_LOCK_TIMEOUT_MS, async () => {
			await build();
			await pack(scratch);
		});
		const tarball = readdirSync(scratch).find((name) => name.endsWith('.tgz'));
		if (tarball === undefined) throw new Error('npm pack made no tarball');
		await runCommand('tar', ['-xzf', tarball], { cwd: scratch, timeoutMs: COMMAND_TIMEOUT_MS });
		const target = join(userFolder, '.n8n', 'nodes', 'node_modules', 'n8n-nodes-concur-b1');
		rmSync(target, { recursive: true, force: true });
		mkdirSync(dirname(target), { recursive: true });
		cpSync(join(scratch, 'package'), target, { recursive: true });
		return target;
	} finally {
		rmSync(scratch, { recursive: true, force: true });
	}
}

async function pack(folder: string): Promise<void> {
	await runCommand('npm', ['pack', '--ignore-scripts', '--loglevel=error', '--pack-destination', folder], {
		cwd: ROOT,
		timeoutMs: COMMAND_TIMEOUT_MS,
	});
}
