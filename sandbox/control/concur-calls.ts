import type { StoredDocument } from '../concur/documents';
import { elementsOf, readElement } from '../concur/envelopes';
import { isStatus, personMay, STATUSES } from '../concur/statuses';
import { ControlError, flagOf, objectOf, type ControlCall, type ControlParts } from './calls';

/** The calls that play Concur's side: its documents, its people, its company. */
export const concurCalls: ControlCall[] = [
	{
		method: 'POST',
		path: '/documents',
		does: 'takes FIS documents: an envelope, an array, or one',
		run: ({ concur }, { text }) => {
			try {
				return concur.documents.load(text);
			} catch (error) {
				throw new ControlError(
					400,
					error instanceof SyntaxError ? `The body is not JSON: ${error.message}` : (error as Error).message,
				);
			}
		},
	},
	{
		method: 'GET',
		path: '/documents',
		does: 'lists the documents with their status and history',
		run: ({ concur }) => concur.documents.all().map(describe),
	},
	{
		method: 'POST',
		path: '/documents/:docId/status',
		does: 'does what a person does in Concur: { status, force? }',
		run: (parts, { body, docId }) => setStatus(parts, docId, objectOf(body)),
	},
	{
		method: 'POST',
		path: '/documents/:docId/resubmit',
		does: 'brings the report back under a new FIS id, READY: { document? }',
		run: (parts, { body, docId }) => resubmit(parts, docId, objectOf(body)),
	},
	{
		method: 'GET',
		path: '/concur',
		does: 'shows the settings of the company and its app',
		run: ({ concur }) => concur.company(),
	},
	{
		method: 'POST',
		path: '/concur',
		does: 'changes them: data center, request token, scopes, grants, rotation, ...',
		run: ({ concur }, { body }) => {
			concur.change(objectOf(body));
			return concur.company();
		},
	},
	{
		method: 'POST',
		path: '/tokens/expire',
		does: "ends the life of Concur's access tokens, with { refresh: true } of its refresh tokens too",
		run: ({ concur }, { body }) => {
			concur.tokens.expireAccess();
			const refresh = flagOf(objectOf(body), 'refresh', false);
			if (refresh) concur.tokens.expireRefresh();
			return { accessTokens: 'expired', refreshTokens: refresh ? 'expired' : 'kept' };
		},
	},
];

function describe(document: StoredDocument): unknown {
	const { id, docType, docStatus, sourceId, systemId, history, postingConfirmation, paymentConfirmations } = document;
	return {
		docId: id,
		docType,
		docStatus,
		reportId: sourceId,
		systemId,
		history,
		postingConfirmation,
		paymentConfirmation: paymentConfirmations.at(-1) ?? null,
		paymentConfirmations,
	};
}

function find({ concur }: ControlParts, docId: string): StoredDocument {
	const document = concur.documents.get(docId);
	if (!document) throw new ControlError(404, `There is no document ${docId}.`);
	return document;
}

function setStatus(parts: ControlParts, docId: string, body: Record<string, unknown>): unknown {
	const document = find(parts, docId);
	const { status } = body;
	if (!isStatus(status)) throw new ControlError(400, `status is one of ${STATUSES.join(', ')}.`);
	if (!flagOf(body, 'force', false) && !personMay(document.docStatus, status)) {
		throw new ControlError(
			409,
			`Concur does not let anybody bring document ${docId} from ${document.docStatus} to ${status}; { "force": true } does it all the same.`,
		);
	}
	parts.concur.documents.move(document, status, 'person');
	return describe(document);
}

/** The owner submits a recalled or failed report again: same report, new FIS id, as FIS does at every final approval. */
function resubmit(parts: ControlParts, docId: string, body: Record<string, unknown>): unknown {
	const earlier = find(parts, docId);
	const corrected = body.document === undefined ? earlier.text : JSON.stringify(body.document);
	const [element] = elementsOf(corrected);
	const read = readElement({ document: element, docType: earlier.docType });
	const { companyId, entityId, companyUuid, erpSystemId } = earlier;
	const id = parts.context.ids.hex('document');
	return describe(parts.concur.documents.add({ ...read, id, companyId, entityId, companyUuid, erpSystemId }));
}
