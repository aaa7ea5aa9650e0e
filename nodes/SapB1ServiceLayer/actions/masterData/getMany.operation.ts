import { perItem } from '../../../shared/n8n/perItem';
import { filterFields, limitField, queryOptionsField, readList, returnAllField, simplifyField } from '../listFields';
import type { Operation } from '../operation';
import type { MasterDataDefinition } from './definitions';

/** Get many records, by conditions. */
export function getManyOperation(definition: MasterDataDefinition): Operation {
	return {
		fields: [returnAllField, limitField, ...filterFields, simplifyField, queryOptionsField],
		async execute({ context, serviceLayer }) {
			const source = { set: definition.set, orderBy: definition.key, simple: definition.simple };
			return [await perItem(context, async (itemIndex) => (await readList(context, serviceLayer, itemIndex, source)).rows)];
		},
	};
}
