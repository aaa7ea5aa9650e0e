import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { withCheckedParameters } from '../../shared/n8n/checkedParameters';
import { inReadingOrder } from '../../shared/n8n/readingOrder';
import { toNodeError } from '../../shared/n8n/nodeError';
import { connectServiceLayer, readCompany } from '../../shared/n8n/serviceLayer';
import { allFailed } from './failures';
import { resources } from './resources';

/** Runs the chosen operation. Operations deal with failing items themselves; what arrives here is about all of them. */
export async function router(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const resource = this.getNodeParameter('resource', 0) as string;
	const name = this.getNodeParameter('operation', 0) as string;
	const operation = resources[resource]?.operations[name];
	if (!operation) throw new NodeOperationError(this.getNode(), `The operation "${name}" of "${resource}" is not known`);
	try {
		const company = await readCompany(this);
		const context = withCheckedParameters(this, operation.fields);
		return inReadingOrder(await operation.execute({ context, serviceLayer: connectServiceLayer(this, company), company }));
	} catch (error) {
		// n8n would pass the items on by the first output, as if all had gone well.
		const { labels, failed } = operation.outputs ?? {};
		if (labels && failed && this.continueOnFail()) return allFailed(this, { labels, failed }, error);
		throw toNodeError(this.getNode(), error);
	}
}
