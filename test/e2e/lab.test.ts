/** The short lab: sixty documents in a real n8n under every kind of fault, and three kills. */
import { neverHit, renderLab } from '../../scripts/lab/report';
import { runLab } from '../../scripts/lab/run';

const MINUTE = 60_000;

test(
	'sixty documents come through every kind of fault and three kills',
	async () => {
		const result = await runLab({ seed: 1, documents: 60, kills: 3 });
		process.stderr.write(`${renderLab(result)}\n`);
		expect(result.problems).toEqual([]);
		expect(neverHit(result)).toEqual([]);
	},
	// Its own limits grow with the load of the machine; this one is for what hangs.
	90 * MINUTE,
);
