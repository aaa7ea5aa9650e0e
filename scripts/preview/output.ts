import {
	fieldsText,
	recordText,
	type EntryTexts,
	type JournalEntryResult,
	type RecordLine,
} from '../../nodes/shared/journalEntry';
import type { PurchaseInvoice } from '../../nodes/shared/purchaseInvoice';
import type { Posting, PostingLine } from '../../nodes/shared/posting';
import type { ReviewReason } from '../../nodes/shared/review';
import type { Preview, PreviewResult } from './build';

type Write = (text: string) => unknown;

/** Prints one element a document, in the order of the file, as a JSON array. */
export function printJson(results: readonly PreviewResult[], write: Write): void {
	write('[');
	results.forEach((result, index) => write(`${index === 0 ? '\n' : ',\n'}${JSON.stringify(jsonOf(result))}`));
	write(results.length === 0 ? ']\n' : '\n]\n');
}

function jsonOf({ position, posting, entry, texts, purchaseInvoice }: PreviewResult): object {
	const { docId, docType, status, currency, lines, reasons, warnings, documentTotal, reportId, reference, company, draftLines } =
		posting;
	return {
		docId,
		docType,
		status,
		currency,
		lines: lines.map(withoutSources),
		reasons: reasons.map(finding),
		warnings: warnings.map(finding),
		position,
		reportId,
		reference,
		documentTotal,
		dates: datesOf(entry),
		references: texts.references,
		memo: texts.memo,
		userFields: entry.audit.userFields,
		...(purchaseInvoice === null ? {} : { purchaseInvoice }),
		company,
		draftLines: draftLines?.map(withoutSources),
	};
}

/** A date is null where the document has none. */
function datesOf({ audit }: JournalEntryResult): { posting: string | null; tax: string | null; due: string | null } {
	const { postingDate, taxDate, dueDate } = audit.dates;
	return { posting: postingDate, tax: taxDate, due: dueDate };
}

const withoutSources = ({ sources: _, taxed: __, ...line }: PostingLine): object => line;

const finding = ({ code, message, entry, field, value, candidates }: ReviewReason): object => ({
	code,
	message,
	entry,
	field,
	value,
	candidates,
});

/** Prints the posting records as tables, with what a person has to do about documents in review. */
export function printTables({ file, company, results }: Preview, write: Write): void {
	for (const result of results) write(`${documentText(file, result)}\n\n`);
	write(`${summary(file, results)}\n`);
	if (company !== null) write(`Checked against the company ${company}; nothing was written.\n`);
}

const STATUS_TEXT: Record<Posting['status'], string> = {
	ready: 'ready to post',
	nothingToPost: 'nothing to post',
	review: 'NEEDS REVIEW',
};

function documentText(file: string, { position, posting, entry, texts, purchaseInvoice }: PreviewResult): string {
	const { docId, docType, reference, names, documentTotal, currency } = posting;
	const what = [docType ?? 'document', reference, names.vendorName ?? names.employeeName].filter(Boolean).join(', ');
	const total = documentTotal === null ? '' : `, total ${documentTotal} ${currency ?? ''}`;
	const title = `${file}, document ${position}: ${what}${total}: ${STATUS_TEXT[posting.status]}`;
	const lines = posting.draftLines ?? posting.lines;
	const table = recordText(lines.map(recordLine), currency ?? '');
	const parts = [title, docId === null ? '' : `FIS document ${docId}`];
	if (table) parts.push(...headerLines(entry, texts));
	if (posting.draftLines) parts.push('What could be built so far:');
	if (table) parts.push(indent(table));
	if (purchaseInvoice) parts.push(...purchaseLines(purchaseInvoice, currency ?? ''));
	for (const { code, message, field } of posting.reasons) parts.push(`  ! ${code}${field ? ` (${field})` : ''}: ${message}`);
	for (const { code, message } of posting.warnings) parts.push(`  note ${code}: ${message}`);
	return parts.filter((part) => part !== '').join('\n');
}

const PURCHASE_NAMES = { PurchaseInvoices: 'A/P invoice', PurchaseCreditNotes: 'A/P credit memo', Drafts: 'A/P draft' };

/** The purchasing document that takes the place of the entry, as B1 will show it: net lines, its own tax, what is owed. */
export function purchaseLines({ set, document, total, tax }: PurchaseInvoice, currency: string): string[] {
	const { CardCode, NumAtCard, DocDueDate, DocumentLines, DocumentAdditionalExpenses = [], RoundingDiffAmount } = document;
	const lines = DocumentLines.map(
		({ AccountCode, ItemCode, Quantity, UnitPrice, LineTotal, RowTotalFC, VatGroup, TaxCode, ItemDescription, ...line }) => {
			const amount = LineTotal ?? RowTotalFC ?? `${Quantity} x ${UnitPrice}`;
			const item = ItemCode === undefined ? [] : [`${Quantity} ${ItemCode}`];
			const base = line.BaseEntry === undefined ? [] : [`from ${line.BaseType}/${line.BaseEntry} line ${line.BaseLine! + 1}`];
			const parts = [AccountCode ?? '-', ...item, amount, VatGroup ?? TaxCode ?? '-', ItemDescription ?? '', ...base];
			return `    ${parts.join('  ')}`;
		},
	);
	const rounding = RoundingDiffAmount === undefined ? '' : `, rounding ${RoundingDiffAmount}`;
	return [
		`  Becomes ${PURCHASE_NAMES[set]} of ${CardCode}, number ${NumAtCard ?? '-'}, due ${DocDueDate}`,
		...lines,
		...DocumentAdditionalExpenses.map(
			({ ExpenseCode, LineTotal, LineTotalFC, VatGroup, TaxCode }) =>
				`    freight ${ExpenseCode}  ${LineTotal ?? LineTotalFC}  ${VatGroup ?? TaxCode ?? '-'}`,
		),
		`    tax by B1 ${tax}${rounding}, total ${total} ${currency}`,
	];
}

function headerLines(entry: JournalEntryResult, { references, memo }: EntryTexts): string[] {
	const { posting, tax, due } = datesOf(entry);
	return [
		`  Posting date ${posting ?? '-'}, document date ${tax ?? '-'}, due ${due ?? '-'}`,
		`  References ${references.map((reference) => reference ?? '-').join(' | ')}`,
		`  Memo ${memo}`,
		...(entry.audit.userFields === undefined ? [] : [`  Fields ${fieldsText(entry.audit.userFields)}`]),
	];
}

function recordLine({ sources: _, partner, ...line }: PostingLine): RecordLine {
	return { ...line, partner };
}

const indent = (text: string): string => text.replace(/^/gm, '  ');

function summary(file: string, results: readonly PreviewResult[]): string {
	const count = (status: Posting['status']) => results.filter(({ posting }) => posting.status === status).length;
	const noun = results.length === 1 ? 'document' : 'documents';
	return `${file}: ${results.length} ${noun}, ${count('ready')} ready to post, ${count('nothingToPost')} with nothing to post, ${count('review')} in review`;
}
