import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { readAdminInfo, ServiceLayerError } from '../../../shared/business-one';
import { toNodeError } from '../../../shared/n8n/nodeError';
import { failedOn, type FailedBlock } from '../failures';
import type { Operation, OperationContext } from '../operation';
import { checkExpectedCompany, expectedCompanyOption } from '../sharedOptions';

const failed: FailedBlock = { block: 'company', outcome: 'refused' };

/** Whether B1 can be used now: one authenticated read for all items, before anything is begun that B1 is needed for. */
export const check: Operation = {
	outputs: { labels: ['Available', 'Not Available'], failed },
	fields: [
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			options: [expectedCompanyOption],
		},
	],
	async execute(run) {
		const { context } = run;
		const [available, notAvailable]: [INodeExecutionData[], INodeExecutionData[]] = [[], []];
		const company = await connection(run);
		const output = company.outcome === 'available' ? available : notAvailable;
		for (const [itemIndex, item] of context.getInputData().entries()) {
			try {
				const options = context.getNodeParameter('options', itemIndex, {}) as IDataObject;
				checkExpectedCompany(context, options, run.company.companyDb, itemIndex);
				output.push({ ...item, json: { ...item.json, company }, pairedItem: { item: itemIndex } });
			} catch (error) {
				if (!context.continueOnFail()) throw toNodeError(context.getNode(), error, itemIndex);
				notAvailable.push(failedOn(context, failed, itemIndex, error));
			}
		}
		return [available, notAvailable];
	},
};

/** Trouble that a person has to end: another try with the same credential would fail again. */
const REFUSED = ['session', 'permission'];

async function connection({ serviceLayer, company: { companyDb } }: OperationContext): Promise<IDataObject> {
	const answer = await readAdminInfo(serviceLayer).catch((error: unknown) => error);
	if (!(answer instanceof Error))
		return { outcome: 'available', companyDb, message: `B1 answers for ${companyDb}`, errorClass: null };
	if (!(answer instanceof ServiceLayerError)) throw answer;
	const { kind: errorClass, message, advice } = answer;
	return { outcome: REFUSED.includes(errorClass) ? 'refused' : 'tryLater', companyDb, message, errorClass, advice };
}
