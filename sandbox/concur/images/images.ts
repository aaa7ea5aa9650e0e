import type { Documents, StoredDocument } from '../documents';
import { contentOf, IMAGE_TYPES, type ImageType } from './content';

/** The keywords of Image v1 behind which an id may stand; `ereceipt` is the one of Receipts v4. */
export const IMAGE_KINDS = ['receipt', 'report', 'expenseentry', 'invoice', 'ereceipt'] as const;
export type ImageKind = (typeof IMAGE_KINDS)[number];

export interface Image {
	id: string;
	type: string;
	content: Buffer;
}

interface StoredImage {
	kind: ImageKind;
	id: string;
	/** Null: Concur has none, whatever the documents name. */
	type: string | null;
	bytes: number;
	text: string;
}

interface Entry {
	entryId?: unknown;
	legacyEntryId?: unknown;
	entryReceiptId?: unknown;
	entryElectronicReceiptId?: unknown;
}

/**
 * What Concur has photographs of: what the control API says, and else a page for each receipt that an expense report names, one with all
 * of them for the report, and one for each invoice.
 */
export class Images {
	private stored = new Map<string, StoredImage>();

	constructor(private readonly documents: Documents) {}

	/** Adds an image, or takes it away with `type` null. Throws Error that says what is wrong. */
	put({ kind, id, type = 'application/pdf', bytes = 0, text = '' }: Record<string, unknown>): { kind: ImageKind; id: string } {
		if (!IMAGE_KINDS.includes(kind as ImageKind)) throw new Error(`kind is one of ${IMAGE_KINDS.join(', ')}.`);
		if (typeof id !== 'string' || id === '') throw new Error('id is text.');
		if (type !== null && typeof type !== 'string') throw new Error('type is a content type, or null for no image.');
		if (typeof bytes !== 'number' || bytes < 0 || bytes > 100_000_000) throw new Error('bytes is a number up to 100,000,000.');
		if (typeof text !== 'string') throw new Error('text is text.');
		this.stored.set(`${kind as ImageKind} ${id}`, { kind: kind as ImageKind, id, type, bytes, text });
		return { kind: kind as ImageKind, id };
	}

	find(kind: ImageKind, id: string): Image | null {
		const known = this.stored.get(`${kind} ${id}`);
		if (known) return known.type === null ? null : imageOf(known, known.type);
		const lines = this.linesOf(kind, id);
		return lines === null ? null : { id, type: 'application/pdf', content: contentOf('application/pdf', lines) };
	}

	clear(): void {
		this.stored.clear();
	}

	state(): unknown {
		return [...this.stored.values()];
	}

	restore(state: unknown): void {
		const rows = (state ?? []) as StoredImage[];
		this.stored = new Map(rows.map((row) => [`${row.kind} ${row.id}`, row]));
	}

	/** What stands on the page of an id that a document names; null where none does. */
	private linesOf(kind: ImageKind, id: string): string[] | null {
		for (const document of this.documents.all()) {
			const lines = linesIn(document, kind, id);
			if (lines !== null) return lines;
		}
		return null;
	}
}

function imageOf({ id, type, bytes, text }: StoredImage, shownAs: string): Image {
	const isKnown = (IMAGE_TYPES as readonly string[]).includes(shownAs);
	const content = isKnown
		? contentOf(type as ImageType, [text || `Image ${id}`], bytes)
		: Buffer.concat([Buffer.from(text), Buffer.alloc(Math.max(0, bytes - Buffer.byteLength(text)), 0x20)]);
	return { id, type: shownAs, content };
}

function linesIn(document: StoredDocument, kind: ImageKind, id: string): string[] | null {
	if (document.docType === 'invoice') return kind === 'invoice' && document.sourceId === id ? [`Invoice ${id}`] : null;
	if (document.docType !== 'expense') return null;
	const entries = entriesOf(document);
	if (kind === 'report' && document.sourceId === id) {
		const receipts = entries.flatMap(({ entryReceiptId }) => (isId(entryReceiptId) ? [`Receipt ${entryReceiptId}`] : []));
		return receipts.length > 0 ? [`Report ${id}`, ...receipts] : null;
	}
	return entries.some((entry) => isOfEntry(entry, kind, id)) ? [`Receipt ${id}`] : null;
}

/** SAP's guide to FIS puts the id of an entry's receipt behind `report`, the page of Image v1 behind `receipt`: both answer. */
function isOfEntry(entry: Entry, kind: ImageKind, id: string): boolean {
	if (kind === 'ereceipt') return entry.entryElectronicReceiptId === id;
	if (!isId(entry.entryReceiptId)) return false;
	if (kind === 'expenseentry') return entry.entryId === id || String(entry.legacyEntryId) === id;
	return (kind === 'receipt' || kind === 'report') && entry.entryReceiptId === id;
}

const isId = (value: unknown): value is string => typeof value === 'string' && value !== '';

function entriesOf({ text }: StoredDocument): Entry[] {
	const { expenseEntry } = JSON.parse(text) as { expenseEntry?: unknown };
	return Array.isArray(expenseEntry)
		? expenseEntry.filter((entry): entry is Entry => typeof entry === 'object' && entry !== null)
		: [];
}
