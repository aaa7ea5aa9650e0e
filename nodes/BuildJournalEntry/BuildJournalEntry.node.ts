import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { operationsWithoutB1, outputs, properties, router } from './actions/router';
import { listSearch } from './methods';

export class BuildJournalEntry implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Build Journal Entry',
		name: 'buildJournalEntry',
		icon: { light: 'file:buildJournalEntry.svg', dark: 'file:buildJournalEntry.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ { exportProfile: "export profile", exportRows: "export rows", listLines: "list lines", makeSheet: "make sheet" }[$parameter["operation"]] || "from a Concur document" }}',
		description:
			'Turn an SAP Concur document into a balanced journal entry for SAP Business One, or say what keeps it from being posted',
		defaults: { name: 'Build Journal Entry' },
		inputs: [NodeConnectionTypes.Main],
		outputs,
		usableAsTool: true,
		credentials: [
			{
				name: 'sapB1ServiceLayerApi',
				required: false,
				// `hide`, because a switch named under `show` is taken by n8n 1.123 for the choice of a log-in and left out of the form.
				displayOptions: {
					hide: { checkMasterData: [false], operation: operationsWithoutB1 },
				},
			},
		],
		properties,
	};

	methods = { listSearch };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await router.call(this);
	}
}
