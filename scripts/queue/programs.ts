import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline/promises';

import { runCommand } from '../n8n/command';

const INSTALL_TIMEOUT_MS = 10 * 60_000;
/** Where Debian and Ubuntu keep PostgreSQL's programs, one folder for each version. */
const POSTGRES_FOLDER = '/usr/lib/postgresql';

export interface Program {
	/** What it is called in texts. */
	label: string;
	/** File to run. */
	file: string;
	/** Debian's package that brings it. */
	package: string;
	/** Environment variable that names the address of one that runs already. */
	address: string;
}

export const POSTGRES: Program = {
	label: 'PostgreSQL',
	file: 'postgres',
	package: 'postgresql',
	address: 'N8N_CONCUR_B1_POSTGRES',
};
export const REDIS: Program = {
	label: 'Redis',
	file: 'redis-server',
	package: 'redis-server',
	address: 'N8N_CONCUR_B1_REDIS',
};

function foldersOf(program: Program): string[] {
	const path = (process.env.PATH ?? '').split(delimiter);
	if (program !== POSTGRES || !existsSync(POSTGRES_FOLDER)) return path;
	const versions = readdirSync(POSTGRES_FOLDER).sort((one, other) => Number(other) - Number(one));
	return [...path, ...versions.map((version) => join(POSTGRES_FOLDER, version, 'bin'))];
}

const find = (program: Program): string | undefined =>
	foldersOf(program)
		.map((folder) => join(folder, program.file))
		.find((file) => existsSync(file));

async function isAllowed(program: Program): Promise<boolean> {
	if (!process.stdin.isTTY) return false;
	const terminal = createInterface({ input: process.stdin, output: process.stderr });
	const answer = await terminal.question(
		`${program.label} is not on this machine. Install ${program.package} with apt-get? [y/N] `,
	);
	terminal.close();
	return /^y/i.test(answer);
}

/**
 * Finds a program on this machine; where it is missing, asks the person at the terminal and installs it.
 *
 * @returns path of its file
 * @throws Error that says how to get it, where it is missing and may not be installed
 */
export async function locate(program: Program): Promise<string> {
	const found = find(program);
	if (found !== undefined) return found;
	if (await isAllowed(program)) {
		await runCommand('apt-get', ['install', '-y', program.package], { cwd: '/', timeoutMs: INSTALL_TIMEOUT_MS });
		const installed = find(program);
		if (installed !== undefined) return installed;
	}
	throw new Error(
		`${program.label} is not on this machine. Install it (Debian, Ubuntu: apt-get install ${program.package}), or name the address of one in ${program.address}.`,
	);
}
