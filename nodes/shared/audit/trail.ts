import { digestOf, lineAfter, type Chain, type Line, type Step } from './line';

type KeptLine = Omit<Line, 'docId' | 'row' | 'before'>;

/** A document's chain as its row carries it: where the chain ends, and the lines that the log does not have yet. */
export interface Trail {
	/** Number and hash of the last line; 0 and empty before the first. */
	number: number;
	hash: string;
	/** Hash before the first of the lines. */
	before: string;
	/** Which act of a person was noted last. */
	act: string;
	lines: KeptLine[];
}

const EMPTY: Trail = { number: 0, hash: '', before: '', act: '', lines: [] };

const isText = (value: unknown): value is string => typeof value === 'string';

function isTrail(value: unknown): value is Trail {
	const { number, hash, before, act, lines } = (value ?? {}) as Partial<Record<keyof Trail, unknown>>;
	return Number.isSafeInteger(number) && isText(hash) && isText(before) && isText(act) && Array.isArray(lines);
}

/**
 * Reads the trail of a row.
 *
 * @returns a new one for an empty text; undefined where the text is none any more, because somebody has edited it
 */
export function readTrail(text: unknown): Trail | undefined {
	if (!isText(text) || text === '') return EMPTY;
	try {
		const value: unknown = JSON.parse(text);
		return isTrail(value) ? value : undefined;
	} catch {
		return undefined;
	}
}

/** Longest text of a line: what people write for Concur is 1,000 characters long. */
const LONGEST = 1200;

/** What the row says itself is left out. */
const keptOf = ({ number, at, who, step, detail, mapping, entry, hash }: KeptLine): KeptLine => ({
	number,
	at,
	who,
	step,
	detail,
	mapping,
	entry,
	hash,
});

function added(trail: Trail, chain: Chain, step: Step): Trail {
	const detail = (step.detail ?? '').slice(0, LONGEST);
	const { before, ...whole } = lineAfter(chain, trail.number, trail.hash, { ...step, detail });
	const line = keptOf(whole);
	return {
		...trail,
		number: line.number,
		hash: line.hash,
		before: trail.lines.length === 0 ? before : trail.before,
		lines: [...trail.lines, line],
	};
}

/** An act as rows hold it: time, person, what. */
const ACT = /^(\S+) (.*?): (.*)$/s;

/** Who acted last, as a row holds it; empty where nobody did. */
export const personOf = (act: string): string => ACT.exec(act)?.[2] ?? '';

const markOf = (act: string): string => digestOf([act]).slice(0, 12);

/** The act of a person that the row holds, as a step; undefined where it is noted already. */
function actStep(trail: Trail, act: string): Step | undefined {
	if (act === '' || trail.act === markOf(act)) return undefined;
	const [, at = '', who = 'a person', detail = act] = ACT.exec(act) ?? [];
	return { at, who, step: 'act', detail };
}

/** The steps with the act where its time puts it. */
function inserted(steps: readonly Step[], act: Step): Step[] {
	const later = steps.findIndex(({ at }) => at > act.at);
	return later < 0 ? [...steps, act] : [...steps.slice(0, later), act, ...steps.slice(later)];
}

/**
 * The trail of a row with further lines: the steps, and the act of a person that the row holds, unless it was noted.
 *
 * @param text the row's trail as it was
 * @param act what the row says a person did last; empty where nobody did
 * @returns the text for the row; the same text where there is nothing to add
 */
export function withSteps(text: unknown, chain: Chain, act: string, steps: readonly Step[]): string {
	const known = readTrail(text);
	// A chain that was edited cannot be gone on with: the new one says so, and the check of the log finds two beginnings.
	const trail =
		known ?? added(EMPTY, chain, { at: steps[0]?.at ?? '', who: '', step: 'broken', detail: 'The trail of the row was edited.' });
	const ofPerson = actStep(trail, act);
	const all = ofPerson ? inserted(steps, ofPerson) : steps;
	if (known && all.length === 0) return isText(text) ? text : '';
	const next = all.reduce((sofar, step) => added(sofar, chain, step), trail);
	return JSON.stringify({ ...next, act: act === '' ? next.act : markOf(act) });
}

/** The lines that a row carries, whole. */
export function linesOf(trail: Trail, { docId, row }: Chain): Line[] {
	let { before } = trail;
	return trail.lines.map((line) => {
		const whole = { docId, row, ...line, before };
		before = line.hash;
		return whole;
	});
}

/** The same trail without its lines, for a row whose lines the log has. */
export const withoutLines = (trail: Trail): string => JSON.stringify({ ...trail, before: trail.hash, lines: [] });
