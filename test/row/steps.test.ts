/** What a run writes into the audit of its document. */
import { decideAt, NOW, step } from './items';
import type { Blocks, Row } from '../../nodes/shared/row';

const at = new Date(NOW).toISOString();
const linesOf = (row: Row) =>
	(row.trail === '' ? [] : (JSON.parse(row.trail) as { lines: Array<Record<string, string>> }).lines).map(
		({ at: time, who, step: name, detail, entry, mapping }) =>
			[time === at ? 'now' : time, who, name, detail, entry, mapping].filter(Boolean).join(' | '),
	);

const whole: Blocks = {
	...step.taken,
	acknowledgement: { ...step.taken.acknowledgement, acknowledgedAt: '2026-03-31T09:58:00.000Z' },
	audit: { mapping: 'm1' },
	...step.posted,
	confirmation: { ...step.confirmed.confirmation, confirmedAt: '2026-03-31T09:59:00.000Z' },
};

it('tells the whole way of a document', () => {
	const created = { createdAt: '2026-03-31T09:00:00.000Z' } as Partial<Row>;
	expect(linesOf(decideAt(whole, created))).toEqual([
		'2026-03-31T09:00:00.000Z | pipeline | noted',
		'2026-03-31T09:58:00.000Z | execution 42 | acknowledged',
		'now | execution 42 | booked | posted | 17 | m1',
		'2026-03-31T09:59:00.000Z | execution 42 | confirmed | success | 17',
		'now | execution 42 | decided | confirmed, 1 try',
	]);
});

it('writes no line for a try that ends as the one before', () => {
	const review = { review: { reasons: [{ code: 'unmapped-account', message: 'Not mapped', cure: 'mapping' }], mapping: 'm1' } };
	const first = decideAt(review);
	expect(linesOf(first)).toEqual([
		'now | pipeline | noted',
		'now | execution 42 | decided | review, unmapped-account, 1 try | m1',
	]);
	const second = decideAt(review, { ...first, heldBy: '43', attempts: 2 });
	expect(second.trail).toBe(first.trail);
	const third = decideAt({ ...review, review: { ...review.review, mapping: 'm2' } }, { ...second, heldBy: '44', attempts: 3 });
	expect(linesOf(third).slice(2)).toEqual(['now | execution 44 | decided | review, unmapped-account, 3 tries | m2']);
});

it('writes a confirmation that was lost, and not the entry again that was found', () => {
	const posted = decideAt({ ...step.taken, ...step.posted, confirmation: { outcome: 'tryLater', message: 'Concur is down' } });
	const found = { posting: { ...step.posted.posting, outcome: 'alreadyPosted' } };
	const again = decideAt(
		{ ...found, ...step.confirmed },
		{ ...posted, outcome: 'alreadyPosted', heldBy: '43', attempts: 2, status: 'posted' },
	);
	expect(linesOf(again).slice(linesOf(posted).length)).toEqual([
		'now | execution 43 | confirmed | success | 17',
		'now | execution 43 | decided | confirmed, 2 tries',
	]);
});

it('names the person whose act it was at the desk, once', () => {
	const act = '2026-03-31T09:30:00.000Z anna: sent back to Concur: Wrong cost center';
	const desk = { result: 'error', text: 'Wrong cost center', number: '', postingDate: '' };
	const told = { outcome: 'done', sent: true, status: 'error', message: '' };
	const lines = linesOf(decideAt({ confirmation: told, desk }, { act, readyInConcur: false }));
	expect(lines).toEqual([
		'2026-03-31T09:30:00.000Z | anna | act | sent back to Concur: Wrong cost center',
		'now | pipeline | noted',
		'now | anna | confirmed | error',
		'now | anna | decided | failed, sent-back, 1 try',
	]);
});

it('goes on with the chain of the row', () => {
	const first = decideAt({ company: { outcome: 'tryLater', message: 'B1 is down' } });
	const second = decideAt(whole, { ...first, attempts: 1 });
	expect(JSON.parse(second.trail)).toMatchObject({ before: '', lines: expect.arrayContaining(JSON.parse(first.trail).lines) });
});
