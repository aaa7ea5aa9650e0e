/** `npm run test:long`: the lab with three seeds, three hundred documents and twelve kills each. Takes the better part of an hour. */
import { interruption } from './interruption';
import { endedWell, renderLab } from './lab/report';
import { runLab } from './lab/run';
import { exitWith } from './n8n/onRuntime';

const SEEDS = [1, 2, 3];
const DOCUMENTS = 300;
const KILLS = 12;

async function allSeeds(): Promise<number> {
	let code = 0;
	for (const seed of SEEDS) {
		process.stdout.write(`Seed ${seed}, ${DOCUMENTS} documents, ${KILLS} kills\n`);
		const result = await runLab({ seed, documents: DOCUMENTS, kills: KILLS });
		process.stdout.write(`${renderLab(result)}\n\n`);
		if (!endedWell(result)) code = 1;
	}
	return code;
}

// n8n is a process group of its own and ends with this process.
exitWith(Promise.race([allSeeds(), interruption().then(() => 130)]));
