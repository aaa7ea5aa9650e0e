import { randomUUID } from 'crypto';
import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { updateDisplayOptions } from 'n8n-workflow';
import { actOn, isMappingRow, type Acting } from '../../../shared/desk';
import { mappingRows } from '../../../shared/n8n/mappingRows';
import type { Outputs } from '../../../shared/n8n/outputs';
import { sameForRun } from '../../../shared/n8n/readers';
import { minutesOf } from '../row/minutes';
import { requestField, requestOf, rowsOf } from './fields';

const properties: INodeProperties[] = [
	{
		displayName:
			'Give this node the rows of the Data Table. Output Change has what to write into rows, one by one; Change All has it for all that wait; Take has a document that is to be sent back or settled, for this execution to hold; Refused says why nothing is done. A request for a page gives nothing.',
		name: 'actNotice',
		type: 'notice',
		default: '',
	},
	requestField,
	{
		...mappingRows,
		placeholder: "e.g. {{ $('Get mapping').all() }}",
		description: 'The rows of the mapping table as they are, so that a correction is checked against them',
		hint: 'Needed only where people correct the mapping at the desk',
	},
	{
		displayName: 'Hold (Minutes)',
		name: 'holdMinutes',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 2 },
		default: 5,
		description:
			'How long a document that is sent back or settled belongs to this execution. If it dies, the next run takes the document up after that time.',
	},
];

export const description = updateDisplayOptions({ show: { resource: ['desk'], operation: ['act'] } }, properties);

export const outputs: Outputs = ['Change', 'Change All', 'Take', 'Refused'];

/** The items of each output. */
function outputsOf(acting: Acting): object[][] {
	if ('changes' in acting) return [acting.changes, [], [], []];
	if ('all' in acting) return [[], [acting.all], [], []];
	if ('taking' in acting) return [[], [], [acting.taking], []];
	return [[], [], [], [acting]];
}

/** Rows of the Data Table node; the empty item that it gives for an empty table is none. */
function mappingOf(value: unknown): object[] {
	const items = (Array.isArray(value) ? value : []) as Array<{ json?: IDataObject } & IDataObject>;
	return items.map((item) => item.json ?? item).filter(isMappingRow);
}

/** What the act of a person comes to; see `actOn`. Throws NodeOperationError for what is no request. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const request = requestOf(this);
	const holdMinutes = minutesOf(this, 'Hold (Minutes)', sameForRun(this, 'holdMinutes', 'Hold (Minutes)'));
	if (request.act === null && request.said !== 'notUnderstood') return [[], [], [], []];
	const mapping = mappingOf(this.getNodeParameter('mappingRows', 0, ''));
	const acting = actOn(rowsOf(this), request, { now: Date.now(), holdMinutes, newStamp: randomUUID, mapping });
	const places = new Map(this.getInputData().map(({ json }, item) => [json.id, item]));
	const itemOf = (json: IDataObject) => ({ json, pairedItem: { item: places.get(json.id as number) ?? 0 } });
	return outputsOf(acting).map((items) => items.map((json) => itemOf(json as IDataObject)));
}
