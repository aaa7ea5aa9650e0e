import { SEAL, type LoggedLine } from './collect';

export interface Exported {
	/** The lines, one JSON object a line of text, for a file. */
	text: string;
	lines: number;
	/** All lines of documents up to this daily line are in the text; daily lines themselves stay in the table, too. */
	untilSeal: number;
	/** Hash of that daily line: what the file can be checked against for ever. */
	hash: string;
	from: string;
	to: string;
}

/**
 * What of the log is old enough to go into a file: whole days, the oldest first. The daily lines are in the file and stay in the table, so
 * that the rest of the log can be checked without the file, and the file without the rest.
 *
 * @param before ISO time: days sealed before it are exported
 * @returns undefined where nothing is old enough
 */
export function exportLines(logged: readonly LoggedLine[], before: string): Exported | undefined {
	const seals = logged.filter(({ docId }) => docId === SEAL).sort((one, other) => one.number - other.number);
	const old = seals.filter(({ at }) => at < before);
	const last = old.at(-1);
	const inFile = logged.filter(({ docId, seal }) => last !== undefined && docId !== SEAL && seal <= last.number);
	if (last === undefined || inFile.length === 0) return undefined;
	const sorted = [...inFile, ...old].sort((one, other) => one.seal - other.seal);
	const fields = ({ docId, row, number, at, who, step, detail, mapping, entry, before: hashBefore, hash, seal }: LoggedLine) =>
		JSON.stringify({ docId, row, number, at, who, step, detail, mapping, entry, before: hashBefore, hash, seal });
	const times = inFile.map(({ at }) => at).sort();
	return {
		text: `${sorted.map(fields).join('\n')}\n`,
		lines: inFile.length,
		untilSeal: last.number,
		hash: last.hash,
		from: times[0]!,
		to: times.at(-1)!,
	};
}
