import { decide, defaultWaits, type Blocks, type Row } from '../../nodes/shared/row';

export const NOW = Date.parse('2026-03-31T10:00:00.000Z');
const MINUTE = 60_000;

/** A row as a Data Table gives it out, taken up for the first time. */
export const heldRow = (more: Partial<Row> = {}): Row => ({
	id: 7,
	docId: 'd'.repeat(32),
	docType: 'expense',
	companyId: 'p0182840729j',
	reportId: 'R1',
	reportNumber: '4101',
	reportName: 'Trip to Bern',
	person: 'Kim Roe',
	documentDate: '2026-03-30',
	amount: '120.50',
	currency: 'EUR',
	status: 'received',
	open: true,
	dueAt: '2026-03-31T10:15:00.000Z',
	priority: 1,
	heldBy: '42',
	attempts: 1,
	readyInConcur: true,
	outcome: '',
	jdtNum: null,
	number: null,
	postingDate: '',
	reasons: '[]',
	reason: '',
	reasonBefore: '',
	changed: '',
	postingRecord: '',
	instruction: '',
	documentNumber: '',
	mapping: '',
	paymentStatus: '',
	paymentsReported: '',
	warned: false,
	act: '',
	stamp: 't1',
	trail: '',
	...more,
});

/** What each step leaves on an item where it went well. */
export const step = {
	taken: { docStatus: 'READY', acknowledgement: { outcome: 'done', sent: true, message: 'Acknowledged.' } },
	posted: { posting: { outcome: 'posted', jdtNum: 901, number: 17, postingDate: '2026-03-31', message: '' } },
	confirmed: { confirmation: { outcome: 'done', sent: true, status: 'success', message: 'Confirmed.' } },
};

export const decideAt = (blocks: Blocks, row: Partial<Row> = {}, now = NOW): Row =>
	decide({ docId: 'd'.repeat(32), ...blocks, row: heldRow(row) }, now, defaultWaits);

/** Minutes until a row is due. */
export const minutesToWait = ({ dueAt }: Row, now = NOW): number => (Date.parse(dueAt) - now) / MINUTE;
