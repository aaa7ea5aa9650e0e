/**
 * `npm test`: every gate and suite, on Node 24 with the n8n of the tests in place, and one closing line over all of them.
 * `npm run test:long`: what takes too long for every change (test/long).
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { exitWith, onRuntime } from './n8n/onRuntime';
import { ROOT } from './package';
import { say } from './progress';

interface Totals {
	passed: number;
	failed: number;
}

/** Jest's own result file, as far as it is summed up here. A suite that did not even load counts as one failure. */
interface JestResult {
	numPassedTests: number;
	numFailedTests: number;
	numRuntimeErrorTestSuites: number;
}

async function jest(args: string[]): Promise<Totals> {
	const folder = mkdtempSync(join(tmpdir(), 'concur-b1-test-'));
	const outputFile = join(folder, 'result.json');
	const jestProgram = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
	const code = await onRuntime(
		['--experimental-vm-modules', '--no-warnings', jestProgram, '--json', '--outputFile', outputFile, ...args],
		// Jest prints its JSON to stdout as well; the readable part goes to stderr.
		['ignore', 'ignore', 'inherit'],
		{ FORCE_COLOR: process.stderr.isTTY ? '1' : '0' },
	);
	if (!existsSync(outputFile)) {
		say(`Jest ended with ${code} and no result.`);
		return { passed: 0, failed: 1 };
	}
	const result = JSON.parse(readFileSync(outputFile, 'utf8')) as JestResult;
	rmSync(folder, { recursive: true, force: true });
	return { passed: result.numPassedTests, failed: result.numFailedTests + result.numRuntimeErrorTestSuites };
}

const LONG = 'test/long/';

/** What Jest is to run: the tests that were named; with `--long` those of test/long, otherwise all others. */
function chosen([first, ...rest]: string[]): string[] {
	if (first === '--long') return rest.length > 0 ? rest : [LONG];
	return first === undefined ? ['--testPathIgnorePatterns', LONG] : [first, ...rest];
}

async function main(): Promise<number> {
	const { passed, failed } = await jest(chosen(process.argv.slice(2)));
	process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
	return failed === 0 && passed > 0 ? 0 : 1;
}

exitWith(main(), () => process.stdout.write('\n0 passed, 1 failed\n'));
