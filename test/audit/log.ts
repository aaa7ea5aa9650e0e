/** A log as two nights leave it: the chains of two rows, sealed by two daily lines. */
import { collect, withSteps, type LoggedLine, type TrailedRow } from '../../nodes/shared/audit';

export const FIRST_NIGHT = '2026-03-31T02:00:00.000Z';
export const SECOND_NIGHT = '2026-04-01T02:00:00.000Z';

const step = (hour: number, name: string, more: object = {}) => ({
	at: `2026-03-30T${String(hour).padStart(2, '0')}:00:00.000Z`,
	who: 'execution 42',
	step: name,
	...more,
});

export interface World {
	log: LoggedLine[];
	rows: TrailedRow[];
}

/** Row 1 is noted and decided on the first day, row 2 on the second, when row 1 is booked, too. */
export function twoNights(): World {
	const rows: TrailedRow[] = [
		{
			id: 1,
			docId: 'a',
			stamp: 's1',
			trail: withSteps('', { docId: 'a', row: 1 }, '', [step(8, 'noted'), step(9, 'decided', { detail: 'review' })]),
		},
	];
	const first = collect(rows, undefined, FIRST_NIGHT);
	rows[0]!.trail = withSteps(first.rows[0]!.trail, { docId: 'a', row: 1 }, '', [
		step(10, 'booked', { entry: '17', mapping: 'm1' }),
	]);
	rows.push({ id: 2, docId: 'b', stamp: 's2', trail: withSteps('', { docId: 'b', row: 2 }, '', [step(11, 'noted')]) });
	const second = collect(rows, first.lines.at(-1), SECOND_NIGHT);
	const kept = rows.map((row) => ({ ...row, trail: second.rows.find(({ id }) => id === row.id)!.trail }));
	return { log: [...first.lines, ...second.lines], rows: kept };
}
