import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CATALOGUES, filled, inLanguage, wordsOf } from '../../nodes/shared/language';
import { REASONS } from '../../nodes/shared/review';

const ROOT = join(__dirname, '..', '..');
const languages = Object.entries(CATALOGUES);
const source = (file: string) => readFileSync(join(ROOT, file), 'utf8');

const ofFunds = [...source('nodes/shared/funds/reasons.ts').matchAll(/^\t'([a-z-]+)': \{/gm)].map(([, code]) => code!);
const ofWarnings = readdirSync(join(ROOT, 'nodes/shared'), { recursive: true, encoding: 'utf8' })
	.filter((file) => file.endsWith('.ts'))
	.map((file) => `nodes/shared/${file}`)
	.flatMap((file) => [...source(file).matchAll(/\b(?:warn|warning)\(\s*'([a-z-]+)'/g)])
	.map(([, code]) => code!);
const ofPayers = ['card', 'payroll', 'concur', 'service'].map((payer) => `paid-by-${payer}`);
const reasons = [...Object.keys(REASONS), ...ofFunds];

describe.each(languages)('the catalogue %s', (_language, { findings, todos, words }) => {
	test('has a sentence for every reason and every warning, and what to do about every reason', () => {
		expect(reasons.length).toBeGreaterThan(70);
		expect(ofWarnings.length).toBeGreaterThan(5);
		expect([...reasons, ...ofWarnings, ...ofPayers].filter((code) => !(code in findings))).toEqual([]);
		expect(reasons.filter((code) => !(code in todos))).toEqual([]);
	});

	test('has nothing that no reason and no warning needs', () => {
		const known = [...reasons, ...ofWarnings, ...ofPayers];
		expect(Object.keys({ ...findings, ...todos }).filter((code) => !known.includes(code))).toEqual([]);
	});

	test('is written in sentences', () => {
		const texts = [...Object.values(findings), ...Object.values(todos)];
		expect(texts.filter((text) => !/^[A-ZÄÖÜÀÉÊÎÔÇÑ¿¡].*\.$/.test(text))).toEqual([]);
		expect(texts.filter((text) => /\b(the|and|which)\b/.test(text))).toEqual([]);
	});

	test('keeps the gaps of every sentence, and has a word of its own for every word', () => {
		const english = wordsOf('en');
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
