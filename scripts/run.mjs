#!/usr/bin/env node
/**
 * The way in for `npm start`, `npm test`, `npm run preview` and `npm run sandbox`. Plain JavaScript with nothing but Node's own
 * modules, because it also runs on a machine where nothing is installed yet: it installs the project's dependencies when they are
 * missing or other than the lock file says, then hands over to the TypeScript script of that name.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { dirname, join } from 'node:path';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [name, ...args] = process.argv.slice(2);

const packagesOf = (lockFile) => JSON.parse(readFileSync(lockFile, 'utf8')).packages;

/** Whether npm's own record of what it installed agrees with the lock file; packages for other platforms may be missing. */
function dependenciesAreCurrent() {
	const record = join(root, 'node_modules', '.package-lock.json');
	if (!existsSync(record)) return false;
	const installed = packagesOf(record);
	return Object.entries(packagesOf(join(root, 'package-lock.json'))).every(
		([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version,
	);
}

function installDependencies() {
	process.stderr.write("Installing the project's dependencies (about 3 minutes the first time) ...\n");
	// Not `npm ci`: it wants the optional packages of every platform in the lock file, and some were never published for some.
	const { status } = spawnSync('npm', ['install', '--no-save', '--loglevel=error'], {
		cwd: root,
		stdio: ['ignore', 2, 2],
		shell: process.platform === 'win32',
	});
	if (status !== 0) process.exit(status ?? 1);
}

/** Parent of a process, where the system shows it as Linux does. */
function parentOf(pid) {
	try {
		return readFileSync(`/proc/${pid}/stat`, 'utf8')
			.replace(/^.*\) \S /, '')
			.split(' ')[0];
	} catch {
		return '';
	}
}

if (!dependenciesAreCurrent()) installDependencies();
const child = spawn(process.execPath, ['--import', 'tsx', join(root, 'scripts', `${name}.ts`), ...args], {
	cwd: process.cwd(),
	stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
// A terminal that goes away takes npm with it, but not always the shell that npm puts in between: both are watched.
const ancestors = () => [process.ppid, parentOf(process.ppid)].join();
const born = ancestors();
setInterval(() => ancestors() !== born && child.kill('SIGTERM'), 500).unref();
child.on('exit', (code, signal) => process.exit(signal ? 130 : (code ?? 1)));
