import { perItem } from '../../../shared/n8n/perItem';
import { recordCode } from '../../../shared/n8n/readers';
import { readByKey } from '../readByKey';
import { pickerField } from '../pickerField';
import { simplifyField, withoutMetadata } from '../listFields';
import type { Operation } from '../operation';
import type { MasterDataDefinition } from './definitions';

/** Get one record by its key. */
export function getOperation(definition: MasterDataDefinition): Operation {
	return {
		fields: [
			pickerField({
				label: definition.name,
				searchMethod: `search_${definition.resource}`,
				example: definition.keyExample,
				name: 'code',
			}),
			simplifyField,
		],
		async execute({ context, serviceLayer }) {
			const items = await perItem(context, async (itemIndex) => {
				const code = recordCode(context, 'code', definition.name, itemIndex);
				const select = context.getNodeParameter('simplify', itemIndex, true) === true ? definition.simple : undefined;
				return [withoutMetadata(await readByKey(serviceLayer, definition, code, select))];
			});
			return [items];
		},
	};
}
