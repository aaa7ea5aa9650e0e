/** A recalled document does not keep its entry, in a real n8n: it is cancelled, or the row stays open and says why not. */
import type { LabDocument } from '../../../scripts/lab/documents';
import * as cases from './world';

const { CONFIRMATION, FOR_EVER, MINUTE } = cases;
/** Where a server fails so often, a person is asked to look. */
const TRIES = 8;

jest.setTimeout(60 * MINUTE);

afterEach(cases.close);

/** A document that is posted, and recalled before Concur could be told. */
async function recalledPosted(): Promise<LabDocument> {
	await cases.open();
	await cases.order({ ...CONFIRMATION, kind: 'status', status: 503, times: FOR_EVER });
	const [document] = (await cases.world.loadTogether(['01'])) as [LabDocument];
	await cases.happens('the entry', async () => (await cases.liveOf([document])).length === 1);
	return document;
}

const recall = async ({ docId }: LabDocument) =>
	void (await cases.world.control.post(`/control/documents/${docId}/status`, { status: 'RECALLED', force: true }));

async function expectCancelled(document: LabDocument): Promise<void> {
	await cases.expectAllWell();
	expect(await cases.rowOf(document)).toMatchObject({ status: 'recalled', open: false });
	expect(await cases.world.entries()).toHaveLength(2);
}

test('a document that is recalled between its entry and its confirmation has the entry cancelled', async () => {
	const document = await recalledPosted();
	await recall(document);
	await cases.endFaults();
	await expectCancelled(document);
});

test('while the cancellation fails the row stays open, then asks for a person, and ends once it works', async () => {
	const document = await recalledPosted();
	await recall(document);
	await cases.endFaults();
	await cases.order({ system: 'businessOne', method: 'POST', path: 'Cancel', kind: 'empty500', times: FOR_EVER });
	await cases.happens('cancelling fails', async () => (await cases.seen()) > 0);
	await cases.happens('the row is open as recalled', async () => {
		const row = await cases.rowOf(document);
		return row?.status === 'recalled' && row.open === true && Boolean(row.reason);
	});
	await cases.happens('a person is asked to look', async () => await cases.waitsForPerson(document), 6 * MINUTE);
	expect(await cases.seen()).toBeGreaterThanOrEqual(TRIES);
	expect(await cases.liveOf([document])).toHaveLength(1);
	await cases.endFaults();
	await expectCancelled(document);
});

test('the confirmation is answered "recalled", and cancelling fails: the entry is cancelled once that works', async () => {
	const document = await recalledPosted();
	await cases.endFaults();
	await cases.order(
		{ system: 'businessOne', method: 'POST', path: 'Cancel', kind: 'empty500', times: TRIES },
		{ ...CONFIRMATION, kind: 'serviceCode', code: 112, times: FOR_EVER },
	);
	await cases.happens('the row is closed', async () => (await cases.rowOf(document))?.open === false, 6 * MINUTE);
	expect(await cases.rowOf(document)).toMatchObject({ status: 'recalled' });
	expect(await cases.liveOf([document])).toEqual([]);
});

test('a recalled document whose entry is reconciled stays with a person, and is cancelled once it is not', async () => {
	const document = await recalledPosted();
	const [entry] = await cases.liveOf([document]);
	await cases.world.control.post('/control/reconciliations', { jdtNum: entry!.JdtNum });
	await recall(document);
	await cases.endFaults();
	await cases.happens('the row asks for a person', async () => await cases.waitsForPerson(document));
	expect(await cases.liveOf([document])).toHaveLength(1);
	await cases.world.control.post('/control/reconciliations', { jdtNum: entry!.JdtNum, reconciled: false });
	await expectCancelled(document);
});
