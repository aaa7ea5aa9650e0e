import type { Row } from '../row';
import type { Fate, NotedDocument } from './types';

/** What each status of a row comes to. A duplicate is another row of a document that is counted already. */
const FATES: Readonly<Record<Row['status'], Fate | null>> = {
	confirmed: 'posted',
	posted: 'posted',
	review: 'inReview',
	rejected: 'inReview',
	attention: 'inReview',
	failed: 'refused',
	recalled: 'recalled',
	received: 'inFlight',
	uncertain: 'inFlight',
	leftReady: 'left',
	duplicate: null,
};

/** What became of a document; null for a row that is not to be counted. */
export const fateOf = ({ status }: NotedDocument): Fate | null =>
	Object.hasOwn(FATES, status) ? FATES[status as Row['status']] : 'inFlight';
