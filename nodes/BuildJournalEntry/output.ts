import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { JournalEntryResult } from '../shared/posting';
import { reviewAnswer, type AnswersByReason } from './review';
import type { Work } from './work';

export interface OutputSettings {
	addProfile: boolean;
	answers: AnswersByReason;
}

/** The item of a posting with the blocks that its status calls for. */
export function outputItem(
	{ json, itemIndex, posting, profile }: Work,
	result: JournalEntryResult,
	settings: OutputSettings,
): INodeExecutionData {
	const { status, journalEntry, postingRecord, postingRecordText, postingKey, contentHash, audit, reasons } = result;
	const answer = result.answer ?? 'keepAcknowledged';
	const blocks = {
		...(status === 'review' ? {} : { journalEntry: status === 'ready' ? journalEntry : null }),
		...(status === 'review'
			? { review: { reasons, answer: reviewAnswer(reasons, answer, profile.onHold, settings.answers) } }
			: {}),
		...(status === 'nothingToPost' ? {} : { postingRecord, postingRecordText, contentHash }),
		postingKey,
		reportId: posting.reportId,
		...(posting.company === undefined ? {} : { company: posting.company }),
		...(posting.replaces === undefined ? {} : { replaces: posting.replaces }),
		audit,
		...(settings.addProfile ? { profile } : {}),
	};
	return { json: { ...json, ...(blocks as unknown as IDataObject) }, pairedItem: { item: itemIndex } };
}
