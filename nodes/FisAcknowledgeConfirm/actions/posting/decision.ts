import type { LineItemReference, PostedEntry, ConfirmedResult } from '../../../shared/concur/confirmations';
import { dayIn } from '../../../shared/dates';
import type { MessageText } from '../../../shared/concur/messages';
import { wordsOf } from '../../../shared/language';
import { blockAt, textOf } from '../../../shared/row';

/** What to confirm, or why nothing may be confirmed. */
export type Decision = { result: ConfirmedResult } | { stopped: string };

export interface DecisionSettings {
	/** Of the messages; empty for that of the item, else English. */
	language: string;
	/** What Concur is told about an entry that B1 refused. */
	ifRefused: 'confirmError' | 'keepAcknowledged';
	/** Which number of the entry Concur shows. */
	numberFrom: 'number' | 'jdtNum';
}

type Block = Record<string, unknown>;

const SUCCESSES = ['posted', 'alreadyPosted', 'recovered'];

/** Whether an item says that its entry exists in B1. */
export const isPosted = (json: Block): boolean => SUCCESSES.includes(textOf(blockAt(json, 'posting')?.outcome));

/** Outcomes by which an item says that no entry is known to be in the books. */
const UNSUCCESSFUL = ['rejected', 'uncertain'];

/**
 * Why a success that a person or expression chose must not be told: what the item carries speaks against it, or there is no entry and
 * Build did not say that there is nothing to post.
 * @returns undefined where it may be told
 */
export function whySuccessIsUnknown(json: Block, documentNumber: string): string | undefined {
	const outcome = textOf(blockAt(json, 'posting')?.outcome);
	if (UNSUCCESSFUL.includes(outcome))
		return `The item says that its posting is ${outcome}, so it is not confirmed as posted. Find out first; where the entry exists, pass the item on without that posting.`;
	if (documentNumber !== '' || (json.journalEntry === null && outcome === '')) return undefined;
	return 'Document Number is empty, and Build Journal Entry did not say that there is nothing to post (journalEntry of null). Nothing was confirmed.';
}

function entryOf(posting: Block, numberFrom: DecisionSettings['numberFrom']): PostedEntry | string {
	const companyDb = textOf(posting.companyDb);
	const documentNumber = textOf(posting[numberFrom]) || textOf(posting.jdtNum) || textOf(posting.number);
	const postingDate = dayIn(posting.postingDate);
	if (!companyDb) return 'The posting does not name the B1 company (posting.companyDb).';
	if (!documentNumber) return `The posting does not name the entry number (posting.number). ${textOf(posting.message)}`.trim();
	if (postingDate === undefined) return 'The posting does not name a posting date (posting.postingDate, YYYY-MM-DD).';
	return { companyDb, documentNumber, fiscalYear: textOf(posting.fiscalYear) || postingDate.slice(0, 4), postingDate };
}

/** The setting before what the item was written in: by the mapping for postings, by the funds node for funds. */
const languageOfItem = (json: Block, { language }: DecisionSettings): string =>
	(
		language ||
		['review', 'funds', 'summary'].map((name) => textOf(blockAt(json, name)?.language)).find(Boolean) ||
		'en'
	).toUpperCase();

/**
 * B1's refusal of an entry that was never there. A refusal because of another entry (the same document with other content,
 * an earlier revision of the report, one that a person cancelled) is no failure of the document: what is in B1 counts.
 */
function fromRefusal(json: Block, posting: Block, settings: DecisionSettings): Decision {
	const cause = textOf(posting.message) || 'no reason given';
	const isAboutAnotherEntry = posting.errorClass === 'duplicate' || textOf(posting.jdtNum) !== '' || Boolean(posting.revisionOf);
	if (isAboutAnotherEntry)
		return { stopped: `B1 holds an entry that decides about this document, so it is not confirmed as failed: ${cause}` };
	if (settings.ifRefused === 'keepAcknowledged')
		return { stopped: 'B1 refused the entry; the document stays acknowledged until the cause is cured.' };
	const language = languageOfItem(json, settings);
	const causes = [{ text: `${wordsOf(language.toLowerCase()).confirmation.refused}: ${cause}`, id: textOf(posting.code) }];
	return { result: { status: 'error', causes, language } };
}

