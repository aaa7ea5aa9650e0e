/** A passing outage of the tokens, of one request, of B1, in the middle of sixty and more documents of a real n8n: nothing stays behind. */
import { setTimeout as delay } from 'node:timers/promises';

import * as cases from './world';

const { ACKNOWLEDGEMENT, BUSINESS_ONE, CONFIRMATION, FOR_EVER, MINUTE, SHIPPED_RUN } = cases;
const DOCUMENTS = 60;
const TOKENS_DOWN_MS = 25_000;

jest.setTimeout(60 * MINUTE);

afterEach(cases.close);

const phases: Array<[string, object]> = [
	['acknowledgement', ACKNOWLEDGEMENT],
	['confirmation', CONFIRMATION],
];

test.each(phases)('behind the first %s request the tokens end, and none is given out for 25 s', async (_, request) => {
	await cases.open(SHIPPED_RUN);
	await cases.order({ ...request, kind: 'slow', ms: 2_000 });
	await cases.world.loadTogether(cases.reports(DOCUMENTS));
	await cases.happens('the first request', async () => (await cases.seen()) > 0);
	await cases.world.control.post('/control/tokens/expire', {});
	await cases.order({ system: 'concur', path: 'oauth2', kind: 'status', status: 503, times: FOR_EVER });
	await delay(TOKENS_DOWN_MS);
	const done = (await cases.statuses()).filter((status) => status === 'POSTING_CONFIRMED_SUCCESS');
	expect(done.length).toBeLessThan(DOCUMENTS);
	await cases.endFaults();
	await cases.expectAllWell();
});

test.each(phases)('a 403 for the second %s request passes by itself', async (_, request) => {
	await cases.open(SHIPPED_RUN);
	// A call is tried again after a 403 by itself, so the one that gets through to the rows takes two.
	await cases.order({ ...request, kind: 'forbidden', nth: 2, times: 2 });
	await cases.world.loadTogether(cases.reports(DOCUMENTS));
	await cases.happens('the refusal', async () => (await cases.world.rows()).some(({ reason }) => reason?.includes('HTTP 403')));
	const refused = (await cases.world.rows()).filter(({ reason }) => reason?.includes('HTTP 403'));
	for (const row of refused) expect(row).toMatchObject({ status: 'attention', open: true });
	await cases.expectAllWell();
});

test('a 403 that lasts leaves the rows open, asks for a person, and is tried less and less often', async () => {
	await cases.open(SHIPPED_RUN);
	await cases.order({ ...CONFIRMATION, kind: 'forbidden', times: FOR_EVER });
	const [document] = (await cases.world.loadTogether(['01'])) as [Awaited<ReturnType<typeof cases.world.load>>];
	await cases.happens('the row asks for a person', async () => await cases.waitsForPerson(document));
	const before = await cases.seen();
	await delay(30_000);
	expect((await cases.seen()) - before).toBeLessThan(12);
	expect(await cases.rowOf(document)).toMatchObject({
		status: 'attention',
		open: true,
		reason: expect.stringContaining('HTTP 403'),
	});
	await cases.endFaults();
	await cases.expectAllWell();
});

test('while B1 is down none of 250 ready documents is acknowledged, and all are done soon after it is back', async () => {
	await cases.open(SHIPPED_RUN);
	await cases.order({ ...BUSINESS_ONE, kind: 'html503', times: FOR_EVER });
	await cases.world.loadTogether(cases.reports(250));
	await cases.happens('all are noted', async () => (await cases.world.rows()).length === 250);
	await delay(45_000);
	expect(new Set(await cases.statuses())).toEqual(new Set(['READY']));
	expect((await cases.world.rows()).every(({ status, open }) => status === 'received' && open === true)).toBe(true);
	await cases.endFaults();
	await cases.expectAllWell(6 * MINUTE);
});
