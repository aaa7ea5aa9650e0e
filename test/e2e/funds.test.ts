/** n8n dies and replies get lost while funds are reserved: every document is answered, and nothing is reserved twice. */
import { FUNDS_PIPELINE } from '../../scripts/start/pipeline';
import { setUpFunds } from '../../scripts/start/funds';
import { connect, type Connection } from '../business-one/connection';
import { Loop } from '../../scripts/lab/loop';

const MINUTE = 60_000;
/** `times` of a fault that does not end. */
const FOR_EVER = 0;
/** A request and its report, which draws it down: together they reserve what the report asks for. */
const SAMPLES = ['funds/01', 'funds/02'];
const RESERVED = 950;

/** The waits' own limits grow with the load of the machine; this one is for what hangs. */
jest.setTimeout(60 * MINUTE);

let loop: Loop;
let b1: Connection;

beforeEach(async () => {
	loop = await Loop.prepare(SAMPLES);
	await setUpFunds(loop.sandbox);
	b1 = connect({ ...loop.sandbox.businessOne, url: loop.sandbox.url }, 'v2');
});

afterEach(async () => {
	b1.close();
	await loop.close();
});

async function rowsOf(table: string): Promise<Array<Record<string, string>>> {
	const { body } = await b1.serviceLayer.get(`U_${table}`);
	return (body as { value: Array<Record<string, string>> }).value;
}

/** The FIS ids of the steps that the register remembers; it keeps guards and costs that were read beside them. */
const steps = async (): Promise<string[]> =>
	(await rowsOf('CONCURB1STEPS')).filter(({ U_Kind }) => !['guard', 'books'].includes(U_Kind!)).map(({ Code }) => Code!);

const reserved = async (): Promise<number> =>
	(await rowsOf('CONCURB1FUNDS')).reduce((sum, { U_Open }) => sum + Number(U_Open), 0);

/** @param outcomes of the steps as their answers were confirmed, in the order of the samples */
async function expectEveryDocumentOnce(outcomes: string[]): Promise<void> {
	await loop.until(
		'every document is confirmed',
		async () => (await loop.documents()).every(({ docStatus }) => docStatus === 'POSTING_CONFIRMED_SUCCESS'),
		5 * MINUTE,
	);
	await loop.until('every row is closed', async () => (await loop.rows()).every(({ open }) => open === false), MINUTE);
	const docIds = (await loop.documents()).map(({ docId }) => docId).sort();
	expect(docIds).toHaveLength(SAMPLES.length);
	expect((await steps()).sort()).toEqual(docIds);
	expect(await reserved()).toBe(RESERVED);
	expect((await loop.rows()).map(({ status }) => status)).toEqual(SAMPLES.map(() => 'confirmed'));
	expect((await loop.rows()).map(({ outcome }) => outcome)).toEqual(outcomes);
}

test('n8n is cut off after the reservation, before the confirmation', async () => {
	await loop.control.post('/control/faults', [
		{ system: 'concur', method: 'POST', path: 'postingconfirmations', kind: 'html503', times: FOR_EVER },
	]);
	await loop.startN8n();
	await loop.publish(FUNDS_PIPELINE);
	await loop.until('both steps are in B1', async () => (await steps()).length === SAMPLES.length, 2 * MINUTE);
	await loop.killN8n();
	expect((await loop.documents()).map(({ docStatus }) => docStatus)).toEqual(SAMPLES.map(() => 'ACKNOWLEDGED'));
	await loop.control.delete('/control/faults');
	await loop.startN8n();
	await expectEveryDocumentOnce(['repeated', 'repeated']);
});

test('the reply to the reservation is lost, and the reply to its confirmation too', async () => {
	await loop.control.post('/control/faults', [
		// The fourth batch of a step is the one that writes it; those before read.
		{ system: 'businessOne', method: 'POST', path: 'batch', kind: 'commitThenDrop', nth: 4 },
		{ system: 'concur', method: 'POST', path: 'postingconfirmations', kind: 'commitThenDrop' },
	]);
	await loop.startN8n();
	await loop.publish(FUNDS_PIPELINE);
	await expectEveryDocumentOnce(['recovered', 'applied']);
});
