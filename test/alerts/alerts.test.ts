import { failureAlert, summaryAlert } from '../../nodes/shared/alerts';
import type { Row } from '../../nodes/shared/row';
import { heldRow } from '../row/items';

const NOW = Date.parse('2026-03-31T10:00:00.000Z');
const settings = { now: NOW, hours: 24, warnings: [], expires: '', expiryDays: 14 };
const row = (status: Row['status'], createdAt: string, code = '', more: Partial<Row> = {}) => ({
	...heldRow({ status, reasons: code === '' ? '[]' : JSON.stringify([{ code, message: 'x' }]), ...more }),
	createdAt,
});
const OLD = '2026-03-30T09:59:00.000Z';
const NEW = '2026-03-30T10:01:00.000Z';

it('says nothing where all is well', () => {
	const well = [
		row('review', NEW, 'unmapped-account'),
		row('received', OLD),
		row('posted', OLD),
		row('leftReady', OLD, 'concur-left-ready'),
		row('attention', OLD, 'b1-refused', { open: false }),
		{},
	];
	expect(summaryAlert(well, { ...settings, warnings: ['', ' '], expires: '2026-04-15' })).toBeUndefined();
});

it('counts what needs somebody, with its reasons and since when', () => {
	const alert = summaryAlert(
		[
			row('review', OLD, 'unmapped-account'),
			row('review', '2026-03-29T08:30:00.000Z', 'unknown-vendor'),
			row('review', OLD, 'unmapped-account'),
			row('review', NEW, 'unmapped-account'),
			row('uncertain', NEW, 'b1-uncertain'),
			row('rejected', NEW, 'b1-rejected'),
			row('attention', NEW, 'concur-refused'),
			row('received', NEW, 'b1-capacity'),
			row('posted', NEW, 'concur-tryLater'),
		],
		{ ...settings, warnings: ['The Data Table holds 30 MB.'], expires: '2026-04-01' },
	);
	expect(alert).toEqual({
		subject: 'Concur to Business One: 6 documents for you',
		text: alert!.lines.join('\n'),
		waiting: 3,
		uncertain: 1,
		rejected: 1,
		attention: 1,
		lines: [
			'For a person to decide: 1 document, the oldest since 2026-03-30 10:01 UTC; concur-refused (1).',
			'Refused by Business One: 1 document, the oldest since 2026-03-30 10:01 UTC; b1-rejected (1).',
			'Nobody knows whether it is posted: 1 document, the oldest since 2026-03-30 10:01 UTC.',
			'In review for more than 24 hours: 3 documents, the oldest since 2026-03-29 08:30 UTC; unmapped-account (2), unknown-vendor (1).',
			'Waiting for Business One to answer: 1 document, the oldest since 2026-03-30 10:01 UTC.',
			'Waiting for Concur to answer: 1 document, the oldest since 2026-03-30 10:01 UTC.',
			'A credential expires on 2026-04-01, in 1 day.',
			'The Data Table holds 30 MB.',
		],
	});
});

it.each([
	['2026-04-14', 'A credential expires on 2026-04-14, in 14 days.'],
	['2026-03-31', 'A credential expired on 2026-03-31.'],
])('tells of a credential that ends on %s', (expires, line) => {
	expect(summaryAlert([], { ...settings, expires })).toMatchObject({
		subject: 'Concur to Business One: a warning',
		lines: [line],
	});
});

it('tells of an execution that failed, and of a trigger, with no more than a part of a long answer', () => {
	const error = { message: 'm'.repeat(2000), description: 'Data table size limit exceeded' };
	const execution = { id: '7', url: 'https://n8n.example/7', lastNodeExecuted: 'Hold', error };
	const { subject, text } = failureAlert({ workflow: { name: 'Post' }, execution });
	expect(subject).toBe('"Post" failed');
	expect(text.split('\n')).toEqual([
		'm'.repeat(500),
		'Data table size limit exceeded',
		'In the node "Hold".',
		expect.stringContaining('not lost'),
		'https://n8n.example/7',
	]);
	expect(failureAlert({ workflow: {}, trigger: { error: { message: 'Concur said no' } } })).toMatchObject({
		subject: '"A workflow" failed',
		text: expect.stringContaining('Concur said no'),
	});
});
