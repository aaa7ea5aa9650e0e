import demoCompany from '../../sandbox/demo/company.json';
import type { LabDocument } from './documents';
import type { EvidenceRow } from './judge';
import type { LabWorld } from './world';

/** A fault that is something people or programs do, and take back. */
export interface ActionFault {
	name: string;
	/** @returns whether the pipeline ran into it */
	play: (world: LabWorld) => Promise<boolean>;
}

const IN_TIME_MS = 30_000;
/** Samples of the vendor that is frozen and of the one whose entries are cut off. */
const VENDOR_SAMPLE = '03';
const VENDOR = 'E1003';
const PERIOD = '2026';

const period = demoCompany.periods.find(({ PeriodCode }) => PeriodCode === PERIOD)!;
const vendor = demoCompany.businessPartners.find(({ CardCode }) => CardCode === VENDOR)!;

/** While it is so, somebody's row says why it cannot go on; then a person corrects it. */
async function untilARowSays(
	world: LabWorld,
	does: object,
	undoes: object,
	says: (row: EvidenceRow) => boolean,
): Promise<boolean> {
	await world.control.post('/control/master-data', does);
	await world.load(VENDOR_SAMPLE);
	const isHit = await world.until(async () => (await world.rows()).some((row) => row.open === true && says(row)), IN_TIME_MS);
	await world.control.post('/control/master-data', undoes);
	return isHit;
}

async function sessionsExpire(world: LabWorld): Promise<boolean> {
	const logins = async () => (await world.control.get<{ logins: number }>('/control/counters')).data.logins;
	const before = await logins();
	await world.control.post('/control/sessions/expire', {});
	await world.load();
	return await world.until(async () => (await logins()) > before, IN_TIME_MS);
}

/** A rule of the customer's that cuts the connection under the change set of one document, every time, until somebody takes it back. */
async function changeSetCut(world: LabWorld): Promise<boolean> {
	const { document, load } = world.prepare(VENDOR_SAMPLE);
	const answer = world.random.pick(['badGateway', 'drop']);
	await world.control.post('/control/notifications', [
		{ field: 'Reference2', pattern: document.docId, text: 'Not this one', answer, onlyInChangeSets: true },
	]);
	await load();
	const says = async () => (await rowOf(world, document))?.status ?? '';
	const isHit = await world.until(async () => /rejected|uncertain/.test(await says()), IN_TIME_MS);
	await world.control.delete('/control/notifications');
	return isHit;
}

const rowOf = async (world: LabWorld, { docId }: LabDocument) => (await world.rows()).find((row) => row.docId === docId);

async function resubmit(world: LabWorld, earlier: LabDocument): Promise<void> {
	const { data } = await world.control.post<{ docId: string }>(`/control/documents/${earlier.docId}/resubmit`, {});
	world.documents.push({ ...earlier, docId: data.docId });
}

/** Recalled while it is ready, whether it was noted already or not, and sent again. */
async function recalledReady(world: LabWorld): Promise<boolean> {
	const document = await world.load(VENDOR_SAMPLE);
	await world.until(async () => (await rowOf(world, document)) !== undefined, world.random.whole(0, 1) * IN_TIME_MS);
	const { status } = await world.control.post(
		`/control/documents/${document.docId}/status`,
		{ status: 'RECALLED' },
		{ validateStatus: () => true },
	);
	if (status !== 200) return false;
	await resubmit(world, document);
	return true;
}

/** Recalled between its entry and its confirmation, and sent again. */
async function recalledPosted(world: LabWorld): Promise<boolean> {
	await world.control.post('/control/faults', [
		{ system: 'concur', method: 'POST', path: 'postingconfirmations', kind: 'html503', times: 12 },
	]);
	const document = await world.load(VENDOR_SAMPLE);
	const { docId } = document;
	const isPosted = await world.until(
		async () => (await world.entries()).some(({ Reference2 }) => Reference2.endsWith(`:${docId}`)),
		IN_TIME_MS,
	);
	if (!isPosted) return false;
	const recall = { status: 'RECALLED', force: true };
	const { data } = await world.control.post<{ history: Array<{ status: string }> }>(`/control/documents/${docId}/status`, recall);
	if (data.history.at(-2)?.status !== 'ACKNOWLEDGED') {
		// Confirmed in the meantime: nobody may recall it any more.
		await world.control.post(`/control/documents/${docId}/status`, { status: data.history.at(-2)?.status, force: true });
		return false;
	}
	await resubmit(world, document);
	return true;
}

export const actionFaults: ActionFault[] = [
	{ name: 'B1 sessions expire', play: sessionsExpire },
	{ name: 'change set of one document cut', play: changeSetCut },
	{
		name: 'period locked, unlocked',
		play: async (world) =>
			await untilARowSays(
				world,
				{ periods: [{ ...period, Locked: 'tYES', PeriodStatus: 'ltLocked' }] },
				{ periods: [period] },
				({ reason }) => /period/i.test(reason ?? ''),
			),
	},
	{
		name: 'vendor frozen, unfrozen',
		play: async (world) =>
			await untilARowSays(
				world,
				{ businessPartners: [{ ...vendor, Valid: 'tNO', Frozen: 'tYES' }] },
				{ businessPartners: [vendor] },
				({ reason }) => (reason ?? '').includes(VENDOR),
			),
	},
	{ name: 'recalled while ready, sent again', play: recalledReady },
	{ name: 'recalled while posted, sent again', play: recalledPosted },
];
