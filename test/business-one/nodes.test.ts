import type { IHttpRequestOptions } from 'n8n-workflow';
import { sessionName } from '../../nodes/shared/business-one/session/session';
import { createServiceLayer, getAll, postJournalEntries, type ServiceLayer } from '../../nodes/shared/business-one';
import type { FullResponse } from '../../nodes/shared/http';
import { PostingSandbox } from './postingSandbox';

/** Several Service Layer nodes behind a balancer: what one of them does not know, or cannot do. */
let b1: PostingSandbox;

beforeAll(async () => {
	b1 = await PostingSandbox.start();
});

afterAll(async () => await b1.stop());

type Answer = (request: IHttpRequestOptions, pass: () => Promise<FullResponse>) => Promise<FullResponse>;

interface Cluster {
	serviceLayer: ServiceLayer;
	logins: () => number;
	sleeps: number[];
}

/** A client whose logins are given one node after the other; a session stays on its node. */
function cluster(nodes: Answer[]): Cluster {
	let logins = 1;
	const sleeps: number[] = [];
	const connection = b1.connect('v2');
	const send = async (options: IHttpRequestOptions): Promise<FullResponse> => {
		const headers = { ...(options.headers as Record<string, string>) };
		if (headers['x-b1-refused-session'] !== undefined && sessionOf(logins) === headers['x-b1-refused-session']) logins += 1;
		options.headers = { ...headers, Cookie: `B1SESSION=session-${logins}` };
		delete headers['x-b1-refused-session'];
		const { method = 'GET', url, body } = options;
		const pass = async () =>
			await connection.serviceLayer
				.call({ method, path: url, body: body as string, headers })
				.catch((error: { status: number; code: string; text: string }) => ({
					statusCode: error.status,
					headers: {},
					body: { error: { code: error.code, message: error.text } },
				}));
		return await nodes[Math.min(logins, nodes.length) - 1]!(options, pass);
	};
	const sleep = async (ms: number): Promise<void> => {
		sleeps.push(ms);
	};
	return { serviceLayer: createServiceLayer(send, { apiVersion: 'v2', sleep, random: () => 0.5 }), logins: () => logins, sleeps };
}

/** The name that a client gives to the session of the n-th login. */
function sessionOf(login: number): string {
	return sessionName(`session-${login}`);
}

const well: Answer = async (_, pass) => await pass();

const errorPart = (status: number, code: string, message: string) =>
	`Content-Type: application/http\r\n\r\nHTTP/1.1 ${status} X\r\nContent-Type: application/json\r\n\r\n${JSON.stringify({ error: { code, message } })}\r\n`;

/** Answers a batch as a server does that fails at the part that matches: parts before it are passed on. */
async function failAt(
	request: IHttpRequestOptions,
	pass: () => Promise<FullResponse>,
	part: RegExp,
	error: string,
): Promise<FullResponse> {
	const text = String(request.body ?? '');
	if (!part.test(text)) return await pass();
	const boundary = text.slice(0, text.indexOf('\r\n'));
	const parts = text.split(`${boundary}\r\n`).slice(1);
	const at = parts.findIndex((one) => part.test(one));
	const empty = 'Content-Type: application/http\r\n\r\nHTTP/1.1 200 OK\r\n\r\n{"value":[]}\r\n';
	const answers = [...parts.slice(0, at).map((one) => (/UserTablesMD/.test(one) ? tableThere : empty)), error];
	return { statusCode: 200, headers: {}, body: `${answers.map((one) => `--b\r\n${one}`).join('')}--b--\r\n` };
}

const tableThere = 'Content-Type: application/http\r\n\r\nHTTP/1.1 200 OK\r\n\r\n{"value":[{"TableName":"CONCURB1POST"}]}\r\n';

/** A node that does not know the register yet, although the company has it. */
const unaware: Answer = async (request, pass) => {
	if (/U_CONCURB1POST/.test(request.url))
		return { statusCode: 400, headers: {}, body: { error: { code: '-1002', message: 'Service Not Found' } } };
	return await failAt(request, pass, /U_CONCURB1POST/, errorPart(400, '-1002', 'Service Not Found'));
};

