import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { outputs, resourceProperties } from './actions/resources';
import { router } from './actions/router';
import { listSearch } from './methods/listSearch';

export class SapB1ServiceLayer implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'SAP B1 Service Layer',
		name: 'sapB1ServiceLayer',
		icon: { light: 'file:sapB1ServiceLayer.svg', dark: 'file:sapB1ServiceLayer.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Post journal entries exactly once and read master data in SAP Business One',
		defaults: { name: 'SAP B1 Service Layer' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs,
		credentials: [{ name: 'sapB1ServiceLayerApi', required: true }],
		properties: [
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: 'Account', value: 'account' },
					{ name: 'Attachment', value: 'attachment' },
					{ name: 'Business Partner', value: 'businessPartner' },
					{ name: 'Company', value: 'company' },
					{ name: 'Cost Center', value: 'costCenter' },
					{ name: 'Currency', value: 'currency' },
					{ name: 'Custom', value: 'custom' },
					{ name: 'Dimension', value: 'dimension' },
					{ name: 'Distribution Rule', value: 'distributionRule' },
					{ name: 'Employee', value: 'employee' },
					{ name: 'Fund', value: 'funds' },
					{ name: 'Journal Entry', value: 'journalEntry' },
					{ name: 'Journal Voucher', value: 'journalVoucher' },
					{ name: 'Outgoing Payment', value: 'outgoingPayment' },
					{ name: 'Project', value: 'project' },
					{ name: 'Tax Group', value: 'taxGroup' },
				],
				default: 'journalEntry',
			},
			...resourceProperties,
		],
	};

	methods = { listSearch };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await router.call(this);
	}
}
