import type { ICredentialType, INodeProperties, INodePropertyOptions, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { markdownTable } from '../handbook';
import type { Example } from './examples';
import { fieldRows, noticesOf, type FieldRow } from './fields';
import { compactJson } from './json';

/** What a page has beside the description of its node. */
export interface Beside {
	/** Rows of the table of blocks in docs/architecture.md. */
	blocks: string[];
	/** What the node made of an item in a run. */
	example: { lead: string; item: object };
	/** What each operation made of an item, by the name that `walk` gives it. */
	examples: Record<string, Example[]>;
}

interface Operation {
	/** Node, resource and operation, with dots between them. */
	key: string;
	title: string;
	does: string;
	outputs: string[];
	fields: INodeProperties[];
}

const WRITTEN = '<!-- Written by `UPDATE_DOCS=1 npm test test/docs` from the description in the code. -->';
/** Of what is long, as `compactJson` cuts it. */
const ABOUT_EXAMPLES =
	'Below the fields of each operation stands what it adds or gives, by each output that a run in the sandbox used, with an item of it; … stands for what is left out.';
/** Names of fields in a sentence. */
const MOST_NAMES = 14;
const FIELDS = ['Field', 'Default', 'What it is'];

/** The page of a node: its operations with their outputs, the block it adds, an example, and every field. */
export function nodePage({ description }: INodeType, { blocks, example, examples }: Beside): string {
	const operations = operationsOf(description);
	const credentials = (description.credentials ?? []).map(({ name, required }) => {
		return `[\`${name}\`](${credentialFile(name)})${required ? '' : ' (optional)'}`;
	});
	return [
		`# ${description.displayName}`,
		WRITTEN,
		ended(description.description),
		`Credential: ${credentials.join(', ')}`,
		...(operations.length > 1 ? ['## Operations', operationTable(operations)] : []),
		'## The block it adds',
		'Every node passes on the JSON it received and adds one block; see [Items](../architecture.md#items).',
		['| Block | Added by | Shape |', '|---|---|---|', ...blocks].join('\n'),
		'## An example',
		example.lead,
		`\`\`\`json\n${JSON.stringify(example.item, null, 2)}\n\`\`\``,
		...(operations.length > 1 ? ['## Fields and results', ABOUT_EXAMPLES] : ['## Fields']),
		...fieldSections(operations, examples),
	]
		.join('\n\n')
		.concat('\n');
}

/** The page of a credential: its fields. What they mean in the two systems stands in docs/credentials.md. */
export function credentialPage({ displayName, properties, name }: ICredentialType): string {
	return [
		`# ${displayName}`,
		WRITTEN,
		`The credential \`${name}\`. How to get its values, and what rights it needs: [Credentials](../credentials.md).`,
		'## Fields',
		markdownTable(FIELDS, fieldRows(properties)),
		...noticesOf(properties),
		'Tokens and sessions are kept in hidden fields, which n8n encrypts as it does the others.',
	]
		.join('\n\n')
		.concat('\n');
}

/** Name of the page of a node or a credential: `sapB1ServiceLayer` has `sap-b1-service-layer.md`. */
export const pageFile = (name: string): string => `${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.md`;

export const credentialFile = (name: string): string => pageFile(name);

const ended = (text: string): string => (text.endsWith('.') ? text : `${text}.`);

function operationTable(operations: Operation[]): string {
	const rows = operations.map(({ title, does, outputs }) => [`[${title}](#${anchorOf(title)})`, does, outputs.join(', ')]);
	return markdownTable(['Operation', 'Does', 'Outputs'], rows);
}

const anchorOf = (title: string): string =>
	title
		.toLowerCase()
		.replace(/[^\p{L}\p{N}\s_-]/gu, '')
		.replace(/\s/g, '-');

/** A table an operation; one whose fields another has before it, all or but for a few, says so instead. */
function fieldSections(operations: Operation[], examples: Record<string, Example[]>): string[] {
	const told: Array<{ title: string; rows: FieldRow[] }> = [];
	return operations.flatMap((operation) => {
		const { title, fields } = operation;
		const rows = fieldRows(fields);
		const before = told.find((other) => rows.length > 1 && rows.every((row) => other.rows.some((one) => isSame(one, row))));
		if (before === undefined) told.push({ title, rows });
		const text = before === undefined ? tableOf(rows) : referenceTo(before, rows);
		return [
			...(operations.length > 1 ? [`### ${title}`] : []),
			...noticesOf(fields),
			text,
			...examplesOf(operation, examples[operation.key] ?? []),
		];
	});
}

/** What an operation adds or gives by each output, and the item of a run behind a line that opens it. */
function examplesOf({ outputs }: Operation, examples: Example[]): string[] {
	return examples.flatMap(({ json, files, isAdded, output }) => {
		const by = outputs.length > 1 ? `Output ${outputs[output]}` : undefined;
		const verb = (one: string) => (by === undefined ? one : `${by} ${one.toLowerCase()}`);
		const names = Object.keys(json).map(quoted);
		if (names.length === 0) return [`${verb('Passes')} items on as they are.`];
		const more = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : '';
		const beside = files.length > 0 ? `, with ${files.map(quoted).join(', ')} as binary data` : '';
		const told = `${names.slice(0, MOST_NAMES).join(', ')}${more}${beside}`;
		const summary = `<details><summary>An example from a run${by === undefined ? '' : `: ${by}`}</summary>`;
		const block = `\`\`\`json\n${compactJson(json)}\n\`\`\``;
		return [`${verb(isAdded ? 'Adds to items' : 'Gives items with')}: ${told}.`, summary, block, '</details>'];
	});
}

const quoted = (name: string): string => `\`${name}\``;
const isSame = (one: FieldRow, other: FieldRow): boolean => one.every((cell, index) => cell === other[index]);
const tableOf = (rows: FieldRow[]): string => (rows.length > 0 ? markdownTable(FIELDS, rows) : 'No fields.');

function referenceTo(before: { title: string; rows: FieldRow[] }, rows: FieldRow[]): string {
	const missing = before.rows.filter((row) => !rows.some((one) => isSame(one, row))).map(([label]) => label);
	// What lies in a missing one need not be named.
	const tops = missing.filter((label) => !missing.some((other) => label.startsWith(`${other.slice(0, -2)} › `)));
	return `The fields of [${before.title}](#${anchorOf(before.title)})${tops.length > 0 ? ` without ${tops.join(', ')}` : ''}.`;
}

/** Every operation of a node in the order of the form; a node without any counts as one. */
function operationsOf({ name, properties, outputs }: INodeTypeDescription): Operation[] {
	const resources = choicesOf(properties.find((property) => property.name === 'resource'));
	return (resources.length > 0 ? resources : [undefined]).flatMap((resource) => {
		const choice = properties.find((property) => property.name === 'operation' && isFor(property, 'resource', resource?.value));
		const operations = choicesOf(choice);
		return (operations.length > 0 ? operations : [undefined]).map((operation) => ({
			key: [name, resource?.value, operation?.value].filter(Boolean).join('.'),
			title: [resource?.name ?? 'Operation', operation?.name].filter(Boolean).join(': '),
			does: operation?.description ?? '',
			outputs: outputsOf(outputs, { resource: resource?.value, operation: operation?.value }),
			fields: properties.filter(
				(property) =>
					!['resource', 'operation'].includes(property.name) &&
					isFor(property, 'resource', resource?.value) &&
					isFor(property, 'operation', operation?.value),
			),
		}));
	});
}

function choicesOf(property: INodeProperties | undefined): INodePropertyOptions[] {
	return (property?.options ?? []) as INodePropertyOptions[];
}

function isFor({ displayOptions }: INodeProperties, name: string, value: unknown): boolean {
	const wanted = displayOptions?.show?.[name];
	return wanted === undefined || (wanted as unknown[]).includes(value);
}

/** Labels of the outputs, worked out from the expression in the description as n8n does it; one without a label gives its items. */
function outputsOf(outputs: unknown, parameters: object): string[] {
	if (typeof outputs !== 'string') return ['one output'];
	const expression = outputs.replace(/^=\{\{/, '').replace(/\}\}$/, '');
	const found = new Function('$parameter', `return ${expression};`)(parameters) as Array<{ displayName?: string }>;
	return found.map(({ displayName }) => displayName ?? 'one output');
}
