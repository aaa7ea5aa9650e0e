import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { readAdminInfo, ServiceLayerError } from '../../../shared/business-one';
import type { Operation, OperationContext } from '../operation';
import { checkExpectedCompany, expectedCompanyOption } from '../sharedOptions';

/** Whether B1 can be used now: one authenticated read for all items, before anything is begun that B1 is needed for. */
export const check: Operation = {
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
		checkExpectedCompany(context, context.getNodeParameter('options', 0, {}) as IDataObject, run.company.companyDb);
		const company = await connection(run);
		const items: INodeExecutionData[] = context.getInputData().map((item, itemIndex) => ({
			...item,
			json: { ...item.json, company },
			pairedItem: { item: itemIndex },
		}));
		return company.outcome === 'available' ? [items, []] : [[], items];
	},
};

/** Trouble that a person has to end: another try with the same credential would fail again. */
const REFUSED = ['session', 'permission'];

async function connection({ serviceLayer, company: { companyDb } }: OperationContext): Promise<IDataObject> {
	const answer = await readAdminInfo(serviceLayer).catch((error: unknown) => error);
	if (!(answer instanceof Error))
		return { outcome: 'available', companyDb, message: `B1 answers for ${companyDb}`, errorClass: null };
	if (!(answer instanceof ServiceLayerError)) throw answer;
	const { errorClass, message, advice } = answer;
	return { outcome: REFUSED.includes(errorClass) ? 'refused' : 'tryLater', companyDb, message, errorClass, advice };
}
