import { readDocuments } from '../../nodes/shared/document';
import { readProfile } from '../../nodes/shared/mapping';
import { buildPosting, type PostingLine } from '../../nodes/shared/posting';
import { vectorsOf } from '../helpers/vectors';
import { useCases } from './useCaseDocuments';

/** Documents of every use case, and of what lies beside them, with the lines an accountant expects. */
interface Vector {
	document: unknown;
	options?: unknown;
	expected: Record<string, string>[];
	/** `code`, or `code:value`, of the one reason that holds the document. */
	expectedError?: string;
}

const KEYS = ['role', 'account', 'party', 'taxCode', 'qualifier', 'costCenter', 'debit', 'credit', 'currency'] as const;

const asText = (line: PostingLine | Record<string, string>): string =>
	KEYS.map((key) => (line as Record<string, unknown>)[key] ?? '').join(' | ');

const sorted = (lines: readonly (PostingLine | Record<string, string>)[]): string[] => lines.map(asText).sort();

const vectors = vectorsOf<Vector>('posting');

describe('posting vectors', () => {
	test('the project has one of its own for every use case, and for what holds a document', () => {
		const own = vectors.filter(([id]) => !id.startsWith('beside: '));
		const ids = own.map(([id]) => id);
		expect(useCases.map(({ id }) => id).filter((id) => !ids.includes(id))).toEqual([]);
		expect(new Set(ids).size).toBe(ids.length);
		expect(own.filter(([, { expectedError }]) => expectedError).length).toBeGreaterThanOrEqual(10);
	});

	test.each(vectors)('%s', (_, { document, options, expected, expectedError }) => {
		const { profile, problems } = readProfile(options ?? {});
		expect(problems).toEqual([]);
		const { documents } = readDocuments(document);
		expect(documents).toHaveLength(1);
		const posting = buildPosting(documents[0]!, profile);
		if (expectedError) {
			const [code, value] = expectedError.split(':');
			expect(posting.reasons.map((reason) => reason.code)).toEqual([code]);
			if (value !== undefined) expect(posting.reasons[0]!.value).toBe(value);
			expect(posting.lines).toEqual([]);
			return;
		}
		expect(posting.reasons).toEqual([]);
		expect(sorted(posting.lines)).toEqual(sorted(expected));
		expect(posting.status).toBe(expected.length === 0 ? 'nothingToPost' : 'ready');
	});
});
