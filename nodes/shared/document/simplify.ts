import { isRecord } from './fields';

/** Deeper than any document of FIS; a hostile one is left as it is below. */
const DEEPEST = 40;

/**
 * The same content without the fields that hold nothing: Concur sends several hundred of null with every document. A field that is
 * missing and one of null say the same everywhere (FIS v4 reference, document schemas).
 *
 * @param content of a document; anything else comes back as it is
 */
export function withoutNulls<Content>(content: Content, depth = 0): Content {
	if (depth >= DEEPEST) return content;
	if (Array.isArray(content)) return content.map((element: unknown) => withoutNulls(element, depth + 1)) as Content;
	if (!isRecord(content)) return content;
	return Object.fromEntries(
		Object.entries(content).flatMap(([name, value]) => (value === null ? [] : [[name, withoutNulls(value, depth + 1)]])),
	) as Content;
}
