import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { runCommand } from './n8n/command';

export const ROOT = dirname(__dirname);
const COMMAND_TIMEOUT_MS = 5 * 60_000;

function newestChange(path: string): number {
	if (!existsSync(path)) return 0;
	const stats = statSync(path);
	if (!stats.isDirectory()) return stats.mtimeMs;
	return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newestChange(join(path, name))));
}

const sourcesChangedAt = (): number =>
	Math.max(...['nodes', 'credentials', 'package.json', 'tsconfig.json', 'gulpfile.js'].map((name) => newestChange(join(ROOT, name))));

/** Builds `dist` when a source is newer than it. */
export async function build(): Promise<void> {
	const dist = join(ROOT, 'dist');
	if (existsSync(dist) && statSync(dist).mtimeMs > sourcesChangedAt()) return;
	await runCommand(process.execPath, [join(ROOT, 'node_modules', 'gulp', 'bin', 'gulp.js'), 'build'], { cwd: ROOT, timeoutMs: COMMAND_TIMEOUT_MS });
}

/**
 * Builds and packs the package as `npm publish` would, and lays the tarball's content out as n8n does for an installed community
 * node: `<userFolder>/.n8n/nodes/node_modules/<name>`.
 */
export async function installPacked(userFolder: string): Promise<string> {
	await build();
	const scratch = mkdtempSync(join(tmpdir(), 'concur-b1-pack-'));
	try {
		await runCommand('npm', ['pack', '--ignore-scripts', '--loglevel=error', '--pack-destination', scratch], { cwd: ROOT, timeoutMs: COMMAND_TIMEOUT_MS });
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
