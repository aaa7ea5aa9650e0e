import { blockAt, causesInColumn, rowOf, textOf } from './blocks';
import type { Blocks, Cause, Ending, Row } from './types';

/** Code under which a row remembers that its document was recalled, whatever became of it since. */
const CODE = 'concur-recalled';

const causeIn = ({ reasons }: Partial<Row>): Cause | undefined => causesInColumn(reasons).find(({ code }) => code === CODE);

/**
 * Whether a row knows that its document was recalled. Concur says so once for good, to a confirmation perhaps, and the document's status
 * may tell it later or never; the row's own status tells what its entry waits for.
 */
export const isRecalledIn = (row: Partial<Row>): boolean => row.status === 'recalled' || causeIn(row) !== undefined;

/** Whether Concur said so in this run. */
export const isRecalledNow = (json: Blocks): boolean =>
	json.docStatus === 'RECALLED' ||
	['acknowledgement', 'confirmation'].some((name) => textOf(blockAt(json, name)?.outcome) === 'recalled');

/** The ending with the recall among its causes, behind what holds the row up; a closed row needs no memory. */
export function rememberRecall(ending: Ending, json: Blocks, former: Partial<Row>): Ending {
	const { causes, wait } = ending;
	const isKnown = wait === 'closed' || causes.some(({ code }) => code === CODE);
	if (isKnown || !(isRecalledNow(json) || isRecalledIn(former))) return ending;
	return { ...ending, causes: [...causes, causeIn(former) ?? { code: CODE, message: 'The document was recalled in Concur.' }] };
}

/** Funds documents have no entry that would have to be cancelled: what was reserved is replaced by the next approval, or released. */
export const hasEntryToCancel = (json: Blocks): boolean => !textOf(json.docType ?? rowOf(json).docType).endsWith('obligation');
