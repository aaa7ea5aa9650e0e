import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { updateDisplayOptions } from 'n8n-workflow';
import { FisError } from '../../../shared/concur/errors';
import { fisFor } from '../../../shared/n8n/fisClient';
import { toNodeError } from '../../../shared/n8n/nodeError';
import { judgeConcur, readConcur } from '../../../shared/readiness';

/** Document types of the posting workflow. */
const TYPES = ['expense', 'cashadvance', 'invoice'];
/** Longest time that one document type may take. */
const BUDGET_MS = 60_000;

const properties: INodeProperties[] = [
	{
		displayName:
			'Reads the first page of expense reports, cash advances and invoices that are ready in Concur, and says by one row for each check whether the app, the token and the data center are right and what the mapping should know. Nothing is acknowledged.',
		name: 'readinessNotice',
		type: 'notice',
		default: '',
	},
];

export const description = updateDisplayOptions({ show: { resource: ['document'], operation: ['checkReadiness'] } }, properties);

/** A row for each check; what Concur refuses is one of them. Throws NodeApiError for a fault of the node only. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const isRefused = (error: Error) => error instanceof FisError && error.kind !== 'temporary';
	try {
		const reads = await readConcur(fisFor(this, { budgetMs: BUDGET_MS }) as never, TYPES, isRefused);
		const { findings } = judgeConcur(reads, null);
		return [findings.map((found) => ({ json: { ...found } as unknown as IDataObject, pairedItem: { item: 0 } }))];
	} catch (error) {
		throw toNodeError(this.getNode(), error);
	}
}
