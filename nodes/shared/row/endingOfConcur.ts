import { blockAt, causesOf, textOf } from './blocks';
import { endingOfFunds, endingOfPosting, isInBooks } from './endingOfPosting';
import { endingOfReview } from './endingOfReview';
import { hasEntryToCancel } from './recall';
import type { Blocks, Cause, Ending, Status } from './types';

/** How far the document had come when Concur could not be told. */
function reachedStatus(json: Blocks): Status {
	if (isInBooks(blockAt(json, 'posting')) || textOf(blockAt(json, 'funds')?.confirm) !== '') return 'posted';
	return blockAt(json, 'review') ? 'review' : 'received';
}

/**
 * Whether Concur took the document back without a recall, and nothing of it was ever in the books. With an entry these words tell of
 * its payment. FIS v4 service definition, `docStatus`.
 */
function isVoidWithoutEntry(json: Blocks, answer: Blocks): boolean {
	const hasEntry = isInBooks(blockAt(json, 'posting')) || blockAt(json, 'desk')?.result === 'success';
	return answer.sent === false && !hasEntry && /^(VOID|CANCEL)/.test(textOf(json.docStatus));
}

/** What Concur holds of the document: the result just confirmed, else the one its status tells. */
function closed(json: Blocks, answer: Blocks): Ending {
	if (isVoidWithoutEntry(json, answer)) return { status: 'recalled', wait: 'closed', causes: [] };
	const isFailure =
		textOf(answer.status) === 'error' || (textOf(answer.status) === '' && json.docStatus === 'POSTING_CONFIRMED_FAILURE');
	if (isFailure && isInBooks(blockAt(json, 'posting')))
		return {
			status: 'attention',
			wait: 'person',
			causes: [
				{
					code: 'concur-contradiction',
					message:
						'Concur holds "failed" for this document, and its entry is in Business One. Cancel the entry, or settle the report in Concur by hand.',
				},
			],
		};
	const desk = blockAt(json, 'desk');
	const refusal = causesOf(blockAt(json, 'review')?.reasons)
		.concat(causesOf(blockAt(json, 'funds')?.messages, 'text'))
		.concat(causesOf([{ code: 'sent-back', message: desk?.text }]));
	return isFailure
		? { status: 'failed', wait: 'closed', causes: refusal }
		: { status: 'confirmed', wait: 'closed', causes: remarksOf(json) };
}

/** What a person should know although nothing stopped: an entry whose content is another one than would be posted today, and warnings. */
function remarksOf(json: Blocks): Cause[] {
	const posting = blockAt(json, 'posting');
	const differs = posting?.contentDiffers === true ? [{ code: 'content-differs', message: textOf(posting.message) }] : [];
	return [...differs, ...causesOf(json.warnings)];
}

/** Nothing was sent, because the step before is not finished; that step says how it goes on. */
function notSent(json: Blocks): Ending | undefined {
	const posting = endingOfPosting(json);
	if (posting && posting.status !== 'posted') return posting;
	const funds = endingOfFunds(json);
	if (funds && funds.status !== 'posted') return funds;
	const review = blockAt(json, 'review');
	if (review) return endingOfReview(review);
	return failedStep(json);
}

/** A step that failed for this item says so in `error`. What lies in the item or in a field needs a person; a server comes back. */
function failedStep(json: Blocks): Ending | undefined {
	const message = [textOf(json.error), textOf(json.message)].filter(Boolean).join(' ');
	if (textOf(json.error) === '') return undefined;
	const errorClass = textOf(blockAt(json, 'details')?.errorClass);
	const causes = [{ code: `step-failed-${errorClass || 'unknown'}`, message }];
	return errorClass === 'input'
		? { status: 'attention', wait: 'person', causes }
		: { status: 'received', wait: 'passing', causes };
}

/**
 * What an answer of Concur (to an acknowledgement, a look-up or a confirmation) means for the document. Only Concur's own word closes
 * it; a refusal leaves it open with its text, whatever was reached before.
 */
export function endingOfConcur(json: Blocks, answer: Blocks): Ending {
	const outcome = textOf(answer.outcome);
	const causes = [{ code: `concur-${outcome || 'error'}`, message: textOf(answer.message) || 'Concur gave no reason.' }];
	switch (outcome) {
		case 'done':
		case 'alreadyDone':
			return answer === blockAt(json, 'confirmation')
				? closed(json, answer)
				: { status: 'received', wait: 'passing', causes: [{ code: 'stopped-between', message: textOf(answer.message) }] };
		case 'recalled':
			// Taken up again at once: the next run finds what is in the books and cancels it.
			return hasEntryToCancel(json)
				? { status: 'recalled', wait: 'now', causes }
				: { status: 'recalled', wait: 'closed', causes: [] };
		case 'leftReady':
			return { status: 'leftReady', wait: 'person', causes };
		case 'duplicate':
			return { status: 'duplicate', wait: 'closed', causes };
		case 'notReady':
		case 'tryLater':
		case 'noAnswer':
		case 'notAcknowledged':
			return { status: reachedStatus(json), wait: 'passing', causes };
		case 'refused':
			// Often a passing trouble of the access; a person may look at once, and the document is tried soon all the same.
			return { status: 'attention', wait: 'passing', causes };
		default:
			return (answer.sent === false ? notSent(json) : undefined) ?? { status: 'attention', wait: 'person', causes };
	}
}
