import type { Clock } from '../clock';
import { concurIdentity } from '../identity';
import { elementsOf, readElement, type IncomingDocument } from './envelopes';
import type { DocStatus, DocType } from './statuses';

export interface HistoryEntry {
	at: string;
	status: DocStatus;
	/** What made it so: `loaded`, `acknowledgement`, `posting confirmation`, `payment confirmation`, `person`. */
	by: string;
	/** Fields of the request that FIS does not know and that were passed over. */
	ignoredFields?: string[];
}

export interface StoredDocument extends IncomingDocument {
	/** System that acknowledged the document; null until then. */
	systemId: string | null;
	history: HistoryEntry[];
	/** The item of the posting confirmation that was accepted, as it was sent. */
	postingConfirmation: unknown;
	/** The items of the payment confirmations that were accepted, oldest first. */
	paymentConfirmations: unknown[];
	/** Payment references that were taken; each is taken once. */
	paymentRefs: string[];
}

export interface LoadResult {
	loaded: { docId: string; docType: DocType; docStatus: DocStatus }[];
	rejected: { index: number; docId: string | null; reason: string }[];
}

/** Everything Concur has to give out, oldest first. */
export class Documents {
	private byId = new Map<string, StoredDocument>();

	constructor(private readonly clock: Clock) {}

	/** Takes in a text of documents, each on its own merits. Throws for text that is no envelope, array or document (see `elementsOf`). */
	load(text: string): LoadResult {
		const result: LoadResult = { loaded: [], rejected: [] };
		elementsOf(text).forEach((element, index) => {
			let docId: string | null = null;
			try {
				const document = readElement(element);
				docId = document.id;
				this.add(document);
				result.loaded.push({ docId, docType: document.docType, docStatus: document.docStatus });
			} catch (error) {
				result.rejected.push({ index, docId, reason: error instanceof Error ? error.message : String(error) });
			}
		});
		return result;
	}

	/** Throws Error when the id is there already. */
	add(document: IncomingDocument): StoredDocument {
		const there = this.byId.get(document.id);
		if (there) throw new Error(`has the id ${document.id}, which is there already (${there.docType}, ${there.docStatus})`);
		const stored: StoredDocument = {
			...document,
			companyId: document.companyId ?? concurIdentity.companyId,
			entityId: document.entityId ?? concurIdentity.entityId,
			companyUuid: document.companyUuid ?? concurIdentity.companyUuid,
			systemId: null,
			history: [],
			postingConfirmation: null,
			paymentConfirmations: [],
			paymentRefs: [],
		};
		this.byId.set(document.id, stored);
		this.note(stored, 'loaded');
		return stored;
	}

	get(id: string): StoredDocument | undefined {
		return this.byId.get(id);
	}

	all(): StoredDocument[] {
		return [...this.byId.values()];
	}

	/** Moves a document to a status and writes that down. */
	move(document: StoredDocument, status: DocStatus, by: string, ignoredFields: string[] = []): void {
		document.docStatus = status;
		this.note(document, by, ignoredFields);
	}

	clear(): void {
		this.byId.clear();
	}

	restore(documents: StoredDocument[]): void {
		this.byId = new Map(documents.map((document) => [document.id, document]));
	}

	private note(document: StoredDocument, by: string, ignoredFields: string[] = []): void {
		const entry: HistoryEntry = { at: this.clock.now().toISOString(), status: document.docStatus, by };
		document.history.push(ignoredFields.length > 0 ? { ...entry, ignoredFields } : entry);
	}
}
