import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { FisAcknowledgeConfirm } from '../../../nodes/FisAcknowledgeConfirm/FisAcknowledgeConfirm.node';
import { startCompany, type Company } from '../../concur/company';
import { runNode, type NodeSetup } from '../../helpers/engine';

/** The company of the running test. */
export let company: Company;
export const node = new FisAcknowledgeConfirm();

beforeEach(async () => (company = await startCompany()));
afterEach(async () => await company.stop());

export type Setup = NodeSetup['parameters'];
export const acknowledge: Setup = { resource: 'document', operation: 'acknowledge', systemId: 'B1' };
export const confirm: Setup = { resource: 'posting', operation: 'confirm', systemId: 'B1' };
export const get: Setup = { resource: 'document', operation: 'get' };

export const run = async (parameters: Setup, items: IDataObject[], more: Partial<NodeSetup> = {}) =>
	await runNode(company.node(node, parameters, more), items);
export const item = (docId: string, more: IDataObject = {}): IDataObject => ({ docId, docType: 'expense', ...more });
export const posted = {
	posting: { outcome: 'posted', jdtNum: 77, number: 1001, postingDate: '2026-03-31', fiscalYear: '2026', companyDb: 'SBODEMO' },
};
export const uncertain = { posting: { outcome: 'uncertain' } };
export const review = {
	review: { answer: 'confirmError', reasons: [{ code: 'missing-account', message: 'Entry 1 has no account.' }] },
};
export const acknowledged = async (count = 1, docType = 'expense') => {
	const ids = await company.ready(count, docType);
	await run(
		acknowledge,
		ids.map((docId) => ({ docId, docType })),
	);
	return ids;
};
export const fault = async (rule: IDataObject) => await company.control('POST', '/faults', { system: 'concur', ...rule });
export const only = (outputs: INodeExecutionData[][]) => outputs.map((output) => output.length);
export const block = (outputs: INodeExecutionData[][], name: string) =>
	outputs.flat().map(({ json }) => json[name] as IDataObject);
export const failure = async (...given: Parameters<typeof run>) =>
	(await run(...given).catch((thrown: Error) => thrown)) as Error & { description?: string };
interface Stored {
	docId: string;
	postingConfirmation: IDataObject;
	paymentConfirmation: IDataObject;
	paymentConfirmations: IDataObject[];
}
export const stored = async (docId: string) =>
	(await company.control<Stored[]>('GET', '/documents')).find((one) => one.docId === docId) as Stored;
