/** n8n dies, replies get lost, B1 is down for a while: no document is lost, and none is posted twice. */
import { Loop } from '../../scripts/lab/loop';

const MINUTE = 60_000;
/** `times` of a fault that does not end. */
const FOR_EVER = 0;
const SAMPLES = ['01', '02', '03', '09', '13'];

/** The waits' own limits grow with the load of the machine; this one is for what hangs. */
jest.setTimeout(60 * MINUTE);

let loop: Loop;

afterEach(async () => {
	await loop.close();
});

async function expectEveryDocumentOnce(): Promise<void> {
	await loop.until(
		'every document is confirmed',
		async () => (await loop.documents()).every(({ docStatus }) => docStatus === 'POSTING_CONFIRMED_SUCCESS'),
		5 * MINUTE,
	);
	const documents = await loop.documents();
	const keys = (await loop.entries()).map(({ Reference2 }) => Reference2);
	expect(documents).toHaveLength(SAMPLES.length);
	expect(keys.map((key) => key.split(':')[1]).sort()).toEqual(documents.map(({ docId }) => docId).sort());
}

test('n8n is cut off after the acknowledgement, before the post', async () => {
	loop = await Loop.prepare(SAMPLES);
	// The post waits long enough for the cut.
	await loop.control.post('/control/faults', [{ system: 'businessOne', method: 'POST', path: 'Login', kind: 'slow', ms: 8000 }]);
	await loop.startN8n();
	await loop.publish();
	await loop.until(
		'every document is acknowledged',
		async () => (await loop.documents()).every(({ docStatus }) => docStatus === 'ACKNOWLEDGED'),
		2 * MINUTE,
	);
	await loop.killN8n();
	expect(await loop.entries()).toEqual([]);
	await loop.startN8n();
	await expectEveryDocumentOnce();
});

test('n8n is cut off after the post, before the confirmation', async () => {
	loop = await Loop.prepare(SAMPLES);
	await loop.control.post('/control/faults', [
		{ system: 'concur', method: 'POST', path: 'postingconfirmations', kind: 'html503', times: FOR_EVER },
	]);
	await loop.startN8n();
	await loop.publish();
	await loop.until('the entries are in B1', async () => (await loop.entries()).length === SAMPLES.length, 2 * MINUTE);
	await loop.killN8n();
	expect((await loop.documents()).map(({ docStatus }) => docStatus)).toEqual(SAMPLES.map(() => 'ACKNOWLEDGED'));
	await loop.control.delete('/control/faults');
	await loop.startN8n();
	await expectEveryDocumentOnce();
});

test('the reply to the post is lost, Concur loses replies too, and B1 is down for a while', async () => {
	loop = await Loop.prepare(SAMPLES);
	await loop.control.post('/control/faults', [
		{ system: 'businessOne', method: 'POST', path: 'batch', kind: 'commitThenDrop', nth: 3, times: 1 },
		{ system: 'businessOne', method: 'POST', path: 'batch', kind: 'html503', nth: 5, times: 4 },
		{ system: 'concur', method: 'POST', path: 'acknowledgements', kind: 'commitThenDrop', times: 1 },
		{ system: 'concur', method: 'POST', path: 'postingconfirmations', kind: 'commitThen500', times: 1 },
	]);
	await loop.startN8n();
	await loop.publish();
	await expectEveryDocumentOnce();
});

test('a report that is recalled after its entry was posted has its entry cancelled', async () => {
	loop = await Loop.prepare(['01']);
	await loop.control.post('/control/faults', [
		{ system: 'concur', method: 'POST', path: 'postingconfirmations', kind: 'serviceCode', code: 112, times: FOR_EVER },
	]);
	await loop.startN8n();
	await loop.publish();
	await loop.until('the entry has its reversal', async () => (await loop.entries()).length === 2, 3 * MINUTE);
	await loop.until('the row is closed', async () => (await loop.rows()).every(({ open }) => !open), MINUTE);
	expect(await loop.rows()).toEqual([expect.objectContaining({ status: 'recalled', open: false })]);
	expect(await loop.entries()).toHaveLength(2);
});
