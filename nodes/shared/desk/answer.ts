import type { Refusal } from './act';
import type { DeskRequest, View } from './types';

type Said = Refusal | 'triedAgain' | 'triedSomeAgain' | 'ticked' | 'sentBack' | 'settled' | 'notDone';

/** What a person is told after an act. `{count}` is the number of documents. */
const NOTICES: Readonly<Record<Said, { text: string; isGood: boolean }>> = {
	triedAgain: {
		text: 'Tried again: {count}. The next run of the pipeline takes it up, and its result stands here.',
		isGood: true,
	},
	triedSomeAgain: {
		text: 'Tried again: {count}. The others had changed since this page was made; look at them as they are now.',
		isGood: true,
	},
	ticked: { text: 'Warnings seen: {count}.', isGood: true },
	sentBack: { text: 'Sent back to Concur. The report can be corrected there and approved again.', isGood: true },
	settled: { text: 'Settled. Concur shows the document as posted, with the number you gave.', isGood: true },
	notDone: { text: 'Not done. The row says why; it is tried again by itself where nobody has to act.', isGood: false },
	changed: {
		text: 'Nothing was changed: the document is not as this page showed it any more. Look at it as it is now.',
		isGood: false,
	},
	busy: { text: 'Nothing was changed: the document is being worked on right now. Look again in a minute.', isGood: false },
	textMissing: { text: 'Nothing was sent: say in words what is to be corrected in Concur.', isGood: false },
	numberMissing: { text: 'Nothing was settled: give the number that Business One shows in the journal entry.', isGood: false },
	dateMissing: { text: 'Nothing was settled: give the posting date of the entry.', isGood: false },
	stillReady: {
		text: 'Nothing was changed: Concur has not handed this document over yet, so it cannot be answered.',
		isGood: false,
	},
	notUnderstood: { text: 'Nothing was changed: the request was not understood. Use the buttons of this page.', isGood: false },
};

/** The notice of a request; undefined where none is due. The address names it by a word, so that nobody can write texts into the page. */
export function noticeOf({ said, count }: DeskRequest): { text: string; isGood: boolean } | undefined {
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
		case 'settle':
			return rows[0]!.status === 'confirmed' ? 'settled' : 'notDone';
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
	const isDone = noticeOf({ ...request, said })?.isGood === true;
	const view = { ...request.view, row: isDone ? null : request.view.row };
	return queryOf(view, { said, count: items.filter(isRow).length || '' });
}
