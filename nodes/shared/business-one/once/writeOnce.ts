import type { ServiceLayer } from '../client';
import type { ServiceLayerError } from '../errors';
import { isProvenByOneLook, maySendAgain, settle, TAKEN, waitAfter } from './settle';

/** Something that is to be written once, whatever becomes of answers. */
export interface Once<Found> {
	/**
	 * Looks whether it is there, and makes ready what `send` sends.
	 * @param doubt the failure of an earlier send of this call that may have happened
	 * @returns undefined where it is not there
	 */
	find(doubt: ServiceLayerError | undefined): Promise<Found | undefined>;
	/** @returns why it is not, or not surely, written; undefined where it is */
	send(): Promise<ServiceLayerError | undefined>;
	/** B1 refuses a second one by itself. */
	guarded: boolean;
}

export type OnceResult<Found> =
	| { state: 'written' }
	| { state: 'found'; found: Found }
	/** B1 did not take it; `doubt` where an earlier send of this call may have happened. */
	| { state: 'refused'; error: ServiceLayerError; doubt?: ServiceLayerError }
	/** Nobody knows whether it is, or will be, there. */
	| { state: 'uncertain'; error: ServiceLayerError };

/** Writers of one version but one have to start over, so this many may meet before one of them gives up for now. */
const MAX_CONFLICTS = 20;
/** Lost or refused-for-now answers. */
const MAX_DOUBTS = 4;
const CONFLICT_DELAY_MS = 400;
const DOUBT_DELAY_MS = 2_000;

/**
 * Writes one thing and settles every doubt by looking for it; sends it again only where that cannot make a second one.
 * @throws ServiceLayerError where the first look fails: nothing was sent
 */
export async function writeOnce<Found>(serviceLayer: ServiceLayer, once: Once<Found>): Promise<OnceResult<Found>> {
	const tries: Tries = { doubts: 0, conflicts: 0 };
	let doubt: ServiceLayerError | undefined;
	for (let goesOn = true; ; ) {
		const found = doubt ? await findAfter(serviceLayer, once, doubt) : await once.find(undefined);
		if (found !== undefined) return { state: 'found', found };
		if (doubt && (!goesOn || !maySendAgain(doubt, once.guarded))) return { state: 'uncertain', error: doubt };
		const error = await once.send();
		if (!error) return { state: 'written' };
		if (!mayPass(error)) return { state: 'refused', error, doubt };
		if (error.mayHaveHappened) doubt = error;
		goesOn = await waits(serviceLayer, error, tries);
		if (!goesOn && !doubt) return { state: 'refused', error };
	}
}

interface Tries {
	doubts: number;
	conflicts: number;
}

const mayPass = ({ code, mayHaveHappened, status }: ServiceLayerError): boolean =>
	code === TAKEN || mayHaveHappened || status === 429;

/** @returns false where this was the last try, or the server asks for more than is waited */
async function waits(serviceLayer: ServiceLayer, error: ServiceLayerError, tries: Tries): Promise<boolean> {
	const isTaken = error.code === TAKEN;
	tries[isTaken ? 'conflicts' : 'doubts'] += 1;
	if (tries.conflicts >= MAX_CONFLICTS || tries.doubts > MAX_DOUBTS) return false;
	return await waitAfter(serviceLayer, error, isTaken ? CONFLICT_DELAY_MS : DOUBT_DELAY_MS);
}

async function findAfter<Found>(
	serviceLayer: ServiceLayer,
	once: Once<Found>,
	doubt: ServiceLayerError,
): Promise<Found | undefined> {
	let found: Found | undefined;
	await settle(serviceLayer, async () => {
		found = await once.find(doubt);
		return found !== undefined || isProvenByOneLook(doubt, once.guarded);
	});
	return found;
}
