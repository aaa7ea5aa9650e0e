/** Servers that repeat what they were sent: nothing of it may be seen in an error, its causes and its log. */
import { inspect } from 'node:util';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { FisAcknowledgeConfirm } from '../../nodes/FisAcknowledgeConfirm/FisAcknowledgeConfirm.node';
import { SapB1ServiceLayer } from '../../nodes/SapB1ServiceLayer/SapB1ServiceLayer.node';
import { concurCredential } from '../concur/company';
import { ConcurFisApi } from '../../credentials/ConcurFisApi.credentials';
import { CredentialStore, runNode, testCredential } from '../helpers/engine';
import { clientFor, everythingIn, server, storeFor, type } from './b1Connection';
import type { Answer } from './sessionServer';

jest.mock('n8n-workflow', () => ({ ...jest.requireActual<object>('n8n-workflow'), sleep: async () => undefined }));

const PASSWORD = 'p"ä/ss+w&rd %1';
/** Pieces of it that no spelling changes, in any of the encodings. */
const LEAK = /w&rd|w%26rd|w&amp;rd|w\\u0026rd|ss\+w|ss%2Bw/i;

const everything = (error: unknown) =>
	[everythingIn(error), inspect(error, { depth: 20, showHidden: true }), JSON.stringify(error), String(error)].join('\n');

type Sent = Parameters<Answer>[0];
const basic = Buffer.from(`manager:${PASSWORD}`).toString('base64');

describe('B1', () => {
	beforeEach(() => (server.password = PASSWORD));

	it.each<[string, (sent: Sent) => unknown]>([
		['v2 text', ({ body }) => ({ error: { code: '-1', message: `You sent ${body}` } })],
		['v1 text', ({ body }) => ({ error: { code: -1, message: { lang: 'en-us', value: `You sent ${body}` } } })],
		['the password alone', () => ({ error: { code: '-1', message: PASSWORD } })],
		['an escaped text', ({ body }) => ({ error: { code: '-1', message: JSON.stringify(body) } })],
		['a page', ({ body }) => `<html><title>${body.replace(/&/g, '&amp;').replace(/"/g, '&quot;')}</title></html>`],
		['a plain page', ({ body }) => body.replace('{', '')],
		['a form', () => `x=1&Password=${encodeURIComponent(PASSWORD)}`],
		['a Basic header', () => ({ error: { code: '-1', message: `Authorization: Basic ${basic}` } })],
		['a code', () => ({ error: { code: PASSWORD, message: 'x' } })],
	])('repeats the login as %s', async (_, body) => {
		for (const status of [200, 302, 400, 401, 500]) {
			const store = storeFor({ password: PASSWORD });
			server.loginAnswers.push(...Array.from({ length: 8 }, () => (sent: Sent) => ({ status, body: body(sent) })));
			const error: unknown = await clientFor(store)
				.get('Currencies')
				.catch((thrown: unknown) => thrown);
			server.loginAnswers.length = 0;
			server.loginAnswers.push((sent) => ({ status, body: body(sent) }));
			const tested = await testCredential(type, storeFor({ password: PASSWORD }), 'b1');
			for (const text of [everything(error), everything(tested)]) {
				expect(text).not.toMatch(LEAK);
				expect(text).not.toContain(basic);
			}
			expect(error).toBeInstanceOf(Error);
		}
	});

	it.each<[string, (sent: Sent) => { status: number; body: unknown }]>([
		['a cookie in a 500', ({ cookie }) => ({ status: 500, body: { error: { code: '-1', message: `Cookie: ${cookie}` } } })],
		[
			'the session alone',
			({ cookie }) => ({ status: 400, body: { error: { code: '-1', message: /B1SESSION=([^;]*)/.exec(cookie)?.[1] } } }),
		],
		['a page', ({ cookie }) => ({ status: 502, body: `<html><body>Request was: ${cookie}</body></html>` })],
		['the password of the login', () => ({ status: 400, body: { error: { code: '-1', message: `login ${PASSWORD}` } } })],
	])('repeats %s', async (_, answer) => {
		const store = storeFor({ password: PASSWORD });
		const credentials = { credentials: store, credentialIds: { sapB1ServiceLayerApi: 'b1' } };
		await clientFor(store).get('Currencies');
		const token = String(store.dataOf('b1').sessionToken);
		for (const onError of ['stopWorkflow', 'continueErrorOutput'] as const) {
			server.answers.push(...Array.from({ length: 8 }, () => answer));
			const parameters = { resource: 'account', operation: 'getAll', limit: 2 };
			const setup = { nodeType: new SapB1ServiceLayer(), parameters, onError, ...credentials };
			const result: unknown = await runNode(setup, [{}]).catch((thrown: unknown) => thrown);
			server.answers.length = 0;
			expect(everything(result)).toContain('***');
			expect(everything(result)).not.toContain(token);
			expect(everything(result)).not.toMatch(LEAK);
			server.answers.push(...Array.from({ length: 8 }, () => answer));
			const error: unknown = await clientFor(store)
				.post('JournalEntries', {})
				.catch((thrown: unknown) => thrown);
			server.answers.length = 0;
			expect(everything(error)).toContain('***');
			expect(everything(error)).not.toContain(token);
			expect(everything(error)).not.toMatch(LEAK);
		}
	});

	it('repeats a cookie in a part of a batch, whose other parts stay as they are', async () => {
		const store = storeFor({ password: PASSWORD });
		const client = clientFor(store);
		await client.get('Currencies');
		const token = String(store.dataOf('b1').sessionToken);
		server.answers.push(({ cookie }) => ({
			status: 200,
			body: `--b\r\n${cookie} https://a@b "Password":"x" ${PASSWORD}\r\n--b--`,
		}));
		const { body } = await client.call({ method: 'POST', path: '$batch', body: 'x', isRead: true });
		expect(body).toBe(`--b\r\nB1SESSION=***; ROUTEID=.node1 https://a@b "Password":"x" ${PASSWORD}\r\n--b--`);
		expect(body).not.toContain(token);
	});

	it('shows no control character, and a page of 400 kB in no time', async () => {
		const client = clientFor(storeFor({ password: PASSWORD }));
		await client.get('Currencies');
		const page = `<title>\u001b[31m\u202Egnp\u0000 ${'<style><title x '.repeat(25_000)}`;
		server.answers.push(() => ({ status: 400, body: page }));
		const started = performance.now();
		const error = (await client.post('JournalEntries', {}).catch((thrown: Error) => thrown)) as Error;
		expect(performance.now() - started).toBeLessThan(500);
		expect(error.message).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
		expect(error.message.length).toBeLessThan(300);
		server.answers.push(() => ({ status: 400, body: { error: { code: '-1', message: `\u0007${'long '.repeat(200_000)}` } } }));
		const long = (await client.post('JournalEntries', {}).catch((thrown: Error) => thrown)) as Error;
		expect(long.message.length).toBeLessThan(1_100);
		expect(long.message).not.toContain('\u0007');
	});
});

