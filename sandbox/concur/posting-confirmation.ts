import type { SandboxReply } from '../http';
import { postingProblem, unknownPostingFields } from './posting-rules';
import type { Verdict } from './service-codes';
import type { DocStatus } from './statuses';
import { answerConfirmations, findDocument, isForeign, isVerdict, type Confirmation, type WriteParts } from './write';

const CONFIRMED: readonly DocStatus[] = [
	'POSTING_CONFIRMED_SUCCESS',
	'POSTING_CONFIRMED_FAILURE',
	'PAID',
	'PAYMENT_CONFIRMED_SUCCESS',
	'PAYMENT_CONFIRMED_REVERSED',
	'PAYMENT_CONFIRMED_OBSOLETE',
];

/** `POST .../postingconfirmations` (FIS v4, Post Financial Transactions Confirmations). */
export function confirmPostings(parts: WriteParts): SandboxReply {
	return answerConfirmations(parts, 'posting', 'postingConfirmations', confirmOne);
}

function confirmOne(parts: WriteParts, item: Confirmation, systemId: string, ignored: string[]): Verdict {
	const document = findDocument(parts, item.docId, 116, 115);
	if (isVerdict(document)) return document;
	const problem = postingProblem(item, parts.company.postingDocsRequired);
	if (problem !== null) return { code: 198, message: problem };
	if (isForeign(document, systemId)) return { code: 99 };
	if (document.docStatus === 'RECALLED') return { code: 112 };
	if (CONFIRMED.includes(document.docStatus)) return { code: 113 };
	if (document.docStatus === 'READY' || document.docStatus === 'DELAYED') return { code: 111 };
	if (document.docStatus !== 'ACKNOWLEDGED') return { code: 114 };
	document.postingConfirmation = item;
	const status = item.overallPostingStatusCode === 'success' ? 'POSTING_CONFIRMED_SUCCESS' : 'POSTING_CONFIRMED_FAILURE';
	parts.documents.move(document, status, 'posting confirmation', [...ignored, ...unknownPostingFields(item)]);
	return { code: 0 };
}
