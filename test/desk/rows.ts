import type { DeskRequest, DeskRow } from '../../nodes/shared/desk';
import { heldRow } from '../row/items';

export const NOW = Date.parse('2026-03-31T10:00:00.000Z');

export const settings = { now: NOW, dayOf: (time: number) => new Date(time).toISOString().slice(0, 10) };

/** A row that waits for a person, as the Data Table gives it out. */
export const waitingRow = (more: Partial<DeskRow> = {}): DeskRow => ({
	...heldRow({
		heldBy: '',
		status: 'review',
		priority: 2,
		readyInConcur: false,
		reasons: JSON.stringify([{ code: 'unmapped-account', message: 'Account 6100 is not in the mapping', value: '6100' }]),
		reason: 'Account 6100 is not in the mapping',
		dueAt: '2026-03-31T11:00:00.000Z',
	}),
	id: 7,
	stamp: 'stamp-0007',
	createdAt: '2026-03-28T09:00:00.000Z',
	updatedAt: '2026-03-31T09:00:00.000Z',
	...more,
});

export const basic = (user: string, password = 'secret') => `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

export const viewOf = (more: Partial<DeskRequest['view']> = {}): DeskRequest['view'] => ({
	list: 'waiting',
	search: '',
	reason: '',
	sort: 'since',
	page: 1,
	row: null,
	...more,
});

export const pageRequest = (more: Partial<DeskRequest['view']> = {}): DeskRequest => ({
	person: 'anna',
	view: viewOf(more),
	act: null,
	said: '',
	count: 0,
});

export const actRequest = (
	act: Partial<NonNullable<DeskRequest['act']>>,
	view: Partial<DeskRequest['view']> = {},
): DeskRequest => ({
	...pageRequest(view),
	act: {
		name: 'tryAgain',
		runsPipeline: true,
		rows: [{ id: 7, stamp: 'stamp-0007' }],
		text: '',
		number: '',
		postingDate: '',
		anyAmount: false,
		setting: '',
		cells: {},
		shownAt: '2026-03-31T09:30:00.000Z',
		...act,
	},
});
