/** docs/glossary.md has each word once, and the words of the code among them. */
import { DOCUMENT_TYPES } from '../../nodes/shared/document';
import { isSettled, STATUSES } from '../../nodes/shared/row';
import { page, source } from './handbook';

const text = page('glossary.md');
const rows = [...text.matchAll(/^\| (.+?) \| (.+) \|$/gm)].map(([, words, meaning]) => ({ words: words!, meaning: meaning! }));
const meaningOf = (word: string): string =>
	rows
		.filter(({ words }) => words.includes(`**${word}**`))
		.map(({ meaning }) => meaning)
		.join(' ');

/** Values of a union of texts in the code. */
function unionIn(path: string, name: string): string[] {
	const [, union] = new RegExp(`export type ${name} =([^;]+);`).exec(source(path)) ?? [];
	return [...(union ?? '').matchAll(/'(\w+)'/g)].map(([, value]) => value!);
}

test('no word is explained twice, unless its row says of what', () => {
	const words = rows
		.map(({ words }) => words)
		.flatMap((cell) => (/\*\* of /.test(cell) ? [cell] : [...cell.matchAll(/\*\*(.+?)\*\*/g)].map(([, word]) => word!)));
	expect(words.length).toBeGreaterThan(60);
	expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
});

test.each([
	['document type', () => Object.keys(DOCUMENT_TYPES)],
	['role', () => unionIn('nodes/shared/posting/types.ts', 'Role')],
	['outcome', () => unionIn('nodes/shared/business-one/posting/types.ts', 'Outcome')],
	['cure', () => unionIn('nodes/shared/review/types.ts', 'Cure')],
	['answer', () => unionIn('nodes/shared/review/types.ts', 'ReviewAnswer')],
	['closed', () => STATUSES.filter(isSettled)],
])('%s: every value is there', (word, values) => {
	expect(values().length).toBeGreaterThan(2);
	expect(values().filter((value) => !meaningOf(word).includes(`\`${value}\``))).toEqual([]);
});
