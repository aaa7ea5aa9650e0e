/** `npm run bench -- peers [COUNT ...]`: this package beside other ways to post, as a table and a chart in docs/pictures. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startSandbox } from '../../sandbox';
import { peerChart } from './chart';
import { MODELS, peerFigures, peerTable, type PeerFigure } from './figures';

const CHART = join(__dirname, '..', '..', 'docs', 'pictures', 'benchmarks-peers.svg');

/** @param counts of documents; the chart shows the largest */
export async function comparePeers(counts: number[]): Promise<void> {
	const sandbox = await startSandbox();
	const figures: PeerFigure[] = [];
	try {
		for (const count of counts)
			for (const model of MODELS) {
				process.stderr.write(`${count} documents, ${model.name} ...\n`);
				figures.push(...(await peerFigures(sandbox.url, model, count)));
			}
	} finally {
		await sandbox.stop();
	}
	process.stdout.write(`${peerTable(figures)}\n`);
	writeFileSync(CHART, peerChart(figures, Math.max(...counts)));
}
