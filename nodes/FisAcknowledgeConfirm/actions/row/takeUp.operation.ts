import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { NodeOperationError, updateDisplayOptions } from 'n8n-workflow';
import { mappingVersion, tableRowsOf } from '../../../shared/mapping';
import { mappingOfNode, mappingOfNodeFields } from '../../../shared/n8n/mappingOfNode';
import { sameForRun } from '../../../shared/n8n/readers';
import { takeUp, type Row } from '../../../shared/row';
import { minutesOf } from './minutes';

const properties: INodeProperties[] = [
	{
		displayName:
			'Give this node the rows of the Data Table that are open and due. It gives one item for each kind of row, whose values the next node writes to all rows of that kind at once: from then on this execution holds them.',
		name: 'takeUpNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Rows per Run',
		name: 'rowsPerRun',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 1000 },
		default: 200,
		description:
			'How many documents one run works on at most; the next run takes the others, in the shipped pipeline at once. More documents take more memory, about 1 MB each.',
	},
	{
		displayName: 'Hold (Minutes)',
		name: 'holdMinutes',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 2 },
		default: 15,
		description:
			'How long the documents belong to this execution. If it dies, others take them up after that time; it must be longer than a run takes.',
	},
	...mappingOfNodeFields(
		'The fields of the node that builds, so that documents whose reason a changed mapping may cure are tried at once after the change. When empty, they wait like others.',
	),
];

export const description = updateDisplayOptions({ show: { resource: ['row'], operation: ['takeUp'] } }, properties);

/** The version of the mapping that documents would be built with now; empty where the fields do not say. */
function mappingNow(context: IExecuteFunctions): string {
	const fields = mappingOfNode(context);
	return fields === undefined ? '' : mappingVersion(fields, tableRowsOf(context.getNodeParameter('mappingRows', 0, '')));
}

/** One item for each kind of due rows, with whether they are as many as a run takes, so that more may be due; see `takeUp`. Throws NodeOperationError for settings that are none. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const limit = Number(sameForRun(this, 'rowsPerRun', 'Rows per Run'));
	if (!Number.isInteger(limit) || limit < 1)
		throw new NodeOperationError(this.getNode(), 'Rows per Run is no whole number above 0');
	const holdMinutes = minutesOf(this, 'Hold (Minutes)', sameForRun(this, 'holdMinutes', 'Hold (Minutes)'));
	const mapping = mappingNow(this);
	const rows = this.getInputData().map(({ json }) => json as unknown as Partial<Row>);
	const holds = takeUp(rows, Date.now(), { limit, holdMinutes, mapping });
	const taken = holds.reduce((sum, hold) => sum + hold.rows, 0);
	return [
		holds.map((hold) => ({
			json: { ...hold, holdMinutes, isPortionFull: taken >= limit } as unknown as IDataObject,
			pairedItem: rows.map((_, item) => ({ item })),
		})),
	];
}
