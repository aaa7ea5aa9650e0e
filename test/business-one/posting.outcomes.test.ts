import type { IDataObject } from 'n8n-workflow';
import { contentHashOf, type PostingInput } from '../../nodes/shared/business-one';
import type { Connection } from './connection';
import { post, PostingSandbox, postOne } from './postingSandbox';

let b1: PostingSandbox;
let connection: Connection;

beforeAll(async () => {
	b1 = await PostingSandbox.start();
});

afterAll(async () => await b1.stop());

afterEach(() => connection.close());

/** The same document with another amount. */
function changed(input: PostingInput): PostingInput {
	const journalEntry = structuredClone(input.journalEntry) as { JournalEntryLines: IDataObject[] };
	Object.assign(journalEntry.JournalEntryLines[0]!, { Debit: 77.7 });
	Object.assign(journalEntry.JournalEntryLines[1]!, { Credit: 77.7 });
	return { ...input, journalEntry, contentHash: contentHashOf(journalEntry) };
}

describe.each([{ register: true }, { register: false }])('posting register: $register', ({ register }) => {
	const level = register ? 'register' : 'referenceCheck';

	beforeEach(async () => {
		await b1.reset(register);
		connection = b1.connect('v2');
	});

	it('chooses the level by itself and says which', async () => {
		expect(await postOne(connection, b1.document())).toMatchObject({ outcome: 'posted', level });
	});

	it('calls the same content again a success, and posts nothing', async () => {
		const document = b1.document();
		const first = await postOne(connection, document);
		expect(await postOne(connection, document)).toMatchObject({
			outcome: 'alreadyPosted',
			jdtNum: first.jdtNum,
			number: first.number,
			postingDate: '2026-11-24',
		});
		expect(await b1.entries()).toHaveLength(1);
	});

	it('takes the same document on another day for the same content', async () => {
		const document = b1.document();
		await postOne(connection, document);
		const later = { ...document, journalEntry: { ...document.journalEntry, ReferenceDate: '2026-11-25', Memo: 'Another memo' } };
		expect(await postOne(connection, later)).toMatchObject({ outcome: 'alreadyPosted', postingDate: '2026-11-24' });
	});

	it('takes an entry with other content for the document all the same, and remarks it with both hashes', async () => {
		const document = b1.document();
		await postOne(connection, document);
		const other = changed(document);
		const result = await postOne(connection, other);
		expect(result).toMatchObject({ outcome: 'alreadyPosted', contentDiffers: true, contentHash: other.contentHash });
		expect(result.message).toContain(other.contentHash);
		expect(result).toMatchObject({ jdtNum: expect.any(Number), postingDate: '2026-11-24', level });
		expect(document.contentHash).toContain(result.existingContentHash);
		expect(result.existingContentHash).not.toBe('');
		expect(await b1.entries()).toHaveLength(1);
	});

	it('reports an entry that a person cancelled, and does not post it again', async () => {
		const document = b1.document();
		const { jdtNum } = await postOne(connection, document);
		await connection.serviceLayer.post(`JournalEntries(${jdtNum})/Cancel`);
		expect(await postOne(connection, document)).toMatchObject({ outcome: 'rejected', cancelledInB1: true, jdtNum });
		expect(await b1.entries()).toHaveLength(2);
	});

	it('lets a failing entry neither stop nor hide the others', async () => {
		const documents = Array.from({ length: 7 }, () => b1.document());
		for (const index of [1, 4])
			Object.assign((documents[index]!.journalEntry as { JournalEntryLines: IDataObject[] }).JournalEntryLines[0]!, {
				AccountCode: 'NONE',
			});
		const results = await post(connection, documents, { batchSize: 7 });
		expect(results.map(({ outcome }) => outcome)).toEqual([
			'posted',
			'rejected',
			'posted',
			'posted',
			'rejected',
			'posted',
			'posted',
		]);
		expect(results[1]).toMatchObject({
			errorClass: 'masterData',
			place: { line: 1, value: 'NONE' },
			text: expect.stringContaining('NONE'),
		});
	});

	it('names the class of what B1 refuses', async () => {
		const unbalanced = b1.document();
		Object.assign((unbalanced.journalEntry as { JournalEntryLines: IDataObject[] }).JournalEntryLines[0]!, { Debit: 10.01 });
		const outside = b1.document();
		outside.journalEntry.ReferenceDate = '1999-01-01';
		expect((await post(connection, [unbalanced, outside])).map(({ outcome, errorClass }) => [outcome, errorClass])).toEqual([
			['rejected', 'validation'],
			['rejected', 'period'],
		]);
	});

	it('posts a document once that comes twice in one run', async () => {
		const document = b1.document();
		const results = await post(connection, [document, document, changed(document)]);
		expect(results.map(({ outcome }) => outcome)).toEqual(['posted', 'alreadyPosted', 'alreadyPosted']);
		expect(results.map(({ contentDiffers }) => contentDiffers)).toEqual([undefined, undefined, true]);
		expect(await b1.entries()).toHaveLength(1);
	});

	it('posts one by one where the server refuses batches of several', async () => {
		const documents = [b1.document(), b1.document(), b1.document()];
		// With a session at hand the first batch is the look-up and the second the write; only that is refused.
		await connection.serviceLayer.get('Currencies');
		await b1.faults({
			kind: 'status',
			status: 400,
			body: { error: { code: '-1000', message: 'Incomplete Batch Request Body!' } },
			path: 'batch',
			nth: 2,
			times: 1,
		});
		expect((await post(connection, documents)).map(({ outcome }) => outcome)).toEqual(['posted', 'posted', 'posted']);
		expect(await b1.entries()).toHaveLength(3);
	});

	it('refuses what cannot be found again, before B1 is asked', async () => {
		const document = b1.document();
		const inputs = [
			{ ...document, postingKey: '' },
			{ ...document, postingKey: 'x'.repeat(51) },
			{ ...document, postingKey: ' padded' },
			{ ...document, journalEntry: { ...document.journalEntry, Reference2: 'another key' } },
			{ ...document, journalEntry: {} },
		];
		const results = await post(connection, inputs);
		expect(results.every(({ outcome, level: used }) => outcome === 'rejected' && used === undefined)).toBe(true);
		expect(await b1.entries()).toHaveLength(0);
	});
});
