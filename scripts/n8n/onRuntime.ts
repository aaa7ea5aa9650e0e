import { spawn, type StdioOptions } from 'node:child_process';

import { ROOT } from '../package';
import { say } from '../progress';
import { ensureRuntime, runtimeEnvironment } from './runtime';

/**
 * Runs a program of this project on the Node that n8n runs on, in the project's folder, and passes signals on to it.
 *
 * @returns its exit code; 1 where a signal ended it
 */
export async function onRuntime(args: string[], stdio: StdioOptions = 'inherit', env: NodeJS.ProcessEnv = {}): Promise<number> {
	const runtime = await ensureRuntime();
	const child = spawn(runtime.node, args, { cwd: ROOT, stdio, env: { ...runtimeEnvironment(runtime), ...env } });
	for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => child.kill(signal));
	return await new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
}

/** Ends this process with what `main` comes to; an error is told without its stack. */
export function exitWith(main: Promise<number>, onError: () => void = () => undefined): void {
	main.then(
		(code) => process.exit(code),
		(error: Error) => {
			say(error.message);
			onError();
			process.exit(1);
		},
	);
}
