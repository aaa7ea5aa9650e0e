/**
 * `npm run mutation`: Stryker changes the money core, expression by expression, and looks whether a test notices; on Node 24. All of
 * it takes the better part of an hour; `npm run mutation -- --mutate 'nodes/shared/money/*.ts'` takes a part.
 */
import { join } from 'node:path';

import { exitWith, onRuntime } from './n8n/onRuntime';
import { ROOT } from './package';

const stryker = join(ROOT, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');

exitWith(onRuntime([stryker, 'run', ...process.argv.slice(2)]));
