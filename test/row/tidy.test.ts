import { compacted, SAMPLE_SIZE, tidy, type StoredRow } from '../../nodes/shared/row';
import { heldRow, NOW } from './items';

const DAY = 24 * 3_600_000;
const settings = { compactDays: 30, deleteDays: 0, limitMegabytes: 50, warnPercent: 50 };
const at = (days: number) => new Date(NOW - days * DAY).toISOString();

/** The newest rows of a table with that many, noted at an even pace. */
function newest(total: number, perDay: number, postingRecord = ''): StoredRow[] {
	return Array.from({ length: Math.min(total, SAMPLE_SIZE) }, (_, index) => ({
		...heldRow({ id: total - index, open: false, postingRecord }),
		createdAt: at(index / perDay),
	}));
}

describe('Tidy', () => {
	test('says until when closed rows are old enough, and deletes none unless told', () => {
		expect(tidy([], NOW, settings)).toMatchObject({ compactUntil: at(30), deleteUntil: '1970-01-01T00:00:00.000Z', rows: 0 });
		expect(tidy([], NOW, { ...settings, deleteDays: 400 }).deleteUntil).toBe(at(400));
	});

	test('counts the rows below the newest by their ids, but only as many as there were days to note them', () => {
		expect(tidy(newest(300, 100), NOW, settings).rows).toBe(300);
		expect(tidy(newest(40_000, 100), NOW, settings).rows).toBe(40_000);
		// Ten days are in the sample, so thirty more of 100 rows each are left of forty.
		const { rows } = tidy(newest(40_000, 100), NOW, { ...settings, deleteDays: 40 });
		expect(rows).toBeGreaterThan(3900);
		expect(rows).toBeLessThan(4100);
	});

	test('counts rows as compact from the day they are', () => {
		const record = 'account debit credit\n'.repeat(60);
		const megabytes = (compactDays: number) => tidy(newest(20_000, 200, record), NOW, { ...settings, compactDays }).megabytes;
		expect(megabytes(100)).toBeGreaterThan(2 * megabytes(30));
		expect(megabytes(30)).toBeGreaterThan(megabytes(10));
	});

	test('measures texts as a database keeps them, in UTF-8', () => {
		const megabytes = (text: string) => tidy(newest(1000, 100, text.repeat(2000)), NOW, settings).megabytes;
		expect(megabytes('ü') / megabytes('u')).toBeGreaterThan(1.6);
	});

	test('warns from half of the limit on, in words that say what to do', () => {
		const sample = newest(20_000, 20_000, 'x'.repeat(1500));
		const { megabytes } = tidy(sample, NOW, settings);
		expect(tidy(sample, NOW, { ...settings, limitMegabytes: megabytes * 2.1 }).warning).toBe('');
		const { warning, usedPercent } = tidy(sample, NOW, { ...settings, limitMegabytes: megabytes * 1.5 });
		expect(usedPercent).toBe(67);
		expect(warning).toMatch(/20000 rows and .* MB, 67 %.*N8N_DATA_TABLES_MAX_SIZE_BYTES/);
	});

	test('a compact row keeps which document it was, what became of it, its entry and its payments', () => {
		const kept = ['docId', 'docType', 'companyId', 'reportId', 'reportNumber', 'status', 'open', 'dueAt', 'readyInConcur'];
		const entry = ['jdtNum', 'number', 'postingDate', 'outcome', 'paymentStatus', 'paymentsReported', 'documentNumber'];
		expect([...kept, ...entry].filter((column) => column in compacted)).toEqual([]);
	});
});
