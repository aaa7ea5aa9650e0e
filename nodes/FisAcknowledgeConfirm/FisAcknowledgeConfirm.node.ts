import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { description, outputs, router } from './actions/router';

export class FisAcknowledgeConfirm implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'FIS Acknowledge/Confirm',
		name: 'fisAcknowledgeConfirm',
		icon: { light: 'file:fisAcknowledgeConfirm.svg', dark: 'file:fisAcknowledgeConfirm.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Acknowledges financial documents of SAP Concur, confirms their postings and payments, and finds them by ID',
		defaults: { name: 'FIS Acknowledge/Confirm' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs,
		credentials: [
			{
				name: 'concurFisApi',
				required: true,
				displayOptions: { show: { resource: ['document', 'payment', 'posting', 'receipt'] } },
			},
		],
		properties: [
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: 'Alert', value: 'alert' },
					{ name: 'Audit', value: 'audit' },
					{ name: 'Desk', value: 'desk' },
					{ name: 'Document', value: 'document' },
					{ name: 'Payment', value: 'payment' },
					{ name: 'Posting', value: 'posting' },
					{ name: 'Receipt', value: 'receipt' },
					{ name: 'Reconciliation', value: 'reconciliation' },
					{ name: 'Row', value: 'row' },
				],
				default: 'document',
			},
			...description,
		],
	};

	/** See `router`. */
	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await router.call(this);
	}
}
