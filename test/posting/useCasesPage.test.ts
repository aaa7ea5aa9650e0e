import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { useCasesPage } from '../../scripts/use-cases/page';
import { useCases } from './useCaseDocuments';

test('the page of use cases shows every case with the entry the engine makes today', () => {
	const ids = Array.from({ length: 25 }, (_, index) => `UC${String(index + 1).padStart(2, '0')}`);
	for (const id of ids) expect(useCases.some((useCase) => useCase.id.startsWith(id))).toBe(true);
	expect(readFileSync(join(__dirname, '../../docs/use-cases.md'), 'utf8')).toBe(useCasesPage());
});
