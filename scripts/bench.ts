/** `npm run bench`: the benchmarks of bench/, on Node 24. Prints one table; times are ratios, and nothing passes or fails by them. */
import { join } from 'node:path';

import { exitWith, onRuntime } from './n8n/onRuntime';
import { ROOT } from './package';

exitWith(onRuntime(['--no-warnings', '--import', 'tsx', join(ROOT, 'bench', 'main.ts'), ...process.argv.slice(2)]));
