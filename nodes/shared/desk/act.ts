import { mappingRowOf } from './corrections';
import { isBusy, isSettled, listOf, timeOf } from './lists';
import { trailWith } from './trail';
import type { Act, ActName, DeskRequest, DeskRow, Shown } from './types';

/** What an act writes into a row that is as it was shown. */
export interface Change {
	id: number;
	/** The row is changed only while it has this stamp. */
	shownStamp: string;
	stamp: string;
	act: string;
	dueAt: string;
	priority: number;
	warned: boolean;
	trail: string;
}

/** A row that this execution takes into its hold, with what is to be done about its document. */
export interface Taking {
	id: number;
	shownStamp: string;
	stamp: string;
	act: string;
	trail: string;
	heldUntil: string;
	docId: string;
	docType: string;
	companyId: string;
	row: DeskRow;
	desk: {
		result: 'error' | 'success';
		text: string;
		number: string;
		postingDate: string;
		anyAmount: boolean;
		/** When the row was due before. */
		dueAt: string;
	};
}

export type Refusal =
	| 'notUnderstood'
	| 'changed'
	| 'textMissing'
	| 'numberMissing'
	| 'numberTaken'
	| 'dateMissing'
	| 'notInMapping'
	| 'stillReady'
	| 'busy';

/** What one update writes into all rows that wait, and under which conditions: n8n changes many at once only alike. */
export interface ChangeOfAll extends Pick<Change, 'stamp' | 'act' | 'dueAt' | 'priority'> {
	/** Pattern of the column, `%` for anything. */
	reasons: string;
	/** Rows that were changed later stay as they are. */
	shownAt: string;
}

export type Acting = { changes: Change[] } | { all: ChangeOfAll } | { taking: Taking } | { refused: Refusal };

export interface ActSettings {
	/** Milliseconds since 1970. */
	now: number;
	holdMinutes: number;
	newStamp: () => string;
	/** Rows of the mapping table as they are. */
	mapping?: readonly object[];
}

const LABELS: Readonly<Record<ActName, string>> = {
	tryAgain: 'tried again',
	tryAllAgain: 'tried again, with all of its list',
	sendBack: 'sent back to Concur',
	settle: 'settled by hand',
	tick: 'warnings seen',
	correct: 'mapping corrected',
};

const isSame = (row: DeskRow, { id, stamp }: Shown): boolean => row.id === id && row.stamp === stamp;

function detailOf({ name, text, number, postingDate, anyAmount, setting, cells }: Act): string {
	if (name === 'sendBack') return `: ${text}`;
	if (name === 'settle')
		return `: entry ${number}${postingDate && ` of ${postingDate}`}${anyAmount ? ', whatever its amount' : ''}`;
	return name === 'correct' ? `: ${setting}, ${Object.values(cells).filter(Boolean).join(' = ')}` : '';
}

/** What stands in the row of an act: when, who, what. */
const lineOf = ({ person }: DeskRequest, act: Act, now: number): string => {
	return `${new Date(now).toISOString()} ${person}: ${LABELS[act.name]}${detailOf(act)}`;
};

function changeOf(row: DeskRow, request: DeskRequest, act: Act, { now, newStamp }: ActSettings): Change {
	const isTick = act.name === 'tick';
	const line = lineOf(request, act, now);
	return {
		id: row.id,
		shownStamp: String(row.stamp),
		stamp: newStamp(),
		act: line,
		trail: trailWith(row, line),
		dueAt: new Date(isTick ? timeOf(row.dueAt) || now : now).toISOString(),
		priority: isTick ? (row.priority ?? 2) : 1,
		warned: isTick ? false : row.warned === true,
	};
}

/**
 * All that waits, or all that waits for one reason, as far as it is as the page saw it. Somebody who has seen no page knows no stamp.
 */
function changeAll(rows: readonly DeskRow[], request: DeskRequest, act: Act, { now, newStamp }: ActSettings): Acting {
	const hasSeen = act.rows.some((shown) => rows.some((row) => isSame(row, shown)));
	const shownAt = Date.parse(act.shownAt);
	const { list, reason, search } = request.view;
	if (!hasSeen || !Number.isFinite(shownAt) || list !== 'waiting' || search !== '') return { refused: 'changed' };
	if (!/^[\w-]*$/.test(reason)) return { refused: 'notUnderstood' };
	return {
		all: {
			reasons: reason === '' ? '%' : `[{"code":"${reason}"%`,
			shownAt: new Date(Math.min(shownAt, now)).toISOString(),
			stamp: newStamp(),
			act: lineOf(request, act, now),
			dueAt: new Date(now).toISOString(),
			priority: 1,
		},
	};
}

