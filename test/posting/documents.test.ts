import { buildPosting, readDocuments } from '../../nodes/shared/posting';
import { codes, entry, journal, post, profileOf, report, wrapped } from './sample';

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

	test('a bare document has no id and its type by content', () => {
		expect(readDocuments(bare).documents).toEqual([expect.objectContaining({ docId: null, docType: 'expense', document: bare })]);
	});

	test('an empty envelope holds no documents and is no problem', () => {
		expect(readDocuments({ content: [] })).toEqual({ documents: [], problems: [] });
	});

	test.each([
		['not JSON', '{', 'not JSON'],
		['a wrong envelope', { documents: [] }, 'holds no documents'],
		['null', null, 'null'],
		['a number', 5, 'number'],
		['an envelope without a list', { content: {} }, 'content must be a list'],
	])('%s gives one problem and no document', (_, input, message) => {
		const { documents, problems } = readDocuments(input);
		expect(documents).toEqual([]);
		expect(problems).toEqual([
			expect.objectContaining({ code: 'unreadable-document', message: expect.stringContaining(message) }),
		]);
	});

	test('bad elements keep their place and the rest still runs', () => {
		const input = {
			content: [one, { id: 'd2', docType: 'expense', document: '{broken' }, 'text', null, { id: 'd5', docType: 'expense' }, one],
		};
		const { documents, problems } = readDocuments(input);
		expect(documents.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5]);
		expect(problems.map(({ docId, field }) => [docId, field])).toEqual([
			['d2', 'document'],
			[null, '[2]'],
			[null, '[3]'],
			['d5', 'document'],
		]);
		const postings = documents.map((document) => buildPosting(document, profileOf()));
		expect(postings.map(({ status }) => status)).toEqual(['ready', 'review', 'review', 'review', 'review', 'ready']);
		expect(postings[1]!.reasons[0]!.message).toContain('Document 2');
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

	test('the older name obligation is told apart by content', () => {
		expect(readDocuments(wrapped({ instruction: {}, requestHeader: {} }, { docType: 'obligation' })).documents[0]!.docType).toBe(
			'requestobligation',
		);
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
