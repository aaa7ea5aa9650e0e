import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { failedItem } from '../../../shared/n8n/failedItem';
import { mappingRowsReader } from '../../../shared/n8n/mappingRows';
import { toNodeError } from '../../../shared/n8n/nodeError';
import { profileOf } from '../../profile';

/**
 * Gives the effective profile as an object and as text that can be pasted into another node: once, or once for each that the
 * expressions in the mapping give for the items.
 */
export function execute(this: IExecuteFunctions): INodeExecutionData[][] {
	const rowsFor = mappingRowsReader(this);
	const output = new Map<string, INodeExecutionData>();
	for (const [itemIndex, input] of this.getInputData().entries()) {
		try {
			const profile = profileOf((name) => this.getNodeParameter(name, itemIndex), rowsFor(itemIndex).said);
			const profileText = JSON.stringify(profile, null, 2);
			const item = { json: { profile: { ...profile }, profileText }, pairedItem: { item: itemIndex } };
			if (!output.has(profileText)) output.set(profileText, item);
		} catch (error) {
			if (!this.continueOnFail()) throw toNodeError(this.getNode(), error, itemIndex);
			output.set(`item ${itemIndex}`, failedItem(this, input, error, itemIndex));
		}
	}
	return [[...output.values()]];
}
