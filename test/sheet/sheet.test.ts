import { wordsOf } from '../../nodes/shared/language';
import { sheetsAsHtml, type Sheet } from '../../nodes/shared/sheet';

const row = (more: Partial<NonNullable<Sheet['record']>['total']> = {}) => ({
	accountOrPartner: '',
	role: '',
	tax: '',
	costObjects: '',
	debit: '',
	credit: '',
	memo: '',
	...more,
});

const sheet = (more: Partial<Sheet> = {}): Sheet => ({
	heading: {
		reportName: 'Trip to Hamburg',
		reportNumber: '4101',
		person: 'Anna Larsen',
		date: '2026-03-04',
		amount: '60.7',
		currency: 'USD',
		reportId: '5859CBCC67BA6E4F7CD2',
	},
	docId: '1d099f5da4ac894424579389f91c722c',
	result: 'Posted',
	message: 'Posted as 1204',
	company: 'SBODEMOUS',
	entryNumber: '1204',
	dates: { posting: '2026-03-04', document: '2026-03-03', due: '2026-04-03' },
	references: ['4101', '412077:1d09', ''],
	memo: '4101 Anna Larsen',
	record: {
		rows: [
			row({ accountOrPartner: '611000 Travel', debit: '60.70', memo: 'Taxi' }),
			row({ accountOrPartner: 'E1001', credit: '60.70' }),
		],
		total: row({ accountOrPartner: 'Total USD', debit: '60.70', credit: '60.70' }),
	},
	reasons: [],
	warnings: [],
	checked: 'Checked against SBODEMOUS',
	...more,
});

const html = (...sheets: Sheet[]) => sheetsAsHtml(sheets, wordsOf('en'), 'en');
const text = (page: string) =>
	page
		.replace(/<style>[^]*?<\/style>/, '')
		.replace(/<[^>]+>/g, ' ')
		.replace(/\s+/g, ' ');

test('a sheet tells which document it is, what became of it, and every line with the totals', () => {
	const read = text(html(sheet()));
	const order = [
		'4101 Trip to Hamburg Anna Larsen',
		'Posted',
		'Amount 60.7 USD',
		'Entry in Business One 1204',
		'611000 Travel',
		'Total USD',
	];
	const places = order.map((part) => read.indexOf(part));
	expect(places.every((place) => place >= 0)).toBe(true);
	expect(places).toEqual([...places].sort((one, other) => one - other));
	expect(read).toContain('Reference 4101 | 412077:1d09 Memo');
	expect(read.match(/60\.70/g)).toHaveLength(4);
});

test('reasons come with their place and before the figures; what is not known is left out', () => {
	const reasons = [
		{
			code: 'vendor-not-found',
			message: 'E1 is no partner.',
			cure: 'businessOne' as const,
			docId: 'd',
			entry: '7',
			field: 'employeeId',
			value: 'E1',
		},
	];
	const read = text(html(sheet({ reasons, record: null, entryNumber: '', message: '', result: 'Needs review' })));
	expect(read).toContain('E1 is no partner. entry 7, field employeeId, value E1, Code vendor-not-found');
	expect(read.indexOf('E1 is no partner')).toBeLessThan(read.indexOf('Anna Larsen', 60));
	expect(read).not.toContain('Entry in Business One');
	expect(read).not.toContain('Debit');
});

test('nothing that a document or a system says becomes markup', () => {
	const hostile = `"><script>alert('x')</script><img src=x onerror=alert(1)>&`;
	const everything = JSON.parse(
		JSON.stringify(
			sheet({ warnings: [{ code: 'w', message: 'm' }], reasons: [{ code: 'r', message: 'm', cure: 'none', docId: null }] }),
			(_key, value: unknown) => (typeof value === 'string' ? hostile : value),
		),
	) as Sheet;
	const page = html(everything);
	expect(page).not.toMatch(/<script|<img|onerror=alert\(1\)>/i);
	expect(page).toContain('&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;');
	expect(page.match(/<section/g)).toHaveLength(1);
});

test('every document has a page of its own, and the page loads nothing', () => {
	const page = html(sheet(), sheet({ result: 'Not posted' }), sheet({ result: 'Ready to post' }));
	expect(page.match(/<section class="sheet">/g)).toHaveLength(3);
	expect(page).toMatch(/break-after:page/);
	expect(page).not.toMatch(/https?:|src=|href=|@import|url\(/);
});
