import type { Heading } from '../document';
import type { RecordRow } from '../journalEntry';
import type { Words } from '../language';
import type { ReviewReason } from '../review';
import { escaped } from './escape';
import { STYLE } from './style';

/** What a sheet tells of one document. Texts are empty where nothing is known. */
export interface Sheet {
	heading: Heading;
	docId: string;
	/** In words: ready to post, posted, ... */
	result: string;
	/** What Business One answered, where it did. */
	message: string;
	company: string;
	entryNumber: string;
	dates: { posting: string; document: string; due: string };
	references: string[];
	memo: string;
	record: { rows: RecordRow[]; total: RecordRow } | null;
	reasons: ReviewReason[];
	warnings: Array<Pick<ReviewReason, 'code' | 'message'>>;
	/** Against what it was checked. */
	checked: string;
}

const CELLS = ['accountOrPartner', 'role', 'tax', 'costObjects', 'debit', 'credit', 'memo'] as const;
const AMOUNTS: readonly string[] = ['debit', 'credit'];

/**
 * A page that can be opened, printed and filed, one sheet for each document; it loads nothing and runs nothing.
 *
 * @param language of the words, as HTML names it
 * @returns a whole HTML document
 */
export function sheetsAsHtml(sheets: readonly Sheet[], words: Words, language: string): string {
	const title = sheets.map(titleOf).slice(0, 3).join(', ') + (sheets.length > 3 ? ', ...' : '');
	return [
		`<!DOCTYPE html><html lang="${escaped(language)}"><head><meta charset="utf-8"><title>${escaped(title)}</title>`,
		`<style>${STYLE}</style></head><body>`,
		...sheets.map((sheet) => sheetHtml(sheet, words)),
		'</body></html>',
	].join('\n');
}

const titleOf = ({ heading, docId }: Sheet): string =>
	[heading.reportNumber, heading.reportName, heading.person].filter((part) => part !== '').join(' ') || docId;

function sheetHtml(sheet: Sheet, words: Words): string {
	return [
		'<section class="sheet">',
		`<h1>${escaped(titleOf(sheet))}</h1>`,
		`<p class="result">${escaped(sheet.result)}</p>`,
		sheet.message === '' ? '' : `<p>${escaped(sheet.message)}</p>`,
		findings(words.document.reasons, sheet.reasons, words),
		facts(sheet, words),
		record(sheet, words),
		findings(words.document.warnings, sheet.warnings, words),
		`<p class="small">${escaped(sheet.checked)}</p>`,
		'</section>',
	]
		.filter((part) => part !== '')
		.join('\n');
}

function facts(
	{ heading, docId, company, entryNumber, dates, references, memo }: Sheet,
	{ document, record: cells }: Words,
): string {
	const amount = [heading.amount, heading.currency].filter((part) => part !== '').join(' ');
	const pairs: Array<[string, string]> = [
		[document.reportName, heading.reportName],
		[document.reportNumber, heading.reportNumber],
		[document.person, heading.person],
		[document.date, heading.date],
		[document.amount, amount],
		[document.company, company],
		[document.entryNumber, entryNumber],
		[document.postingDate, dates.posting],
		[document.documentDate, dates.document],
		[document.dueDate, dates.due],
		[document.reference, references.filter((text) => text !== '').join(' | ')],
		[cells.memo, memo],
		[document.docId, docId],
	];
	const rows = pairs.filter(([, text]) => text !== '');
	return `<table class="facts">${rows.map(([name, text]) => `<tr><th>${escaped(name)}</th><td>${escaped(text)}</td></tr>`).join('')}</table>`;
}

function record({ record: lines }: Sheet, { record: headings }: Words): string {
	if (lines === null || lines.rows.length === 0) return '';
	const cell = (tag: string, name: string, text: string) =>
		`<${tag}${AMOUNTS.includes(name) ? ' class="amount"' : ''}>${escaped(text)}</${tag}>`;
	const row = (tag: string, texts: RecordRow | Words['record']) =>
		`<tr>${CELLS.map((name) => cell(tag, name, texts[name])).join('')}</tr>`;
	return [
		`<table class="lines"><thead>${row('th', headings)}</thead><tbody>`,
		...lines.rows.map((line) => row('td', line)),
		`</tbody><tfoot>${row('td', lines.total)}</tfoot></table>`,
	].join('\n');
}

type Finding = Pick<ReviewReason, 'code' | 'message'> & Partial<ReviewReason>;

function findings(title: string, list: readonly Finding[], { document }: Words): string {
	if (list.length === 0) return '';
	const items = list.map((finding) => {
		const place = [
			finding.entry === undefined ? '' : `${document.entry} ${finding.entry}`,
			finding.field === undefined ? '' : `${document.field} ${finding.field}`,
			finding.value === undefined ? '' : `${document.value} ${finding.value}`,
			`${document.code} ${finding.code}`,
		].filter((part) => part !== '');
		return `<li>${escaped(finding.message)}<br><span class="small">${escaped(place.join(', '))}</span></li>`;
	});
	return `<h2>${escaped(title)}</h2><ul>${items.join('')}</ul>`;
}
