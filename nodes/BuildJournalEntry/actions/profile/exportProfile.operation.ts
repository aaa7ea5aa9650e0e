import { NodeOperationError, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { profileOf } from '../../profile';

/** Gives the effective profile once, as an object and as text that can be pasted into another node. */
export function execute(this: IExecuteFunctions): INodeExecutionData[][] {
	try {
		const profile = profileOf((name) => this.getNodeParameter(name, 0));
		return [[{ json: { profile: { ...profile }, profileText: JSON.stringify(profile, null, 2) }, pairedItem: { item: 0 } }]];
	} catch (error) {
		const { message } = error as Error;
		if (this.continueOnFail()) return [[{ json: { error: message }, pairedItem: { item: 0 } }]];
		throw new NodeOperationError(this.getNode(), message, { itemIndex: 0 });
	}
}
