import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ownerOf } from '../../scripts/n8n/owner';
import { n8nEnvironment } from '../../scripts/n8n/server';

describe('the n8n that npm start leaves open', () => {
	const folders = [0, 1].map(() => mkdtempSync(join(tmpdir(), 'concur-b1-owner-')));
	afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

	test('has a password of its own, which stays with its folder and is read by nobody else', () => {
		const [one, other] = folders.map(ownerOf);
		expect(one!.password).toMatch(/^(?=.*[A-Z])(?=.*\d).{20,64}$/);
		expect(one!.password).not.toBe(other!.password);
		expect(ownerOf(folders[0]!)).toEqual(one);
		if (process.platform !== 'win32') expect(statSync(join(folders[0]!, 'owner.json')).mode & 0o077).toBe(0);
	});

	test('listens on the loopback only, and so does its task broker', () => {
		const runtime = { node: process.execPath, n8n: 'n8n' };
		expect(n8nEnvironment({ runtime, userFolder: folders[0]!, port: 1 })).toMatchObject({
			N8N_LISTEN_ADDRESS: '127.0.0.1',
			N8N_RUNNERS_BROKER_LISTEN_ADDRESS: '127.0.0.1',
		});
	});
});
