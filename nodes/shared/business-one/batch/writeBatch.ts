import { digest } from '../session/session';
import type { ApiVersion } from '../types';
import { isChangeSet, type BatchPart, type BatchRead, type ChangeSet } from './batchTypes';

export interface BatchBody {
	contentType: string;
	text: string;
}

const CRLF = '\r\n';

/**
 * Writes a batch as the Service Layer wants it (User's Guide, batch operations): CRLF lines, an unquoted boundary, two blank lines
 * after the request line of a GET, one change set per part with a Content-ID in each change (v2 asks for it).
 * Paths are full, as clients in the field send them. The Service Layer itself reads them, so a gateway's prefix has no place in them.
 */
export function writeBatch(parts: BatchPart[], apiVersion: ApiVersion): BatchBody {
	const root = `/b1s/${apiVersion}/`;
	// A boundary must not occur in the content; a hash of the content cannot.
	const boundary = `batch_${digest([JSON.stringify(parts)]).slice(0, 32)}`;
	let contentId = 0;
	const lines: string[] = [];
	parts.forEach((part, index) => {
		lines.push(`--${boundary}`);
		if (isChangeSet(part)) {
			lines.push(changeSetText(part, root, `changeset_${index}_${boundary}`, () => (contentId += 1)));
		} else {
			lines.push(readText(part, root));
		}
	});
	lines.push(`--${boundary}--`, '');
	return { contentType: `multipart/mixed;boundary=${boundary}`, text: lines.join(CRLF) };
}

/** @returns the Content-IDs of each part's changes, as `writeBatch` numbers them */
export function contentIdsOf(parts: BatchPart[]): string[][] {
	let contentId = 0;
	return parts.map((part) => (isChangeSet(part) ? part.changes.map(() => String((contentId += 1))) : []));
}

function readText(read: BatchRead, root: string): string {
	const headers = Object.entries(read.headers ?? {}).map(([name, value]) => `${name}: ${value}`);
	return [
		'Content-Type: application/http',
		'Content-Transfer-Encoding: binary',
		'',
		`GET ${root}${read.path}`,
		...headers,
		'',
		'',
	].join(CRLF);
}

function changeSetText(set: ChangeSet, root: string, boundary: string, nextContentId: () => number): string {
	const lines = [`Content-Type: multipart/mixed;boundary=${boundary}`, ''];
	for (const change of set.changes) {
		lines.push(
			`--${boundary}`,
			'Content-Type: application/http',
			'Content-Transfer-Encoding: binary',
			`Content-ID: ${nextContentId()}`,
			'',
			`${change.method} ${root}${change.path}`,
			'Content-Type: application/json',
			'',
			change.body === undefined ? '' : JSON.stringify(change.body),
		);
	}
	lines.push(`--${boundary}--`, '');
	return lines.join(CRLF);
}
