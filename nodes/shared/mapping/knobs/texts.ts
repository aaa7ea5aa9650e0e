import { LANGUAGES, type Language } from '../../language';
import { choice, section, text, type Choices, type Knob } from '../declare';
import { readBlock, template, type Reader } from '../readers';
import { isRecord } from '../../document';

/** Longest texts B1 takes: memos are 50 in older versions and 254 in newer ones. The Service Layer refuses longer ones. */
export interface Lengths {
	memo: number;
	lineMemo: number;
	reference: number;
}

const BY_VERSION: Readonly<Record<string, Partial<Lengths>>> = {
	all: { memo: 50, lineMemo: 50 },
	b1v10: { memo: 254, lineMemo: 254 },
};

const VERSIONS: Choices = {
	all: ['50 Characters', 'Fits every version of B1'],
	b1v10: ['254 Characters', 'B1 10.0 and newer'],
};

const readLength: Reader<number> = (value) =>
	Number.isInteger(value) && (value as number) > 0 && (value as number) <= 254
		? { value: value as number }
		: { problem: 'must be a length from 1 to 254' };

const readLengths: Reader<Lengths> = (value, current) =>
	isRecord(value)
		? readBlock<Lengths>(value, current, { memo: readLength, lineMemo: readLength, reference: readLength })
		: { problem: 'must be { "memo", "lineMemo", "reference" }' };

const lengths: Knob<Lengths> = {
	default: { memo: 50, lineMemo: 50, reference: 100 },
	read: readLengths,
	fields: [
		{
			name: 'textLengths',
			label: 'Longest Memo',
			about: 'How long the memo and the line memos may be; longer ones are cut',
			input: { kind: 'choice', choices: VERSIONS },
			default: 'all',
		},
	],
	from: ({ textLengths }) => BY_VERSION[String(textLengths)],
};

const TEMPLATE_HINT =
	'Text with fields in braces: {reference}, {name}, {reportName}, {employeeName}, {employeeId}, {vendorName}, {vendorInvoiceNumber}, {docId}';

/** Memo and reference texts of the journal entry. */
export const memoTexts = section({
	title: 'Memo and Reference',
	collection: {
		name: 'texts',
		label: 'Memo and Reference',
		add: 'Add Text',
		about:
			'Texts a person reads in B1. The posting key and the content hash are put into Reference 2 and Reference 3 in any case.',
	},
	knobs: {
		memo: text(
			{
				label: 'Memo',
				default: '{reference} {name}',
				about: 'Remarks of the journal entry. Where it is too long, names are cut, and numbers and dates stay.',
				hint: `${TEMPLATE_HINT}. Example: 39FR Anna Larsen`,
			},
			template,
		),
		lineMemo: text(
			{
				label: 'Line Memo',
				default: '{expenseType} {transactionDate} {spend}',
				about: 'Remarks of each expense and tax line. Lines of a partner carry the memo.',
				hint: 'Fields in braces: {expenseType}, {transactionDate}, {spend} (what was paid in another currency), {merchant}, {description}, {city}, {cardReference}, {receiptId}, {purchaseOrder}, those of the memo, and fields of the document as FIS names them. Example: Lunch 2026-03-14 EUR 24.00',
			},
			template,
		),
		reference: text(
			{
				label: 'Reference',
				default: '{reference}',
				about: 'Reference 1 of the journal entry: what a person knows the document by',
				hint: '{reference} is the report number, else its key; for requests and invoices their key',
			},
			template,
		),
		lengths,
		language: choice<Language>({
			label: 'Language of Reasons',
			default: 'en',
			about:
				'Language of what finance people and travellers read: reasons, warnings, messages to Concur and the headings of the posting record. Memos are templates and stay as they are written.',
			choices: LANGUAGES,
		}),
	},
});
