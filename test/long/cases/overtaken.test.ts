/** Executions that are slower than their hold, in a real n8n: others take their rows up, and each document is posted once. */
import type { IDataObject } from 'n8n-workflow';

import type { LabDocument } from '../../../scripts/lab/documents';
import { connect } from '../../business-one/connection';
import * as cases from './world';

const { ACKNOWLEDGEMENT, BUSINESS_ONE, CONFIRMATION, FOR_EVER, MINUTE } = cases;
const SYSTEM_ID = { systemId: 'B1-LAB' };

jest.setTimeout(60 * MINUTE);

afterEach(cases.close);

const holds = async (): Promise<Set<string>> =>
	new Set((await cases.world.rows()).map(({ heldBy }) => heldBy ?? '').filter((holder) => holder !== ''));

test('the first acknowledgement takes longer than the hold, and another execution takes 60 rows up', async () => {
	await cases.open({ 'Take up': { holdMinutes: 0.25, rowsPerRun: 200 } });
	await cases.order({ ...ACKNOWLEDGEMENT, kind: 'slow', ms: 20_000 });
	const documents = await cases.world.loadTogether(cases.reports(60));
	const holders = new Set<string>();
	await cases.happens('a second execution holds rows', async () => {
		for (const holder of await holds()) holders.add(holder);
		return holders.size > 1;
	});
	await cases.expectAllWell();
	expect(await cases.liveOf(documents)).toHaveLength(documents.length);
});

const settings = {
	Acknowledge: SYSTEM_ID,
	'Confirm in Concur': SYSTEM_ID,
	'Take up': { holdMinutes: 5 / 60, rowsPerRun: 200 },
};

test('without a register every answer of B1 takes longer than the hold: ten documents are posted once', async () => {
	await cases.open(settings, false);
	await cases.order({ ...BUSINESS_ONE, kind: 'slow', ms: 9_000, times: 12 });
	const documents = await cases.world.loadTogether(cases.reports(10));
	await cases.happens('the slow time is over', async () => (await cases.seen()) >= 12, 5 * MINUTE);
	await cases.expectAllWell();
	expect(await cases.liveOf(documents)).toHaveLength(documents.length);
});

test('a document that B1 holds twice is not confirmed: its row stays open and says so until one entry is cancelled', async () => {
	await cases.open({}, false);
	await cases.order({ ...CONFIRMATION, kind: 'status', status: 503, times: FOR_EVER });
	const [document] = (await cases.world.loadTogether(['01'])) as [LabDocument];
	await cases.happens('the entry', async () => (await cases.liveOf([document])).length === 1);
	const [entry] = await cases.liveOf([document]);
	const { sandbox } = cases.world.loop;
	const b1 = connect({ ...sandbox.businessOne, url: sandbox.url }, 'v2');
	try {
		const { body } = await b1.serviceLayer.get(`JournalEntries(${entry!.JdtNum})`);
		const { ReferenceDate, Reference, Reference2, Reference3, JournalEntryLines } = body as IDataObject;
		const lines = (JournalEntryLines as IDataObject[]).map(({ AccountCode, ShortName, Debit, Credit }) =>
			ShortName === AccountCode ? { AccountCode, Debit, Credit } : { ShortName, Debit, Credit },
		);
		const copy = { ReferenceDate, Reference, Reference2, Reference3, JournalEntryLines: lines };
		const { JdtNum } = (await b1.serviceLayer.post('JournalEntries', copy)).body as { JdtNum: number };
		const isDoubled = async () => /holds this document 2 times/.test((await cases.rowOf(document))?.reason ?? '');
		await cases.happens('the row says so', isDoubled);
		// Only now: a confirmation that is tried again since before the copy knows nothing of it.
		await cases.endFaults();
		await cases.happens('the row asks for a person', async () => await cases.waitsForPerson(document));
		expect(await cases.statuses()).toEqual(['ACKNOWLEDGED']);
		await b1.serviceLayer.post(`JournalEntries(${JdtNum})/Cancel`);
	} finally {
		b1.close();
	}
	await cases.happens('it is confirmed', async () => (await cases.statuses())[0] === 'POSTING_CONFIRMED_SUCCESS');
	await cases.happens('the row is closed', async () => (await cases.rowOf(document))?.open === false);
	expect(await cases.rowOf(document)).toMatchObject({ status: 'confirmed', number: Number(entry!.Number) });
});
