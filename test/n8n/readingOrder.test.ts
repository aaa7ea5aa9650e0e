import { inReadingOrder } from '../../nodes/shared/n8n/readingOrder';

const orderOf = (json: object) => Object.keys(inReadingOrder([[{ json: { ...json } }]])[0]![0]!.json);

test('what a person looks for comes first, the document last, and the rest keeps its order', () => {
	const json = { docId: 'd', row: {}, document: {}, audit: {}, other: 1, posting: {}, summary: {}, facts: {}, zebra: 2 };
	expect(orderOf(json)).toEqual(['facts', 'summary', 'posting', 'docId', 'other', 'zebra', 'audit', 'row', 'document']);
});

test('nothing is added, lost or changed, and items keep what is beside their json', () => {
	const item = { json: { document: { a: 1 }, error: 'E', message: 'M', details: {} }, pairedItem: { item: 3 }, binary: {} };
	const [[ordered]] = inReadingOrder([[item]]) as [[typeof item]];
	expect(ordered).toEqual(item);
	expect(ordered.json.document).toBe(item.json.document);
	expect(Object.keys(ordered.json)).toEqual(['error', 'message', 'details', 'document']);
});
