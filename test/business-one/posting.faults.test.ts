import type { ApiVersion } from '../../nodes/shared/business-one';
import { isDone, PostingSandbox, postUntilDone } from './postingSandbox';

/**
 * Every fault the sandbox knows, at every request of a posting, at both levels and in both versions: a document must be in the
 * ledger exactly once in the end, and never be called posted when it is not.
 */
const FAULTS = [
	{ kind: 'html502' },
	{ kind: 'html503' },
	{ kind: 'empty500' },
	{ kind: 'drop' },
	{ kind: 'commitThenDrop' },
	{ kind: 'commitThen500' },
	{ kind: 'rateLimited', retryAfter: 1 },
	{ kind: 'rateLimited', retryAfter: 3600 },
	{ kind: 'status', status: 504, body: '<html><title>504 Gateway Timeout</title></html>' },
	{ kind: 'status', status: 200, body: '<html><title>A proxy says hello</title></html>' },
	{ kind: 'sessionExpired' },
	{ kind: 'sessionLost304' },
	{ kind: 'nodeChange' },
];
/** Requests of a run, and how many of them in a row are struck. */
const STRIKES = [
	{ times: 1, nths: [1, 2, 3, 4, 5, 6] },
	{ times: 3, nths: [1, 2, 3] },
];

let b1: PostingSandbox;

beforeAll(async () => {
	b1 = await PostingSandbox.start();
});

afterAll(async () => await b1.stop());

describe.each<{ version: ApiVersion; register: boolean; inFlight: number }>([
	{ version: 'v1', register: false, inFlight: 1 },
	{ version: 'v1', register: true, inFlight: 3 },
	{ version: 'v2', register: false, inFlight: 3 },
	{ version: 'v2', register: true, inFlight: 1 },
	{ version: 'v2', register: true, inFlight: 8 },
])('$version, posting register: $register, $inFlight in flight', ({ version, register, inFlight }) => {
	it.each(FAULTS)(
		'none lost, none doubled: %j',
		async (fault) => {
			await b1.reset(register);
			const connection = b1.connect(version);
			const expected = new Map<string, number>();
			for (const { times, nths } of STRIKES) {
				for (const nth of nths) {
					for (const count of [1, inFlight === 1 ? 5 : 16]) {
						const documents = Array.from({ length: count }, (_, index) => b1.document(1000 + index));
						await b1.faults({ ...fault, system: 'businessOne', path: '/b1s/v[12]/(?!Login)', nth, times });
						const { first, last } = await postUntilDone(
							connection,
							documents,
							{ batchSize: 2, inFlight },
							async () => await b1.clearFaults(),
						);

						for (const { postingKey } of documents) expected.set(postingKey, 1);
						const where = `request ${nth}, ${times} times, ${count} documents`;
						expect({
							where,
							last: last.map(({ outcome }) => outcome).filter((outcome) => outcome === 'rejected' || outcome === 'uncertain'),
						}).toEqual({
							where,
							last: [],
						});
						expect({ where, rejected: first?.filter(({ outcome }) => outcome === 'rejected') ?? [] }).toEqual({
							where,
							rejected: [],
						});
						expect(last.every(isDone)).toBe(true);
					}
				}
			}
			expect(Object.fromEntries(await b1.timesPosted())).toEqual(Object.fromEntries(expected));
			connection.close();
		},
		60_000,
	);
});
