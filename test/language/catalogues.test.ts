import { filled, inLanguage, LANGUAGES, wordsOf } from '../../nodes/shared/language';
import { FUNDS_REASONS, REASONS, sentencesOf, WARNINGS, type Translated } from '../../nodes/shared/review';
import { source } from '../docs/handbook';
import { filesBelow, root } from '../package/stage';

const languages = Object.keys(LANGUAGES).filter((language): language is Translated => language !== 'en');
const codes = Object.keys({ ...REASONS, ...FUNDS_REASONS, ...WARNINGS });

test('every code is declared once, and found somewhere', () => {
	expect(codes).toHaveLength([REASONS, FUNDS_REASONS, WARNINGS].flatMap((table) => Object.keys(table)).length);
	expect(codes.length).toBeGreaterThan(90);
	const finders = filesBelow(`${root}/nodes`)
		.filter((file) => file.endsWith('.ts') && !file.includes('shared/review/reasons/'))
		.map((file) => source(`nodes/${file}`))
		.join('\n');
	const payers = ['card', 'payroll', 'concur', 'service'].map((payer) => `paid-by-${payer}`);
	expect(codes.filter((code) => !finders.includes(`'${code}'`) && !payers.includes(code))).toEqual([]);
});

describe.each(languages)('in the language %s', (language) => {
	test('every reason and warning is told in sentences of its own, a reason with what to do', () => {
		const texts = codes.flatMap((code) => {
			const [finding, todo] = sentencesOf(code, language)!;
			return code in WARNINGS ? [finding] : [finding, todo];
		});
		expect(texts.filter((text) => !/^[A-ZÄÖÜÀÉÊÎÔÇÑ¿¡].*\.$/.test(text))).toEqual([]);
		expect(texts.filter((text) => /\b(the|and|which)\b/.test(text))).toEqual([]);
	});

	test('every sentence keeps its gaps, and every word has one of its own', () => {
		const [words, english] = [wordsOf(language), wordsOf('en')];
		const gaps = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([gap]) => gap).sort();
		for (const [group, own] of Object.entries(words))
			for (const [name, text] of Object.entries(own as Record<string, string>)) {
				const original = (english[group as keyof typeof english] as Record<string, string>)[name]!;
				expect({ group, name, gaps: gaps(text) }).toEqual({ group, name, gaps: gaps(original) });
				expect(text.trim()).not.toBe('');
			}
		expect(words.roles.employeeVendor).not.toBe(english.roles.employeeVendor);
	});
});

describe('a reason', () => {
	const reason = {
		code: 'account-not-found',
		message: 'Account 699 is not there. Create it.',
		entry: '7',
		field: 'account',
		value: '699',
	};

	test('is as it was in English', () => {
		expect(inLanguage([reason], 'en')).toEqual([reason]);
	});

	test('tells in another language what, where and what to do, and keeps the English text', () => {
		expect(inLanguage([reason], 'de')).toEqual([
			{
				...reason,
				message:
					'Das Konto gibt es in B1 nicht. (Ausgabe 7, Feld account, Wert 699) Legen Sie das Konto in B1 an (Finanzwesen > Kontenplan), oder berichtigen Sie die Zuordnung.',
				original: reason.message,
			},
		]);
	});

	test('of a code that nobody translated keeps its text', () => {
		expect(inLanguage([{ code: 'brand-new', message: 'Something new.' }], 'fr')).toEqual([
			{ code: 'brand-new', message: 'Something new.' },
		]);
	});

	test('of funds is told in the language, too', () => {
		const [told] = inLanguage([{ code: 'no-budget', message: 'Account 1 has none.' }], 'es');
		expect(told!.message).toMatch(/^La cuenta no tiene presupuesto\. Cree el presupuesto/);
	});
});

test('a sentence is filled with its gaps, and one that is not known stays', () => {
	expect(filled('{a} and {b} {c}', { a: '1', b: '$&' })).toBe('1 and $& {c}');
});
