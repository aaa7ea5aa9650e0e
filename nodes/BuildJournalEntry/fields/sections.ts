import type { INodeProperties } from 'n8n-workflow';
import { fieldsIn, type Field, type Section } from '../../shared/mapping';
import { propertyOf } from './property';

/** The properties of the node for a section: what stands alone, then the collection of the others in the order of their labels. */
export function propertiesOf(section: Section): INodeProperties[] {
	const fields = fieldsIn(section);
	const alone = fields.filter((field) => field.alone).map((field) => ({ ...propertyOf(field), displayOptions: shownFor(field) }));
	if (section.collection === undefined) return alone;
	const { name, label, add, about } = section.collection;
	const inside = fields.filter((field) => !field.alone).sort((one, other) => one.label.localeCompare(other.label, 'en'));
	const options = inside.map(propertyOf);
	const open = options.filter((_, index) => inside[index]!.isOpen).map((property) => [property.name, property.default]);
	const collection: INodeProperties = {
		displayName: label,
		name,
		type: 'collection',
		placeholder: add,
		default: {},
		...(about !== undefined && { description: about }),
		displayOptions: shownFor({}),
		options,
	};
	return [...alone, { ...collection, default: Object.fromEntries(open) }];
}

function shownFor({ shownFor: conditions = {} }: Pick<Field, 'shownFor'>): INodeProperties['displayOptions'] {
	const show = Object.entries(conditions).map(([name, values]) => [name, [...values]]);
	return { show: { mappingMode: ['fields'], ...Object.fromEntries(show) } };
}
