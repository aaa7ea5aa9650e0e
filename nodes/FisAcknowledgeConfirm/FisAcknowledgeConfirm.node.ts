import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { description, router } from './actions/router';

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
		outputs: `={{ $parameter.resource === "row" ? [{ type: "main" }] : [{ type: "main", displayName: "Done" }, { type: "main", displayName: "Recalled" }, { type: "main", displayName: "Attention" }] }}`,
		credentials: [
			{ name: 'concurFisApi', required: true, displayOptions: { show: { resource: ['document', 'payment', 'posting'] } } },
		],
		properties: [
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: 'Document', value: 'document' },
					{ name: 'Payment', value: 'payment' },
					{ name: 'Posting', value: 'posting' },
					{ name: 'Row', value: 'row' },
				],
				default: 'document',
			},
			{
				displayName: 'Operation',
				name: 'operation',
				type: 'options',
				noDataExpression: true,
				displayOptions: { show: { resource: ['document'] } },
				options: [
					{
						name: 'Acknowledge',
						value: 'acknowledge',
						action: 'Acknowledge a document',
						description: 'Tell Concur that the document was received, so that it leaves the ready queue and cannot be recalled',
					},
					{
						name: 'Get',
						value: 'get',
						action: 'Get a document',
						description: 'Find documents by their ID or report ID, whatever their status',
					},
				],
				default: 'acknowledge',
			},
			{
				displayName: 'Operation',
				name: 'operation',
				type: 'options',
				noDataExpression: true,
				displayOptions: { show: { resource: ['payment'] } },
				options: [
					{
						name: 'Confirm',
						value: 'confirm',
						action: 'Confirm a payment',
						description: 'Report that a document was paid, partly paid, reversed or became obsolete',
					},
				],
				default: 'confirm',
			},
			{
				displayName: 'Operation',
				name: 'operation',
				type: 'options',
				noDataExpression: true,
				displayOptions: { show: { resource: ['posting'] } },
				options: [
					{
						name: 'Confirm',
						value: 'confirm',
						action: 'Confirm a posting',
						description: 'Report that a document was posted, or why it was not',
					},
				],
				default: 'confirm',
			},
			{
				displayName: 'Operation',
				name: 'operation',
				type: 'options',
				noDataExpression: true,
				displayOptions: { show: { resource: ['row'] } },
				options: [
					{
						name: 'Check Table',
						value: 'checkTable',
						action: 'Check the table of rows',
						description: 'See whether the Data Table was made, and say what this n8n lacks where it was not',
					},
					{
						name: 'Decide',
						value: 'decide',
						action: 'Decide a row',
						description: 'Give the row that follows from what a run came to, for the Data Table to write',
					},
					{
						name: 'Take Up',
						value: 'takeUp',
						action: 'Take up rows',
						description: 'Choose which due rows this run works on, and until when it holds them',
					},
					{
						name: 'Tidy',
						value: 'tidy',
						action: 'Tidy the table of rows',
						description: 'Say which closed rows are old enough to be made compact or deleted, and how large the table is',
					},
				],
				default: 'decide',
			},
			...description,
		],
	};

	/** See `router`. */
	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await router.call(this);
	}
}
