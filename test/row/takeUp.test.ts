import fc from 'fast-check';

import { takeUp, type Row } from '../../nodes/shared/row';
import { heldRow, NOW } from './items';

const at = (minutes: number) => new Date(NOW + minutes * 60_000).toISOString();
const due = (id: number, minutes: number, more: Partial<Row> = {}): Row =>
	heldRow({ id, dueAt: at(minutes), heldBy: '', attempts: 0, ...more });

it('holds rows of one kind together, the longest due first', () => {
	const rows = [due(1, -1), due(2, -5), due(3, -3, { attempts: 2 }), due(4, 5)];
	expect(takeUp(rows, NOW, { limit: 10, holdMinutes: 15 })).toEqual([
		{ priority: 1, attempts: 0, dueUntil: at(-1), nextAttempts: 1, heldUntil: at(15), rows: 2 },
		{ priority: 1, attempts: 2, dueUntil: at(-3), nextAttempts: 3, heldUntil: at(15), rows: 1 },
	]);
});

it('takes what waits for a server before what waits for a person', () => {
	const rows = [due(1, -600, { priority: 2 }), due(2, -2), due(3, -1)];
	expect(takeUp(rows, NOW, { limit: 2, holdMinutes: 15 })).toEqual([
		expect.objectContaining({ priority: 1, dueUntil: at(-1), rows: 2 }),
	]);
});

it('holds fractions of a minute, and nothing where nothing is due', () => {
	expect(takeUp([due(1, 1)], NOW, { limit: 5, holdMinutes: 15 })).toEqual([]);
	expect(takeUp([due(1, -1)], NOW, { limit: 5, holdMinutes: 0.1 })[0]?.heldUntil).toBe(at(0.1));
});

it('takes what another mapping could not post as soon as the mapping is another one, and nothing that is held', () => {
	const waiting = { priority: 3, mapping: 'v1' };
	const rows = [
		due(1, 600, waiting),
		due(2, 900, { ...waiting, mapping: 'v2' }),
		due(3, 5, { ...waiting, heldBy: '41' }),
		due(4, 700, { priority: 2 }),
		due(5, -1),
	];
	const taken = (mapping?: string) => takeUp([...rows], NOW, { limit: 10, holdMinutes: 15, mapping });
	const now = expect.objectContaining({ priority: 1, dueUntil: at(-1), rows: 1 }) as unknown;
	expect(taken('v1')).toEqual([now, expect.objectContaining({ priority: 3, dueUntil: at(900), rows: 1 })]);
	expect(taken('v2')).toEqual([now, expect.objectContaining({ priority: 3, dueUntil: at(600), rows: 1 })]);
	expect(taken()).toEqual([now]);
	expect(taken('')).toEqual([now]);
});

/** The Data Table's own reading of a hold. */
const isHeldBy = (row: Row, hold: ReturnType<typeof takeUp>[number]) =>
	row.open && row.priority === hold.priority && row.attempts === hold.attempts && row.dueAt <= hold.dueUntil;

it('holds as many rows as it may, and no row that is not due', () => {
	const anyRow = fc.record({
		minutes: fc.integer({ min: -1000, max: 50 }),
		attempts: fc.integer({ min: 0, max: 4 }),
		priority: fc.constantFrom(1, 2),
		open: fc.boolean(),
	});
	fc.assert(
		fc.property(
			fc.uniqueArray(anyRow, { selector: ({ minutes }) => minutes, maxLength: 60 }),
			fc.integer({ min: 1, max: 40 }),
			(kinds, limit) => {
				const rows = kinds.map(({ minutes, ...more }, id) => due(id, minutes, more));
				const holds = takeUp([...rows], NOW, { limit, holdMinutes: 15 });
				const held = rows.filter((row) => holds.some((hold) => isHeldBy(row, hold)));
				const isDue = rows.filter(({ open, dueAt }) => open && dueAt <= at(0));
				expect(held).toHaveLength(Math.min(limit, isDue.length));
				expect(held.every((row) => isDue.includes(row))).toBe(true);
				expect(holds.reduce((sum, hold) => sum + hold.rows, 0)).toBe(held.length);
			},
		),
	);
});
