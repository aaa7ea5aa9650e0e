import type { IDataObject } from 'n8n-workflow';
import { contentHashOf, setUpPostingRegister, type PostingInput } from '../../nodes/shared/business-one';
import type { Connection } from './connection';
import { post, PostingSandbox, postOne } from './postingSandbox';

/** Which documents are the same one, or of the same report: ids tell, texts do not. */
let b1: PostingSandbox;
let connection: Connection;
let documents = 0;

beforeAll(async () => {
	b1 = await PostingSandbox.start();
});

afterAll(async () => await b1.stop());

afterEach(() => connection.close());

interface Described {
	type?: string;
	id: string | null;
	reference: string;
	amount?: number;
	company?: string;
	lines?: IDataObject[];
}

/** A document of its own; with `lines` its entry is made of them. */
function documentOf({ type, id, reference, amount = 10, company = '412077', lines }: Described): PostingInput {
	documents += 1;
	const journalEntry = {
		ReferenceDate: '2026-11-24',
		Reference: reference,
		JournalEntryLines: lines ?? [
			{ AccountCode: '611000', Debit: amount },
			{ ShortName: 'E1001', Credit: amount },
		],
	};
	const docId = documents.toString(16).padStart(32, 'd');
	return {
		postingKey: `${company}:${docId}`,
		contentHash: contentHashOf(journalEntry),
		reportId: id,
		docType: type,
		journalEntry,
	};
}

/** An advance paid out, or, with a negative amount, given back. */
function advanceOf(id: string, amount: number, reference = 'Travel advance', partner = 'E1001'): PostingInput {
	const side = (isDebit: boolean) => (isDebit === amount > 0 ? { Debit: Math.abs(amount) } : { Credit: Math.abs(amount) });
	const lines = [
		{ AccountCode: '147000', ...side(true) },
		{ ShortName: partner, ...side(false) },
	];
	return documentOf({ type: 'cashadvance', id, reference, lines });
}

/** The same document in an envelope that spells the company otherwise. */
const under = (company: string, input: PostingInput): PostingInput => ({
	...input,
	postingKey: `${company}:${input.postingKey.split(':')[1]}`,
});

const outcomes = (results: Array<{ outcome: string }>) => results.map(({ outcome }) => outcome);

describe.each([{ register: true }, { register: false }])('posting register: $register', ({ register }) => {
	beforeEach(async () => {
		await b1.reset(register);
		connection = b1.connect('v2');
	});

	const pairs: Array<[string, () => [PostingInput, PostingInput]]> = [
		[
			'advances of two employees with one name',
			() => [advanceOf('ADVANCE-A', 500), advanceOf('ADVANCE-B', 800, 'Travel advance', 'E1002')],
		],
		[
			'a report and an invoice of one number',
			() => [
				documentOf({ type: 'expense', id: 'REPORT-1', reference: '4101' }),
				documentOf({ type: 'invoice', id: 'REQUEST-1', reference: '4101' }),
			],
		],
		[
			'a report and an advance of one id',
			() => [documentOf({ type: 'expense', id: 'SAME-ID', reference: '7' }), { ...advanceOf('SAME-ID', 20, '7') }],
		],
		[
			'two reports of one name',
			() => [
				documentOf({ type: 'expense', id: 'REPORT-1', reference: 'March trip' }),
				documentOf({ type: 'expense', id: 'REPORT-2', reference: 'March trip' }),
			],
		],
		['an advance and its return', () => [advanceOf('ADVANCE-A', 500), advanceOf('ADVANCE-A', -200)]],
	];

	describe.each(pairs)('%s are two documents', (_, make) => {
		it.each(['hold', 'reverseAndRepost'] as const)('with the policy %s, in one poll and in two', async (revisionPolicy) => {
			expect(outcomes(await post(connection, make(), { revisionPolicy }))).toEqual(['posted', 'posted']);
			const [first, second] = make();
			await b1.reset(register);
			expect(await postOne(connection, first, { revisionPolicy })).toMatchObject({ outcome: 'posted' });
			const later = await postOne(connection, second, { revisionPolicy });
			expect(later).toMatchObject({ outcome: 'posted' });
			expect(later.revisionOf).toBeUndefined();
			expect(await b1.entries()).toHaveLength(2);
		});
	});

	it('keeps the account of an advance at what was not given back', async () => {
		await post(connection, [advanceOf('ADVANCE-A', 500), advanceOf('ADVANCE-A', -200)]);
		const { trialBalance } = (await b1.control('get', 'ledger')) as { trialBalance: Array<Record<string, string>> };
		const { debit, credit } = trialBalance.find(({ account }) => account === '147000')!;
		expect(Number(debit) - Number(credit)).toBe(300);
	});

	it('reverses an advance that was approved again, but never its return', async () => {
		const revisionPolicy = 'reverseAndRepost';
		await post(connection, [advanceOf('ADVANCE-A', 500), advanceOf('ADVANCE-A', -200)]);
		expect(await postOne(connection, advanceOf('ADVANCE-A', -100), { revisionPolicy })).toMatchObject({
			outcome: 'rejected',
			errorClass: 'duplicate',
			held: 'cannotTell',
			message: expect.stringContaining('another part'),
		});
		expect(await postOne(connection, advanceOf('ADVANCE-A', 600), { revisionPolicy })).toMatchObject({ outcome: 'posted' });
		expect(await b1.entries()).toHaveLength(4);
	});

	it('holds the same report under another reference back at the register, by its id alone', async () => {
		await postOne(connection, documentOf({ type: 'expense', id: 'REPORT-1', reference: 'March trip' }));
		const renamed = documentOf({ type: 'expense', id: 'REPORT-1', reference: 'April trip' });
		expect(await postOne(connection, renamed)).toMatchObject(
			register ? { outcome: 'rejected', held: 'sameReport' } : { outcome: 'posted' },
		);
	});

	it.each([
		['412077', 'concur'],
		['concur', '412077'],
		['P0041207SBX1', 'p0041207sbx1'],
		['p0041207sbx1', 'P0041207sbx1'],
		['412077', 'p0041207sbx1'],
		['0a1b2c3d4e5f', '412077'],
	])('posts a document once whose company is called %s and then %s', async (first, second) => {
		const document = documentOf({ type: 'expense', id: null, reference: 'R-1' });
		await postOne(connection, under(first, document));
		expect(await postOne(connection, under(second, document))).toMatchObject({ outcome: 'alreadyPosted' });
		const other = documentOf({ type: 'expense', id: null, reference: 'R-2' });
		expect(outcomes(await post(connection, [under(first, other), under(second, other)]))).toEqual(['posted', 'alreadyPosted']);
		expect((await b1.entries()).map(({ Reference2 }) => Reference2)).toEqual(
			[document, other].map((one) => under(first, one).postingKey),
		);
	});

	it('does not take an entry about the commitment of a document for its posting', async () => {
		const document = documentOf({ type: 'expense', id: 'REPORT-1', reference: 'R-1' });
		await connection.serviceLayer.post('JournalEntries', {
			...document.journalEntry,
			Reference2: `FUNDS:${document.postingKey.split(':')[1]}`,
		});
		expect(await postOne(connection, document)).toMatchObject({ outcome: 'posted' });
	});

	it('asks for a key made by hand with its company, because a short id is no document of its own', async () => {
		const document = { ...documentOf({ id: null, reference: 'R-1' }), postingKey: 'SHOP:1' };
		await postOne(connection, document);
		expect(await postOne(connection, { ...document, postingKey: 'shop:1' })).toMatchObject({ outcome: 'alreadyPosted' });
		expect(await postOne(connection, { ...document, postingKey: 'office:1' })).toMatchObject({ outcome: 'posted' });
	});
});

