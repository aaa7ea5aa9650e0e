import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';

import { withLock } from '../../scripts/lock';

export const root = resolve(__dirname, '..', '..');

/** What the published package is made of; tests, sandbox and scripts are no part of it. */
const INGREDIENTS = [
	'nodes',
	'workflows',
	'credentials',
	'package.json',
	'tsconfig.json',
	'tsconfig.n8n1.json',
	'eslint.config.mjs',
	'gulpfile.js',
	'README.md',
	'LICENSE',
];

const BUILD_TIMEOUT_MS = 5 * 60_000;
const OLD_STAGE_MS = 2 * 60 * 60_000;

export interface Stage {
	/** A copy of the package's sources, built: what a checkout of the published commit looks like. */
	source: string;
	/** The file `npm pack` made of it. */
	tarball: string;
	/** The unpacked tarball, in a folder where nothing but n8n-workflow can be required. */
	installed: string;
}

export interface Run {
	code: number | null;
	output: string;
}

/**
 * jest sets NODE_ENV to `test`, and eslint-plugin-n8n-nodes-base then takes every file for one of its own test cases and reports
 * file names that are right; programs run here must see what a person's shell would give them.
 */
const PLAIN_ENVIRONMENT = { NODE_ENV: 'production', NODE_OPTIONS: '', FORCE_COLOR: '0' };

const COLOURS = /\u001b\[[0-9;?]*[a-zA-Z]/g;

/** Runs a program to its end and gives its exit code and everything it printed, without colours. */
export async function run(command: string, args: string[], cwd: string, env: Record<string, string> = {}): Promise<Run> {
	return await new Promise((done, fail) => {
		const child = spawn(command, args, { cwd, env: { ...process.env, ...PLAIN_ENVIRONMENT, ...env } });
		let output = '';
		child.stdout.on('data', (chunk) => (output += chunk));
		child.stderr.on('data', (chunk) => (output += chunk));
		child.on('error', fail);
		child.on('close', (code) => done({ code, output: output.replace(COLOURS, '') }));
	});
}

/** Runs one of the files in node_modules, or of this folder's programs, with the Node that runs the tests. */
export async function runNode(file: string, args: string[], cwd: string, env: Record<string, string> = {}): Promise<Run> {
	return await run(process.execPath, [file, ...args], cwd, env);
}

/** The files below a directory, as paths relative to it, sorted. */
export function filesBelow(directory: string): string[] {
	return readdirSync(directory, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => relative(directory, join(entry.parentPath, entry.name)))
		.sort();
}

let current: Promise<Stage> | undefined;

/**
 * Builds and packs the package once for all suites: in a folder of the system's temporary directory whose name is the hash of the
 * sources, so that suites in other processes, and the next run of unchanged sources, find it ready.
 */
export async function stagedPackage(): Promise<Stage> {
	current ??= makeStage();
	return await current;
}

async function makeStage(): Promise<Stage> {
	const base = join(tmpdir(), 'n8n-nodes-concur-b1-package');
	const folder = join(base, sourcesHash());
	const ready = join(folder, 'ready');
	await withLock(join(base, 'lock'), BUILD_TIMEOUT_MS, async () => {
		if (existsSync(ready)) return;
		removeOldStages(base);
		rmSync(folder, { recursive: true, force: true });
		await buildAndPack(folder);
		writeFileSync(ready, '');
	});
	const source = join(folder, 'source');
	const tarball = join(folder, filesBelow(folder).find((file) => !file.includes('/') && file.endsWith('.tgz')) ?? 'no tarball');
	return { source, tarball, installed: join(folder, 'installed', 'package') };
}

async function buildAndPack(folder: string) {
	const source = join(folder, 'source');
	mkdirSync(source, { recursive: true });
	for (const name of INGREDIENTS)
		if (existsSync(join(root, name))) cpSync(join(root, name), join(source, name), { recursive: true });
	symlinkSync(join(root, 'node_modules'), join(source, 'node_modules'));
	await mustRun(runNode(join(root, 'node_modules', 'gulp', 'bin', 'gulp.js'), ['build'], source));
	await mustRun(run('npm', ['pack', '--ignore-scripts', '--loglevel=error', '--pack-destination', folder], source));
	const tarball = readdirSync(folder).find((file) => file.endsWith('.tgz'));
	const installed = join(folder, 'installed');
	mkdirSync(join(installed, 'node_modules'), { recursive: true });
	symlinkSync(join(root, 'node_modules', 'n8n-workflow'), join(installed, 'node_modules', 'n8n-workflow'));
	await mustRun(run('tar', ['-xzf', join(folder, tarball ?? ''), '-C', installed], folder));
}

async function mustRun(running: Promise<Run>) {
	const { code, output } = await running;
	if (code !== 0) throw new Error(`The package could not be built and packed:\n${output}`);
}

function sourcesHash() {
	const hash = createHash('sha256');
	for (const name of INGREDIENTS) {
		const path = join(root, name);
		if (!existsSync(path)) continue;
		const files = statSync(path).isDirectory() ? filesBelow(path).map((file) => join(path, file)) : [path];
		for (const file of files) hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
	}
	return hash.digest('hex').slice(0, 16);
}

function removeOldStages(base: string) {
	for (const name of readdirSync(base)) {
		const path = join(base, name);
		if (name !== 'lock' && Date.now() - statSync(path).mtimeMs > OLD_STAGE_MS) rmSync(path, { recursive: true, force: true });
	}
}
