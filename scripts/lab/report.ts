import type { Fault } from './judge';
import type { LabResult } from './run';

const COUNTED: Record<string, Fault[]> = {
	lost: ['lost'],
	doubled: ['doubled'],
	falseConfirmations: ['falseConfirmation'],
	stuck: ['stuck'],
	'rows and books': ['row', 'books'],
};

/** Faults that were meant and nobody ran into: they prove nothing. */
export const neverHit = ({ hits }: LabResult): string[] => Object.keys(hits).filter((name) => hits[name] === 0);

export const endedWell = (result: LabResult): boolean => result.problems.length === 0 && neverHit(result).length === 0;

/** What a run came to, for people: hits of each fault, what went wrong, and the counts. */
export function renderLab(result: LabResult): string {
	const hits = Object.entries(result.hits).sort(([one], [other]) => (one < other ? -1 : 1));
	const counts = Object.entries(COUNTED).map(
		([name, faults]) => `${name} ${result.problems.filter(({ fault }) => faults.includes(fault)).length}`,
	);
	return [
		...hits.map(([name, count]) => `${String(count).padStart(4)}  ${name}${count === 0 ? '  NEVER HIT' : ''}`),
		...result.problems.map(({ docId, fault, text }) => `${docId}  ${fault}: ${text}`),
		`${result.documents} documents, ${result.kills} kills: ${counts.join(', ')}`,
	].join('\n');
}
