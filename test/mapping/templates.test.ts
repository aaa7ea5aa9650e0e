/** Texts made of templates: memos, references and partner codes. */
import { cut, fieldsOf, fill, isFilled } from '../../nodes/shared/mapping/templates';

const from = (values: Record<string, string | null>) => (field: string) => values[field];

describe('filling a template', () => {
	const values = from({
		reference: '17',
		name: 'Ada Example',
		blank: ' ',
		none: null,
		tab: '\t',
		lines: 'two\nlines',
		wide: 'a  b',
	});

	test.each([
		['{reference} {name}', '17 Ada Example'],
		['Trip {reference}: {name}!', 'Trip 17: Ada Example!'],
		['{reference} {missing} {name}', '17 Ada Example'],
		['{missing} {name}', 'Ada Example'],
		['{reference} {none}', '17'],
		['{blank}', ''],
		['{tab}', ''],
		['{lines}', 'two lines'],
		['{wide}', 'a b'],
		['{first name} {}', '{first name} {}'],
		['', ''],
	])('"%s" gives "%s": gaps are closed', (template, text) => {
		expect(fill(template, values)).toBe(text);
	});

	test('no longer than the field in B1 takes, 254 where nothing is said', () => {
		expect(fill('{reference} {name}', values, 6)).toBe('17 Ada');
		expect(fill('{reference} {name}', values, 7)).toBe('17 Ada');
		expect(fill('x'.repeat(300), values)).toBe('x'.repeat(254));
	});

	test('is possible where every field that it names has a value', () => {
		expect(fieldsOf('V{vendorCode}-{reference}-{reference}')).toEqual(['vendorCode', 'reference', 'reference']);
		expect(isFilled('{reference} {name}', values)).toBe(true);
		expect(isFilled('{reference} {missing}', values)).toBe(false);
		expect(isFilled('{none}', values)).toBe(false);
		expect(isFilled('no field', values)).toBe(true);
	});
});

describe('cutting a text', () => {
	test.each([
		['a text that fits stays as it is', 'ab ', 3, 'ab '],
		['a shorter one as well', 'ab ', 9, 'ab '],
		['no blank is left at the end', 'ab cd', 3, 'ab'],
		['a blank at the start is part of the text', ' abcd', 3, ' ab'],
		['an emoji that does not fit goes as a whole', 'a😀b', 2, 'a'],
		['an emoji that fits stays', 'a😀b', 3, 'a😀'],
		['an emoji before another', 'a😀😀', 2, 'a'],
		['an emoji before a wide letter', 'a😀Ａ', 2, 'a'],
		['a wide letter is one character', 'ＡＢＣ', 2, 'ＡＢ'],
		['the first of the long characters', 'a\u{10000}b', 2, 'a'],
		['the last of the long characters', 'a\u{10FFFF}b', 2, 'a'],
	])('%s', (_, text, max, expected) => {
		expect(cut(text, max)).toBe(expected);
	});
});

test('a template is read once; after 200 others the memory starts anew', async () => {
	await jest.isolateModulesAsync(async () => {
		const { fieldsOf: read } = await import('../../nodes/shared/mapping/templates');
		const first = read('{first}');
		for (let count = 1; count < 200; count++) read(`{other${count}}`);
		expect(read('{first}')).toBe(first);
		read('{oneTooMany}');
		expect(read('{first}')).toEqual(first);
		expect(read('{first}')).not.toBe(first);
	});
});
