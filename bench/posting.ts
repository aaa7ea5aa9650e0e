/**
 * `node --import tsx bench/posting.ts`: how long the posting engine takes for a document, as a ratio to `JSON.parse` plus
 * `JSON.stringify` of the same document in the same run, and how that grows with the rows of a report.
 */
import { buildPosting, readDocuments, readProfile, toJournalEntry } from '../nodes/shared/posting';
import { reportOf } from './report';

const { profile } = readProfile({ taxCodes: { VA: { code: 'V1', account: '154000' } } });
const REPEATS = 25;

/** Median time of one call in microseconds. */
function measure(run: () => unknown, callsPerSample: number): number {
	for (let index = 0; index < callsPerSample * 3; index++) run();
	const samples: number[] = [];
	for (let sample = 0; sample < REPEATS; sample++) {
		const start = performance.now();
		for (let index = 0; index < callsPerSample; index++) run();
		samples.push(((performance.now() - start) * 1000) / callsPerSample);
	}
	return samples.sort((a, b) => a - b)[Math.floor(REPEATS / 2)]!;
}

console.log('entries  document KB  parse+stringify us  build us  build+entry us  ratio  us per entry');
for (const entries of [1, 5, 20, 100, 500, 2000]) {
	const text = JSON.stringify(reportOf(entries));
	const document = readDocuments(JSON.parse(text)).documents[0]!;
	if (toJournalEntry(buildPosting(document, profile), profile, null).status !== 'ready')
		throw new Error('The sample document must be ready to post');
	const calls = Math.max(2, Math.ceil(400 / entries));
	const json = measure(() => JSON.stringify(JSON.parse(text)), calls);
	const build = measure(() => buildPosting(document, profile), calls);
	const whole = measure(() => toJournalEntry(buildPosting(document, profile), profile, null), calls);
	const columns = [
		entries,
		(text.length / 1024).toFixed(0),
		json.toFixed(0),
		build.toFixed(0),
		whole.toFixed(0),
		(whole / json).toFixed(2),
		(whole / entries).toFixed(1),
	];
	const widths = [7, 11, 18, 8, 14, 5, 12];
	console.log(columns.map((column, index) => String(column).padStart(widths[index]!)).join('  '));
}
