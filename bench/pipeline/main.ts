/**
 * `npm run bench -- n8n [COUNT ...]`: the shipped pipeline in a real n8n, as tables and a chart in docs/pictures. A count with a letter
 * behind it is one of queue mode: `1000q1` with one worker, `1000q2` with two.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { measurePipeline, type PipelineFigure } from './measure';
import { nodeTable, pipelineChart, pipelineTable } from './report';

const CHART = join(__dirname, '..', '..', 'docs', 'pictures', 'benchmarks-pipeline.svg');
/** Of one document nearly all is the start of an execution, so the chart shows runs of more. */
const LEAST_IN_CHART = 100;

/** Milliseconds of each reply of both systems. */
const LATENCIES = [20, 100];

/** @throws Error for what is no count */
function runOf(text: string): { documents: number; workers: number } {
	const [, documents, workers = '0'] = /^(\d+)(?:q([12]))?$/.exec(text) ?? [];
	if (documents === undefined || Number(documents) < 1)
		throw new Error(`"${text}" is no number of documents, such as 100 or 1000q2`);
	return { documents: Number(documents), workers: Number(workers) };
}

/** @param counts as the command line names them */
export async function measureN8n(counts: string[], latencies = LATENCIES): Promise<void> {
	const figures: PipelineFigure[] = [];
	for (const run of counts.map(runOf))
		for (const ms of latencies) {
			process.stderr.write(`${run.documents} documents in a real n8n, ${ms} ms ...\n`);
			figures.push(await measurePipeline({ ...run, ms }));
		}
	const largest = figures.reduce((one, other) => (other.documents > one.documents ? other : one));
	process.stdout.write(`${pipelineTable(figures)}\n\n${nodeTable(largest)}\n`);
	const drawn = figures.filter(({ documents }) => documents >= LEAST_IN_CHART);
	if (drawn.length > 0) writeFileSync(CHART, pipelineChart(drawn));
}
