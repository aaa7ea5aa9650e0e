/**
 * `node --import tsx bench/posting.ts`: how long the posting engine takes for a document, as a ratio to `JSON.parse` plus
 * `JSON.stringify` of the same document in the same run, and how that grows with the rows of a report.
 */
import { buildSync } from 'esbuild';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as Document from '../nodes/shared/document';
import type * as JournalEntry from '../nodes/shared/journalEntry';
import type * as Mapping from '../nodes/shared/mapping';
import type * as Posting from '../nodes/shared/posting';
import { reportOf } from './report';

const { buildPosting, readDocuments, readProfile, toJournalEntry } = bundledEngine();
const { profile } = readProfile({ taxCodes: { VA: { code: 'V1', account: '154000' } } });
const SAMPLES = 31;

type Engine = typeof Document & typeof Mapping & typeof Posting & typeof JournalEntry;

/** The engine as it is shipped: tsx, which runs this file, names every function it makes anew, and that costs more than many of them. */
function bundledEngine(): Engine {
	const folder = mkdtempSync(join(tmpdir(), 'concur-b1-bench-'));
	const outfile = join(folder, 'posting.cjs');
	const rooms = ['document', 'mapping', 'posting', 'journalEntry'];
	const contents = rooms.map((room) => `export * from './${room}';`).join('\n');
	const resolveDir = join(__dirname, '../nodes/shared');
	buildSync({ stdin: { contents, resolveDir }, bundle: true, platform: 'node', outfile });
	const engine = require(outfile) as Engine;
	rmSync(folder, { recursive: true });
	return engine;
}

/** CPU microseconds of one call: other processes on the machine do not count. */
function cpuTime(run: () => unknown, calls: number): number {
	const start = process.cpuUsage();
	for (let index = 0; index < calls; index++) run();
	const { user, system } = process.cpuUsage(start);
	return (user + system) / calls;
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

/** Medians of several ways to work on the same document, measured in turns so that all see the same machine. */
function measure(runs: (() => unknown)[], calls: number): number[] {
	for (const run of runs) cpuTime(run, calls * 4);
	const samples: number[][] = runs.map(() => []);
	for (let sample = 0; sample < SAMPLES; sample++) runs.forEach((run, index) => samples[index]!.push(cpuTime(run, calls)));
	return samples.map(median);
}

console.log('entries  document KB  parse+stringify us  build us  build+entry us  ratio  us per entry');
for (const entries of [1, 5, 20, 100, 500, 2000]) {
	const text = JSON.stringify(reportOf(entries));
	const document = readDocuments(JSON.parse(text)).documents[0]!;
	const build = () => buildPosting(document, profile);
	const whole = () => toJournalEntry(build(), profile, null);
	if (whole().status !== 'ready') throw new Error('The sample document must be ready to post');
	const calls = Math.max(2, Math.ceil(1000 / entries));
	const [jsonTime, buildTime, wholeTime] = measure([() => JSON.stringify(JSON.parse(text)), build, whole], calls) as [
		number,
		number,
		number,
	];
	const columns = [
		entries,
		(text.length / 1024).toFixed(0),
		jsonTime.toFixed(0),
		buildTime.toFixed(0),
		wholeTime.toFixed(0),
		(wholeTime / jsonTime).toFixed(2),
		(wholeTime / entries).toFixed(1),
	];
	const widths = [7, 11, 18, 8, 14, 5, 12];
	console.log(columns.map((column, index) => String(column).padStart(widths[index]!)).join('  '));
}
