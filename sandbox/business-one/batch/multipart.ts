const CRLF = '\r\n';

/**
 * Bodies of the parts between the delimiters of a boundary, without the line break that belongs to the next delimiter. Null when there
 * is no closing delimiter. Lines end with CRLF.
 */
export function multipartParts(body: Buffer, boundary: string): Buffer[] | null {
	const delimiter = Buffer.from(`--${boundary}`);
	const parts: Buffer[] = [];
	let start = -1;
	for (let at = body.indexOf(delimiter); at >= 0; at = body.indexOf(delimiter, at + delimiter.length)) {
		if (at > 0 && body.subarray(at - 2, at).toString() !== CRLF) continue;
		if (!/^(--|\r\n|[ \t])/.test(body.subarray(at + delimiter.length, at + delimiter.length + 2).toString('latin1'))) continue;
		if (start >= 0) parts.push(body.subarray(start, Math.max(start, at - 2)));
		const end = at + delimiter.length;
		if (body.subarray(end, end + 2).toString() === '--') return parts;
		const lineEnd = body.indexOf(CRLF, end);
		if (lineEnd < 0) return null;
		start = lineEnd + 2;
	}
	return null;
}

/** Headers of a part (lower-case names) and what follows their blank line. */
export function readHeaders(part: Buffer): { headers: Record<string, string>; body: Buffer } {
	if (part.subarray(0, 2).toString() === CRLF) return { headers: {}, body: part.subarray(2) };
	const end = part.indexOf(CRLF + CRLF);
	const head = end < 0 ? part : part.subarray(0, end);
	const headers: Record<string, string> = {};
	for (const line of head.toString('utf8').split(CRLF)) {
		const colon = line.indexOf(':');
		if (colon > 0) headers[line.slice(0, colon).trim().toLowerCase()] = line.slice(colon + 1).trim();
	}
	return { headers, body: end < 0 ? Buffer.alloc(0) : part.subarray(end + 4) };
}

/** Boundary of a multipart/mixed content type, quotes taken off. Undefined when it is no such type. */
export function boundaryOf(contentType: string | undefined): string | undefined {
	const match = /^\s*multipart\/mixed\s*;.*?\bboundary\s*=\s*(?:"([^"]+)"|([^;\s]+))/i.exec(contentType ?? '');
	return match?.[1] ?? match?.[2];
}
