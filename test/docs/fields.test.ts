/** The pages about fields name every field and setting there is, and their examples are ones the program takes. */
import type { INodeProperties, INodePropertyCollection } from 'n8n-workflow';
import { inputFields, options } from '../../nodes/BuildJournalEntry/actions/journalEntry/build.properties';
import { mappingFields } from '../../nodes/BuildJournalEntry/fields';
import { credentialProperties as businessOne } from '../../nodes/shared/business-one/session/credentialProperties';
import { credentialProperties as concur } from '../../nodes/shared/concur/credentialProperties';
import { causeOf } from '../../nodes/shared/concur/signIn';
import { DEFAULT_PROFILE, readProfile } from '../../nodes/shared/mapping';
import { readPreview } from '../../scripts/preview/build';
import { printJson, printTables } from '../../scripts/preview/output';
import { page } from './handbook';

const plain = (text: string): string => text.replace(/’/g, "'");

/** Names a person reads on the form: fields, those inside collections, and the choices of a field. */
function namesOn(properties: readonly INodeProperties[]): string[] {
	return properties
		.filter(({ type }) => type !== 'hidden' && type !== 'notice')
		.flatMap(({ displayName, type, options: inner = [] }) => {
			if (type === 'collection') return [displayName, ...namesOn(inner as INodeProperties[])];
			if (type === 'fixedCollection')
				return [displayName, ...(inner as INodePropertyCollection[]).flatMap(({ values }) => namesOn(values))];
			return [displayName];
		})
		.map(plain);
}

const missingOn = (text: string, names: string[]): string[] => names.filter((name) => !plain(text).includes(name));

/** Columns that stand for themselves in the tables of the page. */
const COLUMNS = ['Field', 'Row', 'Reason', 'Answer'];

test('docs/mapping.md names every field of Build Journal Entry', () => {
	const names = namesOn([...inputFields, ...mappingFields, ...options]).filter((name) => !COLUMNS.includes(name));
	expect(names.length).toBeGreaterThan(60);
	expect(missingOn(page('mapping.md'), names)).toEqual([]);
});

test('docs/mapping.md names every setting of a profile, and its examples are profiles', () => {
	const text = page('mapping.md');
	expect(Object.keys(DEFAULT_PROFILE).filter((knob) => !text.includes(`\`${knob}`))).toEqual([]);
	const examples = [...text.matchAll(/```json\n([\s\S]*?)```/g)].map(([, json]) => json!);
	expect(examples.length).toBeGreaterThan(3);
	expect(examples.flatMap((json) => readProfile(json).problems)).toEqual([]);
});

test('docs/credentials.md names every field of both credentials', () => {
	expect(missingOn(page('credentials.md'), namesOn([...concur, ...businessOne]))).toEqual([]);
});

test('docs/credentials.md lists every code of the token service that has a text', () => {
	const unknown = causeOf({ code: 9_999, status: 400, geolocation: undefined }, 'password').split(' (')[0];
	const codes = Array.from({ length: 400 }, (_, code) => code).filter(
		(code) => !causeOf({ code, status: 400, geolocation: undefined }, 'password').startsWith(unknown!),
	);
	const listed = new Set(
		[...page('credentials.md').matchAll(/^\| ([\d, ]+?) ?(?:with[^|]*)?\|/gm)].flatMap(([, cell]) =>
			cell!.split(',').map(Number),
		),
	);
	expect(codes.length).toBeGreaterThan(20);
	expect(codes.filter((code) => !listed.has(code))).toEqual([]);
});

test.each(['sandbox/samples/05-vat-partly-deductible.json', 'sandbox/samples/17-account-missing.json'])(
	'docs/preview.md shows what the preview of %s prints',
	async (file) => {
		let printed = '';
		printTables(
			await readPreview({ file, profile: null, budgets: null, against: null, json: false }),
			(text) => (printed += text),
		);
		expect(page('preview.md')).toContain(printed);
	},
);

test('docs/preview.md shows what the preview prints as JSON', async () => {
	let printed = '';
	const file = 'sandbox/samples/01-out-of-pocket.json';
	const { results } = await readPreview({ file, profile: null, budgets: null, against: null, json: true });
	printJson(results, (text) => (printed += text));
	expect(page('preview.md')).toContain(printed);
});
