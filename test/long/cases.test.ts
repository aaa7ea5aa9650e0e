/** Cases that need a workflow with settings of its own, or documents that are wrong in ways of their own, in a real n8n. */
import demoCompany from '../../sandbox/demo/company.json';
import type { NodeSettings } from '../../scripts/lab/loop';
import type { LabDocument } from '../../scripts/lab/documents';
import { judge } from '../../scripts/lab/judge';
import { LabWorld, type SpoiltDocument } from '../../scripts/lab/world';

const MINUTE = 60_000;
const SEED = 41;
/** `times` of a fault that does not end. */
const FOR_EVER = 0;
const SAMPLES = ['01', '02', '03', '09', '13', '14'];
const CONFIRMATION = { system: 'concur', method: 'POST', path: 'postingconfirmations' };

const period = demoCompany.periods.find(({ PeriodCode }) => PeriodCode === '2026')!;
const locked = { periods: [{ ...period, Locked: 'tYES', PeriodStatus: 'ltLocked' }] };

jest.setTimeout(60 * MINUTE);

let world: LabWorld;

const open = async (settings: NodeSettings = {}) => void (world = await LabWorld.open(SEED, 'single', {}, settings));

afterEach(async () => {
	await world.loop.close();
});

async function load(samples = SAMPLES): Promise<LabDocument[]> {
	const documents: LabDocument[] = [];
	for (const sample of samples) documents.push(await world.load(sample));
	return documents;
}

async function happens(what: string, isTrue: () => Promise<boolean>): Promise<void> {
	if (!(await world.until(isTrue, 2 * MINUTE))) throw new Error(`Not in time: ${what}`);
}

const liveOf = async (documents: LabDocument[]) =>
	(await world.entries()).filter(
		({ Reference2, CancelledBy, CancellationOf }) =>
			CancelledBy === null && CancellationOf === null && documents.some(({ docId }) => Reference2.endsWith(`:${docId}`)),
	);

async function expectAllWell(): Promise<void> {
	const problems = async () => judge(world.documents, await world.evidence());
	await world.until(async () => (await problems()).length === 0, 3 * MINUTE);
	expect(await problems()).toEqual([]);
}

const rowOf = async ({ docId }: LabDocument) => (await world.rows()).find((row) => row.docId === docId);

test.each<[string, NodeSettings]>([
	['If the Period Is Locked: Confirm a Failure', { 'Build journal entry': { dates: { periodPolicy: 'fail' } } }],
	['Answer to Concur: Confirm Every Failure', { 'Build journal entry': { onHold: 'confirmError' } }],
])('%s: an entry in the books is confirmed all the same once the period is locked', async (_, settings) => {
	await open(settings);
	await world.control.post('/control/faults', [{ ...CONFIRMATION, kind: 'status', status: 503, times: FOR_EVER }]);
	const documents = await load();
	await happens('the entries', async () => (await liveOf(documents)).length === documents.length);
	await world.control.post('/control/master-data', locked);
	await world.control.delete('/control/faults');
	await expectAllWell();
	// The setting does hold for what is not in the books.
	const [late] = (await load(['01'])) as [LabDocument];
	const statusOf = async () => (await world.evidence()).concur.find(({ docId }) => docId === late.docId)?.docStatus;
	await happens('the late one is sent back', async () => (await statusOf()) === 'POSTING_CONFIRMED_FAILURE');
	expect(await liveOf([late])).toEqual([]);
});

const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)]);

const spoils: Array<[string, (document: SpoiltDocument) => void]> = [
	['a currency that is no currency', ({ report }) => void (report.employeeCurrencyAlphaCode = 'constructor')],
	['an amount nested 1,000 deep', ({ report }) => void (report.totalApprovedAmount = nested(1_000))],
	['a journal that is a text', ({ expenseEntry }) => void (expenseEntry[0]!.allocation[0]!.journal = 'none')],
];

test('documents that cannot be read go to a person, and stop none of their neighbours', async () => {
	await open();
	const good = await load();
	const bad: LabDocument[] = [];
	for (const [, spoil] of spoils) bad.push(await world.loadSpoilt('01', spoil));
	await load();
	await expectAllWell();
	expect(await liveOf(good)).toHaveLength(good.length);
	for (const document of bad) expect((await rowOf(document))?.reason).toMatch(/.{10,}/);
});

test('a recalled document whose entry is reconciled stays with a person, and is cancelled once it is not', async () => {
	await open();
	await world.control.post('/control/faults', [{ ...CONFIRMATION, kind: 'status', status: 503, times: FOR_EVER }]);
	const [document] = (await load(['01'])) as [LabDocument];
	await happens('the entry', async () => (await liveOf([document])).length === 1);
	const [entry] = await liveOf([document]);
	await world.control.post('/control/reconciliations', { jdtNum: entry!.JdtNum });
	await world.control.post(`/control/documents/${document.docId}/status`, { status: 'RECALLED', force: true });
	await world.control.delete('/control/faults');
	await happens('the row asks for a person', async () => {
		const row = await rowOf(document);
		return row?.status === 'attention' && row.open === true && Boolean(row.reason);
	});
	expect(await liveOf([document])).toHaveLength(1);
	await world.control.post('/control/reconciliations', { jdtNum: entry!.JdtNum, reconciled: false });
	await expectAllWell();
	expect(await rowOf(document)).toMatchObject({ status: 'recalled', open: false });
});
