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
	const document = readDocuments(input ?? {}).documents[0]?.document ?? {};
	const values = new Map<string, string>();
	const collect = (section: Section, rows: Json[]) => {
		for (const [field, value] of rows.flatMap((row) => Object.entries(row))) {
			const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
			const path = `${section}.${field}`;
			if (text !== '' && !values.has(path)) values.set(path, text);
		}
	};
	const entries = [...rowsOf(document.expenseEntry), ...rowsOf(document.lineItem)];
	collect(
		'allocation',
		entries.flatMap((entry) => rowsOf(entry.allocation)),
	);
	collect('entry', entries);
	collect('report', [...rowsOf(document.report), ...rowsOf(document.requestHeader)]);
	return [...values].map(([path, value]) => ({ name: `${path} (${shortened(value)})`, value: path }));
}

function rowsOf(value: unknown): Json[] {
	const rows = Array.isArray(value) ? value : [value];
	return rows.filter((row): row is Json => typeof row === 'object' && row !== null);
}

function shortened(text: string) {
	return text.length > SHOWN_VALUE_LENGTH ? `${text.slice(0, SHOWN_VALUE_LENGTH)} …` : text;
}
