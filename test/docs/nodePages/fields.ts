import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';

/** A field of a form as a row of a table: label, default, what it is. */
export type FieldRow = [label: string, standard: string, meaning: string];

/** What decides which table a field stands in, and is no condition of its row. */
const CHOSEN_BEFORE = ['resource', 'operation'];

/**
 * Takes the fields of a form, hidden ones included; gives a row for each that a person sees, the parts of a collection after it.
 * Notices have no row: see `noticesOf`.
 */
export function fieldRows(properties: readonly INodeProperties[], before = ''): FieldRow[] {
	return properties.filter(isSeen).flatMap((property): FieldRow[] => {
		const label = before + property.displayName;
		const own: FieldRow = [`**${label}**`, standardOf(property), meaningOf(property, properties)];
		if (property.type === 'collection') return [own, ...fieldRows(property.options as INodeProperties[], `${label} › `)];
		if (property.type !== 'fixedCollection') return [own];
		const groups = property.options as INodePropertyCollection[];
		return [own, ...groups.flatMap(({ values }) => fieldRows(values, `${label} › `))];
	});
}

/** Texts that stand on the form beside its fields. */
export function noticesOf(properties: readonly INodeProperties[]): string[] {
	return properties.filter(({ type }) => type === 'notice').map(({ displayName }) => displayName);
}

function isSeen({ type }: INodeProperties): boolean {
	return type !== 'notice' && type !== 'hidden';
}

function standardOf(property: INodeProperties): string {
	const { type } = property;
	if (type === 'collection' || type === 'fixedCollection') return '';
	const standard = type === 'resourceLocator' ? (property.default as { value?: unknown }).value : property.default;
	if (Array.isArray(standard)) return standard.map((value) => labelOf(property, value)).join(', ');
	if (typeof standard === 'boolean') return standard ? 'on' : 'off';
	const text = labelOf(property, standard);
	return text.startsWith('=') ? `\`${text.slice(1)}\`` : text;
}

function meaningOf(property: INodeProperties, siblings: readonly INodeProperties[]): string {
	const { description, hint, required, placeholder } = property;
	const example = placeholder?.startsWith('e.g.') ? `${placeholder[0]!.toUpperCase()}${placeholder.slice(1)}` : undefined;
	const sentences = [
		required ? 'Required' : undefined,
		description,
		hint,
		example,
		choicesOf(property),
		conditionOf(property, siblings),
	];
	return sentences
		.filter(Boolean)
		.map((sentence) => ended(plain(sentence!)))
		.join(' ');
}

/** Descriptions may carry HTML, which n8n shows; a page has no use for it. */
function plain(text: string): string {
	return text
		.replace(/<[^>]+>/g, '')
		.replace(/\s+/g, ' ')
		.trim();
}

function ended(text: string): string {
	return /[.!?]$/.test(text) ? text : `${text}.`;
}

const isChoice = (property: INodeProperties): boolean => property.type === 'options' || property.type === 'multiOptions';

function choicesOf(property: INodeProperties): string | undefined {
	const choices = (property.options ?? []) as INodePropertyOptions[];
	if (!isChoice(property) || choices.length === 0) return undefined;
	const told = choices.map(({ name, description }) => (description ? `*${name}* (${plain(description)})` : `*${name}*`));
	return `One of: ${told.join('; ')}`;
}

function labelOf(property: INodeProperties, value: unknown): string {
	const choice = isChoice(property)
		? (property.options as INodePropertyOptions[] | undefined)?.find((one) => one.value === value)
		: undefined;
	return (
		choice?.name ??
		(value === undefined || value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value))
	);
}

/** When a field shows up, by the labels of the fields that decide it; conditions on what is typed are left to the form. */
function conditionOf({ displayOptions }: INodeProperties, siblings: readonly INodeProperties[]): string | undefined {
	const wanted = Object.entries(displayOptions?.show ?? {}).filter(([name]) => !CHOSEN_BEFORE.includes(name));
	const told = wanted.flatMap(([name, values]) => {
		const decider = siblings.find((sibling) => sibling.name === name.replace('/', ''));
		if (!decider || !values?.every((value) => typeof value !== 'object')) return [];
		return [
			`${decider.displayName} is ${values.map((value) => (typeof value === 'boolean' ? (value ? 'on' : 'off') : labelOf(decider, value))).join(' or ')}`,
		];
	});
	return told.length > 0 ? `Shown where ${told.join(' and ')}` : undefined;
}
