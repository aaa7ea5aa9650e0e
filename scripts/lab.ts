/**
 * `npm run lab -- --seed N --documents N`: the shipped pipeline in a real n8n under kills and faults of every kind, in an order that
 * the seed decides, and a judge from outside. Exit code 0 only when nothing was lost, doubled, told wrongly or left, and every kind of
 * fault was hit.
 */
import { parseArgs } from 'node:util';

import { interruption } from './interruption';
import type { Mode } from './lab/installation';
import { endedWell, renderLab } from './lab/report';
import { runLab } from './lab/run';
import { exitWith } from './n8n/onRuntime';

const DOCUMENTS_PER_KILL = 25;

const USAGE = `npm run lab -- [options]

  --seed N        decides documents, faults and their order (1)
  --documents N   how many documents come at least (300)
  --kills N       how often n8n, or a process of it, is killed (one for 25 documents)
  --mode MODE     single: one n8n with SQLite (default); queue: main, two workers, PostgreSQL, Redis
  --help          this text
`;

/** @throws Error for what is no whole number from 1 */
function wholeNumber(name: string, text: string): number {
	const value = Number(text);
	if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} takes a whole number from 1, not "${text}"`);
	return value;
}

/** @throws Error for what is no mode */
function modeOf(text: string): Mode {
	if (text !== 'single' && text !== 'queue') throw new Error(`--mode takes single or queue, not "${text}"`);
	return text;
}

async function main(): Promise<number> {
	const { values } = parseArgs({
		options: {
			seed: { type: 'string', default: '1' },
			documents: { type: 'string', default: '300' },
			kills: { type: 'string' },
			mode: { type: 'string', default: 'single' },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) {
		process.stdout.write(USAGE);
		return 0;
	}
	const seed = wholeNumber('seed', values.seed);
	const documents = wholeNumber('documents', values.documents);
	const kills = wholeNumber('kills', values.kills ?? String(Math.max(1, Math.round(documents / DOCUMENTS_PER_KILL))));
	const mode = modeOf(values.mode);
	process.stdout.write(`Seed ${seed}, ${mode}, ${documents} documents, ${kills} kills\n`);
	// n8n is a process group of its own and ends with this process.
	const result = await Promise.race([runLab({ seed, documents, kills, mode }), interruption()]);
	if (result === 'interrupted') return 130;
	process.stdout.write(`${renderLab(result)}\n`);
	return endedWell(result) ? 0 : 1;
}

exitWith(main());