function fromPosting(json: Block, posting: Block, settings: DecisionSettings): Decision {
	const outcome = textOf(posting.outcome);
	if (posting.doubled === true)
		return { stopped: `Business One holds this document more than once, so nothing is confirmed: ${textOf(posting.message)}` };
	if (SUCCESSES.includes(outcome)) {
		const entry = entryOf(posting, settings.numberFrom);
		return typeof entry === 'string' ? { stopped: entry } : { result: { status: 'success', entries: [entry] } };
	}
	if (outcome === 'rejected') return fromRefusal(json, posting, settings);
	return {
		stopped: `The posting is ${outcome || 'of no known outcome'}: nobody knows whether the entry exists in B1. Find out first, then confirm.`,
	};
}

/** Concur's ids of entries are 32 characters; a reason may name a line number instead, which Concur could not place. */
const lineItemId = (entry: unknown) => (/^[0-9a-f]{32}$/i.test(textOf(entry)) ? textOf(entry) : undefined);

function causesOf(review: Block): MessageText[] {
	const reasons = Array.isArray(review.reasons) ? (review.reasons as Block[]) : [];
	return reasons
		.filter((reason) => textOf(reason.message) !== '')
		.map((reason) => ({ text: textOf(reason.message), id: textOf(reason.code), lineItemId: lineItemId(reason.entry) }));
}

function fromReview(review: Block, language: string): Decision {
	if (review.answer !== 'confirmError')
		return { stopped: 'The document waits in review for a cure outside Concur, so it is not confirmed.' };
	const causes = causesOf(review);
	if (causes.length === 0) return { stopped: 'The review names no reason, and Concur wants one for an error.' };
	return { result: { status: 'error', causes, language } };
}

/** The answer to a funds document: a success names the commitment, a refusal has one message per budget. */
function fromFunds(funds: Block, language: string): Decision {
	if (funds.confirm === 'error') {
		const messages = Array.isArray(funds.messages) ? (funds.messages as Block[]) : [];
		const causes = messages.map((message) => ({ text: textOf(message.text), id: textOf(message.code) }));
		if (causes.every((cause) => cause.text === ''))
			return { stopped: 'The refusal of funds has no message, and Concur wants one for an error.' };
		return { result: { status: 'error', causes, language } };
	}
	if (funds.confirm !== 'success')
		return { stopped: `The funds step is ${textOf(funds.outcome) || 'of no known outcome'}, so Concur is not answered yet.` };
	const entry = entryOf({ ...funds, number: funds.documentNumber }, 'number');
	if (typeof entry === 'string') return { stopped: entry };
	const lineItems = Array.isArray(funds.references) ? (funds.references as LineItemReference[]) : [];
	return { result: { status: 'success', entries: [{ ...entry, lineItems }] } };
}

/**
 * What Concur holds of the document already, where nothing is to be sent any more: a success that is confirmed, or a result that
 * somebody else settled. A failure beside an entry is not settled: Concur is told of the entry.
 */
export function settledAs(json: Block): ConfirmedResult['status'] | undefined {
	const docStatus = textOf(json.docStatus);
	if (isUncertain(json)) return undefined;
	if (/^(POSTING_CONFIRMED_SUCCESS|PAYMENT_CONFIRMED|PAID)/.test(docStatus) && !isDoubled(json)) return 'success';
	if (!['lookup', 'funds'].some((name) => textOf(blockAt(json, name)?.outcome) === 'settledElsewhere')) return undefined;
	return docStatus === 'POSTING_CONFIRMED_FAILURE' ? 'error' : 'success';
}

/** Whether nobody could say what B1 holds of it: its row would be closed without the number. */
const isUncertain = (json: Block) => ['posting', 'funds'].some((name) => textOf(blockAt(json, name)?.outcome) === 'uncertain');

const isDoubled = (json: Block) => blockAt(json, 'posting')?.doubled === true;

/**
 * Decides from the blocks an item carries what Concur is to be told. A posting speaks before a review; without either, a
 * journal entry that is null means that there was nothing to post. Never confirms what is uncertain.
 * Source: FIS v4 reference, "Post Financial Transactions Confirmations".
 */
export function decide(json: Block, settings: DecisionSettings): Decision {
	const posting = blockAt(json, 'posting');
	if (posting) return fromPosting(json, posting, settings);
	const funds = blockAt(json, 'funds');
	if (funds) return fromFunds(funds, languageOfItem(json, settings));
	const review = blockAt(json, 'review');
	if (review) return fromReview(review, languageOfItem(json, settings));
	if (json.journalEntry === null) return { result: { status: 'success', entries: [] } };
	return {
		stopped:
			'The item does not say what became of the document: it has no posting, no review and no journalEntry of null. Connect SAP B1 Service Layer (Post), or Build Journal Entry (Needs Review, Nothing to Post), to this node.',
	};
}
