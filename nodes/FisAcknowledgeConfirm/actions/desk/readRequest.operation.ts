import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { NodeOperationError, updateDisplayOptions } from 'n8n-workflow';
import { readRequest } from '../../../shared/desk';
import { perItem } from '../../../shared/n8n/perItem';

const properties: INodeProperties[] = [
	{
		displayName:
			'Put this node behind the webhook of each person. It reads who is asking and for what, and drops everything else of the request, the password among it.',
		name: 'readRequestNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Identity Header',
		name: 'identityHeader',
		type: 'string',
		default: '',
		placeholder: 'e.g. X-Forwarded-User',
		description:
			"Header in which your reverse proxy says who is logged in, where it does the log-in. The proxy must set it on every request, and the webhook must be open to nobody but the proxy. When empty, the user name of the webhook's Basic Auth credential counts.",
	},
];

export const description = updateDisplayOptions({ show: { resource: ['desk'], operation: ['readRequest'] } }, properties);

/** One request for each item of a webhook. Throws NodeOperationError where nobody says who is asking. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = await perItem(this, async (itemIndex, { json }) => {
		const header = String(this.getNodeParameter('identityHeader', itemIndex, '') ?? '').trim();
		const request = readRequest(json, header);
		if (request) return [request as unknown as IDataObject];
		throw new NodeOperationError(this.getNode(), `The request does not say who is asking [item ${itemIndex}]`, {
			itemIndex,
			description:
				'Choose Basic Auth in the webhook, with a credential for each person; or let your reverse proxy name the person in a header, and give its name in Identity Header.',
		});
	});
	return [items];
}
