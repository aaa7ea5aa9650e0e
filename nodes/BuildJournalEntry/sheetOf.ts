import type { IDataObject } from 'n8n-workflow';
import type { Heading } from '../shared/document';
import { recordRows, type RecordLine } from '../shared/journalEntry';
import type { Words } from '../shared/language';
import type { ReviewReason } from '../shared/review';
import type { Sheet } from '../shared/sheet';

const POSTED = ['posted', 'alreadyPosted', 'recovered'];

const blockOf = (json: IDataObject, name: string): IDataObject =>
	typeof json[name] === 'object' && json[name] !== null && !Array.isArray(json[name]) ? (json[name] as IDataObject) : {};

const textOf = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

const listOf = <Element>(value: unknown): Element[] =>
	(Array.isArray(value) ? value : []).filter((one) => typeof one === 'object' && one !== null) as Element[];

/** The lines of the posting record that an item of Build Journal Entry carries; empty where it has none. */
export const recordOfItem = (json: IDataObject): RecordLine[] => listOf<RecordLine>(json.postingRecord);

/** The currency in which the record of an item adds up: that of the document. */
export const currencyOfItem = (json: IDataObject): string =>
	textOf(blockOf(json, 'audit').currency) || textOf(recordOfItem(json)[0]?.currency);

/** Whether Build Journal Entry made this item: it then says what it built, or why not. */
export const isBuilt = (json: IDataObject): boolean =>
	['journalEntry', 'purchaseInvoice', 'review'].some((block) => block in json);

/** What a sheet tells of an item that Build Journal Entry made, wherever it has been since. */
export function sheetOf(json: IDataObject, words: Words): Sheet {
	const [posting, audit, review, entry] = ['posting', 'audit', 'review', 'journalEntry'].map((name) => blockOf(json, name)) as [
		IDataObject,
		IDataObject,
		IDataObject,
		IDataObject,
	];
	const dates = blockOf(audit, 'dates');
	const record = recordOfItem(json);
	const companyDb = textOf(posting.companyDb) || textOf(audit.companyDb);
	return {
		heading: headingOfItem(json),
		docId: textOf(json.docId),
		result: resultOf(json, posting, words),
		message: textOf(posting.message),
		company: companyDb,
		entryNumber: textOf(posting.number) || textOf(posting.jdtNum),
		dates: { posting: textOf(dates.postingDate), document: textOf(dates.taxDate), due: textOf(dates.dueDate) },
		references: [entry.Reference, entry.Reference2, entry.Reference3].map(textOf),
		memo: textOf(entry.Memo),
		record: record.length === 0 ? null : recordRows(record, currencyOfItem(json), words),
		reasons: listOf<ReviewReason>(review.reasons),
		warnings: listOf<ReviewReason>(json.warnings),
		checked: companyDb === '' ? words.checked.nothing : `${words.checked.against} ${companyDb}`,
	};
}

function headingOfItem(json: IDataObject): Heading {
	const facts = blockOf(json, 'facts');
	const names = ['reportName', 'reportNumber', 'person', 'date', 'amount', 'currency', 'reportId'];
	return Object.fromEntries(names.map((name) => [name, textOf(facts[name])])) as unknown as Heading;
}

function resultOf(json: IDataObject, { outcome, doubled }: IDataObject, { results }: Words): string {
	if (outcome === 'wouldPost') return results.wouldPost;
	if (POSTED.includes(textOf(outcome)) && doubled !== true) return results.posted;
	if (outcome === 'rejected') return results.notPosted;
	if (outcome !== undefined) return results.uncertain;
	if ('review' in json) return results.review;
	return json.journalEntry === null ? results.nothingToPost : results.ready;
}
