import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { NodeOperationError, updateDisplayOptions } from 'n8n-workflow';
import { sameForRun } from '../../../shared/n8n/readers';
import { SAMPLE_SIZE, tidy, type StoredRow } from '../../../shared/row';

const properties: INodeProperties[] = [
	{
		displayName: `Give this node the newest ${SAMPLE_SIZE} rows of the Data Table. It gives one item: until when closed rows are made compact or deleted by the next nodes, how large the table is about, and a warning long before n8n takes no more rows.`,
		name: 'tidyNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Compact After (Days)',
		name: 'compactDays',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 30,
		description:
			'How long a closed row keeps its posting record, reasons and names. Its document, status and entry stay after that.',
	},
	{
		displayName: 'Delete After (Days)',
		name: 'deleteDays',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description:
			'After how many days closed rows are deleted; 0 for never. Payments of a deleted row are not told to Concur any more. Rows of documents that are still ready in Concur, as in Read-Only Mode, always stay.',
	},
	{
		displayName: 'Size Limit (MB)',
		name: 'limitMegabytes',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		description:
			'What this n8n allows for all Data Tables together: N8N_DATA_TABLES_MAX_SIZE_BYTES. When not set, 50 MB in n8n 2.6 and 200 MB in n8n 2.41.',
	},
	{
		displayName: 'Warn at (Percent)',
		name: 'warnPercent',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 100 },
		default: 50,
		description: 'From which part of the limit on the item carries a warning',
	},
];

export const description = updateDisplayOptions({ show: { resource: ['row'], operation: ['tidy'] } }, properties);

/** A number that is at least `least`. Throws NodeOperationError for anything else. */
function numberAt(context: IExecuteFunctions, name: string, least: number): number {
	const label = properties.find((property) => property.name === name)?.displayName ?? name;
	const value = sameForRun(context, name, label);
	const number = typeof value === 'string' && value.trim() === '' ? NaN : Number(value);
	if (Number.isFinite(number) && number >= least) return number;
	throw new NodeOperationError(context.getNode(), `"${String(value)}" is no number from ${least} on in the field ${label}`);
}

/** One item for the table; see `tidy`. A warning is shown as a hint, too. Throws NodeOperationError for settings that are none. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = this.getInputData();
	const settings = {
		compactDays: numberAt(this, 'compactDays', 0),
		deleteDays: numberAt(this, 'deleteDays', 0),
		limitMegabytes: numberAt(this, 'limitMegabytes', 1),
		warnPercent: numberAt(this, 'warnPercent', 1),
	};
	// The Data Table node gives one empty item for an empty table where it always gives one.
	const rows = items.map(({ json }) => json as StoredRow).filter((row) => 'docId' in row);
	const tidying = tidy(rows, Date.now(), settings);
	if (tidying.warning !== '') this.addExecutionHints({ message: tidying.warning, location: 'outputPane', type: 'warning' });
	return [[{ json: { ...tidying } as IDataObject, pairedItem: items.map((_, item) => ({ item })) }]];
}
