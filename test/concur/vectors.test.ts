import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judge } from '../../nodes/shared/concur/verdict';

interface Vector {
	id: string;
	kind: string;
	phase: Parameters<typeof judge>[0];
	given: Parameters<typeof judge>[1];
	expectedAction: string;
}

const file = join(__dirname, '../../../shared/fis/vectors.json');

/** The shared cases are not part of the package; where they are absent, the project's own ones in verdict.test.ts stand alone. */
const vectors: Vector[] = existsSync(file)
	? (JSON.parse(readFileSync(file, 'utf8')) as Vector[]).filter(({ kind }) => kind === 'protocol')
	: [];

describe(`shared protocol cases${vectors.length === 0 ? ' (not there: the folder with the shared vectors is missing)' : ''}`, () => {
	it('are all judged as expected, where they are there', () => {
		const wrong = vectors.filter(({ phase, given, expectedAction }) => judge(phase, given).action !== expectedAction);
		expect(wrong.map(({ id }) => id)).toEqual([]);
		expect(existsSync(file) ? vectors.length : 1).toBeGreaterThan(0);
	});
});
