import type { ICredentialType, INodeProperties, INodePropertyOptions, INodeType } from 'n8n-workflow';
import { markdownTable } from '../handbook';
import { fieldRows, noticesOf } from './fields';

/** What a page has beside the description of its node. */
export interface Beside {
	/** Rows of the table of blocks in docs/architecture.md. */
	blocks: string[];
	/** What the node made of an item in a run. */
	example: { lead: string; item: object };
}

interface Operation {
	title: string;
	does: string;
	outputs: string[];
	fields: INodeProperties[];
}

const WRITTEN = '<!-- Written by `UPDATE_DOCS=1 npm test test/docs` from the description in the code. -->';
const FIELDS = ['Field', 'Default', 'What it is'];

/** The page of a node: its operations with their outputs, the block it adds, an example, and every field. */
export function nodePage({ description }: INodeType, { blocks, example }: Beside): string {
	const operations = operationsOf(description.properties, description.outputs);
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
		'## Fields',
		...fieldSections(operations),
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

/** A table an operation; one that has the same fields as one before it says so instead. */
function fieldSections(operations: Operation[]): string[] {
	const seen = new Map<string, string>();
	return operations.flatMap(({ title, fields }) => {
		const rows = fieldRows(fields);
		const table = rows.length > 0 ? markdownTable(FIELDS, rows) : 'No fields.';
		const before = rows.length > 1 ? seen.get(table) : undefined;
		seen.set(table, before ?? title);
		const text = before === undefined ? table : `The fields of [${before}](#${anchorOf(before)}).`;
		return [...(operations.length > 1 ? [`### ${title}`] : []), ...noticesOf(fields), text];
	});
}

/** Every operation of a node in the order of the form; a node without any counts as one. */
function operationsOf(properties: INodeProperties[], outputs: unknown): Operation[] {
	const resources = choicesOf(properties.find(({ name }) => name === 'resource'));
	return (resources.length > 0 ? resources : [undefined]).flatMap((resource) => {
		const choice = properties.find((property) => property.name === 'operation' && isFor(property, 'resource', resource?.value));
		const operations = choicesOf(choice);
		return (operations.length > 0 ? operations : [undefined]).map((operation) => ({
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
