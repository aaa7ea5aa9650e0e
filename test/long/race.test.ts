/** Several polls at the same moment note the same documents, on SQLite and on PostgreSQL: each is posted and confirmed once. */
import type { Mode } from '../../scripts/lab/installation';
import { judge } from '../../scripts/lab/judge';
import { LabWorld } from '../../scripts/lab/world';

const MINUTE = 60_000;
const SEED = 31;
const COPIES = 4;
/** The race is left to chance: documents come until so many were noted more than once. */
const ENOUGH = 5;
const MOST_DOCUMENTS = 150;
const SAMPLES = ['01', '02', '03', '09', '13'];

jest.setTimeout(120 * MINUTE);

/** Documents with more than one row, duplicates included. */
async function notedTwice(world: LabWorld): Promise<number> {
	const rows = await world.rows();
	const docIds = rows.map(({ docId }) => docId);
	return new Set(docIds.filter((docId, at) => docIds.indexOf(docId) !== at)).size;
}

test.each<Mode>(['single', 'queue'])('%s mode', async (mode) => {
	const world = await LabWorld.open(SEED, mode);
	try {
		// Their triggers know nothing of what the others gave out, and poll at the same seconds.
		for (let copy = 2; copy <= COPIES; copy += 1) await world.publishCopy(`Copy ${copy} on the same table`);
		while (world.documents.length < MOST_DOCUMENTS && (await notedTwice(world)) < ENOUGH) {
			for (const sample of SAMPLES) await world.load(sample);
			await world.until(async () => (await world.rows()).length >= world.documents.length, MINUTE);
		}
		const problems = async () =>
			judge(world.documents, await world.evidence()).filter(({ text }) => !text.endsWith('rows hold it'));
		await world.until(async () => (await problems()).length === 0, 5 * MINUTE);
		expect(await problems()).toEqual([]);
		const twice = await notedTwice(world);
		process.stderr.write(`${mode}: ${twice} of ${world.documents.length} documents were noted twice\n`);
		expect(twice).toBeGreaterThan(0);
	} finally {
		await world.loop.close();
	}
});
