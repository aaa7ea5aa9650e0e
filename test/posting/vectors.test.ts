import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDocuments } from '../../nodes/shared/document';
import { readProfile } from '../../nodes/shared/mapping';
import { buildPosting, type PostingLine } from '../../nodes/shared/posting';

/**
 * The posting vectors of the FIS use cases: documents with the lines an accountant expects. They are kept beside the project; where
 * they are missing, this suite says so and checks nothing.
 */
const folder = join(__dirname, '../../../shared/fis');
const file = join(folder, 'vectors.json');

interface Vector {
	id: string;
	kind: string;
	jsonFile?: string;
	document?: unknown;
	options?: unknown;
	expected: Record<string, string>[];
	expectedError?: string;
}

const KEYS = ['role', 'account', 'party', 'taxCode', 'qualifier', 'costCenter', 'debit', 'credit', 'currency'] as const;

const asText = (line: PostingLine | Record<string, string>): string =>
	KEYS.map((key) => (line as Record<string, unknown>)[key] ?? '').join(' | ');

const sorted = (lines: readonly (PostingLine | Record<string, string>)[]): string[] => lines.map(asText).sort();

if (!existsSync(file)) {
	test('the vectors are not in this checkout, so none of them was checked', () => {
		console.warn(`No posting vectors: ${file} does not exist.`);
		expect(existsSync(folder)).toBe(false);
	});
} else {
	const vectors = (JSON.parse(readFileSync(file, 'utf8')) as Vector[]).filter(({ kind }) => kind === 'posting');
	const isThere = ({ jsonFile }: Vector) => jsonFile === undefined || existsSync(join(folder, 'documents', jsonFile));
	const usable = vectors.filter(isThere);
	const missing = vectors.filter((vector) => !isThere(vector));

	describe('posting vectors', () => {
		test(`there are vectors; ${usable.length} can be checked, ${missing.length} lack their file${missing.length ? `: ${missing.map(({ id }) => id).join(', ')}` : ''}`, () => {
			expect(usable.length).toBeGreaterThan(0);
		});

		test.each(usable.map((vector) => [vector.id, vector] as const))('%s', (_, vector) => {
			const input = vector.jsonFile
				? (JSON.parse(readFileSync(join(folder, 'documents', vector.jsonFile), 'utf8')) as unknown)
				: vector.document;
			const { profile, problems } = readProfile(vector.options ?? {});
			expect(problems).toEqual([]);
			const { documents } = readDocuments(input);
			expect(documents).toHaveLength(1);
			const posting = buildPosting(documents[0]!, profile);
			if (vector.expectedError) {
				const [code, value] = vector.expectedError.split(':');
				expect(posting.reasons.map((reason) => reason.code)).toEqual([code]);
				if (value !== undefined) expect(posting.reasons[0]!.value).toBe(value);
				expect(posting.lines).toEqual([]);
				return;
			}
			expect(posting.reasons).toEqual([]);
			expect(sorted(posting.lines)).toEqual(sorted(vector.expected));
			expect(posting.status).toBe(vector.expected.length === 0 ? 'nothingToPost' : 'ready');
		});
	});
}
