import { postJournalEntries } from '../../nodes/shared/business-one';
import { isDone, PostingSandbox } from './postingSandbox';

/** How many requests a posting costs: B1 serves one session by one node, so requests are what a run of many documents waits for. */
let b1: PostingSandbox;

beforeAll(async () => {
	b1 = await PostingSandbox.start();
});

afterAll(async () => await b1.stop());

interface Counted {
	requests: number;
	logins: number;
}

async function counted(work: () => Promise<void>): Promise<Counted> {
	await b1.control('post', 'counters/reset');
	await work();
	const counters = (await b1.counters()) as { requests: { businessOne: number }; logins: number };
	return { requests: counters.requests.businessOne - counters.logins, logins: counters.logins };
}

describe.each([{ register: true }, { register: false }])('posting register: $register', ({ register }) => {
	it.each([
		{ count: 1, most: 3 },
		{ count: 100, most: 10 },
		{ count: 1000, most: 100 },
	])(
		'$count documents take at most $most requests and one login',
		async ({ count, most }) => {
			await b1.reset(register);
			const connection = b1.connect('v2');
			await connection.serviceLayer.get('Currencies');
			const documents = Array.from({ length: count }, () => b1.document());
			const { requests, logins } = await counted(async () => {
				expect((await postJournalEntries(connection.serviceLayer, documents)).every(isDone)).toBe(true);
			});
			expect(requests).toBeLessThanOrEqual(most);
			expect(logins).toBe(0);
			expect((await b1.timesPosted()).size).toBe(count);
			connection.close();
		},
		60_000,
	);
});

it('needs one login for 200 runs one after the other', async () => {
	await b1.reset(false);
	const connection = b1.connect('v2');
	const { logins } = await counted(async () => {
		for (let runs = 0; runs < 200; runs++) await postJournalEntries(connection.serviceLayer, [b1.document()]);
	});
	expect(logins).toBe(1);
	connection.close();
}, 60_000);
