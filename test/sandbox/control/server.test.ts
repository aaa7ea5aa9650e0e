import { createServer } from 'node:http';
import { Agent } from 'node:https';
import { connect, type AddressInfo } from 'node:net';
import { startSandbox } from '../../../sandbox';
import { control, http, tokenCall } from '../concur/client';

describe('start and stop', () => {
	it('frees every port at once, in spite of open connections and replies held back', async () => {
		const sandbox = await startSandbox();
		await control(sandbox, '/latency', { ms: 60_000 });
		const waiting = tokenCall(sandbox).catch((error: Error) => error);
		const idle = connect(Number(new URL(sandbox.url).port), '127.0.0.1');
		await new Promise((resolve) => idle.once('connect', resolve));
		const closed = new Promise((resolve) => idle.once('close', resolve));
		await sandbox.stop();
		await closed;
		await waiting;
		await expect(http.get(`${sandbox.url}/control`)).rejects.toThrow('ECONNREFUSED');
		const again = await startSandbox({ port: 0 });
		await again.stop();
	});

	it('leaves nothing listening when one port is taken', async () => {
		const blocker = createServer();
		await new Promise<void>((resolve) => blocker.listen(0, '127.0.0.1', resolve));
		const { port } = blocker.address() as AddressInfo;
		await expect(startSandbox({ port: port - 2 })).rejects.toThrow('EADDRINUSE');
		await expect(http.get(`http://127.0.0.1:${port - 2}/control`)).rejects.toThrow('ECONNREFUSED');
		await new Promise((resolve) => blocker.close(resolve));
	});
});

describe('the server', () => {
	it('serves the same over TLS, with a certificate a client can trust', async () => {
		const sandbox = await startSandbox();
		const trusting = new Agent({ ca: sandbox.certificate });
		expect((await http.get(`${sandbox.tlsUrl}/control`, { httpsAgent: trusting })).status).toBe(200);
		await expect(http.get(`${sandbox.tlsUrl}/control`)).rejects.toThrow(/self.signed/);
		await sandbox.stop();
	});

	it('refuses bodies that are too long with 413 in HTML', async () => {
		const sandbox = await startSandbox({ bodyLimitBytes: 1_000_000 });
		const answer = await http.post(`${sandbox.url}/oauth2/v0/token`, 'x'.repeat(20_000_000));
		expect(answer.status).toBe(413);
		expect(answer.data).toContain('<html>');
		await sandbox.stop();
	});

	it('answers unknown and malformed paths', async () => {
		const sandbox = await startSandbox();
		expect((await http.get(`${sandbox.url}/elsewhere`)).status).toBe(404);
		expect((await http.get(`${sandbox.url}/b1s/v2/%E0%A4%A`)).status).toBe(400);
		await sandbox.stop();
	});

	it('gives the same tokens in two runs with the same seed', async () => {
		const tokens = [];
		for (let run = 0; run < 2; run += 1) {
			const sandbox = await startSandbox({ seed: 'replay' });
			tokens.push((await tokenCall(sandbox)).data.access_token);
			await sandbox.stop();
		}
		expect(tokens[0]).toBe(tokens[1]);
	});
});
