import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { PreviewError } from './input';

/** The environment variable that holds the password of `--user`. */
const VARIABLE = 'B1_PASSWORD';

/**
 * The password of a user of B1: from the environment, or typed at the terminal without being shown.
 *
 * @throws PreviewError where there is neither
 */
export async function passwordOf(user: string): Promise<string> {
	const known = process.env[VARIABLE];
	if (known) return known;
	const typed = process.stdin.isTTY ? await ask(`Password of ${user} in Business One: `) : '';
	if (typed === '') throw new PreviewError(`No password: set the environment variable ${VARIABLE}, or type it when asked.`);
	return typed;
}

/** Empty where the person breaks off. The question goes where the entries do not, so that they can be sent into a file. */
async function ask(question: string): Promise<string> {
	const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
	const reader = createInterface({ input: process.stdin, output: nowhere, terminal: true });
	process.stderr.write(question);
	const typed = await new Promise<string>((resolve) => {
		reader.once('line', resolve);
		reader.once('SIGINT', () => resolve(''));
		reader.once('close', () => resolve(''));
	});
	reader.close();
	process.stderr.write('\n');
	return typed;
}
