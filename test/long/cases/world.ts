/** What the cases have in common: one lab of a real n8n and both systems, and what is asked of it. */
import type { NodeSettings } from '../../../scripts/lab/hurry';
import type { LabDocument } from '../../../scripts/lab/documents';
import { judge, type EvidenceRow } from '../../../scripts/lab/judge';
import { LabWorld } from '../../../scripts/lab/world';

export const MINUTE = 60_000;
const SEED = 41;
/** `times` of a fault that does not end. */
export const FOR_EVER = 0;

export const ACKNOWLEDGEMENT = { system: 'concur', method: 'POST', path: 'acknowledgements' };
export const CONFIRMATION = { system: 'concur', method: 'POST', path: 'postingconfirmations' };
export const BUSINESS_ONE = { system: 'businessOne', path: 'b1s' };

/** A run that takes up everything and is not hurried, as the shipped one. */
export const SHIPPED_RUN: NodeSettings = { 'Take up': { holdMinutes: 15, rowsPerRun: 200 } };

/** Of one type, so that they share requests: as many samples as are asked for. */
export const reports = (count: number): string[] => Array.from({ length: count }, (_, at) => ['01', '02', '03', '13'][at % 4]!);

export let world: LabWorld;

export async function open(settings: NodeSettings = {}, hasRegister = true): Promise<void> {
	world = await LabWorld.open(SEED, 'single', {}, settings, hasRegister);
}

/** To be called after each case. */
export const close = async (): Promise<void> => await world.loop.close();

export const order = async (...rules: object[]): Promise<void> => void (await world.control.post('/control/faults', rules));

export const endFaults = async (): Promise<void> => void (await world.control.delete('/control/faults'));

/** How often the first of the rules was asked about, as soon as a request comes in. */
export async function seen(): Promise<number> {
	return (await world.control.get<{ faults: Array<{ seen: number }> }>('/control/faults')).data.faults[0]?.seen ?? 0;
}

/** Throws Error for what does not come true in time. */
export async function happens(what: string, isTrue: () => Promise<boolean>, timeoutMs = 2 * MINUTE): Promise<void> {
	if (await world.until(isTrue, timeoutMs)) return;
	throw new Error(`Not in time: ${what}\n${JSON.stringify(await world.rows())}`);
}

/** Entries of these documents that nobody cancelled. */
export const liveOf = async (documents: LabDocument[]) =>
	(await world.entries()).filter(
		({ Reference2, CancelledBy, CancellationOf }) =>
			CancelledBy === null && CancellationOf === null && documents.some(({ docId }) => Reference2.endsWith(`:${docId}`)),
	);

export async function expectAllWell(timeoutMs = 3 * MINUTE): Promise<void> {
	const problems = async () => judge(world.documents, await world.evidence());
	await world.until(async () => (await problems()).length === 0, timeoutMs);
	expect(await problems()).toEqual([]);
}

export const rowOf = async ({ docId }: LabDocument): Promise<EvidenceRow | undefined> =>
	(await world.rows()).find((row) => row.docId === docId);

/** What Concur says of each document, in the order they came. */
export async function statuses(): Promise<string[]> {
	const { concur } = await world.evidence();
	return world.documents.map(({ docId }) => concur.find((one) => one.docId === docId)?.docStatus ?? 'missing');
}

export const waitsForPerson = async (document: LabDocument): Promise<boolean> => {
	const row = await rowOf(document);
	return row?.status === 'attention' && row.open === true && Boolean(row.reason);
};
