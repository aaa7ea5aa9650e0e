import { searchFilter } from '../../../shared/business-one';
import { perItem } from '../../../shared/n8n/perItem';
import { limitField, queryOptionsField, readList, returnAllField, simplifyField } from '../listFields';
import type { Operation } from '../operation';
import type { MasterDataDefinition } from './definitions';

/** Find records by a part of what people know of them. */
export function searchOperation(definition: MasterDataDefinition): Operation {
	return {
		fields: [
			{
				displayName: 'Search For',
				name: 'searchText',
				type: 'string',
				default: '',
				placeholder: `e.g. ${definition.keyExample}`,
				required: true,
				description: `Text that is looked for in ${definition.searchFields.join(', ')}`,
			},
			returnAllField,
			limitField,
			simplifyField,
			queryOptionsField,
		],
		async execute({ context, serviceLayer }) {
			const source = { set: definition.set, orderBy: definition.key, simple: definition.simple };
			const items = await perItem(context, async (itemIndex) => {
				const text = context.getNodeParameter('searchText', itemIndex, '') as string;
				return (await readList(context, serviceLayer, itemIndex, source, searchFilter(definition.searchFields, text))).rows;
			});
			return [items];
		},
	};
}
