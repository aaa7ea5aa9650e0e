import { withSteps } from '../audit';
import type { DeskRow } from './types';

/** The trail of a row with an act: first the one before, where it was one for all of a list, which writes no trail, then this one. */
export function trailWith(row: DeskRow, act: string): string {
	const chain = { docId: row.docId ?? '', row: row.id };
	return withSteps(withSteps(row.trail, chain, row.act ?? '', []), chain, act, []);
}
