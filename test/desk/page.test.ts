import { createHash } from 'node:crypto';
import { answerOf, renderPage, type DeskRow } from '../../nodes/shared/desk';
import { actRequest, pageRequest, settings, waitingRow } from './rows';

const render = (rows: DeskRow[], ...view: Parameters<typeof pageRequest>) => renderPage(rows, pageRequest(...view), settings);

/** A page as a person reads it. */
const textOf = (page: string) =>
	page
		.replace(/<style>.*?<\/style>/s, '')
		.replace(/<[^>]+>/g, ' ')
		.replace(/\s+/g, ' ');

describe('every page', () => {
	const evil = `"><script>alert(1)</script><img src=x onerror='alert(2)'>&`;
	const texts = [
		'reportName',
		'reportNumber',
		'person',
		'amount',
		'currency',
		'reason',
		'reasonBefore',
		'postingRecord',
		'act',
		'docId',
		'stamp',
	];
	const row = waitingRow({
		...Object.fromEntries(texts.map((name) => [name, evil])),
		reasons: JSON.stringify([{ code: evil, message: evil }]),
	});

	it.each([[{}], [{ row: 7 }], [{ search: evil, reason: evil }], [{ search: 'script' }], [{ row: 8 }]])(
		'escapes whatever a document, a reason or an address holds: %j',
		(view) => {
			const page = renderPage([row], { ...pageRequest(view), person: evil, said: evil }, settings);
			expect(page).not.toMatch(/<script|<img|onerror='/i);
			expect(page).toContain('&lt;script&gt;');
		},
	);

	it('allows itself its own style and nothing else', () => {
		const page = render([waitingRow()]);
		const [, style = ''] = /<style>(.*?)<\/style>/s.exec(page)!;
		const hash = createHash('sha256').update(style).digest('base64');
		expect(page).toContain(
			`content="default-src &#39;none&#39;; style-src &#39;sha256-${hash}&#39;; base-uri &#39;none&#39;; form-action &#39;self&#39;"`,
		);
		expect(page).not.toMatch(/<link|src=|style="|https?:/);
	});

	it('says what the last act came to by words of its own', () => {
		const said = (name: string, count = 2) => textOf(renderPage([], { ...pageRequest(), said: name, count }, settings));
		expect(said('triedAgain')).toContain('Tried again: 2 documents.');
		expect(said('ticked', 1)).toContain('Warnings seen: 1 document.');
		expect(said('Transfer money to ...')).not.toContain('Transfer');
		expect(said('constructor')).not.toContain('undefined');
	});
});

describe('a list', () => {
	const rows = [
		waitingRow({ id: 1, reportNumber: 'A1', person: 'Zoe', amount: '9.50', createdAt: '2026-03-30T09:00:00.000Z' }),
		waitingRow({ id: 2, priority: 3, reportNumber: 'B2', person: 'Ali', amount: '100', createdAt: '2026-03-31T08:00:00.000Z' }),
		waitingRow({ id: 3, reportNumber: 'C3', status: 'confirmed', open: false, warned: true }),
		waitingRow({ id: 4, reportNumber: 'D4', status: 'received', priority: 1, reasons: '[]', reason: '' }),
		waitingRow({ id: 5, reportNumber: 'E5', heldBy: '42' }),
		waitingRow({ id: 6, reportNumber: 'F6', status: 'leftReady' }),
		waitingRow({ id: 7, reportNumber: 'G7', status: 'confirmed', open: false, warned: false }),
		waitingRow({ id: 8, reportNumber: 'H8', status: 'attention', priority: 1, reasons: 'no json' }),
	];
	const shown = (...view: Parameters<typeof pageRequest>) =>
		[...render(rows, ...view).matchAll(/>([A-H]\d)<\/a>/g)].map(([, number]) => number);

	it('holds what belongs to it', () => {
		expect(shown({ list: 'waiting' })).toEqual(['H8', 'A1', 'B2']);
		expect(shown({ list: 'running' })).toEqual(['D4', 'E5']);
		expect(shown({ list: 'warnings' })).toEqual(['C3']);
		expect(shown({ list: 'left' })).toEqual(['F6']);
		expect(textOf(render(rows))).toMatch(/Waiting for you \(3\).*On their way \(2\).*Warnings \(1\).*Left in Concur \(1\)/);
	});

	it('is searched, filtered and sorted, amounts as numbers', () => {
		expect(shown({ search: 'zoe a1' })).toEqual(['A1']);
		expect(shown({ reason: 'unmapped-account' })).toEqual(['A1', 'B2']);
		expect(shown({ sort: 'amount', reason: 'unmapped-account' })).toEqual(['B2', 'A1']);
		expect(shown({ sort: 'person', reason: 'unmapped-account' })).toEqual(['B2', 'A1']);
		expect(textOf(render(rows, { search: 'nobody' }))).toContain('Nothing fits this search.');
		expect(textOf(render([]))).toContain('Nothing waits for you.');
	});

	it('says who, how much, since when, why and whose cure it is', () => {
		expect(textOf(render([waitingRow()]))).toMatch(
			/4101.*Kim Roe.*120\.50 EUR.*2026-03-28 3 days.*Account 6100 is not in the mapping.*Mapping/,
		);
	});

	it('offers its acts only where they can be done', () => {
		expect(render(rows, { list: 'running' })).not.toContain('name="act"');
		expect(render(rows, { list: 'warnings' })).toContain('value="tick"');
		expect(render([waitingRow({ stamp: '' })])).not.toContain('type="checkbox"');
	});

	it('of 5,000 rows comes in pages, in well under a second', () => {
		const many = Array.from({ length: 5000 }, (_, n) => waitingRow({ id: n + 1, reportNumber: `A${n % 10}`, amount: `${n}.00` }));
		const start = performance.now();
		const page = render(many, { sort: 'amount', page: 100 });
		expect(performance.now() - start).toBeLessThan(1000);
		expect(page.match(/type="checkbox"/g)).toHaveLength(50);
		expect(textOf(page)).toContain('Page 100 of 100');
		expect(page.length).toBeLessThan(100_000);
		expect(render(many, { page: 999 })).toContain('Page 100 of 100');
	});
});

describe('the page of a document', () => {
	it('has its reasons with what to do, what changed, the entry, and what can be done', () => {
		const page = render([waitingRow({ reasonBefore: 'No vendor', postingRecord: 'Account  Debit\n6000  12.00' })], { row: 7 });
		const text = textOf(page);
		expect(text).toContain('Add this code to the account table of the mapping.');
		expect(text).toContain('Before that it was: No vendor');
		expect(text).toContain('The entry as it would be posted Account Debit 6000 12.00');
		expect([...page.matchAll(/name="act" value="(\w+)"/g)].map(([, name]) => name)).toEqual(['tryAgain', 'sendBack', 'settle']);
	});

	it('has a form for the row that the mapping lacks, and what changed since the last try', () => {
		const cause = {
			code: 'vendor-ambiguous',
			message: 'Two fit',
			value: '1001',
			setting: 'Partner Table',
			candidates: ['V1', 'V"2'],
		};
		const row = waitingRow({ reasons: JSON.stringify([cause]), attempts: 2, changed: 'No longer: <b>\n+ 6000  5.00' });
		const page = renderPage([row], pageRequest({ row: 7 }), settings);
		expect([...page.matchAll(/name="act" value="(\w+)"/g)].map(([, name]) => name)).toEqual([
			'correct',
			'tryAgain',
			'sendBack',
			'settle',
		]);
		expect(page).toMatch(/name="map-from" value="1001" readonly/);
		expect([...page.matchAll(/<option value="([^"]*)"/g)].map(([, code]) => code)).toEqual(['V1', 'V&quot;2']);
		expect(page).toContain('No longer: &lt;b&gt;\n+ 6000  5.00');
		expect(textOf(renderPage([{ ...row, changed: '' }], pageRequest({ row: 7 }), settings))).toContain(
			'the last try came to the same as the one before',
		);
	});

	it.each([
		[{ readyInConcur: true }, ['tryAgain']],
		[{ heldBy: '42' }, []],
		[{ status: 'confirmed', open: false, warned: true }, ['tick']],
	] as const)('of a row with %j offers %j', (more, names) => {
		const page = render([waitingRow(more)], { row: 7 });
		expect([...page.matchAll(/name="act" value="(\w+)"/g)].map(([, name]) => name)).toEqual(names);
	});

	it('that is done says so', () => {
		expect(textOf(render([], { row: 7 }))).toContain('This document is done');
	});
});

describe('where the browser goes after an act', () => {
	const rows = [{ id: 7, status: 'failed' }];
	it.each([
		['triedAgain&count=1', actRequest({}), rows],
		[
			'triedSomeAgain&count=1',
			actRequest({
				rows: [
					{ id: 7, stamp: 'a' },
					{ id: 8, stamp: 'b' },
				],
			}),
			rows,
		],
		['changed', actRequest({}), [{}]],
		['changed', actRequest({}), []],
		['ticked&count=1', actRequest({ name: 'tick' }), rows],
		['sentBack&count=1', actRequest({ name: 'sendBack' }), rows],
		['notDone&count=1', actRequest({ name: 'sendBack' }), [{ id: 7, status: 'attention' }]],
		['settled&count=1', actRequest({ name: 'settle' }), [{ id: 7, status: 'confirmed' }]],
		['textMissing', actRequest({ name: 'sendBack' }), [{ refused: 'textMissing' }]],
	])('%s', (said, request, items) => {
		expect(answerOf(request, items)).toBe(`?list=waiting&sort=since&said=${said}`);
	});

	it('is the row where it was left as it is, so that a person sees why; never another address', () => {
		const request = actRequest({ name: 'sendBack' }, { row: 7, search: '//evil.example' });
		expect(answerOf(request, [{ id: 7, status: 'attention' }])).toContain('&row=7&');
		expect(answerOf(request, [{ id: 7, status: 'failed' }])).toBe(
			'?list=waiting&search=%2F%2Fevil.example&sort=since&said=sentBack&count=1',
		);
	});
});
