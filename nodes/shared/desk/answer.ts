import { noteOf, type Refusal } from './act';
import { mappingRowOf, type MappingRow } from './corrections';
import type { DeskRequest, DeskRow, View } from './types';

type Said =
	| Refusal
	| 'corrected'
	| 'triedAgain'
	| 'triedSomeAgain'
	| 'ticked'
	| 'sentBack'
	| 'settled'
	| 'notSettled'
	| 'notDone';

interface Notice {
	text: string;
	isGood: boolean;
	/** Whether more comes of it in some seconds. */
	isUnderWay?: true;
}

/** What a person is told after an act. `{count}` is the number of documents. */
const NOTICES: Readonly<Record<Said, Notice>> = {
	triedAgain: {
		text: 'Tried again: {count}. The result stands here in some seconds.',
		isGood: true,
		isUnderWay: true,
	},
	triedSomeAgain: {
		text: 'Tried again: {count}. The others had changed since this page was made; look at them as they are now.',
		isGood: true,
		isUnderWay: true,
	},
	corrected: {
		text: 'Added to the mapping. The document is tried again now, and so is all else that waits for the mapping; the result stands here in some seconds.',
		isGood: true,
		isUnderWay: true,
	},
	ticked: { text: 'Warnings seen: {count}.', isGood: true },
	sentBack: { text: 'Sent back to Concur. The report can be corrected there and approved again.', isGood: true },
	settled: { text: 'Settled. Concur shows the document as posted, with the number of your entry.', isGood: true },
	notDone: { text: 'Not done. The row says why; it is tried again by itself where nobody has to act.', isGood: false },
	changed: {
		text: 'Nothing was changed: the document is not as this page showed it any more. Look at it as it is now.',
		isGood: false,
	},
	busy: { text: 'Nothing was changed: the document is being worked on right now. Look again in a minute.', isGood: false },
	textMissing: { text: 'Nothing was sent: say in words what is to be corrected in Concur.', isGood: false },
	numberMissing: { text: 'Nothing was settled: give the number that Business One shows in the journal entry.', isGood: false },
	numberTaken: { text: 'Nothing was settled: another document was settled with that entry already.', isGood: false },
	notSettled: {
		text: 'Nothing was settled: that entry does not fit this document. “Last act of a person” says why.',
		isGood: false,
	},
	dateMissing: { text: 'Nothing was settled: the posting date of the entry is no date.', isGood: false },
	notInMapping: {
		text: 'Nothing was changed: the mapping does not take that. A value is missing, or the mapping says something else for this code already.',
		isGood: false,
	},
	stillReady: {
		text: 'Nothing was changed: Concur has not handed this document over yet, so it cannot be answered.',
		isGood: false,
	},
	notUnderstood: { text: 'Nothing was changed: the request was not understood. Use the buttons of this page.', isGood: false },
};

/** The notice of a request; undefined where none is due. The address names it by a word, so that nobody can write texts into the page. */
export function noticeOf({ said, count }: DeskRequest): Notice | undefined {
	const notice = Object.hasOwn(NOTICES, said) ? NOTICES[said as Said] : undefined;
	const documents = count === 1 ? '1 document' : `${count} documents`;
	return notice && { ...notice, text: notice.text.replace('{count}', documents) };
}

/** The query part of a page's address; what is as it is anyway is left out. */
export function queryOf(view: Partial<View>, more: Record<string, string | number> = {}): string {
	const stated = Object.entries({ ...view, ...more }).filter(
		([name, value]) => value !== '' && value !== null && !(name === 'page' && value === 1),
	);
	return `?${stated.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join('&')}`;
}

const isRow = (json: Record<string, unknown>): boolean => typeof json.id === 'number';

function saidOf({ act }: DeskRequest, items: readonly Record<string, unknown>[]): Said {
	const refused = items.find((json) => typeof json.refused === 'string')?.refused;
	if (refused !== undefined) return refused as Refusal;
	const rows = items.filter(isRow);
	if (act === null || rows.length === 0) return 'changed';
	switch (act.name) {
		case 'tick':
			return 'ticked';
		case 'sendBack':
			return rows[0]!.status === 'failed' ? 'sentBack' : 'notDone';
		case 'correct':
			return 'corrected';
		case 'settle':
			return rows[0]!.status === 'confirmed'
				? 'settled'
				: String(rows[0]!.act).includes('. Not done: ')
					? 'notSettled'
					: 'notDone';
		default:
			return act.name === 'tryAgain' && rows.length < act.rows.length ? 'triedSomeAgain' : 'triedAgain';
	}
}

/**
 * Where the browser is sent after an act, so that loading the page again repeats nothing.
 *
 * @param items the rows that were changed, as the Data Table gave them back, or `{ refused }`
 * @returns an address relative to the one the form was sent to
 */
export function answerOf(request: DeskRequest, items: readonly Record<string, unknown>[]): string {
	const said = saidOf(request, items);
	const notice = noticeOf({ ...request, said });
	const isDone = notice?.isGood === true && notice.isUnderWay !== true;
	const view = { ...request.view, row: isDone ? null : request.view.row };
	return queryOf(view, { said, count: items.filter(isRow).length || '' });
}

/**
 * The row that an act adds to the mapping, once its document was found as it was shown.
 *
 * @param items the rows that were changed, as the Data Table gave them back
 * @param now milliseconds since 1970
 */
export function correctionOf(
	request: DeskRequest,
	items: readonly Record<string, unknown>[],
	now: number,
): MappingRow | undefined {
	const row = items.find(isRow) as DeskRow | undefined;
	if (request.act?.name !== 'correct' || row === undefined) return undefined;
	const added = mappingRowOf(row, request.act, noteOf(request, row, now), []);
	return added && !('problem' in added) ? (added as MappingRow) : undefined;
}
