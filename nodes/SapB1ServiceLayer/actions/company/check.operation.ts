import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { readAdminInfo, ServiceLayerError } from '../../../shared/business-one';
import { toNodeError } from '../../../shared/n8n/nodeError';
import { failedOn, type FailureRoute } from '../failures';
import type { Operation, OperationContext } from '../operation';
import { checkExpectedCompany, expectedCompanyOption } from '../sharedOptions';

const failures: FailureRoute = { outputs: 2, output: 1, block: 'company', outcome: 'refused' };

/** Whether B1 can be used now: one authenticated read for all items, before anything is begun that B1 is needed for. */
export const check: Operation = {
	failures,
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
		const outputs: INodeExecutionData[][] = [[], []];
		const company = await connection(run);
		const output = outputs[company.outcome === 'available' ? 0 : 1]!;
		for (const [itemIndex, item] of context.getInputData().entries()) {
			try {
				const options = context.getNodeParameter('options', itemIndex, {}) as IDataObject;
				checkExpectedCompany(context, options, run.company.companyDb, itemIndex);
				output.push({ ...item, json: { ...item.json, company }, pairedItem: { item: itemIndex } });
			} catch (error) {
				if (!context.continueOnFail()) throw toNodeError(context.getNode(), error, itemIndex);
				outputs[failures.output]!.push(failedOn(context, failures, itemIndex, error));
			}
		}
		return outputs;
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
