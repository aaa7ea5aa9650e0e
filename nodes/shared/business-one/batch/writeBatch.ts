import { digest } from '../session/session';
import { isChangeSet, type BatchPart, type BatchRead, type ChangeSet } from './batchTypes';

export interface BatchBody {
	contentType: string;
	text: string;
}

const CRLF = '\r\n';

/**
 * Writes a batch as the Service Layer wants it (User's Guide, batch operations): CRLF lines, an unquoted boundary, two blank lines
 * after the request line of a GET, one change set per part with a Content-ID in each change (v2 asks for it).
 * Paths are relative to the service root, so that a gateway's own prefix does not matter.
 */
export function writeBatch(parts: BatchPart[]): BatchBody {
	// A boundary must not occur in the content; a hash of the content cannot.
	const boundary = `batch_${digest([JSON.stringify(parts)]).slice(0, 32)}`;
	let contentId = 0;
	const lines: string[] = [];
	parts.forEach((part, index) => {
		lines.push(`--${boundary}`);
		if (isChangeSet(part)) {
			lines.push(changeSetText(part, `changeset_${index}_${boundary}`, () => (contentId += 1)));
		} else {
			lines.push(readText(part));
		}
	});
	lines.push(`--${boundary}--`, '');
	return { contentType: `multipart/mixed;boundary=${boundary}`, text: lines.join(CRLF) };
}

function readText(read: BatchRead): string {
	const headers = Object.entries(read.headers ?? {}).map(([name, value]) => `${name}: ${value}`);
	return ['Content-Type: application/http', 'Content-Transfer-Encoding: binary', '', `GET ${read.path}`, ...headers, '', ''].join(
		CRLF,
	);
}

function changeSetText(set: ChangeSet, boundary: string, nextContentId: () => number): string {
	const lines = [`Content-Type: multipart/mixed;boundary=${boundary}`, ''];
	for (const change of set.changes) {
		lines.push(
			`--${boundary}`,
			'Content-Type: application/http',
			'Content-Transfer-Encoding: binary',
			`Content-ID: ${nextContentId()}`,
			'',
			`${change.method} ${change.path}`,
			'Content-Type: application/json',
			'',
			change.body === undefined ? '' : JSON.stringify(change.body),
		);
	}
	lines.push(`--${boundary}--`, '');
	return lines.join(CRLF);
}