describe('entries of earlier versions, which carry no id', () => {
	/** An entry as it was written before: with its key, and nothing on the line. */
	async function postedBefore(reference: string): Promise<void> {
		const { journalEntry, postingKey } = documentOf({ id: 'REPORT-1', reference });
		await connection.serviceLayer.post('JournalEntries', { ...journalEntry, Reference2: postingKey });
	}

	it.each(['hold', 'reverseAndRepost'] as const)(
		'hold a document of the same reference for a person under %s, and cancel nothing',
		async (revisionPolicy) => {
			await b1.reset(false);
			connection = b1.connect('v2');
			await postedBefore('4101');
			const document = documentOf({ type: 'expense', id: 'REPORT-2', reference: '4101' });
			expect(await postOne(connection, document, { revisionPolicy })).toMatchObject({
				outcome: 'rejected',
				errorClass: 'duplicate',
				held: 'cannotTell',
				message: expect.stringContaining('no id tells whether it is the same report'),
				advice: expect.stringContaining('Post as It Is'),
			});
			expect(await b1.entries()).toHaveLength(1);
			expect(await postOne(connection, document, { revisionPolicy: 'postAsIs' })).toMatchObject({ outcome: 'posted' });
		},
	);

	it('are known by the register where it has their id', async () => {
		await b1.reset(false);
		connection = b1.connect('v2');
		await setUpPostingRegister(connection.serviceLayer);
		const earlier = documentOf({ type: 'expense', id: 'REPORT-1', reference: '4101' });
		await connection.serviceLayer.post('JournalEntries', { ...earlier.journalEntry, Reference2: earlier.postingKey });
		const row = {
			Code: earlier.postingKey,
			Name: earlier.postingKey,
			U_Hash: earlier.contentHash,
			U_ReportId: 'REPORT-1',
			U_Kind: 'JE',
		};
		await connection.serviceLayer.post('U_CONCURB1POST', row);
		const same = documentOf({ type: 'expense', id: 'REPORT-1', reference: '4101' });
		const other = documentOf({ type: 'expense', id: 'REPORT-2', reference: '4101' });
		expect(await postOne(connection, same)).toMatchObject({ outcome: 'rejected', held: 'sameReport' });
		expect(await postOne(connection, other)).toMatchObject({ outcome: 'posted' });
	});
});
