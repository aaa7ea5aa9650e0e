import { newRows } from '../../nodes/shared/row';
import { NOW } from './items';

const document = (docId: string) => ({
	docId,
	docType: 'expense',
	companyId: 'c',
	facts: { reportNumber: 'R1', amount: '12.00' },
});

it('gives each document that is not noted one row, due at once and held by nobody', () => {
	const rows = newRows([document('a'), document('b'), document('b')], [{ docId: 'a', readyInConcur: true }], NOW);
	expect(rows).toEqual([
		expect.objectContaining({
			docId: 'b',
			reportNumber: 'R1',
			amount: '12.00',
			status: 'received',
			open: true,
			dueAt: new Date(NOW).toISOString(),
			heldBy: '',
			attempts: 0,
			readyInConcur: true,
		}),
	]);
});

it('notes a document again that was taken before and is ready once more', () => {
	expect(newRows([document('a')], [{ docId: 'a', readyInConcur: false }], NOW)).toHaveLength(1);
});

it('notes nothing without an id, which no row could be found by', () => {
	expect(newRows([document(''), { docType: 'expense' }], [{}], NOW)).toEqual([]);
});
