/** Outages and mishaps by name, one after the other in one real n8n: at the end of each, every document is where it belongs. */
import demoCompany from '../../sandbox/demo/company.json';
import type { LabDocument } from '../../scripts/lab/documents';
import { judge } from '../../scripts/lab/judge';
import { LabWorld } from '../../scripts/lab/world';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const SEED = 7;
/** `times` of a fault that does not end. */
const FOR_EVER = 0;
/** One of each type of document: Concur hears of each type in a request of its own. */
const SAMPLES = ['01', '02', '03', '09', '13', '14'];

const ACKNOWLEDGEMENT = { system: 'concur', method: 'POST', path: 'acknowledgements' };
const CONFIRMATION = { system: 'concur', method: 'POST', path: 'postingconfirmations' };
const TOKEN = { system: 'concur', method: 'POST', path: 'oauth2/v0/token' };

const period = demoCompany.periods.find(({ PeriodCode }) => PeriodCode === '2026')!;
const vendor = demoCompany.businessPartners.find(({ CardCode }) => CardCode === 'E1001')!;

/** The scenarios' own limits grow with the load of the machine; this one is for what hangs. */
jest.setTimeout(30 * MINUTE);

let world: LabWorld;

beforeAll(async () => {
	world = await LabWorld.open(SEED);
});

afterEach(async () => {
	await world.control.delete('/control/faults');
});

afterAll(async () => {
	await world.loop.close();
});

const order = async (...rules: object[]) => void (await world.control.post('/control/faults', rules));

async function load(): Promise<LabDocument[]> {
	const documents: LabDocument[] = [];
	for (const sample of SAMPLES) documents.push(await world.load(sample));
	return documents;
}

async function happens(what: string, isTrue: () => Promise<boolean>): Promise<void> {
	if (!(await world.until(isTrue, MINUTE))) throw new Error(`Not in time: ${what}`);
}

const seen = async (kind: string) => {
	const { faults } = (await world.control.get<{ faults: Array<{ kind: string; seen: number }> }>('/control/faults')).data;
	return faults.find((rule) => rule.kind === kind)?.seen ?? 0;
};

const statusesOf = async (documents: LabDocument[]) => {
	const { concur } = await world.evidence();
	return documents.map(({ docId }) => concur.find((one) => one.docId === docId)?.docStatus);
};

const all = (documents: LabDocument[], status: string) => async () =>
	(await statusesOf(documents)).every((one) => one === status);

const liveOf = async (documents: LabDocument[]) =>
	(await world.entries()).filter(({ Reference2 }) => documents.some(({ docId }) => Reference2.endsWith(`:${docId}`)));

async function expectAllWell(): Promise<void> {
	const problems = async () => judge(world.documents, await world.evidence());
	await world.until(async () => (await problems()).length === 0, 90 * SECOND);
	expect(await problems()).toEqual([]);
}

test.each([
	['confirmation', CONFIRMATION],
	['acknowledgement', ACKNOWLEDGEMENT],
])('the token ends after the first %s, and the token service is down for a while', async (_, request) => {
	// The first request of its kind is held back, so that the token ends before the next.
	await order({ ...request, kind: 'slow', ms: 2 * SECOND });
	await load();
	await happens('the first request', async () => (await seen('slow')) > 0);
	await order({ ...TOKEN, kind: 'status', status: 503, times: 8 });
	await world.control.post('/control/tokens/expire', {});
	await happens('the token service is asked', async () => (await seen('status')) > 0);
	await expectAllWell();
});

test.each([
	['confirmation', CONFIRMATION],
	['acknowledgement', ACKNOWLEDGEMENT],
])('the second %s is refused once', async (_, request) => {
	await order({ ...request, kind: 'forbidden', nth: 2 });
	await load();
	await happens('the refusal', async () => (await seen('forbidden')) >= 2);
	await expectAllWell();
});

test.each([
	['the period is locked', { periods: [{ ...period, Locked: 'tYES', PeriodStatus: 'ltLocked' }] }, { periods: [period] }],
	['the vendor is frozen', { businessPartners: [{ ...vendor, Valid: 'tNO', Frozen: 'tYES' }] }, { businessPartners: [vendor] }],
])('posted, the confirmation is lost, then %s: Concur hears of the entry', async (_, does, undoes) => {
	await order({ ...CONFIRMATION, kind: 'status', status: 503, times: FOR_EVER });
	const documents = await load();
	await happens('the entries', async () => (await liveOf(documents)).length === documents.length);
	await world.control.post('/control/master-data', does);
	try {
		await world.control.delete('/control/faults');
		await expectAllWell();
	} finally {
		await world.control.post('/control/master-data', undoes);
	}
});

test('n8n is killed once Concur has confirmed everything, before the rows are written', async () => {
	// The last confirmation's answer is held back: what Concur knows stands in no row yet.
	await order({ ...CONFIRMATION, kind: 'slow', ms: 4 * SECOND, times: 3 });
	const documents = await load();
	await happens('the confirmations', all(documents, 'POSTING_CONFIRMED_SUCCESS'));
	await world.cutOff();
	await expectAllWell();
});

test.each([404, 500])('Concur answers %i for one of many: the others go through, the one stays open', async (status) => {
	const { document, load: loadIt } = world.prepare('01');
	await order({ system: 'concur', method: 'GET', kind: 'status', status, docId: document.docId, times: FOR_EVER });
	await loadIt();
	const others = await load();
	await happens('the others are confirmed', all(others, 'POSTING_CONFIRMED_SUCCESS'));
	await happens('the one has its reason', async () =>
		(await world.rows()).some(({ docId, open, reason }) => docId === document.docId && open === true && Boolean(reason)),
	);
	expect(await liveOf([document])).toEqual([]);
	await world.control.delete('/control/faults');
	await expectAllWell();
});

test('the first acknowledgement takes longer than the hold', async () => {
	await order({ ...ACKNOWLEDGEMENT, kind: 'slow', ms: world.holdMs + 2 * SECOND });
	await load();
	await happens('the slow request', async () => (await seen('slow')) > 0);
	await expectAllWell();
});

test('while Business One is down nothing is acknowledged', async () => {
	await order({ system: 'businessOne', path: 'b1s', kind: 'html503', times: FOR_EVER });
	const documents = await load();
	await happens('Business One is asked twice', async () => (await seen('html503')) > 10);
	expect(await statusesOf(documents)).toEqual(documents.map(() => 'READY'));
	await world.control.delete('/control/faults');
	await expectAllWell();
});
