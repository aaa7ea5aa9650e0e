import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { headingOf } from '../shared/document';
import { recordText, type JournalEntryResult } from '../shared/journalEntry';
import { inLanguage, wordsOf } from '../shared/language';
import { settingFor } from '../shared/mapping';
import type { PurchaseInvoice } from '../shared/purchaseInvoice';
import { reviewAnswer, waitsForMapping, type AnswersByReason } from '../shared/review';
import { summaryOf } from './summary';
import type { Work } from './work';

/** What was made of a posting: its entry, and the purchasing document that takes its place where there is one. */
export interface Built {
	result: JournalEntryResult;
	purchaseInvoice: PurchaseInvoice | null;
}

export interface OutputSettings {
	addProfile: boolean;
	answers: AnswersByReason;
}

/** The item of a posting with the blocks that its status calls for. */
export function outputItem(
	{ json, itemIndex, posting, profile, mappingVersion, isOpen }: Work,
	{ result, purchaseInvoice }: Built,
	settings: OutputSettings,
): INodeExecutionData {
	const { status, journalEntry, postingRecord, postingKey, contentHash, audit, reasons, warnings } = result;
	const answer = result.answer ?? 'keepAcknowledged';
	const words = wordsOf(profile.language);
	const told = inLanguage(reasons, profile.language);
	const blocks = {
		...('facts' in json ? {} : { facts: headingOf(json.document, posting.docType) }),
		summary: summaryOf(result, told, profile.language),
		// A document with nothing to post says so by a journal entry of null: the FIS node confirms it without one.
		...(status === 'review'
			? {
					review: {
						reasons: told.map((reason) => ({ ...reason, ...offerOf(settingFor(reason, profile, isOpen)) })),
						answer: reviewAnswer(reasons, answer, profile.onHold, settings.answers),
						language: profile.language,
						...(waitsForMapping(reasons) ? { mapping: mappingVersion } : {}),
					},
				}
			: purchaseInvoice
				? { purchaseInvoice }
				: { journalEntry }),
		...(status === 'nothingToPost'
			? {}
			: { postingRecord, postingRecordText: recordText(postingRecord, posting.currency ?? '', words), contentHash }),
		postingKey,
		reportId: posting.reportId,
		...(posting.company === undefined ? {} : { company: posting.company }),
		...(warnings.length > 0
			? { warnings: inLanguage(warnings, profile.language).map(({ code, message }) => ({ code, message })) }
			: {}),
		audit: { ...audit, mapping: mappingVersion },
		...(settings.addProfile ? { profile } : {}),
	};
	return { json: { ...withoutOwnBlocks(json), ...(blocks as unknown as IDataObject) }, pairedItem: { item: itemIndex } };
}

/** The setting of the mapping to which a row may be added, so that the document can be posted. */
const offerOf = (setting: string | undefined) => (setting === undefined ? {} : { setting });

/** An item that is built again after a cure must not keep the review, or the entry, of the time before. */
export function withoutOwnBlocks(json: IDataObject): IDataObject {
	return Object.fromEntries(Object.entries(json).filter(([key]) => !OWN_BLOCKS.has(key)));
}

const OWN_BLOCKS = new Set([
	'summary',
	'journalEntry',
	'purchaseInvoice',
	'review',
	'postingRecord',
	'postingRecordText',
	'contentHash',
	'postingKey',
	'reportId',
	'company',
	'warnings',
	'audit',
	'profile',
]);
