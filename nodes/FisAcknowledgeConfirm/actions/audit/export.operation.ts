import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { updateDisplayOptions } from 'n8n-workflow';
import { exportLines } from '../../../shared/audit';
import { sameForRun } from '../../../shared/n8n/readers';
import { linesAmong } from './items';

const DAY_MS = 24 * 3_600_000;

const properties: INodeProperties[] = [
	{
		displayName:
			'Give this node all lines of the log. It gives one item with the old ones as text, or none where nothing is old enough. Keep the file before the lines are deleted from the table; the daily lines stay there.',
		name: 'exportNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Export After (Days)',
		name: 'exportDays',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 365,
		description: 'How old the daily line must be whose lines are exported',
	},
];

export const description = updateDisplayOptions({ show: { resource: ['audit'], operation: ['export'] } }, properties);

/** The text of what is old enough, with the daily line that it ends with; see `exportLines`. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const days = Number(sameForRun(this, 'exportDays', 'Export After (Days)'));
	const exported = exportLines(linesAmong(this), new Date(Date.now() - days * DAY_MS).toISOString());
	if (exported === undefined) return [[]];
	const fileName = `audit-${exported.from.slice(0, 10)}-to-${exported.to.slice(0, 10)}.jsonl`;
	const pairedItem = this.getInputData().map((_, item) => ({ item }));
	return [[{ json: { fileName, ...exported } as IDataObject, pairedItem }]];
}
