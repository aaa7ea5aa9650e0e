import type { ReceiptSource } from '../../document';

const imagePath = (kind: string, id: string) => `/api/image/v1.0/${kind}/${encodeURIComponent(id)}`;

/**
 * The addresses of Image v1 that may know a receipt, the likeliest first. SAP's guide to FIS asks for the receipt of an entry behind
 * `report`, the page of Image v1 behind `receipt`; public clients use the entry's own id.
 * Source: FIS v4 "Getting Started", Imaging; Image v1, "Get an image URL".
 */
export function linkPaths(source: ReceiptSource): string[] {
	if (source.kind !== 'entry') return [imagePath(source.kind, source.id)];
	const { imageId, id } = source;
	return imageId === null ? [] : [imagePath('report', imageId), imagePath('receipt', imageId), imagePath('expenseentry', id)];
}

/** The addresses of an electronic receipt in Receipts v4: its picture, and its content as JSON. */
export const electronicPaths = (id: string) => {
	const path = `/receipts/v4/${encodeURIComponent(id)}`;
	return { image: `${path}/image`, content: path };
};

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const unescaped = (text: string) =>
	text.replace(
		/&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([\da-f]{1,6}));/gi,
		(whole, name?: string, decimal?: string, hex?: string) => {
			if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole;
			const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
			return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
		},
	);

/** Longest answer that is looked through. */
const MAX_ANSWER = 20_000;

/**
 * The link in an answer of Image v1: XML with its ampersands escaped, or JSON.
 * @returns undefined where there is none: `<Url />` says that there is no image
 */
export function linkIn(body: unknown): string | undefined {
	if (typeof body === 'object' && body !== null) {
		const { Url, url } = body as { Url?: unknown; url?: unknown };
		const link = Url ?? url;
		return typeof link === 'string' && link.trim() !== '' ? link.trim() : undefined;
	}
	if (typeof body !== 'string') return undefined;
	const link = unescaped(/<Url(?:\s[^>]*)?>([^<]*)<\/Url>/.exec(body.slice(0, MAX_ANSWER))?.[1] ?? '').trim();
	return link === '' ? undefined : link;
}
