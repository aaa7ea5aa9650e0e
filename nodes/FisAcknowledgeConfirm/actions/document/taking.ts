import type { IDataObject } from 'n8n-workflow';
import type { IfAcknowledged } from '../../../shared/concur/fis';
import type { FisItem, Reply } from '../../../shared/concur/types';
import type { Written } from '../../../shared/concur/write';
import { standingOf } from '../../../shared/document';
import { leftOutBy, type Filters } from '../../../shared/n8n/filters';
import { isRecalledIn, rowOf } from '../../../shared/row';
import { ownReply } from '../results';

/** A document that is to be acknowledged, and what decides whether it is. */
export interface Takeable {
	json: IDataObject;
	docId: string;
	systemId: string;
	ifAcknowledged: IfAcknowledged;
	/** What must stay in Concur's queue. */
	leaveReady: Filters;
	/** IANA name of the zone whose days count. */
	timeZone: string;
}

/** Taken up for the first time: nobody has worked on this row before, so an acknowledgement is not known to be ours. */
const isFresh = ({ json, ifAcknowledged }: Takeable) => rowOf(json).id !== undefined && ifAcknowledged === 'lookUp';

const takenElsewhere = (docId: string): Reply =>
	ownReply(
		docId,
		'tryLater',
		'The document was acknowledged under this System ID, but not for this row: another execution may be at work on it. It is looked at again later.',
	);

function acknowledgedBefore(takeable: Takeable): Reply {
	const { docId, json, systemId, ifAcknowledged } = takeable;
	const bearsOurName = systemId !== '' && json.systemId === systemId;
	if (ifAcknowledged === 'ours') return ownReply(docId, 'alreadyDone', 'We had acknowledged this document before.');
	if (ifAcknowledged === 'lookUp' && bearsOurName)
		return isFresh(takeable)
			? takenElsewhere(docId)
			: ownReply(docId, 'alreadyDone', 'Concur holds our System ID for this document.');
	return ownReply(
		docId,
		'foreign',
		'Somebody else acknowledged this document. It is not posted: look for another consumer of the same Concur company.',
	);
}

/** Lowest row id of each document among the items: of a document that was noted twice, that row goes on. */
export function firstRows(jsons: IDataObject[]): Map<string, number> {
	const first = new Map<string, number>();
	for (const json of jsons) {
		const { id, docId } = rowOf(json);
		if (typeof id !== 'number' || !docId) continue;
		const key = docId.toLowerCase();
		first.set(key, Math.min(first.get(key) ?? id, id));
	}
	return first;
}

function duplicateOf({ docId, json }: Takeable, first: Map<string, number>): Reply | undefined {
	const { id } = rowOf(json);
	const other = first.get(docId.toLowerCase());
	if (typeof id !== 'number' || other === undefined || other === id) return undefined;
	return ownReply(docId, 'duplicate', `The document was noted twice; row ${other} goes on with it.`);
}

/**
 * What is to be said of a document before anything is sent; undefined where it is to be acknowledged.
 * @param first see `firstRows`
 */
export function beforeAcknowledging(takeable: Takeable, first: Map<string, number>): Reply | undefined {
	const { docId, json, leaveReady, timeZone } = takeable;
	const duplicate = duplicateOf(takeable, first);
	if (duplicate) return duplicate;
	// Concur said so of the confirmation; the document's status may tell it later, or never.
	if (isRecalledIn(rowOf(json))) return ownReply(docId, 'recalled', 'The document was recalled in Concur.');
	switch (standingOf(json.docStatus)) {
		case 'recalled':
			return ownReply(
				docId,
				'recalled',
				'The document was recalled in Concur. It returns with a new id after it is approved again.',
			);
		case 'settled':
			return ownReply(docId, 'alreadyDone', `Concur holds the document as ${String(json.docStatus)}.`);
		case 'acknowledged':
			return acknowledgedBefore(takeable);
		case 'unavailable':
			return ownReply(
				docId,
				'notReady',
				`Concur holds the document as ${String(json.docStatus)}; it can be taken when it is ready.`,
			);
		default: {
			const filter = leftOutBy(leaveReady, json as unknown as FisItem, timeZone);
			if (!filter) return undefined;
			return ownReply(
				docId,
				'leftReady',
				`Left ready in Concur by ${filter}. Change Leave Ready in this node, or the Guards of its mapping, to take it.`,
			);
		}
	}
}

/**
 * Rows noted twice by two polls meet here: an acknowledgement that was there before a fresh row's own may be the other row's, also where
 * an earlier try of ours got no answer. The next time the row is taken up the books tell which.
 */
export function answerOfRows(written: Written, tasks: Array<{ docId: string; content: Takeable }>): Written {
	for (const { docId, content } of tasks) {
		const reply = written.get(docId);
		const isAnothers = reply && !(reply instanceof Error) && reply.code === 101;
		if (isAnothers && reply.outcome === 'alreadyDone' && isFresh(content)) written.set(docId, takenElsewhere(docId));
	}
	return written;
}
