import type { IDataObject } from 'n8n-workflow';
import type { Connection } from './connection';
import { isDone, post, PostingSandbox, postOne, postUntilDone } from './postingSandbox';

let b1: PostingSandbox;
let connection: Connection;

beforeAll(async () => {
	b1 = await PostingSandbox.start();
});

afterAll(async () => await b1.stop());

afterEach(() => connection.close());

describe.each([{ register: true }, { register: false }])('posting register: $register', ({ register }) => {
	beforeEach(async () => {
		await b1.reset(register);
		connection = b1.connect('v2');
	});

	describe('a report that comes again under another document', () => {
		async function postedAndRevised() {
			const earlier = b1.document();
			const { jdtNum } = await postOne(connection, earlier);
			const revision = { ...b1.document(2000), reportId: earlier.reportId };
			revision.journalEntry.Reference = earlier.journalEntry.Reference;
			return { earlier, jdtNum, revision };
		}

		it('is held back by default', async () => {
			const { earlier, jdtNum, revision } = await postedAndRevised();
			expect(await postOne(connection, revision)).toMatchObject({
				outcome: 'rejected',
				errorClass: 'duplicate',
				revisionOf: { jdtNum, postingKey: earlier.postingKey },
			});
			expect(await b1.entries()).toHaveLength(1);
		});

		it('is held back too when both come in the same run', async () => {
			const earlier = b1.document();
			const revision = { ...b1.document(2000), reportId: earlier.reportId };
			revision.journalEntry.Reference = earlier.journalEntry.Reference;
			expect((await post(connection, [earlier, revision])).map(({ outcome }) => outcome)).toEqual(['posted', 'rejected']);
		});

		it('is posted beside it on request', async () => {
			const { jdtNum, revision } = await postedAndRevised();
			expect(await postOne(connection, revision, { revisionPolicy: 'postAsIs' })).toMatchObject({
				outcome: 'posted',
				revisionOf: { jdtNum },
			});
			expect(await b1.entries()).toHaveLength(2);
		});

		it('takes its place on request: the earlier entry is reversed in the same change set', async () => {
			const { earlier, revision } = await postedAndRevised();
			expect(await postOne(connection, revision, { revisionPolicy: 'reverseAndRepost' })).toMatchObject({ outcome: 'posted' });
			expect(await postOne(connection, earlier)).toMatchObject({ cancelledInB1: true });
			expect(await b1.entries()).toHaveLength(3);
		});

		it('reverses nothing when the new entry is refused', async () => {
			const { earlier, revision } = await postedAndRevised();
			Object.assign((revision.journalEntry as { JournalEntryLines: IDataObject[] }).JournalEntryLines[0]!, {
				AccountCode: 'NONE',
			});
			expect(await postOne(connection, revision, { revisionPolicy: 'reverseAndRepost' })).toMatchObject({ outcome: 'rejected' });
			expect(await postOne(connection, earlier)).toMatchObject({ outcome: 'alreadyPosted' });
			expect(await b1.entries()).toHaveLength(1);
		});

		it.each(['drop', 'commitThenDrop', 'commitThen500', 'html502', 'sessionExpired'])(
			'is reversed and posted once, whatever request meets %s',
			async (kind) => {
				for (const nth of [1, 2, 3]) {
					await b1.reset(register);
					await connection.serviceLayer.get('Currencies');
					const { revision } = await postedAndRevised();
					await b1.faults({ kind, system: 'businessOne', path: '/b1s/v2/(?!Login)', nth });
					const { last } = await postUntilDone(
						connection,
						[revision],
						{ revisionPolicy: 'reverseAndRepost' },
						async () => await b1.clearFaults(),
					);
					expect({ nth, done: last.every(isDone), entries: (await b1.entries()).length }).toEqual({
						nth,
						done: true,
						entries: 3,
					});
				}
			},
		);

		it('is posted where the earlier entry was cancelled in B1', async () => {
			const { jdtNum, revision } = await postedAndRevised();
			await connection.serviceLayer.post(`JournalEntries(${jdtNum})/Cancel`);
			expect(await postOne(connection, revision)).toMatchObject({ outcome: 'posted' });
		});
	});
});
