import { readDocuments } from '../../nodes/shared/document';
import { buildPosting } from '../../nodes/shared/posting';
import { shortReason } from '../posting/findings';
import { codes, entry, journal, post, profileOf, report, wrapped } from '../posting/sample';

const bare = report(10, [entry(10, journal('TAXI', 10))]);
const one = wrapped(bare);

describe('envelopes', () => {
	test.each([
		['current', { links: [], content: [one], page: { size: 25 } }],
		['older', { fIDocuments: [one], offset: null, nextPage: null, numberReturned: 1 }],
		['oldest', { getfIDocuments: [one] }],
		['list', [one]],
		['one wrapped document', one],
		['JSON text', JSON.stringify({ content: [one] })],
		['list of envelopes', [{ content: [one] }]],
		['document as text', { content: [{ ...one, document: JSON.stringify(bare) }] }],
	])('%s', (_, input) => {
		const { documents, problems } = readDocuments(input);
		expect(problems).toEqual([]);
		expect(documents).toEqual([
			expect.objectContaining({ docId: one.id, docType: 'expense', docStatus: 'READY', companyId: '821599', document: bare }),
		]);
	});

	test('docId names the document, whatever else the item carries as id', () => {
		const item = { id: 7, docId: '1d099f5da4ac894424579389f91c722c', docType: 'expense', document: bare };
		expect(readDocuments(item).documents.map(({ docId }) => docId)).toEqual(['1d099f5da4ac894424579389f91c722c']);
	});

	test.each(['instruction', 'report', 'content'])('a further field of the item, called %s, changes nothing', (name) => {
		const item = { docId: one.id, docType: 'expense', document: bare, [name]: ['expense'] };
		for (const input of [item, [item]]) {
			const { documents, problems } = readDocuments(input);
			expect(problems).toEqual([]);
			expect(documents).toEqual([expect.objectContaining({ docId: one.id, docType: 'expense', document: bare })]);
		}
	});

	test('a bare document has no id and its type by content', () => {
		expect(readDocuments(bare).documents).toEqual([expect.objectContaining({ docId: null, docType: 'expense', document: bare })]);
	});

	test('an empty envelope holds no documents and is no problem', () => {
		expect(readDocuments({ content: [] })).toEqual({ documents: [], problems: [] });
	});

	const expected =
		'The input holds no documents: expected content[], fIDocuments[], getfIDocuments[], a list of documents, or one document.';
	test.each<[string, unknown, string]>([
		['not JSON', '{', 'unreadable-document . input: The input is not JSON:'],
		['a wrong envelope', { documents: [] }, `unreadable-document . input: ${expected}`],
		['null', null, 'unreadable-document . input: The input is null; it must hold FIS documents.'],
		['a number', 5, 'unreadable-document . input: The input is number; it must hold FIS documents.'],
		[
			'an envelope without a list',
			{ content: {} },
			'unreadable-document . input: The field content must be a list of documents.',
		],
	])('%s gives one problem and no document', (_, input, finding) => {
		const { documents, problems } = readDocuments(input);
		expect(documents).toEqual([]);
		expect(problems.map(shortReason)).toEqual([expect.stringContaining(finding)]);
	});

	test('bad elements keep their place and the rest still runs', () => {
		const input = {
			content: [
				one,
				{ id: 'd2', docType: 'expense', document: '{broken' },
				'text',
				null,
				{ id: 'd5', docType: 'invoice' },
				{ id: 'd6', docType: 'timesheet', document: 7 },
				one,
			],
		};
		const { documents, problems } = readDocuments(input);
		expect(documents.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5, 6]);
		expect(documents.map(({ docType }) => docType)).toEqual(['expense', 'expense', null, null, 'invoice', null, 'expense']);
		expect(problems.map(({ docId }) => docId)).toEqual(['d2', null, null, 'd5', 'd6']);
		expect(problems.map(shortReason)).toEqual([
			expect.stringMatching(
				/^unreadable-document \. document: Document 2: its field document is text that is not JSON \(.+\)\.$/,
			),
			'unreadable-document . [2]: Document 3 is string, not an object.',
			'unreadable-document . [3]: Document 4 is null, not an object.',
			'unreadable-document . document: Document 5: its field document is missing.',
			'unreadable-document . document: Document 6: its field document is not an object.',
		]);
		const postings = documents.map((document) => buildPosting(document, profileOf()));
		expect(postings.map(({ status }) => status)).toEqual(['ready', ...problems.map(() => 'review'), 'ready']);
		expect(postings[1]!.reasons).toEqual([problems[0]]);
	});
});

