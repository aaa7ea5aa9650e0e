import type { IDataObject } from 'n8n-workflow';
import type { FullResponse } from '../../http';

/** One read of a batch. */
export interface BatchRead {
	path: string;
	headers?: Record<string, string>;
}

export interface Change {
	method: 'POST' | 'PATCH' | 'PUT' | 'DELETE';
	path: string;
	body?: IDataObject;
}

/** Changes that happen all or not at all. */
export interface ChangeSet {
	changes: Change[];
}

export type BatchPart = BatchRead | ChangeSet;

/**
 * What became of a part: `answered` with a reply per change (a single one where the set failed as a whole), `notRun` because an
 * earlier part failed and the server stopped there, or `unknown` because the answer ends too early. `failedChange` is the place of the
 * change that made a set fail, where the server names it.
 */
export type PartResult =
	| { state: 'answered'; ok: boolean; replies: FullResponse[]; failedChange?: number }
	| { state: 'notRun' }
	| { state: 'unknown' };

export function isChangeSet(part: BatchPart): part is ChangeSet {
	return 'changes' in part;
}
