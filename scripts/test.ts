/**
 * `npm test`: every gate and suite, on Node 24 with the n8n of the tests in place, and one closing line over all of them.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ensureRuntime, runtimeEnvironment, type Runtime } from './n8n/runtime';
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

async function jest(runtime: Runtime, args: string[]): Promise<Totals> {
	const folder = mkdtempSync(join(tmpdir(), 'concur-b1-test-'));
	const outputFile = join(folder, 'result.json');
	const child = spawn(
		runtime.node,
		[
			'--experimental-vm-modules',
			'--no-warnings',
			join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js'),
			'--json',
			'--outputFile',
			outputFile,
			...args,
		],
		// Jest prints its JSON to stdout as well; the readable part goes to stderr.
		{
			cwd: ROOT,
			stdio: ['ignore', 'ignore', 'inherit'],
			env: { ...runtimeEnvironment(runtime), FORCE_COLOR: process.stderr.isTTY ? '1' : '0' },
		},
	);
	for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => child.kill(signal));
	const code = await new Promise<number | null>((resolve) => child.on('exit', resolve));
	if (!existsSync(outputFile)) {
		say(`Jest ended with ${code} and no result.`);
		return { passed: 0, failed: 1 };
	}
	const result = JSON.parse(readFileSync(outputFile, 'utf8')) as JestResult;
	rmSync(folder, { recursive: true, force: true });
	return { passed: result.numPassedTests, failed: result.numFailedTests + result.numRuntimeErrorTestSuites };
}

async function main(): Promise<number> {
	const runtime = await ensureRuntime();
	const { passed, failed } = await jest(runtime, process.argv.slice(2));
	process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
	return failed === 0 && passed > 0 ? 0 : 1;
}

main().then(
	(code) => process.exit(code),
	(error: Error) => {
		say(error.message);
		process.stdout.write('\n0 passed, 1 failed\n');
		process.exit(1);
	},
);
