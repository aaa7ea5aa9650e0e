import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { collectWork } from '../../work';

export { inputFields as description, options } from './build.properties';

export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	collectWork(this);
	return [[], [], []];
}
