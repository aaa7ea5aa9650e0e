import { spawn } from 'node:child_process';

export interface CommandOptions {
	cwd: string;
	env?: NodeJS.ProcessEnv;
	/** The command is killed after this time. */
	timeoutMs: number;
}

/** Output kept for the error message. */
const KEPT_OUTPUT_CHARS = 4000;

/**
 * Runs a command to its end; its output is shown only when it fails.
 *
 * @throws Error with the end of the command's output when it fails or takes longer than `timeoutMs`
 */
export async function runCommand(command: string, args: string[], options: CommandOptions): Promise<void> {
	await new Promise<void>((resolve, reject) => {
		const child = spawn(command, args, {
			cwd: options.cwd,
			env: options.env ?? process.env,
			stdio: ['ignore', 'pipe', 'pipe'],
			shell: process.platform === 'win32',
		});
		let tail = '';
		const keep = (text: string) => (tail = (tail + text).slice(-KEPT_OUTPUT_CHARS));
		child.stdout.setEncoding('utf8').on('data', keep);
		child.stderr.setEncoding('utf8').on('data', keep);
		const timer = setTimeout(() => child.kill('SIGKILL'), options.timeoutMs);
		child.on('error', reject);
		child.on('close', (code) => {
			clearTimeout(timer);
			if (code === 0) resolve();
			else reject(new Error(`${command} ${args.join(' ')} ended with ${code ?? 'a time-out'}:\n${tail}`));
		});
	});
}
