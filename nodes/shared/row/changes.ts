import type { Cause, Row } from './types';

/** Characters that are kept of what changed. */
const LONGEST = 2000;
/** Lines of an entry that are compared; a longer one is told of as a whole. */
const MAX_LINES = 400;

const linesOf = (record: string): string[] => record.split('\n').filter((line) => line.trim() !== '');

/** What stands in `one` more often than in `other`. */
function without(one: readonly string[], other: readonly string[]): string[] {
	const left = new Map<string, number>();
	for (const line of other) left.set(line, (left.get(line) ?? 0) + 1);
	return one.filter((line) => {
		const count = left.get(line) ?? 0;
		left.set(line, count - 1);
		return count <= 0;
	});
}

function messagesIn(reasons: string | undefined): string[] {
	try {
		const causes = JSON.parse(reasons ?? '[]') as Cause[];
		return Array.isArray(causes) ? causes.map(({ message }) => message) : [];
	} catch {
		return [];
	}
}

function entryChanges(before: string, after: string): string[] {
	const [former, present] = [linesOf(before), linesOf(after)];
	if (before === '' || after === '' || before === after) return [];
	if (former.length > MAX_LINES || present.length > MAX_LINES) return ['The entry is another one.'];
	return [...without(former, present).map((line) => `- ${line}`), ...without(present, former).map((line) => `+ ${line}`)];
}

/**
 * What a try came to that the one before did not: reasons that are gone or new, and lines of the entry.
 *
 * @param former the row as it was
 * @param causes of this try
 * @param record the lines of the entry as this try would post them; empty where it made none
 */
export function changesSince(former: Partial<Row>, causes: readonly Cause[], record: string): string {
	const before = messagesIn(former.reasons);
	const now = causes.map(({ message }) => message);
	const changes = [
		...without(before, now).map((message) => `No longer: ${message}`),
		...without(now, before).map((message) => `New: ${message}`),
		...entryChanges(former.postingRecord ?? '', record),
	];
	return changes.join('\n').slice(0, LONGEST);
}
