import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDocuments } from '../../nodes/shared/document';
import { readBudgets } from '../../scripts/preview/budgets';
import { runFunds } from '../../scripts/preview/funds';

/**
 * The funds vectors: budgets, documents in their order, and what must stand after each. They are kept beside the project; where they
 * are missing, this suite says so and checks nothing.
 */
const folder = join(__dirname, '../../../shared/fis');
const file = join(folder, 'vectors.json');

interface Vector {
	id: string;
	kind: string;
	options: unknown;
	steps: { fisDocId: string; docType: string; document: unknown; expect: unknown }[];
}

if (!existsSync(file)) {
	test('the vectors are not in this checkout, so none of them was checked', () => {
		console.warn(`No funds vectors: ${file} does not exist.`);
		expect(existsSync(folder)).toBe(false);
	});
} else {
	const vectors = (JSON.parse(readFileSync(file, 'utf8')) as Vector[]).filter(({ kind }) => kind === 'fgi');

	describe('funds vectors', () => {
		test('there are vectors', () => {
			expect(vectors.length).toBeGreaterThan(0);
		});

		test.each(vectors.map((vector) => [vector.id, vector] as const))('%s', (_, { options, steps }) => {
			const { documents } = readDocuments(steps.map(({ fisDocId, docType, document }) => ({ id: fisDocId, docType, document })));
			const situations = runFunds(documents, readBudgets(options, 'options')).map(({ situation }) => situation);
			expect(JSON.stringify(situations)).toEqual(JSON.stringify(steps.map((step) => step.expect)));
		});
	});
}
