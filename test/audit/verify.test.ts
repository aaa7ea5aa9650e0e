import { exportLines, verify, withSteps, type LoggedLine } from '../../nodes/shared/audit';
import { twoNights, type World } from './log';

it('finds a log as it was written, in any order, with its rows', () => {
	const { log, rows } = twoNights();
	expect(verify([...log].reverse(), rows)).toEqual({
		verdict: '4 lines of 2 documents, sealed by 2 daily lines, are as they were written.',
		intact: true,
		lines: 4,
		documents: 2,
		seals: 2,
		exportedUntil: 0,
		broken: [],
	});
	expect(verify([])).toMatchObject({ intact: true, lines: 0 });
});

it('goes on with lines that the rows carry still', () => {
	const { log, rows } = twoNights();
	const trail = withSteps(rows[1]!.trail, { docId: 'b', row: 2 }, '', [
		{ at: '2026-04-01T09:00:00.000Z', who: 'x', step: 'booked' },
	]);
	expect(verify(log, [rows[0]!, { ...rows[1]!, trail }])).toMatchObject({ intact: true, lines: 5 });
});

/** What somebody does to a log, with the place that is named. The log has: a1 a2 seal1 a3 b1 seal2. */
const forgeries: Array<[string, (world: World) => void, string]> = [
	[
		'changes an entry',
		({ log }) => void (log[3]!.entry = '18'),
		'Broken at line 3 of a: The line was changed after it was written.',
	],
	['changes who did it', ({ log }) => void (log[0]!.who = 'ben'), 'Broken at line 1 of a: The line was changed'],
	[
		'deletes a line within a chain',
		({ log }) => void log.splice(1, 1),
		'Broken at line 3 of a: Lines after number 1 are missing.',
	],
	['deletes the first line', ({ log }) => void log.splice(0, 1), 'Broken at line 2 of a: Lines before number 2 are missing.'],
	['deletes the last line of a chain', ({ log }) => void log.splice(4, 1), 'Broken at line 2 of seal: The lines of that day'],
	['deletes a daily line', ({ log }) => void log.splice(2, 1), 'Broken at line 2 of seal: Lines before number 2 are missing.'],
	['deletes the last daily line', ({ log }) => void log.splice(5, 1), 'Broken at line 3 of a: No daily line covers the line.'],
	['deletes the first day whole', ({ log }) => void log.splice(0, 3), 'Broken at line 2 of seal: Lines before number 2'],
	[
		'empties the log and leaves the rows',
		({ log }) => void log.splice(0),
		'Broken at line 3 of a: The row and the log do not end',
	],
	[
		'edits the trail of a row',
		({ rows }) => void (rows[0]!.trail = '{'),
		'Broken at line 0 of a: The trail of the row was edited.',
	],
	['sets a row back', ({ rows }) => void (rows[0]!.trail = ''), 'Broken at line 0 of a: The row and the log do not end'],
];

it.each(forgeries)('names the place where somebody %s', (_what, forge, verdict) => {
	const world = twoNights();
	forge(world);
	const verified = verify(world.log, world.rows);
	expect(verified.intact).toBe(false);
	expect(verified.verdict).toContain(verdict);
});

it('finds a line that was forged with a right hash, because the next one and the daily line do not follow from it', () => {
	const { log } = twoNights();
	const forged = JSON.parse(
		withSteps('', { docId: 'a', row: 1 }, '', [{ at: '2026-03-30T08:00:00.000Z', who: 'nobody', step: 'noted' }]),
	) as { lines: LoggedLine[] };
	const others = [{ ...log[0]!, ...forged.lines[0]! }, ...log.slice(1)];
	expect(verify(others).broken.map(({ docId, number }) => `${docId} ${number}`)).toEqual(['a 2', 'seal 1']);
});

describe('an export', () => {
	const { log, rows } = twoNights();
	const exported = exportLines(log, '2026-04-01T00:00:00.000Z')!;
	const inFile = exported.text
		.trim()
		.split('\n')
		.map((text) => JSON.parse(text) as LoggedLine);
	const rest = log.filter(({ docId, seal }) => docId === 'seal' || seal > exported.untilSeal);

	it('takes whole days, and keeps the last hash', () => {
		expect(exported).toMatchObject({
			lines: 2,
			untilSeal: 1,
			hash: log[2]!.hash,
			from: '2026-03-30T08:00:00.000Z',
			to: '2026-03-30T09:00:00.000Z',
		});
		expect(inFile).toEqual(log.slice(0, 3));
		expect(exportLines(log, '2026-03-31T02:00:00.000Z')).toBeUndefined();
		expect(exportLines(rest, '2026-04-01T00:00:00.000Z')).toBeUndefined();
	});

	it('leaves a log that is checked without it and with it, and still shows what is missing', () => {
		expect(verify(rest, rows)).toMatchObject({ intact: true, exportedUntil: 1, lines: 2 });
		expect(verify([...rest, ...inFile], rows)).toMatchObject({ intact: true, exportedUntil: 0, lines: 4, seals: 2 });
		expect(verify([...rest, ...inFile.slice(1)], rows).intact).toBe(false);
		expect(verify(inFile).intact).toBe(true);
		expect(verify(rest.filter(({ docId }) => docId !== 'b')).intact).toBe(false);
	});
});
