import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { updateDisplayOptions } from 'n8n-workflow';
import { collect } from '../../../shared/audit';
import type { Outputs } from '../../../shared/n8n/outputs';
import { sameForRun } from '../../../shared/n8n/readers';
import { rowsAmong } from './items';

const properties: INodeProperties[] = [
	{
		displayName:
			'Give this node the rows of the Data Table whose trail holds lines. Output Lines has the lines for the log, the daily line last; output Rows has the trails that stay in the rows once the lines are written.',
		name: 'collectNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Number of the Last Daily Line',
		name: 'lastNumber',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		placeholder: "e.g. {{ $('Get last daily line').first().json.number ?? 0 }}",
		description: 'Of the log, 0 before the first',
	},
	{
		displayName: 'Hash of the Last Daily Line',
		name: 'lastHash',
		type: 'string',
		default: '',
		placeholder: "e.g. {{ $('Get last daily line').first().json.hash }}",
		description: 'Of the log, empty before the first',
	},
];

export const description = updateDisplayOptions({ show: { resource: ['audit'], operation: ['collect'] } }, properties);

export const outputs: Outputs = ['Lines', 'Rows'];

/** Lines for the log, and the trails that stay; nothing where no row has lines. See `collect`. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const number = Number(sameForRun(this, 'lastNumber', 'Number of the Last Daily Line'));
	const hash = String(sameForRun(this, 'lastHash', 'Hash of the Last Daily Line') ?? '');
	const { lines, rows } = collect(rowsAmong(this), { number, hash }, new Date().toISOString());
	const pairedItem = this.getInputData().map((_, item) => ({ item }));
	const itemsOf = (list: object[]) => list.map((json) => ({ json: json as IDataObject, pairedItem }));
	return [itemsOf(lines), itemsOf(rows)];
}
