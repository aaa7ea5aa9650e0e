/** All benchmarks, one table. Every figure comes from the shipped nodes in n8n-core contexts, against the sandbox of this repository. */
import { cpus } from 'node:os';
import { startSandbox } from '../sandbox';
import { businessOneFigures } from './businessOne';
import { concurFigures } from './concur';
import { engineFigures, memoryFigures } from './processes';
import { comparePeers } from './peers/main';
import { measureN8n } from './pipeline/main';
import { renderTable, type Figure } from './table';

const say = (text: string) => process.stderr.write(`${text} ...\n`);

/** Documents where `npm run bench` is not told others: of 10,000 one run of all clients takes hours. */
const COUNTS = [1, 100, 1_000];

async function main(): Promise<void> {
	const [part, ...counts] = process.argv.slice(2);
	const told = counts.length > 0 ? counts : COUNTS.map(String);
	if (part === undefined) await measureThisPackage();
	if (part !== 'peers') await measureN8n(told);
	if (part !== 'n8n') await comparePeers(told.map(Number));
}

async function measureThisPackage(): Promise<void> {
	const figures: Figure[] = [];
	say('Time of the posting engine');
	figures.push(...(await engineFigures()));
	const sandbox = await startSandbox();
	try {
		say('Requests to Business One');
		figures.push(...(await businessOneFigures(sandbox.url)));
		say('Requests to Concur');
		figures.push(...(await concurFigures(sandbox.url)));
		say('Memory of an execution');
		figures.push(...(await memoryFigures(sandbox.url, [1, 100, 1_000])));
	} finally {
		await sandbox.stop();
	}
	process.stdout.write(
		`\nNode ${process.versions.node}, ${cpus().length} cores, ${new Date().toISOString().slice(0, 10)}\n\n${renderTable(figures)}\n`,
	);
}

main().then(
	() => process.exit(0),
	(error: Error) => {
		process.stderr.write(`${error.stack}\n`);
		process.exit(1);
	},
);
