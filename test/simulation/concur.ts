/** A Concur of its own for the simulation: documents, their statuses, and what it was told. It shares no code with the nodes. */
export type ConcurStatus = 'READY' | 'ACKNOWLEDGED' | 'RECALLED' | 'POSTING_CONFIRMED_SUCCESS' | 'POSTING_CONFIRMED_FAILURE';

export interface ConcurDocument {
	docId: string;
	status: ConcurStatus;
	/** What becomes of it in Build: an entry, a draft or voucher that waits, nothing, a reason for a person, or one for Concur. */
	kind: 'entry' | 'parked' | 'nothing' | 'review' | 'sentBack';
	/** Entry numbers of the successes it was told, `error` for failures; in the order they came. */
	heard: string[];
	/** It was recalled, and its status tells so only to a confirmation. */
	isRecallUntold?: boolean;
}

export interface Answer {
	statusCode: number;
	headers: Record<string, unknown>;
	body: unknown;
}

export interface Request {
	method?: string;
	url: string;
	qs?: Record<string, unknown>;
	body?: unknown;
}

const answer = (body: unknown, statusCode = 200): Answer => ({ statusCode, headers: {}, body });

export class Concur {
	readonly documents = new Map<string, ConcurDocument>();

	/** @param docType of all its documents */
	constructor(readonly docType: 'expense' | 'requestobligation' = 'expense') {}

	add(docId: string, kind: ConcurDocument['kind']): void {
		this.documents.set(docId, { docId, status: 'READY', kind, heard: [] });
	}

	ready(): ConcurDocument[] {
		return [...this.documents.values()].filter(({ status }) => status === 'READY');
	}

	/** What a processor does: possible until a document is posted, and again after it failed. */
	recall(docId: string, isUntold = false): void {
		const document = this.documents.get(docId);
		if (!document || document.status === 'POSTING_CONFIRMED_SUCCESS') return;
		document.isRecallUntold = isUntold && document.status === 'ACKNOWLEDGED';
		document.status = 'RECALLED';
	}

	serve({ url, qs, body }: Request): Answer {
		if (url.endsWith('/acknowledgements')) return answer((body as { ids: string[] }).ids.map((id) => this.acknowledge(id)));
		if (url.endsWith('/postingconfirmations'))
			return answer((body as { postingConfirmations: Row[] }).postingConfirmations.map((row) => this.confirm(row)));
		return answer({ content: this.found(String(qs?.docId)), page: { totalPages: 1, number: 0 }, links: [] });
	}

	private found(docId: string) {
		const document = this.documents.get(docId);
		if (!document) return [];
		const { kind, isRecallUntold } = document;
		const status = isRecallUntold ? 'ACKNOWLEDGED' : document.status;
		return [
			{ id: docId, docType: this.docType, docStatus: status, companyId: 'c', document: { report: { reportId: docId }, kind } },
		];
	}

	private acknowledge(docId: string) {
		const document = this.documents.get(docId);
		if (!document) return { docId, code: 104, acknowledgeResult: 'FAILURE' };
		if (document.status === 'RECALLED') return { docId, code: 102, acknowledgeResult: 'FAILURE' };
		if (document.status !== 'READY') return { docId, code: 101, acknowledgeResult: 'FAILURE' };
		document.status = 'ACKNOWLEDGED';
		return { docId, code: 0, acknowledgeResult: 'SUCCESS' };
	}

	private confirm({ docId, overallPostingStatusCode, postingDocs }: Row) {
		const document = this.documents.get(docId);
		if (!document) return { docId, code: 116, postingConfirmationResult: 'DOCUMENT_NOT_FOUND' };
		if (document.status === 'RECALLED') return { docId, code: 112, postingConfirmationResult: 'WAS_RECALLED' };
		if (document.status === 'READY') return { docId, code: 111, postingConfirmationResult: 'NOT_YET_ACKNOWLEDGED' };
		if (document.status !== 'ACKNOWLEDGED') return { docId, code: 113, postingConfirmationResult: 'FAILURE' };
		const isSuccess = overallPostingStatusCode === 'success';
		document.status = isSuccess ? 'POSTING_CONFIRMED_SUCCESS' : 'POSTING_CONFIRMED_FAILURE';
		document.heard.push(isSuccess ? (postingDocs[0]?.documentNumber ?? 'nothing') : 'error');
		return { docId, code: 0, postingConfirmationResult: 'SUCCESS' };
	}
}

interface Row {
	docId: string;
	overallPostingStatusCode: string;
	postingDocs: Array<{ documentNumber: string }>;
}
