import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';

const ROOMS = ['review', 'document', 'mapping', 'posting', 'journalEntry'].map((room) => join(__dirname, '..', room));
const STARTING_PROCESSES = ['preview.test.ts', 'useCasesPage.test.ts'];
/** What kills most mutants goes first, what takes longest last. */
const FIRST = ['useCasesCosts.test.ts', 'useCasesPayees.test.ts', 'documents.test.ts'];
const LAST = ['properties.test.ts'];

const rank = (path: string): number => (FIRST.includes(basename(path)) ? -1 : LAST.includes(basename(path)) ? 1 : 0);

const files = ROOMS.flatMap((room) => readdirSync(room).map((file) => join(room, file)))
	.filter((path) => path.endsWith('.test.ts') && !STARTING_PROCESSES.includes(basename(path)))
	.sort((a, b) => rank(a) - rank(b));
for (const file of files) require(file);
