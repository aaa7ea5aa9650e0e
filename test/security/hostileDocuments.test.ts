/**
 * Documents that somebody wrote to do harm: whatever stands in one of its fields, the document is worked out or held by its own id, an
 * entry that comes of it balances, is as large as before and carries no letter that nobody sees.
 */
import { readDocuments, type FisDocument } from '../../nodes/shared/document';
import { recordText, toJournalEntry, type JournalEntryLine, type JournalEntryResult } from '../../nodes/shared/journalEntry';
import { readProfile } from '../../nodes/shared/mapping';
import { Decimal } from '../../nodes/shared/money';
import { buildPosting } from '../../nodes/shared/posting';
import { sampleOf } from '../helpers/samples';

type Path = readonly (string | number)[];

const MINUTE = 60_000;
const MEGABYTE = 1_000_000;
/** Longest text that a person is shown of one finding. */
const LONGEST_MESSAGE = 3_000;
const LONGEST_RECORD = 100_000;
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

const { profile } = readProfile({ taxCodes: { V1: { code: 'V1', account: '126000' } } });

const SAMPLES = [
	'04-vat-deductible-and-foreign-currency.json',
	'07-card-itemised-hotel.json',
	'10-cash-advance-applied.json',
	'14-invoice.json',
];

const nested = (depth: number): unknown => {
	let value: unknown = 1;
	for (let level = 0; level < depth; level++) value = [value];
	return value;
};

const VALUES: Record<string, unknown> = {
	'the name of a member of every object': 'constructor',
	'the name of the prototype': '__proto__',
	'an object with a prototype of its own': JSON.parse('{"__proto__":{"amountGross":1},"constructor":{"prototype":null}}'),
	'a list in lists': nested(5_000),
	'a megabyte of text': 'A'.repeat(MEGABYTE),
	'a megabyte of spaces': ' '.repeat(MEGABYTE),
	'a megabyte of digits': '9'.repeat(MEGABYTE),
	'controls, NUL and marks of direction': 'a\u0000b\u001b[2J\u202Egnp.exe\u2066\u200b',
	'halves of surrogate pairs': 'x\ud800y\udc00',
	'quotes and characters of addresses': `'"\`&#%?/\\..%2e%2e%00;--`,
	markup: '<img src=x onerror=alert(1)>{{$json.secret}}',
	'a formula': '=HYPERLINK("http://evil.example","x")',
	'a template': '{constructor}{docId}{__proto__}',
	'a number without end': '1e999999999',
	'no number': 'NaN',
	'a boolean': true,
	nothing: null,
	'a list of nothing': [null, null],
	'a negative nought': -0,
};

/** Every field of a document that holds no other, one of each kind of place: the elements of a list are alike. */
function fieldsOf(value: unknown, path: Path = [], seen = new Set<string>()): Path[] {
	if (typeof value !== 'object' || value === null) {
		const kind = path.map((part) => (typeof part === 'number' ? '[]' : part)).join('.');
		if (seen.has(kind)) return [];
		seen.add(kind);
		return [path];
	}
	return Object.entries(value).flatMap(([key, element]) =>
		fieldsOf(element, [...path, Array.isArray(value) ? Number(key) : key], seen),
	);
}

function withValue(document: unknown, path: Path, value: unknown): unknown {
	const copy = structuredClone(document) as Record<string | number, unknown>;
	const holder = path.slice(0, -1).reduce((at, key) => at[key] as Record<string | number, unknown>, copy);
	holder[path.at(-1)!] = value;
	return copy;
}

function entryOf(document: unknown): JournalEntryResult & { docId: string | null } {
	const { documents } = readDocuments([document]);
	expect(documents).toHaveLength(1);
	const posting = buildPosting(documents[0] as FisDocument, profile, { today: '2026-04-30' });
	return { ...toJournalEntry(posting, profile, null), docId: posting.docId };
}

const sumOf = (lines: JournalEntryLine[], fields: (keyof JournalEntryLine)[]) =>
	lines
		.flatMap((line) => fields.map((field) => line[field] as number | undefined))
		.reduce((sum, amount) => sum.plus(amount ?? 0), new Decimal(0));

const sidesOf = ({ journalEntry }: JournalEntryResult): string[] => {
	const lines = journalEntry!.JournalEntryLines;
	return [['Debit', 'FCDebit'] as const, ['Credit', 'FCCredit'] as const].map((fields) => sumOf(lines, [...fields]).toFixed());
};

const textsOf = (value: unknown): string[] =>
	typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];

/** What is wrong with the result of a document in which one field was changed. */
function wrongWith(sample: unknown, path: Path, value: unknown, before: string[]): string[] {
	const result = entryOf(withValue(sample, path, value));
	const wrong: string[] = [];
	const shown = [result.reasons, result.warnings].flatMap(textsOf);
	if ([...shown, ...textsOf(result.journalEntry)].some((text) => UNSEEN.test(text))) wrong.push('a letter that nobody sees');
	if (shown.some((text) => text.length > LONGEST_MESSAGE)) wrong.push('a text without end');
	if (recordText(result.postingRecord, 'USD').length > LONGEST_RECORD) wrong.push('a table without end');
	if (result.status === 'review' && result.reasons.length === 0) wrong.push('held without a reason');
	if (result.journalEntry === null) return wrong;
	const [debit, credit] = sidesOf(result);
	if (debit !== credit) wrong.push(`out of balance by ${debit} and ${credit}`);
	if (typeof value === 'string' && debit !== before[0]) wrong.push(`${debit} in place of ${before[0]}`);
	return wrong;
}

describe.each(SAMPLES)('%s', (name) => {
	const sample = sampleOf(name);
	const before = sidesOf(entryOf(sample));
	const fields = fieldsOf(sample);

	test.each(Object.entries(VALUES))(
		'with %s in each of its fields',
		(_name, value) => {
			const wrong = fields.flatMap((path) => wrongWith(sample, path, value, before).map((what) => `${path.join('.')}: ${what}`));
			expect(wrong).toEqual([]);
		},
		5 * MINUTE,
	);
});
