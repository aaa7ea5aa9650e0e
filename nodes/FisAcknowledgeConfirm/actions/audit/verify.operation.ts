import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { updateDisplayOptions } from 'n8n-workflow';
import { verify } from '../../../shared/audit';
import { linesAmong, rowsAmong } from './items';

const properties: INodeProperties[] = [
	{
		displayName:
			'Give this node all lines of the log, with those of exported files or without, and the rows of the Data Table where their trails are to be checked, too. It gives one item: whether the log is as it was written, and the first line that is not.',
		name: 'verifyNotice',
		type: 'notice',
		default: '',
	},
];

export const description = updateDisplayOptions({ show: { resource: ['audit'], operation: ['verify'] } }, properties);

/** One item with the verdict; a broken log is a hint of the execution, too. See `verify`. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const verified = verify(linesAmong(this), rowsAmong(this));
	if (!verified.intact) this.addExecutionHints({ message: verified.verdict, location: 'outputPane', type: 'warning' });
	const pairedItem = this.getInputData().map((_, item) => ({ item }));
	return [[{ json: { ...verified } as unknown as IDataObject, pairedItem }]];
}