/** A node that lost the tables of the company: every read of data fails, its login works. */
const sick: Answer = async (request, pass) => {
	const lost = {
		statusCode: 500,
		headers: {},
		body: { error: { code: '407', message: "Table definition not found for '@SOME'." } },
	};
	if (request.url !== '$batch') return lost;
	return await failAt(request, pass, /GET /, errorPart(500, '407', "Table definition not found for '@SOME'."));
};

describe('a node that does not know the register', () => {
	beforeEach(async () => await b1.reset(true));

	it('is left for one that does: the document is posted with its guard', async () => {
		const { serviceLayer, logins } = cluster([unaware, well]);
		const [result] = await postJournalEntries(serviceLayer, [b1.document()]);
		expect(result).toMatchObject({ outcome: 'posted', level: 'register' });
		expect(logins()).toBe(2);
	});

	it('posts nothing where no other node is to be had, and says why', async () => {
		const { serviceLayer } = cluster([unaware]);
		const [result] = await postJournalEntries(serviceLayer, [b1.document()]);
		expect(result).toMatchObject({
			outcome: 'uncertain',
			errorClass: 'capacity',
			retrySafe: true,
			message: expect.stringMatching(/register .* is set up, but this Service Layer node does not know it/),
		});
		expect(await b1.entries()).toHaveLength(0);
	});

	it('lets two executions make one entry, one on each node', async () => {
		const document = b1.document();
		const runs = [cluster([well]), cluster([unaware])].map(({ serviceLayer }) => postJournalEntries(serviceLayer, [document]));
		const results = (await Promise.all(runs)).flat();
		expect(results.map(({ outcome }) => outcome).sort()).toEqual(['posted', 'uncertain']);
		expect((await b1.timesPosted()).get(document.postingKey)).toBe(1);
	});

	it('is not a document refused, where the session moves to it between look-up and post', async () => {
		const forgetful: Answer = async (request, pass) =>
			/POST \S*U_CONCURB1POST/.test(String(request.body))
				? await failAt(request, pass, /POST \S*U_CONCURB1POST/, errorPart(400, '-1002', 'Service Not Found'))
				: await pass();
		const { serviceLayer } = cluster([forgetful]);
		const results = await postJournalEntries(serviceLayer, [b1.document(), b1.document()]);
		expect(results.map(({ outcome, errorClass }) => [outcome, errorClass])).toEqual([
			['uncertain', 'capacity'],
			['uncertain', 'capacity'],
		]);
		expect(await b1.entries()).toHaveLength(0);
	});
});

it('goes without a register only where the company has none', async () => {
	await b1.reset(false);
	const { serviceLayer, logins } = cluster([well]);
	expect((await postJournalEntries(serviceLayer, [b1.document()]))[0]).toMatchObject({
		outcome: 'posted',
		level: 'referenceCheck',
	});
	expect(logins()).toBe(1);
});

describe('a sick node', () => {
	beforeEach(async () => await b1.reset(false));

	it('is left by a new login after repeated failures, and work goes on', async () => {
		const { serviceLayer, logins, sleeps } = cluster([sick, well]);
		expect((await getAll(serviceLayer, 'Currencies')).rows.length).toBeGreaterThan(0);
		expect({ logins: logins(), sleeps: sleeps.length }).toEqual({ logins: 2, sleeps: 1 });
		expect((await postJournalEntries(serviceLayer, [b1.document(), b1.document()])).map(({ outcome }) => outcome)).toEqual([
			'posted',
			'posted',
		]);
		expect(logins()).toBe(2);
	});

	it.each([false, true])('is left too where it answers inside a batch, posting register: %s', async (register) => {
		await b1.reset(register);
		const { serviceLayer, logins } = cluster([sick, sick, well]);
		expect((await postJournalEntries(serviceLayer, [b1.document()]))[0]).toMatchObject({ outcome: 'posted' });
		expect(logins()).toBe(3);
	});

	it('does not take logins without end where every node is sick', async () => {
		const { serviceLayer, logins } = cluster([sick]);
		const results = await postJournalEntries(serviceLayer, [b1.document()]);
		expect(results[0]).toMatchObject({ outcome: 'uncertain', errorClass: 'capacity', code: '407', retrySafe: true });
		expect(logins()).toBeLessThanOrEqual(5);
		await postJournalEntries(serviceLayer, [b1.document()]);
		expect(logins()).toBeLessThanOrEqual(5);
	});
});
