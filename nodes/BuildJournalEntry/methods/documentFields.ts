import type { ILoadOptionsFunctions, INodeListSearchItems, INodeListSearchResult } from 'n8n-workflow';
import { readDocuments } from '../../shared/document';

/** Sections of a document a mapping may read, as the first part of a path. The employee's is left out on purpose. */
type Section = 'allocation' | 'entry' | 'report';

type Json = Record<string, unknown>;

const SHOWN_VALUE_LENGTH = 40;

/** What is offered while the editor has no document: the fields Concur has for cost objects. */
const USUAL_FIELDS = [
	...Array.from({ length: 20 }, (_value, index) => `allocation.allocationCustom${index + 1}Code`),
	...['entry', 'report'].flatMap((section) =>
		Array.from({ length: 6 }, (_value, index) => `${section}.${section}OrgUnit${index + 1}Code`),
	),
];

/**
 * The fields of the document at hand that can hold a cost object, each with the value it has there, so that a person who does not know
 * Concur's field names finds the right one by its content.
 */
export async function searchDocumentFields(this: ILoadOptionsFunctions, filter?: string): Promise<INodeListSearchResult> {
	const found = fieldsOf(this.getCurrentNodeParameter('document'));
	const results = (found.length > 0 ? found : USUAL_FIELDS.map((path) => ({ name: path, value: path }))).filter(({ name }) =>
		name.toLowerCase().includes((filter ?? '').toLowerCase()),
	);
	return { results };
}

/** The fields with text or a number in them, in the order of the document, allocations first. */
export function fieldsOf(input: unknown): INodeListSearchItems[] {
	const values = new Map<string, string>();
	for (const { path, text } of valuesOf(readDocuments(input ?? {}).documents[0]?.document ?? {}))
		if (!values.has(path)) values.set(path, text);
	return [...values].map(([path, value]) => ({ name: `${path} (${shortened(value)})`, value: path }));
}

/** Every text or number of the sections that a mapping may read, with its path and the section it stands in. */
export function valuesOf(document: Json): Array<{ path: string; text: string; section: Json }> {
	const entries = [...rowsOf(document.expenseEntry), ...rowsOf(document.lineItem)];
	const sections: Array<[Section, Json[]]> = [
		['allocation', entries.flatMap((entry) => rowsOf(entry.allocation))],
		['entry', entries],
		['report', [...rowsOf(document.report), ...rowsOf(document.requestHeader)]],
	];
	return sections.flatMap(([name, rows]) =>
		rows.flatMap((section) =>
			Object.entries(section)
				.map(([field, value]) => ({ path: `${name}.${field}`, text: textOf(value), section }))
				.filter(({ text }) => text !== ''),
		),
	);
}

const textOf = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '');

function rowsOf(value: unknown): Json[] {
	const rows = Array.isArray(value) ? value : [value];
	return rows.filter((row): row is Json => typeof row === 'object' && row !== null);
}

function shortened(text: string) {
	return text.length > SHOWN_VALUE_LENGTH ? `${text.slice(0, SHOWN_VALUE_LENGTH)} …` : text;
}