describe('Concur', () => {
	let concur: Server;
	let url: string;
	/** What the token service and FIS answer. */
	let token: (body: string) => { status: number; body: unknown };
	let fis: (bearer: string) => { status: number; body: unknown; headers?: Record<string, string> };
	const issued = 'access-token.of-this-test/1+2=3';

	async function answer(request: IncomingMessage) {
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk as Buffer);
		if (request.url?.startsWith('/oauth2')) return token(Buffer.concat(chunks).toString());
		return fis(request.headers.authorization ?? '');
	}

	beforeAll(async () => {
		concur = createServer((request, response) => {
			void answer(request).then(({ status, body, ...more }) => {
				response.writeHead(status, {
					'Content-Type': 'application/json',
					...('headers' in more ? (more.headers as object) : {}),
				});
				response.end(typeof body === 'string' ? body : JSON.stringify(body));
			});
		});
		await new Promise<void>((resolve) => concur.listen(0, '127.0.0.1', resolve));
		url = `http://127.0.0.1:${(concur.address() as AddressInfo).port}`;
	});

	afterAll(() => concur.close());

	let app = 0;
	const storeOf = () => {
		const known = {
			url,
			concur: { clientId: `app-${app++}`, clientSecret: PASSWORD, companyUuid: 'u', requestToken: 'rt-0815-4711' },
		};
		const data = concurCredential(known as never);
		return new CredentialStore([{ id: 'concur', name: 'Concur', type: new ConcurFisApi(), data }]);
	};
	const results = async (onError: 'stopWorkflow' | 'continueErrorOutput') => {
		const parameters = { resource: 'document', operation: 'acknowledge', systemId: 'B1' };
		const setup = {
			nodeType: new FisAcknowledgeConfirm(),
			parameters,
			onError,
			credentials: storeOf(),
			credentialIds: { concurFisApi: 'concur' },
		};
		return await runNode(setup, [{ docId: 'd', docType: 'expense' }]).catch((thrown: unknown) => thrown);
	};

	const leaks = (value: unknown) => {
		const text = everything(value);
		return [LEAK.test(text), text.includes(issued), text.includes(encodeURIComponent(issued)), text.includes('rt-0815-4711')];
	};

	it.each([400, 401, 403, 500])('repeats the sign-in with HTTP %d', async (status) => {
		token = (body) => ({ status, body: { code: 5, error: body, error_description: body, message: body } });
		expect(leaks(await results('stopWorkflow'))).toEqual([false, false, false, false]);
		expect(leaks(await testCredential(new ConcurFisApi(), storeOf(), 'concur'))).toEqual([false, false, false, false]);
	});

	it.each<[number, (bearer: string) => unknown]>([
		[400, (bearer) => ({ message: `Header was ${bearer}` })],
		[400, (bearer) => ({ message: bearer.slice(7) })],
		[403, (bearer) => ({ error_description: encodeURIComponent(bearer.slice(7)) })],
		[401, (bearer) => ({ message: bearer })],
		[500, (bearer) => ({ errorMessage: `${bearer} and ${PASSWORD} and rt-0815-4711` })],
		[200, (bearer) => [{ docId: 'd', code: 777, acknowledgeResult: 'FAILURE', errorMessage: `x ${bearer.slice(7)}` }]],
	])('repeats the bearer with HTTP %d', async (status, body) => {
		token = () => ({
			status: 200,
			body: { access_token: issued, geolocation: url, refresh_token: 'refresh-token-of-this-test' },
		});
		fis = (bearer) => ({ status, body: body(bearer), headers: { 'concur-correlationid': encodeURIComponent(bearer) } });
		for (const onError of ['stopWorkflow', 'continueErrorOutput'] as const)
			expect(leaks(await results(onError))).toEqual([false, false, false, false]);
	});
});
