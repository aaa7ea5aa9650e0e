/** n8n's limit for Data Tables in a real n8n: nothing new is taken out of Concur, and after a delete everything settles. */
import { judge } from '../../scripts/lab/judge';
import { LabWorld } from '../../scripts/lab/world';

const MINUTE = 60_000;
const SEED = 21;
/** Room for a hundred rows or so; n8n counts whole pages of the database. */
const LIMIT_BYTES = 120_000;
const DOCUMENTS_AT_ONCE = 20;
const MOST_DOCUMENTS = 400;
const SAMPLE = '01';
/** Executions that follow the arrival of a document until it would have been noted. */
const TRIED = 12;

jest.setTimeout(120 * MINUTE);

let world: LabWorld;

beforeAll(async () => {
	const env = { N8N_DATA_TABLES_MAX_SIZE_BYTES: String(LIMIT_BYTES), N8N_DATA_TABLES_SIZE_CHECK_CACHE_DURATION_MS: '100' };
	world = await LabWorld.open(SEED, 'single', env);
});

afterAll(async () => {
	await world.loop.close();
});

const statuses = async () => {
	const { concur } = await world.evidence();
	return world.documents.map(({ docId }) => concur.find((one) => one.docId === docId)?.docStatus);
};

const isReady = (status: string | undefined) => status === 'READY';

async function fillTheTable(): Promise<void> {
	const hasRefused = async () => (await world.loop.lastFailure()).reason.includes('size limit');
	while (!(await hasRefused())) {
		if (world.documents.length >= MOST_DOCUMENTS) throw new Error('The table took all documents and was never full');
		for (let count = 0; count < DOCUMENTS_AT_ONCE; count += 1) await world.load(SAMPLE);
		await world.until(async () => (await hasRefused()) || !(await statuses()).some(isReady), MINUTE);
	}
}

test('at the limit nothing more is acknowledged, and after closed rows were deleted every document settles', async () => {
	await fillTheTable();
	const late = [await world.load(SAMPLE), await world.load(SAMPLE)];
	// Polls and runs that came after them have tried.
	const { id } = await world.loop.lastFailure();
	await world.until(async () => (await world.loop.lastFailure()).id >= id + TRIED, 2 * MINUTE);
	const { concur, entries } = await world.evidence();
	for (const { docId } of late) {
		expect(concur.find((one) => one.docId === docId)?.docStatus).toBe('READY');
		expect(entries.filter(({ Reference2 }) => Reference2.endsWith(`:${docId}`))).toEqual([]);
	}
	expect((await world.rows()).some(({ open }) => open === false)).toBe(true);
	const problems = async () => {
		const evidence = await world.evidence();
		const isConfirmed = (docId: string) =>
			evidence.concur.find((one) => one.docId === docId)?.docStatus === 'POSTING_CONFIRMED_SUCCESS';
		// A closed row that was deleted is not needed any more.
		return judge(world.documents, evidence).filter(({ text, docId }) => text !== 'no row holds it' || !isConfirmed(docId));
	};
	// Documents that come together are more than the table holds at once: closed rows are deleted as often as it takes.
	await world.until(async () => {
		await world.loop.deleteClosedRows();
		return (await problems()).length === 0;
	}, 5 * MINUTE);
	expect(await problems()).toEqual([]);
});
