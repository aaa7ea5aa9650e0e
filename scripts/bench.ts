/** `npm run bench`: the benchmarks of bench/, on Node 24. Prints one table; times are ratios, and nothing passes or fails by them. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';

import { ensureRuntime, runtimeEnvironment } from './n8n/runtime';
import { ROOT } from './package';
import { say } from './progress';

async function main(): Promise<number> {
	const runtime = await ensureRuntime();
	const child = spawn(runtime.node, ['--no-warnings', '--import', 'tsx', join(ROOT, 'bench', 'main.ts')], {
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