function whyNotTaken(row: DeskRow, act: Act): Refusal | undefined {
	if (isBusy(row)) return 'busy';
	if (row.open !== true) return 'changed';
	if (row.readyInConcur === true) return 'stillReady';
	if (act.name === 'sendBack') return act.text === '' ? 'textMissing' : undefined;
	if (!/^\d{1,15}$/.test(act.number)) return 'numberMissing';
	return act.postingDate === '' || isDay(act.postingDate) ? undefined : 'dateMissing';
}

/** Whether another document was settled with that entry already. */
const isTaken = (rows: readonly DeskRow[], id: number, { name, number }: Act): boolean =>
	name === 'settle' && rows.some((other) => other.id !== id && Number(other.number) === Number(number) && isSettled(other));

function isDay(text: string): boolean {
	const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
	return Number.isFinite(time) && new Date(time).toISOString().startsWith(text);
}

function take(rows: readonly DeskRow[], row: DeskRow, request: DeskRequest, act: Act, settings: ActSettings): Acting {
	const refused = whyNotTaken(row, act) ?? (isTaken(rows, row.id, act) ? 'numberTaken' : undefined);
	if (refused) return { refused };
	const { now, holdMinutes, newStamp } = settings;
	const heldUntil = new Date(now + holdMinutes * 60_000).toISOString();
	const line = lineOf(request, act, now);
	const trail = trailWith(row, line);
	const stamp = newStamp();
	const isBack = act.name === 'sendBack';
	return {
		taking: {
			id: row.id,
			shownStamp: String(row.stamp),
			stamp,
			act: line,
			trail,
			heldUntil,
			docId: row.docId ?? '',
			docType: row.docType ?? '',
			companyId: row.companyId ?? '',
			row: { ...row, act: line, trail, stamp, dueAt: heldUntil },
			desk: {
				result: isBack ? 'error' : 'success',
				text: isBack ? act.text : '',
				number: act.number,
				postingDate: act.postingDate,
				anyAmount: act.anyAmount,
				dueAt: new Date(timeOf(row.dueAt) || now).toISOString(),
			},
		},
	};
}

/**
 * What an act comes to: the changes of rows that are as they were shown, or the one row that is taken to be sent back or settled. The
 * workflow writes each under the condition that its stamp is still the one shown, so that of two acts only the first counts.
 *
 * @param rows as they are now
 */
export function actOn(rows: readonly DeskRow[], request: DeskRequest, settings: ActSettings): Acting {
	const { act } = request;
	if (act === null) return { refused: 'notUnderstood' };
	if (act.name === 'tryAllAgain') return changeAll(rows, request, act, settings);
	const found = act.rows.flatMap((shown) => rows.find((row) => isSame(row, shown)) ?? []);
	if (act.name === 'sendBack' || act.name === 'settle') {
		const [row, ...others] = found;
		return row && others.length === 0 ? take(rows, row, request, act, settings) : { refused: 'changed' };
	}
	const [first] = found;
	if (act.name === 'correct') return first ? corrected(first, request, act, settings) : { refused: 'changed' };
	const isTick = act.name === 'tick';
	const fitting = found.filter((row) => !isBusy(row) && (isTick ? listOf(row) === 'warnings' : row.open === true));
	return changed(fitting, request, act, settings);
}

/** The document is tried again, and Answer gives the row of the mapping once that is written. */
function corrected(row: DeskRow, request: DeskRequest, act: Act, settings: ActSettings): Acting {
	if (isBusy(row)) return { refused: 'busy' };
	const added = mappingRowOf(row, act, noteOf(request, row, settings.now), settings.mapping ?? []);
	if (added === undefined) return { refused: 'notUnderstood' };
	if ('problem' in added) return { refused: 'notInMapping' };
	return changed(
		[row].filter(({ open }) => open === true),
		request,
		act,
		settings,
	);
}

/** What the note of a row of the mapping says: who added it for which document. */
export const noteOf = ({ person }: DeskRequest, { reportNumber, docId }: DeskRow, now: number): string =>
	`${person} at the desk on ${new Date(now).toISOString().slice(0, 10)}, for ${reportNumber || docId}`;

function changed(rows: DeskRow[], request: DeskRequest, act: Act, settings: ActSettings): Acting {
	return rows.length === 0 ? { refused: 'changed' } : { changes: rows.map((row) => changeOf(row, request, act, settings)) };
}
