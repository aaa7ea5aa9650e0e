/** The lab's judge sees what went wrong, and nothing where all is well. */
import { judge, type Evidence, type EvidenceRow } from '../../scripts/lab/judge';

const DOCUMENTS = [{ docId: 'd1', sample: '01', kind: 'entry' as const }];

const row = (more: Partial<EvidenceRow> = {}): EvidenceRow => ({
	id: 1,
	docId: 'd1',
	status: 'confirmed',
	open: false,
	dueAt: '2026-03-01T00:00:00.000Z',
	number: 7,
	...more,
});

const entry = (number: number, more: object = {}) => ({
	Reference2: 'c1:d1',
	Number: number,
	CancelledBy: null,
	CancellationOf: null,
	...more,
});

const told = (code: string, number?: number) => ({
	overallPostingStatusCode: code,
	postingDocs: number === undefined ? [] : [{ documentNumber: String(number) }],
});

const concur = (docStatus: string, postingConfirmation: unknown = null) => [
	{ docId: 'd1', docStatus, reportId: null, postingConfirmation },
];

const good: Evidence = {
	concur: concur('POSTING_CONFIRMED_SUCCESS', told('success', 7)),
	entries: [entry(7)],
	trialBalance: [
		{ debit: '10.10', credit: '0' },
		{ debit: '0', credit: '10.1' },
	],
	rows: [row()],
};

const faultsOf = (evidence: Partial<Evidence>, documents: Parameters<typeof judge>[0] = DOCUMENTS) =>
	judge(documents, { ...good, ...evidence }).map(({ fault }) => fault);

test('nothing is wrong', () => {
	expect(faultsOf({})).toEqual([]);
});

const cancelled = [entry(7, { CancelledBy: 8 }), entry(8, { CancellationOf: 7 })];

test.each<[string, Partial<Evidence>, string[]]>([
	['two live entries', { entries: [entry(7), entry(8)] }, ['doubled']],
	[
		'a second entry that was cancelled',
		{ entries: [...cancelled, entry(9)], rows: [row({ number: 9 })] },
		['doubled', 'falseConfirmation'],
	],
	['no entry behind a success', { entries: [] }, ['lost', 'falseConfirmation', 'row']],
	['another number told', { concur: concur('POSTING_CONFIRMED_SUCCESS', told('success', 6)) }, ['falseConfirmation']],
	['a success without a number', { concur: concur('POSTING_CONFIRMED_SUCCESS', told('success')) }, ['falseConfirmation']],
	[
		'a failure beside a live entry',
		{ concur: concur('POSTING_CONFIRMED_FAILURE', told('error')), rows: [row({ status: 'failed' })] },
		['stuck', 'falseConfirmation'],
	],
	['recalled with a live entry', { concur: concur('RECALLED'), rows: [row({ status: 'recalled' })] }, ['books']],
	['a row without the entry number', { rows: [row({ number: null })] }, ['row']],
	['a row that is due never', { rows: [row({ dueAt: null })] }, ['row']],
	['a row that stays posted', { rows: [row({ status: 'posted', open: true })] }, ['stuck']],
	[
		'an acknowledged document that waits',
		{ concur: concur('ACKNOWLEDGED'), rows: [row({ status: 'uncertain', open: true })] },
		['stuck', 'stuck'],
	],
	['no row', { rows: [] }, ['lost']],
	['a second row that names another entry', { rows: [row(), row({ id: 2, number: 8 })] }, ['row']],
	['a second row that stays open', { rows: [row(), row({ id: 2, status: 'posted', open: true })] }, ['stuck', 'row']],
	['a trial balance that is out', { trialBalance: [{ debit: '10', credit: '9.99' }] }, ['books']],
])('%s', (_, evidence, expected) => {
	expect(faultsOf(evidence)).toEqual(expected);
});

test('a document noted twice, a noted duplicate, a recall without a row and a cancelled recalled entry are no fault', () => {
	expect(faultsOf({ rows: [row(), row({ id: 2 })] })).toEqual([]);
	expect(faultsOf({ rows: [row(), row({ id: 2, status: 'duplicate' })] })).toEqual([]);
	expect(faultsOf({ concur: concur('RECALLED'), entries: [], rows: [] })).toEqual([]);
	expect(faultsOf({ concur: concur('RECALLED'), entries: cancelled, rows: [row({ status: 'recalled' })] })).toEqual([]);
});

test('a document for a person stays open with its reason, and posts nothing', () => {
	const person = [{ docId: 'd1', sample: '15', kind: 'person' as const }];
	const open = {
		concur: concur('ACKNOWLEDGED'),
		entries: [],
		rows: [row({ status: 'review', open: true, reason: 'why', number: null })],
	};
	expect(faultsOf(open, person)).toEqual([]);
	expect(faultsOf({ ...open, rows: [{ ...open.rows[0]!, reason: '' }] }, person)).toEqual(['row']);
	expect(faultsOf({ ...open, entries: [entry(7)] }, person)).toEqual(['books']);
});
