import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { refusedParameter } from './checkedParameters';
import { mappingRows } from './mappingRows';

/** The fields of a node that takes the mapping from the node that builds; each says what it takes it for. */
export const mappingOfNodeFields = (purpose: string): INodeProperties[] => [
	{
		displayName: 'Mapping',
		name: 'mapping',
		type: 'json',
		default: '',
		placeholder: "e.g. {{ $('Build journal entry').params }}",
		description: purpose,
	},
	{
		...mappingRows,
		description: 'The rows of the mapping table that the node that builds takes, where there is one',
		hint: 'The same expression as in that node',
	},
];

/**
 * The parameters of the node that builds, as the field Mapping gives them; undefined where it is empty.
 *
 * @throws NodeOperationError for what is none
 */
export function mappingOfNode(context: IExecuteFunctions): Record<string, unknown> | undefined {
	const written: unknown = context.getNodeParameter('mapping', 0, '');
	if (written === '' || written === null || written === undefined) return undefined;
	const fields = typeof written === 'string' ? parsed(written) : written;
	if (typeof fields === 'object' && fields !== null) return fields as Record<string, unknown>;
	throw refusedParameter(
		context.getNode(),
		'Mapping holds no fields of a node',
		"Enter the expression {{ $('Build journal entry').params }} with the name of your node, or leave it empty.",
	);
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}
