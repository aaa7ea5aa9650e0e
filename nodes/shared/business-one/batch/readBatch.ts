import type { FullResponse } from '../../http';

/** The replies of one part; a change set that went through has one per change. */
export interface ReplyPart {
	replies: FullResponse[];
	/** Content-ID of the change that it answers, where the server gives it: that of a failed change set names the culprit. */
	contentId?: string;
}

export interface BatchReply {
	parts: ReplyPart[];
	/** False where the closing boundary is missing: the answer was cut off. */
	complete: boolean;
}

/**
 * Reads a multipart/mixed answer (User's Guide, batch operations). A failed change set is one plain part, not a nested one.
 * @returns undefined where the text is no multipart answer at all
 */
export function readBatch(text: string): BatchReply | undefined {
	const boundary = /^\s*--(\S{1,200}?)(--)?\s*(\r?\n|$)/.exec(text)?.[1];
	if (boundary === undefined) return undefined;
	const { sections, complete } = split(text, boundary);
	return { parts: sections.map((section) => readPart(section)), complete };
}

function readPart(section: string): ReplyPart {
	const { headers, rest } = takeHeaders(section);
	const nested = /boundary="?([^";\s]{1,200})"?/i.exec(String(headers['content-type'] ?? ''))?.[1];
	if (/^multipart\/mixed/i.test(String(headers['content-type'] ?? '')) && nested !== undefined) {
		return { replies: split(rest, nested).sections.flatMap((inner) => readPart(inner).replies) };
	}
	const reply = readReply(rest);
	const contentId = headers['content-id'] ?? reply.headers['content-id'];
	return { replies: [reply], ...(typeof contentId === 'string' ? { contentId } : {}) };
}

function readReply(text: string): FullResponse {
	const trimmed = text.replace(/^\s+/, '');
	const status = /^HTTP\/\d\.\d (\d{3})[^\r\n]*(\r?\n|$)/.exec(trimmed);
	if (!status) return { statusCode: 0, headers: {}, body: trimmed };
	const { headers, rest } = takeHeaders(trimmed.slice(status[0].length));
	return { statusCode: Number(status[1]), headers, body: jsonOrText(rest.trim()) };
}

/** Header lines up to the first blank line; the rest behind it. */
function takeHeaders(text: string): { headers: Record<string, string>; rest: string } {
	const headers: Record<string, string> = {};
	let rest = text;
	for (;;) {
		const line = /^([^\r\n]*)(\r?\n|$)/.exec(rest);
		if (!line) return { headers, rest };
		rest = rest.slice(line[0].length);
		if (line[1] === '') return { headers, rest };
		const colon = (line[1] ?? '').indexOf(':');
		if (colon > 0) headers[(line[1] ?? '').slice(0, colon).trim().toLowerCase()] = (line[1] ?? '').slice(colon + 1).trim();
		if (rest === '') return { headers, rest };
	}
}

/** Cuts at lines that hold a boundary and nothing else, so that the same characters inside a body do no harm. */
function split(text: string, boundary: string): { sections: string[]; complete: boolean } {
	const delimiter = new RegExp(`(?:^|\\r?\\n)--${boundary.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(--)?[ \\t]*(?=\\r?\\n|$)`, 'g');
	const sections: string[] = [];
	let start = -1;
	for (const match of text.matchAll(delimiter)) {
		if (start >= 0) sections.push(text.slice(start, match.index).replace(/^\r?\n/, ''));
		start = match.index + match[0].length;
		if (match[1] !== undefined) return { sections, complete: true };
	}
	return { sections, complete: false };
}

function jsonOrText(text: string): unknown {
	if (text === '') return undefined;
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return text;
	}
}
