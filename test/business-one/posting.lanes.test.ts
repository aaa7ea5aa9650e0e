/** Batches in flight: as many as asked for, never more; the same results in the same order; all halted when one is in trouble. */
import { inLanes, shareOf } from '../../nodes/shared/business-one/posting/lanes';
import { findDocuments } from '../../nodes/shared/business-one';
import { post, PostingSandbox } from './postingSandbox';

let b1: PostingSandbox;
beforeAll(async () => {
	b1 = await PostingSandbox.start();
});
afterAll(async () => await b1.stop());
beforeEach(async () => await b1.reset(true));

const many = (count: number) => Array.from({ length: count }, () => b1.document());

/** Posts with a count of the requests that are under way together. */
async function watched(inFlight: number, count: number, options: object = {}) {
	const connection = b1.connect('v2');
	let under = 0;
	let most = 0;
	const { call } = connection.serviceLayer;
	const serviceLayer = {
		...connection.serviceLayer,
		call: async (request: Parameters<typeof call>[0]) => {
			under += 1;
			most = Math.max(most, under);
			return await call(request).finally(() => (under -= 1));
		},
	};
	const inputs = many(count);
	const results = await post({ ...connection, serviceLayer }, inputs, { inFlight, batchSize: 10, ...options });
	connection.close();
	return { most, results, keys: inputs.map(({ postingKey }) => postingKey) };
}

test.each([1, 2, 4, 8])('%i in flight: so many and no more, and results in the order of the inputs', async (inFlight) => {
	const { most, results, keys } = await watched(inFlight, 100);
	expect(most).toBe(inFlight);
	expect(results.map(({ postingKey, outcome }) => [postingKey, outcome])).toEqual(keys.map((key) => [key, 'posted']));
	expect([...(await b1.timesPosted()).values()]).toEqual(keys.map(() => 1));
});

test('results are those of one after the other, refusals and doubles among them', async () => {
	const outcomes = async (inFlight: number) => {
		await b1.reset(true);
		const connection = b1.connect('v2');
		const inputs = many(60);
		const bad = inputs[17]!;
		bad.journalEntry = {
			...bad.journalEntry,
			JournalEntryLines: [
				{ AccountCode: '611000', Debit: 1 },
				{ AccountCode: 'none', Credit: 1 },
			],
		};
		const results = await post(connection, [...inputs, inputs[3]!], { inFlight, batchSize: 5 });
		connection.close();
		return results.map(({ outcome, errorClass, message }) => [outcome, errorClass, message.replace(/\d+/g, '#')]);
	};
	const sequential = await outcomes(1);
	expect(sequential[17]![0]).toBe('rejected');
	expect(sequential[60]![0]).toBe('alreadyPosted');
	expect(await outcomes(4)).toEqual(sequential);
});

test('while one batch is in doubt no lane begins another', async () => {
	const connection = b1.connect('v2');
	let reads = 0;
	const begunMeanwhile: string[] = [];
	const { call } = connection.serviceLayer;
	const serviceLayer = {
		...connection.serviceLayer,
		call: async (request: Parameters<typeof call>[0]) => {
			const isRead = request.isRead === true || request.method === 'GET';
			if (!isRead && reads > 0) begunMeanwhile.push(request.path);
			reads += isRead ? 1 : 0;
			return await call(request).finally(() => (reads -= isRead ? 1 : 0));
		},
	};
	// The look-up is slow enough for the other lanes to be done with what they had begun.
	await b1.faults(
		{ kind: 'commitThenDrop', system: 'businessOne', path: 'batch', nth: 4, times: 1 },
		{ kind: 'slow', ms: 150, system: 'businessOne', path: 'batch', nth: 7, times: 2 },
	);
	const results = await post({ ...connection, serviceLayer }, many(80), { inFlight: 4, batchSize: 5 });
	expect(results.filter(({ outcome }) => outcome === 'recovered').length).toBeGreaterThan(0);
	expect(results.every(({ outcome }) => outcome === 'posted' || outcome === 'recovered')).toBe(true);
	expect([...(await b1.timesPosted()).values()].every((times) => times === 1)).toBe(true);
	expect(begunMeanwhile).toEqual([]);
	connection.close();
});

test('when B1 refuses the session for good, every lane stops and nothing is called posted', async () => {
	const connection = b1.connect('v2');
	await b1.faults({ kind: 'rateLimited', retryAfter: 3600, system: 'businessOne', path: 'batch', nth: 3, times: 0 });
	const inputs = many(80);
	const results = await post(connection, inputs, { inFlight: 4, batchSize: 5 });
	const posted = results.filter(({ outcome }) => outcome === 'posted').length;
	expect(posted).toBe(0);
	expect(results.every(({ retrySafe }) => retrySafe)).toBe(true);
	connection.close();
});

test('what goes alongside is written by itself, after everything before it', async () => {
	const connection = b1.connect('v2');
	const under = new Set<string>();
	let alone = 0;
	const inputs = many(40).map((input, index) =>
		index % 10 === 5
			? {
					...input,
					alongside: async () => {
						alone += 1;
						expect([...under]).toEqual([]);
						return await Promise.resolve([]);
					},
				}
			: input,
	);
	const { call } = connection.serviceLayer;
	let number = 0;
	const serviceLayer = {
		...connection.serviceLayer,
		call: async (request: Parameters<typeof call>[0]) => {
			const name = `${(number += 1)}`;
			under.add(name);
			return await call(request).finally(() => under.delete(name));
		},
	};
	const results = await post({ ...connection, serviceLayer }, inputs, { inFlight: 4, batchSize: 3 });
	expect(results.every(({ outcome }) => outcome === 'posted')).toBe(true);
	expect(alone).toBe(4);
	connection.close();
});

test('look-ups in flight give findings in the order of the keys', async () => {
	const connection = b1.connect('v2');
	const inputs = many(620);
	await post(connection, inputs.slice(0, 300), { inFlight: 4 });
	const keys = inputs.map(({ postingKey }) => postingKey);
	const findings = await findDocuments(connection.serviceLayer, keys, 'auto', 4);
	expect(findings.map(({ result }) => result?.outcome)).toEqual(
		keys.map((_, index) => (index < 300 ? 'alreadyPosted' : undefined)),
	);
	connection.close();
}, 30_000);

test('a lane that fails stops the others, and none is left under way', async () => {
	const done: number[] = [];
	let under = 0;
	const work = async (item: number) => {
		under += 1;
		await new Promise((resolve) => setTimeout(resolve, item));
		under -= 1;
		if (item === 5) throw new Error('broken');
		done.push(item);
	};
	await expect(inLanes([20, 5, 30, 40, 50], 2, work)).rejects.toThrow('broken');
	expect([under, done]).toEqual([0, [20]]);
});

test.each([
	[1_000, 25, 1, 25],
	[250, 25, 4, 21],
	[250, 25, 2, 25],
	[100, 25, 4, 13],
	[30, 25, 2, 10],
	[6, 25, 4, 25],
	[3, 2, 4, 2],
])('%i items, at most %i together, in %i lanes: %i', (count, most, lanes, expected) => {
	expect(shareOf(count, most, lanes)).toBe(expected);
});
