/** Three hundred documents under every kind of fault and twelve kills, three seeds, in a single n8n and in queue mode. */
import type { Mode } from '../../scripts/lab/installation';
import { neverHit, renderLab } from '../../scripts/lab/report';
import { runLab } from '../../scripts/lab/run';

const MINUTE = 60_000;
const SEEDS = [1, 2, 3];
const DOCUMENTS = 300;
const KILLS = 12;

const runs = (['single', 'queue'] as const).flatMap((mode) => SEEDS.map((seed): [Mode, number] => [mode, seed]));

test.each(runs)(
	'%s mode, seed %i: nothing is lost, doubled, told wrongly or left',
	async (mode, seed) => {
		const result = await runLab({ seed, documents: DOCUMENTS, kills: KILLS, mode });
		process.stderr.write(`${mode}, seed ${seed}\n${renderLab(result)}\n`);
		expect(result.problems).toEqual([]);
		expect(neverHit(result)).toEqual([]);
	},
	// Its own limits grow with the load of the machine; this one is for what hangs.
	240 * MINUTE,
);
