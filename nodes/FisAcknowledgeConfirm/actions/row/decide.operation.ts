import { randomUUID } from 'crypto';
import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { NodeOperationError, updateDisplayOptions } from 'n8n-workflow';
import { perItem } from '../../../shared/n8n/perItem';
import { decide, defaultWaits, type Waits } from '../../../shared/row';
import { minuteList } from './minutes';

const properties: INodeProperties[] = [
	{
		displayName:
			'Put this node at the end of the line, with every output of the nodes before wired to it. It gives the row for the Data Table: status, reasons, entry number, and when the document is tried again.',
		name: 'decideNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Wait for a Server (Minutes)',
		name: 'passing',
		type: 'string',
		default: defaultWaits.passing.join(', '),
		placeholder: 'e.g. 2, 5, 10, 15',
		description:
			'When a document is tried again after Concur or Business One could not answer: after the first try, after the second, and so on; the last value holds for all further tries',
	},
	{
		displayName: 'Wait for a Person (Minutes)',
		name: 'person',
		type: 'string',
		default: defaultWaits.person.join(', '),
		placeholder: 'e.g. 60, 240, 1440',
		description:
			'When a document is tried again that somebody has to correct something for. To have one tried at once, set dueAt of its row to a time that has passed.',
	},
	{
		displayName: 'Tries Before Attention',
		name: 'triesBeforeAttention',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 8,
		description: 'How often a server may not answer for a document before the row asks for a person with status attention',
	},
];

export const description = updateDisplayOptions({ show: { resource: ['row'], operation: ['decide'] } }, properties);

function waitsOf(context: IExecuteFunctions, index: number): Waits {
	const triesBeforeAttention = Number(context.getNodeParameter('triesBeforeAttention', index));
	if (!Number.isInteger(triesBeforeAttention) || triesBeforeAttention < 1)
		throw new NodeOperationError(context.getNode(), 'Tries Before Attention is no whole number above 0', { itemIndex: index });
	return {
		passing: minuteList(context, 'Wait for a Server (Minutes)', context.getNodeParameter('passing', index)),
		person: minuteList(context, 'Wait for a Person (Minutes)', context.getNodeParameter('person', index)),
		triesBeforeAttention,
	};
}

/** Gives the flat row of each item, and nothing else. Throws NodeOperationError for waits that are none. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const now = Date.now();
	const rows = await perItem(this, async (index, { json }) => [
		{ ...decide(json, now, waitsOf(this, index)), stamp: randomUUID() } as unknown as IDataObject,
	]);
	return [rows];
}
