/** Journal vouchers: parked once under every fault, followed until a person has posted them, and never parked again by themselves. */
import { findDocuments, type PostingInput } from '../../nodes/shared/business-one';
import type { Connection } from './connection';
import { post, postOne, PostingSandbox } from './postingSandbox';

const PARK = { target: 'journalVoucher' } as const;

let b1: PostingSandbox;
let connection: Connection;

beforeAll(async () => {
	b1 = await PostingSandbox.start();
});

afterAll(async () => await b1.stop());

beforeEach(async () => {
	await b1.reset(true);
	connection = b1.connect('v2');
});

afterEach(() => connection.close());

const vouchers = async () => (await b1.control('get', 'vouchers')) as { number: number; references: string[] }[];
const settle = async (number: number, act: string) => await b1.control('post', 'vouchers', { number, act });
const look = async (inputs: PostingInput[]) =>
	(
		await findDocuments(
			connection.serviceLayer,
			inputs.map(({ postingKey }) => postingKey),
			'auto',
		)
	).map(({ result }) => result);

it.each(['commitThenDrop', 'commitThen500', 'drop', 'html502', 'sessionExpired'])('is parked once under %s', async (kind) => {
	const documents = [1, 2, 3].map(() => b1.document());
	await b1.faults({ kind, path: 'batch', times: 1 });
	for (let run = 1; run <= 3; run++) await post(connection, documents, PARK);
	expect((await vouchers()).flatMap(({ references }) => references).sort()).toEqual(
		documents.map(({ postingKey }) => postingKey).sort(),
	);
	expect(await b1.entries()).toEqual([]);
});

it('waits until a person posts it, and is then in the books with its entry', async () => {
	const document = b1.document();
	expect(await postOne(connection, document, PARK)).toMatchObject({ outcome: 'waiting', jdtNum: null, retrySafe: true });
	expect(await look([document])).toMatchObject([{ outcome: 'waiting', jdtNum: null }]);
	const [waiting] = await vouchers();
	await settle(waiting!.number, 'post');
	expect(await look([document])).toMatchObject([{ outcome: 'alreadyPosted', jdtNum: 1 }]);
	expect(await postOne(connection, document, PARK)).toMatchObject({ outcome: 'alreadyPosted', jdtNum: 1 });
	expect(await b1.entries()).toHaveLength(1);
	expect(await vouchers()).toEqual([]);
});

it('waits on where a person removed it, says what to do, and is not parked again', async () => {
	const document = b1.document();
	await postOne(connection, document, PARK);
	const [waiting] = await vouchers();
	await settle(waiting!.number, 'remove');
	expect(await postOne(connection, document, PARK)).toMatchObject({
		outcome: 'waiting',
		advice: expect.stringContaining('removed'),
	});
	expect(await vouchers()).toEqual([]);
});

it('with other content says so, and is not parked again', async () => {
	const document = b1.document();
	await postOne(connection, document, PARK);
	const changed = { ...document, contentHash: 'f'.repeat(64) };
	expect(await postOne(connection, changed, PARK)).toMatchObject({ outcome: 'waiting', contentDiffers: true });
	expect(await vouchers()).toHaveLength(1);
});

it('costs one request for a hundred that wait', async () => {
	const documents = Array.from({ length: 100 }, () => b1.document());
	await post(connection, documents, PARK);
	await look([documents[0]!]);
	await b1.control('post', 'counters/reset');
	expect(await look(documents)).toEqual(documents.map(() => expect.objectContaining({ outcome: 'waiting' })));
	const { requests } = (await b1.counters()) as { requests: { businessOne: number } };
	expect(requests.businessOne).toBe(1);
});
