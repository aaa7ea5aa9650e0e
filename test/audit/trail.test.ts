import { createHash } from 'node:crypto';
import { collect, withSteps, verify } from '../../nodes/shared/audit';
import { FIRST_NIGHT, SECOND_NIGHT, twoNights } from './log';

const sha = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('base64url');
const chain = { docId: 'a', row: 1 };
const noted = { at: '2026-03-30T08:00:00.000Z', who: 'pipeline', step: 'noted' };

describe('the trail of a row', () => {
	it('holds each line under a hash over what it says and the hash before', () => {
		const first = sha(['a', 1, 1, noted.at, 'pipeline', 'noted', '', '', '', '']);
		const second = sha(['a', 1, 2, '2026-03-30T09:00:00.000Z', 'execution 42', 'booked', 'posted', 'm1', '17', first]);
		const booked = {
			at: '2026-03-30T09:00:00.000Z',
			who: 'execution 42',
			step: 'booked',
			detail: 'posted',
			mapping: 'm1',
			entry: '17',
		};
		const trail = withSteps(withSteps('', chain, '', [noted]), chain, '', [booked]);
		expect(JSON.parse(trail)).toEqual({
			number: 2,
			hash: second,
			before: '',
			act: '',
			lines: [
				{ ...noted, number: 1, detail: '', mapping: '', entry: '', hash: first },
				{ ...booked, number: 2, hash: second },
			],
		});
	});

	it('notes the act of a person once, with who and when it was', () => {
		const act = '2026-03-30T09:30:00.000Z anna: sent back to Concur: Wrong: cost center';
		const once = withSteps('', chain, act, []);
		expect(JSON.parse(once).lines).toMatchObject([
			{ at: '2026-03-30T09:30:00.000Z', who: 'anna', step: 'act', detail: 'sent back to Concur: Wrong: cost center' },
		]);
		expect(withSteps(once, chain, act, [])).toBe(once);
		expect(JSON.parse(withSteps(once, chain, act.replace('anna', 'ben'), [])).lines).toHaveLength(2);
	});

	it('stays as it is where nothing happened', () => {
		expect(withSteps('', chain, '', [])).toBe('');
		const trail = withSteps('', chain, '', [noted]);
		expect(withSteps(trail, chain, '', [])).toBe(trail);
	});

	it.each(['{', '[]', '{"number":1}', 'null', '7'])('that somebody edited (%s) begins a chain that says so', (edited) => {
		const { lines } = JSON.parse(withSteps(edited, chain, '', [noted])) as { lines: Array<{ step: string }> };
		expect(lines.map(({ step }) => step)).toEqual(['broken', 'noted']);
	});

	it('keeps no text longer than 1,200 characters', () => {
		const { lines } = JSON.parse(withSteps('', chain, '', [{ ...noted, detail: 'x'.repeat(5000) }]));
		expect(lines[0].detail).toHaveLength(1200);
	});
});

describe('what is collected at night', () => {
	it('is every line once, under a daily line that hashes all of them and the daily line before', () => {
		const { log } = twoNights();
		expect(log.map(({ docId, number, step, seal }) => `${docId} ${number} ${step} ${seal}`)).toEqual([
			'a 1 noted 1',
			'a 2 decided 1',
			'seal 1 sealed 1',
			'a 3 booked 2',
			'b 1 noted 2',
			'seal 2 sealed 2',
		]);
		const [a1, a2, first, a3, b1, second] = log as [(typeof log)[0], ...typeof log];
		const inOrder = (...lines: typeof log) =>
			lines.map(({ docId, row, number, hash }) => JSON.stringify([docId, row, number, hash])).sort();
		expect(first!.entry).toBe(sha(inOrder(a1, a2!)));
		expect(second).toMatchObject({
			before: first!.hash,
			entry: sha(inOrder(a3!, b1!)),
			at: SECOND_NIGHT,
			detail: '2 lines of 2 documents',
		});
		expect(a3!.before).toBe(a2!.hash);
	});

	it('is nothing where no row has lines, and rows keep where their chain ends', () => {
		const { rows } = twoNights();
		expect(collect(rows, undefined, FIRST_NIGHT)).toEqual({ lines: [], rows: [] });
		expect(rows.map(({ trail }) => JSON.parse(trail as string))).toMatchObject([
			{ number: 3, lines: [] },
			{ number: 1, lines: [] },
		]);
	});

	it('may be collected twice, where a run died before the rows were emptied', () => {
		const full = [{ id: 1, docId: 'a', stamp: 's', trail: withSteps('', chain, '', [noted]) }];
		const once = collect(full, undefined, FIRST_NIGHT);
		const twice = collect(full, once.lines.at(-1), SECOND_NIGHT);
		expect(
			verify(
				[...once.lines, ...twice.lines],
				twice.rows.map((row) => ({ docId: 'a', ...row })),
			),
		).toMatchObject({ intact: true, lines: 1, seals: 2 });
	});
});