describe('types', () => {
	test.each([
		['cashadvance', { cashAdvanceData: {}, journalData: [] }],
		['invoice', { requestHeader: {}, lineItem: [] }],
		['requestobligation', { instruction: { instruction: 'obligate' }, requestHeader: {}, requestEntry: [] }],
		['reportobligation', { instruction: {}, report: {}, expenseEntry: [] }],
		['payroll', { report: {}, expenseEntry: [{ payrollData: [] }], travelAllowances: [] }],
		['expense', { report: {}, expenseEntry: [] }],
	])('%s by content, stated or not', (type, document) => {
		expect(readDocuments(document).documents[0]!.docType).toBe(type);
		expect(readDocuments(wrapped(document, { docType: type })).documents[0]!.docType).toBe(type);
		expect(readDocuments(wrapped(document, { docType: undefined })).documents[0]!.docType).toBe(type);
	});

	test.each<[string | null, string]>([
		['expense', 'report'],
		['expense', 'expenseEntry'],
		['cashadvance', 'cashAdvanceData'],
		['cashadvance', 'journalData'],
		['invoice', 'requestHeader'],
		['invoice', 'lineItem'],
		['reportobligation', 'instruction'],
		['payroll', 'travelAllowances'],
	])('%s is known by the section %s alone, even beside fields that a wrapper has', (type, section) => {
		expect(readDocuments({ [section]: {} }).documents[0]!.docType).toBe(type);
		const documents = readDocuments({ [section]: {}, document: 'attached.pdf', docStatus: 'x' }).documents;
		expect(documents).toEqual([expect.objectContaining({ docType: type, docStatus: null })]);
	});

	test.each(['document', 'docType', 'docStatus'])('a wrapper is known by its field %s alone', (field) => {
		const { documents } = readDocuments({ id: 'd1', [field]: field === 'document' ? bare : 'expense' });
		expect(documents).toEqual([expect.objectContaining({ docId: 'd1' })]);
	});

	test('the older name obligation is told apart by content', () => {
		const typeOf = (document: object) => {
			const [found] = readDocuments(wrapped(document, { docType: 'obligation' })).documents;
			return [found!.docType, found!.statedType];
		};
		expect(typeOf({ instruction: {}, requestHeader: {} })).toEqual(['requestobligation', undefined]);
		expect(typeOf({ instruction: {}, requestEntry: [] })).toEqual(['requestobligation', undefined]);
		expect(typeOf({ instruction: {}, report: {} })).toEqual(['reportobligation', undefined]);
		expect(typeOf(bare)).toEqual([null, 'obligation']);
	});

	test('a stated type counts whatever its case, and for content that looks like nothing', () => {
		const typeOf = (docType: string, document: object) => readDocuments(wrapped(document, { docType })).documents[0]!.docType;
		expect(typeOf('EXPENSE', bare)).toBe('expense');
		expect(typeOf('invoice', {})).toBe('invoice');
		expect(typeOf('Payroll', {})).toBe('payroll');
		expect(typeOf('payroll', { expenseEntry: [{ payrollData: [] }] })).toBe('payroll');
		expect(typeOf('expense', { expenseEntry: [{ payrollData: [] }] })).toBeNull();
	});

	test('an unknown type, or one that contradicts the content, is held and named', () => {
		for (const docType of ['timesheet', 'invoice']) {
			const posting = post(wrapped(bare, { docType }));
			expect(posting.status).toBe('review');
			expect(posting.reasons).toEqual([expect.objectContaining({ code: 'unknown-document', field: 'docType', value: docType })]);
		}
		expect(codes(post(wrapped({ something: 1 }, { docType: undefined })))).toEqual(['unknown-document']);
	});

	test('payroll and funds documents are recognized, explained and left alone', () => {
		expect(codes(post(wrapped({ report: {}, expenseEntry: [] }, { docType: 'payroll' })))).toEqual(['payroll-document']);
		expect(codes(post({ instruction: {}, report: {} }))).toEqual(['funds-document']);
	});
});
