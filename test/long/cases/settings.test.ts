/** An entry in the books ends every other question, in a real n8n: whatever changed since, and whatever the settings say. */
import demoCompany from '../../../sandbox/demo/company.json';
import type { NodeSettings } from '../../../scripts/lab/hurry';
import type { LabDocument } from '../../../scripts/lab/documents';
import * as cases from './world';

const { CONFIRMATION, FOR_EVER, MINUTE } = cases;
const SAMPLES = ['01', '02', '03', '09', '13', '14'];

const period = demoCompany.periods.find(({ PeriodCode }) => PeriodCode === '2026')!;
const locked = { periods: [{ ...period, Locked: 'tYES', PeriodStatus: 'ltLocked' }] };
const frozen = {
	businessPartners: demoCompany.businessPartners.map((partner) => ({ ...partner, Valid: 'tNO', Frozen: 'tYES' })),
};
/** Expense types of the samples, on accounts that the company does not have. */
const otherAccounts = [{ section: 'Accounts', setting: 'Accounts', to: 'By Account Table' }];

jest.setTimeout(60 * MINUTE);

afterEach(cases.close);

const lock = async () => void (await cases.world.control.post('/control/master-data', locked));

const changes: Array<[string, NodeSettings, () => Promise<void>]> = [
	['the period is locked', {}, lock],
	['the period is locked, If the Period Is Locked: Confirm a Failure', { dates: { periodPolicy: 'fail' } }, lock],
	['the period is locked, Answer to Concur: Confirm Every Failure', { onHold: 'confirmError' }, lock],
	['its partners are frozen', {}, async () => void (await cases.world.control.post('/control/master-data', frozen))],
	['the mapping is edited', {}, async () => await cases.world.loop.insertRows(otherAccounts, 'concur_b1_mapping')],
].map(([name, build, change]) => [name, { 'Build journal entry': build }, change] as [string, NodeSettings, () => Promise<void>]);

test.each(changes)('an entry in the books is confirmed all the same: %s', async (_, settings, change) => {
	await cases.open(settings);
	await cases.order({ ...CONFIRMATION, kind: 'status', status: 503, times: FOR_EVER });
	const documents = await cases.world.loadTogether(SAMPLES);
	await cases.happens('the entries', async () => (await cases.liveOf(documents)).length === documents.length);
	await change();
	await cases.endFaults();
	await cases.expectAllWell();
	// The change does hold for what is not in the books.
	const [late] = (await cases.world.loadTogether(['01'])) as [LabDocument];
	await cases.happens('the late one is held', async () => /^(review|failed)$/.test((await cases.rowOf(late))?.status ?? ''));
	expect(await cases.liveOf([late])).toEqual([]);
});
