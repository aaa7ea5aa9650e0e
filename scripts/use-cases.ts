/** `node --import tsx scripts/use-cases.ts`: writes docs/use-cases.md from the use cases of the tests. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { useCasesPage } from './use-cases/page';

const file = join(__dirname, '../docs/use-cases.md');
writeFileSync(file, useCasesPage());
process.stdout.write(`Wrote ${file}\n`);
