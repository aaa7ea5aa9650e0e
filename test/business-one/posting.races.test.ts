import type { IHttpRequestOptions } from 'n8n-workflow';
import { createServiceLayer, postJournalEntries, type ServiceLayer } from '../../nodes/shared/business-one';
import type { FullResponse } from '../../nodes/shared/http';
import { PostingSandbox } from './postingSandbox';

let b1: PostingSandbox;

beforeAll(async () => {
	b1 = await PostingSandbox.start();
});

afterAll(async () => await b1.stop());

/** A Service Layer over another one, whose calls can be held up or lost on the way. */
function over(
	inner: ServiceLayer,
	send: (options: IHttpRequestOptions, pass: () => Promise<FullResponse>) => Promise<FullResponse>,
): ServiceLayer {
	return createServiceLayer(
		async (options) =>
			await send(options, async () => {
				const { method = 'GET', url, body, headers } = options;
				const call = { method, path: url, body: body as string, headers: headers as Record<string, string> };
				return await inner
					.call(call)
					.catch((error: { status: number }) => ({ statusCode: error.status, headers: {}, body: undefined }));
			}),
		{ apiVersion: inner.apiVersion, sleep: inner.timing.sleep, random: () => 0.5 },
	);
}

function isWrite({ method, url, body }: IHttpRequestOptions): boolean {
	return method === 'POST' && (url === 'JournalEntries' || /^POST \S*JournalEntries\b/m.test(String(body)));
}

describe.each([{ register: true }, { register: false }])('posting register: $register', ({ register }) => {
	beforeEach(async () => await b1.reset(register));

	it('does not double an entry that B1 commits long after the client gave up', async () => {
		const document = b1.document();
		let late: (() => Promise<unknown>) | undefined;
		const connection = b1.connect('v2');
		const slow = over(connection.serviceLayer, async (options, pass) => {
			if (!isWrite(options) || late) return await pass();
			late = pass;
			throw Object.assign(new Error('timeout of 300000ms exceeded'), { code: 'ECONNABORTED' });
		});
		const [first] = await postJournalEntries(slow, [document]);
		await late?.();
		const [second] = await postJournalEntries(connection.serviceLayer, [document]);

		expect(first?.outcome).toBe(register ? 'posted' : 'uncertain');
		expect(second?.outcome).toBe('alreadyPosted');
		expect(await b1.timesPosted()).toEqual(new Map([[document.postingKey, 1]]));
		connection.close();
	});

	it('finds an entry that is committed while the client settles its doubt', async () => {
		const document = b1.document();
		let late: (() => Promise<unknown>) | undefined;
		let sleeps = 0;
		const connection = b1.connect('v2', async () => {
			sleeps += 1;
			if (sleeps === 1) await late?.();
		});
		const slow = over(connection.serviceLayer, async (options, pass) => {
			if (!isWrite(options) || late) return await pass();
			late = pass;
			throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
		});
		const [result] = await postJournalEntries(slow, [document]);
		expect(register ? ['posted', 'recovered'] : ['recovered']).toContain(result?.outcome);
		expect((await b1.timesPosted()).get(document.postingKey)).toBe(1);
		connection.close();
	});

	it('ends in one entry, or says that it did not, when two executions hold the same document', async () => {
		const documents = Array.from({ length: 6 }, () => b1.document());
		const connections = [b1.connect('v2'), b1.connect('v1')];
		// Both look up before either writes.
		let arrived = 0;
		let open: () => void = () => {};
		const gate = new Promise<void>((resolve) => (open = resolve));
		const runs = connections.map(async ({ serviceLayer }) => {
			const held = over(serviceLayer, async (options, pass) => {
				if (isWrite(options)) {
					arrived += 1;
					if (arrived === 2) open();
					await gate;
				}
				return await pass();
			});
			return await postJournalEntries(held, documents, { batchSize: 3 });
		});
		const results = await Promise.all(runs);
		const times = await b1.timesPosted();
		documents.forEach(({ postingKey }, index) => {
			const outcomes = results.map((run) => run[index]?.outcome);
			if (register) {
				expect(times.get(postingKey)).toBe(1);
				expect([...outcomes].sort()).toEqual(['alreadyPosted', 'posted']);
			} else if (times.get(postingKey) !== 1) {
				// The reference check cannot prevent it; it must be noticed, and nothing confirmed by the later one.
				expect(results.map((run) => run[index]?.doubled)).toContain(true);
			}
		});
		for (const connection of connections) connection.close();
	});
});
