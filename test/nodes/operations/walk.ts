import type {
	IDataObject,
	INodeParameters,
	INodeProperties,
	INodePropertyCollection,
	INodePropertyOptions,
	INodeType,
	NodeParameterValueType,
} from 'n8n-workflow';
import { BuildJournalEntry } from '../../../nodes/BuildJournalEntry/BuildJournalEntry.node';
import { FisAcknowledgeConfirm } from '../../../nodes/FisAcknowledgeConfirm/FisAcknowledgeConfirm.node';
import { SapB1ServiceLayer } from '../../../nodes/SapB1ServiceLayer/SapB1ServiceLayer.node';

/** A field that an expression can fill. */
export interface Field {
	/** `options.batchSize`, `filters.conditions.value`. */
	path: string;
	property: INodeProperties;
	/** Labels of the field and of what it lies in: one of them is in the message when it is refused. */
	labels: string[];
}

/** One operation as the descriptions have it. */
export interface Walked {
	/** `sapB1ServiceLayer.journalEntry.get`. */
	name: string;
	nodeType: INodeType;
	/** Resource and operation. */
	choice: INodeParameters;
	properties: INodeProperties[];
	fields: Field[];
}

export const nodeTypes: INodeType[] = [new FisAcknowledgeConfirm(), new SapB1ServiceLayer(), new BuildJournalEntry()];

/** Every operation of every node that works on items. */
export const operations: Walked[] = nodeTypes.flatMap((nodeType) => {
	const { properties, name } = nodeType.description;
	const resources = valuesOf(properties.find((property) => property.name === 'resource'));
	return (resources.length > 0 ? resources : [undefined]).flatMap((resource) => {
		const choice = properties.find((property) => property.name === 'operation' && isFor(property, 'resource', resource));
		return valuesOf(choice).map((operation) => {
			const shown = properties.filter(
				(property) =>
					!['resource', 'operation'].includes(property.name) &&
					isFor(property, 'resource', resource) &&
					isFor(property, 'operation', operation),
			);
			return {
				name: [name, resource, operation].filter(Boolean).join('.'),
				nodeType,
				choice: { ...(resource === undefined ? {} : { resource }), operation },
				properties: shown,
				fields: shown.flatMap((property) => fieldsIn(property, '', [])),
			};
		});
	});
});

function valuesOf(property: INodeProperties | undefined): string[] {
	return ((property?.options ?? []) as INodePropertyOptions[]).map(({ value }) => String(value));
}

function isFor({ displayOptions }: INodeProperties, name: string, value: string | undefined): boolean {
	const wanted = displayOptions?.show?.[name];
	return wanted === undefined || (wanted as unknown[]).includes(value);
}

function fieldsIn(property: INodeProperties, before: string, labels: string[]): Field[] {
	const path = before + property.name;
	const own = [...labels, property.displayName];
	if (property.type === 'notice' || property.noDataExpression === true) return [];
	if (property.type === 'collection')
		return (property.options as INodeProperties[]).flatMap((child) => fieldsIn(child, `${path}.`, own));
	if (property.type === 'fixedCollection')
		return (property.options as INodePropertyCollection[]).flatMap(({ name, values }) =>
			values.flatMap((child) => fieldsIn(child, `${path}.${name}.`, own)),
		);
	return [{ path, property, labels: own }];
}

/** Parameters in which every field is an expression that reads `given` of its own item. */
export function byExpression({ choice, properties }: Walked): INodeParameters {
	return { ...choice, ...expressionsOf(properties, '') };
}

function expressionsOf(properties: INodeProperties[], before: string): INodeParameters {
	const filled = properties.filter(({ type, noDataExpression }) => type !== 'notice' && noDataExpression !== true);
	return Object.fromEntries(filled.map((property) => [property.name, expressionOf(property, before + property.name)]));
}

function expressionOf(property: INodeProperties, path: string): NodeParameterValueType {
	if (property.type === 'collection') return expressionsOf(property.options as INodeProperties[], `${path}.`);
	if (property.type === 'fixedCollection') {
		const groups = property.options as INodePropertyCollection[];
		const rows = groups.map(({ name, values }): [string, INodeParameters[]] => [
			name,
			[expressionsOf(values, `${path}.${name}.`)],
		]);
		return Object.fromEntries(rows);
	}
	const expression = `={{ $json.given[${JSON.stringify(path)}] }}`;
	if (property.type !== 'resourceLocator') return expression;
	return { __rl: true, mode: property.modes?.at(-1)?.name ?? 'id', value: expression };
}

/** What a field holds when nobody has touched it; an expression of its own gives nothing on an item without what it reads. */
export function untouched({ property }: Field): unknown {
	if (property.type === 'resourceLocator') return (property.default as IDataObject).value;
	return String(property.default).startsWith('=') ? undefined : property.default;
}
