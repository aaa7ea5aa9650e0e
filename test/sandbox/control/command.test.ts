import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { http } from '../concur/client';

const root = join(__dirname, '..', '..', '..');

function run(args: string[]): { child: ChildProcess; output: () => string; ended: Promise<number | null> } {
	const child = spawn(process.execPath, ['--import', 'tsx', join('scripts', 'sandbox.ts'), ...args], { cwd: root });
	let text = '';
	for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (text += chunk.toString()));
	return { child, output: () => text, ended: new Promise((resolve) => child.once('exit', resolve)) };
}

async function until(condition: () => boolean): Promise<void> {
	for (let round = 0; round < 600 && !condition(); round += 1) await new Promise((resolve) => setTimeout(resolve, 50));
	expect(condition()).toBe(true);
}

describe('npm run sandbox', () => {
	it('prints addresses that work, holds the sample documents, and stops on Ctrl-C with everything closed', async () => {
		const { child, output, ended } = run(['--port', '0', '--quiet', '--allow-host', 'b1.example', '--round-trip', '40']);
		await until(() => output().includes('Ctrl-C'));
		const control = /(http:\/\/127\.0\.0\.1:\d+)\/control/.exec(output())?.[0] ?? '';
		const url = control.replace('/control', '');
		const began = performance.now();
		await http.get(`${url}/ping/`);
		expect(performance.now() - began).toBeGreaterThanOrEqual(39);
		expect((await http.get(`${control}/documents`)).data.length).toBeGreaterThanOrEqual(12);
		expect((await http.get(control, { headers: { Host: 'b1.example' } })).status).toBe(200);
		expect((await http.get(control, { headers: { Host: 'other.example' } })).status).toBe(421);
		child.kill('SIGINT');
		expect(await ended).toBe(0);
		expect(output()).toContain('has stopped');
		await expect(http.get(control)).rejects.toThrow('ECONNREFUSED');
	}, 60_000);

	it.each([
		[['--prot', '1'], 'There is no option --prot'],
		[['--workers', '0'], '--workers takes a number from 1 to 1000, not 0'],
		[['--per-entry', 'slow'], '--per-entry takes a number from 0 to 600000, not slow'],
	])(
		'says what is wrong with its options: %j',
		async (args, message) => {
			const { output, ended } = run(args);
			expect(await ended).toBe(1);
			expect(output()).toContain(message);
		},
		60_000,
	);
});
