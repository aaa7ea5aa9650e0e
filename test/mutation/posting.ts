import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const POSTING_TESTS = join(__dirname, '..', 'posting');
const STARTING_PROCESSES = ['preview.test.ts', 'useCasesPage.test.ts'];
/** What kills most mutants goes first, what takes longest last. */
const FIRST = ['useCasesCosts.test.ts', 'useCasesPayees.test.ts', 'documents.test.ts'];
const LAST = ['properties.test.ts'];

const rank = (file: string): number => (FIRST.includes(file) ? -1 : LAST.includes(file) ? 1 : 0);

const files = readdirSync(POSTING_TESTS)
	.filter((file) => file.endsWith('.test.ts') && !STARTING_PROCESSES.includes(file))
	.sort((a, b) => rank(a) - rank(b));
for (const file of files) require(join(POSTING_TESTS, file));
