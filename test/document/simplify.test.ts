import { withoutNulls, type FisDocument } from '../../nodes/shared/document';
import { DEFAULT_PROFILE } from '../../nodes/shared/mapping';
import { buildPostings } from '../../nodes/shared/posting';
import { documentsOfSamples } from '../helpers/samples';

test('leaves out what is null, at every depth, and nothing else', () => {
	const content = { a: null, b: { c: null, d: 0, e: '' }, f: [null, { g: null, h: false }], i: [] };
	expect(withoutNulls(content)).toEqual({ b: { d: 0, e: '' }, f: [null, { h: false }], i: [] });
	expect(content.a).toBeNull();
	expect(withoutNulls('text')).toBe('text');
	expect(withoutNulls(null)).toBeNull();
});

test('every sample becomes the same posting with and without its empty fields', () => {
	const documents = documentsOfSamples();
	const built = (document: FisDocument) => buildPostings(document, DEFAULT_PROFILE, { today: '2026-11-24' });
	const shortened = documents.map((document) => ({ ...document, document: withoutNulls(document.document) }));
	expect(
		shortened.filter((short, index) => JSON.stringify(short).length < JSON.stringify(documents[index]).length),
	).not.toHaveLength(0);
	expect(shortened.map(built)).toEqual(documents.map(built));
	const filled = documents.map((document) => ({
		...document,
		document: withNulls(document.document) as FisDocument['document'],
	}));
	expect(filled.map(built)).toEqual(documents.map(built));
});

/** Fields of null in every object, as Concur sends them. */
function withNulls(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(withNulls);
	if (typeof value !== 'object' || value === null) return value;
	const inner = Object.entries(value).map(([name, one]): [string, unknown] => [name, withNulls(one)]);
	return { custom40Code: null, remark: null, ...Object.fromEntries(inner) };
}
