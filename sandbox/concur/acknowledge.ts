import type { SandboxReply } from '../http';
import type { Verdict } from './service-codes';
import type { DocStatus } from './statuses';
import {
	answerItems,
	badRequest,
	bodyOf,
	findDocument,
	isForeign,
	isVerdict,
	systemIdOf,
	unknownFields,
	type WriteParts,
} from './write';

const NOT_YET_READY: readonly DocStatus[] = ['DELAYED', 'PENDING_SYSTEM_REFRESH', 'FLAG_DUPLICATE', 'VOID', 'CANCEL'];

/** `POST .../acknowledgements` (FIS v4, Post Financial Transaction Acknowledgements). */
export function acknowledge(parts: WriteParts): SandboxReply {
	const read = bodyOf(parts.request);
	if ('refused' in read) return read.refused;
	const { ids } = read.body;
	const systemId = systemIdOf(read.body);
	if (systemId === null) return badRequest('systemId is text.');
	if (!Array.isArray(ids) || ids.length === 0) return badRequest('ids is a list of at least one document id.');
	if (!ids.every((id): id is string => typeof id === 'string' && id !== '')) return badRequest('Every element of ids is text.');
	const ignored = unknownFields(read.body, ['ids', 'systemId']);
	return answerItems(
		parts,
		'acknowledge',
		read.body.systemId === undefined ? null : systemId,
		ids.map((docId) => ({ docId, judge: () => acknowledgeOne(parts, docId, systemId, ignored) })),
	);
}

function acknowledgeOne(parts: WriteParts, docId: string, systemId: string, ignored: string[]): Verdict {
	const document = findDocument(parts, docId, 104, 105);
	if (isVerdict(document)) return document;
	if (isForeign(document, systemId)) return { code: 99 };
	if (document.docStatus === 'RECALLED') return { code: 102 };
	if (NOT_YET_READY.includes(document.docStatus)) return { code: 103 };
	if (document.docStatus !== 'READY') {
		return { code: 101, message: `This document was previously acknowledged by SystemId: ${document.systemId || null}.` };
	}
	document.systemId = systemId;
	parts.documents.move(document, 'ACKNOWLEDGED', 'acknowledgement', ignored);
	return { code: 0 };
}
