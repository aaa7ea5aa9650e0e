import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { updateDisplayOptions } from 'n8n-workflow';
import { refusedParameter } from '../../../shared/n8n/checkedParameters';
import { perItem } from '../../../shared/n8n/perItem';
import { reconciliationCsv, reconciliationPage, type Reconciliation } from '../../../shared/reconciliation';

const properties: INodeProperties[] = [
	{
		displayName: 'Reconciliation',
		name: 'reconciliation',
		type: 'json',
		default: '={{ $json.reconciliation }}',
		required: true,
		hint: 'Comes from output Summary of Journal Entry > Reconcile',
		description: 'The period that was compared',
	},
];

export const description = updateDisplayOptions({ show: { resource: ['reconciliation'], operation: ['render'] } }, properties);

function parsed(value: unknown): unknown {
	if (typeof value !== 'string') return value;
	try {
		return JSON.parse(value) as unknown;
	} catch {
		return null;
	}
}

function isReconciliation(value: unknown): value is Reconciliation {
	const { counts, differences, totals, openAccounts } = (typeof value === 'object' && value !== null ? value : {}) as Partial<
		Record<keyof Reconciliation, unknown>
	>;
	return [differences, totals, openAccounts].every(Array.isArray) && typeof counts === 'object';
}

/** The page and the CSV of each reconciliation. Throws NodeOperationError for what is none. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const madeAt = `${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC`;
	const items = await perItem(this, async (itemIndex) => {
		const result = parsed(this.getNodeParameter('reconciliation', itemIndex));
		if (!isReconciliation(result))
			throw refusedParameter(
				this.getNode(),
				'Reconciliation is no reconciliation',
				'Give what Journal Entry > Reconcile gave under reconciliation.',
				itemIndex,
			);
		const { from, to, companyDb, verdict, agrees } = result;
		const fileName = `reconciliation-${companyDb}-${from.slice(0, 7)}`;
		const subject = `Reconciliation ${from} to ${to}, ${companyDb}: ${agrees ? 'agrees' : 'differences'}`;
		return [{ subject, verdict, agrees, fileName, html: reconciliationPage(result, madeAt), csv: reconciliationCsv(result) }];
	});
	return [items];
}
