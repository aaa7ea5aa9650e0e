import type { INodeExecutionData, INodeType, INodeTypeDescription, IPollFunctions } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { docTypeOptions } from '../shared/n8n/docTypes';
import { fields } from './fields';
import { poll } from './poll';

export class ConcurFisTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Concur FIS Trigger',
		name: 'concurFisTrigger',
		icon: { light: 'file:concurFisTrigger.svg', dark: 'file:concurFisTrigger.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["docTypes"].join(", ") }}',
		description: 'Starts the workflow for financial documents that are ready in SAP Concur',
		defaults: { name: 'Concur FIS Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'concurFisApi', required: true }],
		polling: true,
		properties: [
			{
				displayName:
					'A document stays ready until it is acknowledged. Acknowledge it at once, with FIS Acknowledge/Confirm, after noting it where you keep track: until then a person can recall it in Concur.',
				name: 'acknowledgeNotice',
				type: 'notice',
				default: '',
			},
			{
				displayName: 'Document Types',
				name: 'docTypes',
				type: 'multiOptions',
				options: docTypeOptions(),
				default: ['expense', 'cashadvance'],
				required: true,
				description: 'Each type is read with requests of its own; one that fails does not hold up the others',
			},
			...fields,
		],
	};

	/** See `poll`. */
	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await poll.call(this);
	}
}
