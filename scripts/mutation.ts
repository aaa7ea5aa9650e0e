/**
 * `npm run mutation`: Stryker changes the money core, expression by expression, and looks whether a test notices; on Node 24. Takes
 * hours for all of it; `npm run mutation -- --mutate 'nodes/shared/money/*.ts'` takes a part.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';

import { ensureRuntime, runtimeEnvironment } from './n8n/runtime';
import { ROOT } from './package';
import { say } from './progress';

async function main(): Promise<number> {
	const runtime = await ensureRuntime();
	const stryker = join(ROOT, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');
	const child = spawn(runtime.node, [stryker, 'run', ...process.argv.slice(2)], {
		cwd: ROOT,
		stdio: 'inherit',
		env: runtimeEnvironment(runtime),
	});
	for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => child.kill(signal));
	return await new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
}

main().then(
	(code) => process.exit(code),
	(error: Error) => {
		say(error.message);
		process.exit(1);
	},
);
