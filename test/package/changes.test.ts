/**
 * How many product files a new one of each kind takes, as CONTRIBUTING.md says: the tables that list its kind, its own file where it has
 * one, and the place that uses it. A table is a file that names most of what is there already, so that a new one would be missed in it.
 */
import { BuildJournalEntry } from '../../nodes/BuildJournalEntry/BuildJournalEntry.node';
import { FisAcknowledgeConfirm } from '../../nodes/FisAcknowledgeConfirm/FisAcknowledgeConfirm.node';
import { SapB1ServiceLayer } from '../../nodes/SapB1ServiceLayer/SapB1ServiceLayer.node';
import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { DOCUMENT_TYPES } from '../../nodes/shared/document';
import { FUNDS_REASONS, REASONS, WARNINGS } from '../../nodes/shared/review';
import { source } from '../docs/handbook';
import { filesBelow, root } from './stage';

const product = filesBelow(`${root}/nodes`)
	.filter((file) => file.endsWith('.ts'))
	.map((file) => ({ file, text: source(`nodes/${file}`).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '') }));

const stated = (kind: string): number => {
	const [, count] = new RegExp(`^\\| \\*\\*${kind}\\*\\*[^|]*\\| (\\d+) \\|`, 'm').exec(source('CONTRIBUTING.md'))!;
	return Number(count);
};

/** The files that name at least so large a part of these, as texts or as keys. */
function tablesOf(names: readonly string[], part: number, below = ''): string[] {
	// A name handed to a function is a use of it, such as the reason that is found there.
	const isNamed = (text: string, name: string) =>
		new RegExp(`(?<!\\w\\(\\s*)'${name}'`).test(text) || new RegExp(`^\\t+${name}[:(,]`, 'm').test(text);
	return product
		.filter(({ file }) => file.startsWith(below))
		.filter(({ text }) => names.filter((name) => isNamed(text, name)).length >= names.length * part)
		.map(({ file }) => file);
}

/** Names that are declared in the files of a folder, by file. */
function declaredIn(folder: string, names: readonly string[]): Array<[string, string[]]> {
	return product
		.filter(({ file }) => file.startsWith(folder) && !file.endsWith('index.ts'))
		.map(({ file, text }): [string, string[]] => [file, names.filter((name) => new RegExp(`^\\t+'?${name}'?: `, 'm').test(text))])
		.filter(([, own]) => own.length > 2);
}

const codes = Object.keys({ ...REASONS, ...FUNDS_REASONS, ...WARNINGS });

test.each(declaredIn('shared/review/reasons/', codes))(
	'a reason of %s: its declaration, and the place that finds it',
	(file, own) => {
		expect(tablesOf(own, 0.6)).toEqual([file]);
		expect(stated('review reason')).toBe(2);
	},
);

test('every code is declared in one file', () => {
	const declared = declaredIn('shared/review/reasons/', codes).flatMap(([, own]) => own);
	expect([...declared].sort()).toEqual([...codes].sort());
});

const sections = product
	.filter(({ file, text }) => /^shared\/mapping\/knobs\/(?!index)/.test(file) && text.includes('section({'))
	.map(({ file, text }): [string, string[]] => [file, [...text.matchAll(/^\t\t(\w+): \w+\(/gm)].map(([, name]) => name!)])
	.filter(([, names]) => names.length > 3);

test.each(sections)('a knob of %s: its declaration, and the place that uses it', (file, names) => {
	expect(tablesOf(names, 0.8)).toEqual([file]);
	expect(stated('knob')).toBe(2);
});

test('the sections are found', () => {
	expect(sections.length).toBeGreaterThan(5);
});

/** The operations of each resource, as the forms offer them. */
const resources = [new BuildJournalEntry(), new FisAcknowledgeConfirm(), new SapB1ServiceLayer()].flatMap(({ description }) => {
	const choices = description.properties.filter(({ name }) => name === 'operation');
	return choices.map(({ displayOptions, options }: INodeProperties): [string, string, string[]] => [
		description.name[0]!.toUpperCase() + description.name.slice(1),
		String(displayOptions?.show?.resource?.[0] ?? 'record'),
		(options as INodePropertyOptions[]).map(({ value }) => String(value)),
	]);
});

test.each(resources.filter(([, , operations]) => operations.length > 2))(
	'an operation of %s, %s: its file, and its place in the form',
	(node, _resource, operations) => {
		expect(tablesOf(operations, 0.8, `${node}/`)).toHaveLength(1);
		expect(stated('operation')).toBe(2);
	},
);

test('a document type: its name, what it is known by, its header, its own file, its case among the postings', () => {
	const tables = ['shared/document/documents.ts', 'shared/document/types.ts', 'shared/posting/build.ts'];
	expect(tablesOf(Object.keys(DOCUMENT_TYPES), 0.6)).toEqual(tables);
	const [header, own] = ['shared/document/headerFacts.ts', 'shared/posting/cashAdvance.ts'];
	expect(new Set([...tables, header, own]).size).toBe(stated('document type'));
	expect(source(`nodes/${header}`)).toContain("=== 'cashadvance'");
	expect(source(`nodes/${tables[2]}`)).toContain("from './cashAdvance'");
});

test('a folder of tests that bears the name of no room of the tree is one of those that try several', () => {
	const folders = new Set(filesBelow(`${root}/test`).map((file) => file.split('/')[0]!));
	const rooms = new Set(product.filter(({ file }) => file.startsWith('shared/')).map(({ file }) => file.split('/')[1]!));
	const of = ['nodes', 'credentials', 'sandbox'];
	const several = ['data', 'docs', 'e2e', 'helpers', 'lab', 'long', 'mutation', 'package', 'security', 'simulation', 'workflows'];
	expect([...folders].filter((folder) => ![...rooms, ...of, ...several].includes(folder))).toEqual([]);
	expect(filesBelow(`${root}/test/nodes`).filter((file) => file.startsWith('shared/'))).toEqual([]);
	expect([...rooms].filter((room) => !folders.has(room))).toEqual(['b1Names', 'page']);
});
