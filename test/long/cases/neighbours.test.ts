/** Documents that cannot be had or read, in a real n8n: they go to a person, and stop none of their neighbours. */
import type { LabDocument } from '../../../scripts/lab/documents';
import type { SpoiltDocument } from '../../../scripts/lab/world';
import * as cases from './world';

const { BUSINESS_ONE, FOR_EVER, MINUTE, SHIPPED_RUN } = cases;

jest.setTimeout(60 * MINUTE);

afterEach(cases.close);

test('of 21 acknowledged documents one cannot be had: 20 go through, and the one stays open with its reason', async () => {
	await cases.open(SHIPPED_RUN);
	await cases.order({ ...BUSINESS_ONE, path: 'batch', kind: 'html503', times: FOR_EVER });
	const documents = await cases.world.loadTogether(cases.reports(21));
	await cases.happens('all are acknowledged', async () => (await cases.statuses()).every((status) => status === 'ACKNOWLEDGED'));
	const [one] = documents as [LabDocument];
	const cannotBeHad = { system: 'concur', method: 'GET', kind: 'status', docId: one.docId, times: FOR_EVER };
	// Before B1 is back: the one must not get through in between.
	await cases.order({ ...cannotBeHad, status: 404 });
	await cases.happens('the one says why', async () => Boolean((await cases.rowOf(one))?.reason?.includes('HTTP 404')));
	await cases.endFaults();
	await cases.order({ ...cannotBeHad, status: 404 });
	const done = async () => (await cases.statuses()).filter((name) => name === 'POSTING_CONFIRMED_SUCCESS').length;
	await cases.happens('the others are done', async () => (await done()) === 20);
	expect(await cases.rowOf(one)).toMatchObject({ open: true, reason: expect.stringContaining('HTTP 404') });
	await cases.endFaults();
	await cases.order({ ...cannotBeHad, status: 500 });
	await cases.happens('the one says why not now', async () => Boolean((await cases.rowOf(one))?.reason?.includes('HTTP 500')));
	const { open, dueAt } = (await cases.rowOf(one))!;
	expect({ open, isDue: Number.isFinite(Date.parse(dueAt!)) }).toEqual({ open: true, isDue: true });
	await cases.endFaults();
	await cases.expectAllWell();
});

/** Deeper than JavaScript writes; a document in text comes through the sandbox all the same. */
const DEPTH = 5_000;
const DEEP = 'a value nested deep';
const nest = (json: string) => json.replace(`"${DEEP}"`, `${'['.repeat(DEPTH)}1${']'.repeat(DEPTH)}`);

const spoils: Array<(document: SpoiltDocument) => void> = [
	({ report }) => void (report.employeeCurrencyAlphaCode = 'constructor'),
	({ report }) => void (report.totalApprovedAmount = DEEP),
	({ report }) => void (report.reportPaymentProcessingDate = DEEP),
	({ expenseEntry }) => void (expenseEntry[0]!.allocation[0]!.journal = 'none'),
];

test('documents that cannot be read go to a person, and stop none of their neighbours', async () => {
	await cases.open();
	const good = await cases.world.loadTogether(cases.reports(6));
	const bad: LabDocument[] = [];
	for (const spoil of spoils) bad.push(await cases.world.loadSpoilt('01', spoil, nest));
	good.push(...(await cases.world.loadTogether(cases.reports(6))));
	await cases.expectAllWell();
	expect(await cases.liveOf(good)).toHaveLength(good.length);
	for (const document of bad) expect((await cases.rowOf(document))?.reason).toMatch(/.{10,}/);
});
