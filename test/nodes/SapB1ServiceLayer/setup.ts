import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { SapB1ServiceLayerApi } from '../../../credentials/SapB1ServiceLayerApi.credentials';
import { SapB1ServiceLayer } from '../../../nodes/SapB1ServiceLayer/SapB1ServiceLayer.node';
import type { Sandbox } from '../../../sandbox';
import { CredentialStore, loadOptionsContext, runNodeOn, type NodeSetup } from '../../helpers/engine';

export const node = new SapB1ServiceLayer();

/** A credential for the sandbox's company, as a person enters it. */
export function sandboxCredential(sandbox: Sandbox, changes: IDataObject = {}): CredentialStore {
	const { companyDb, userName, password } = sandbox.businessOne;
	const data = { serverUrl: sandbox.url, companyDb, userName, password, apiVersion: 'v2', ...changes };
	return new CredentialStore([{ id: 'b1', name: 'B1', type: new SapB1ServiceLayerApi(), data: data as never }]);
}

export function setupOf(credentials: CredentialStore, parameters: IDataObject, more: Partial<NodeSetup> = {}): NodeSetup {
	return { nodeType: node, credentials, credentialIds: { sapB1ServiceLayerApi: 'b1' }, parameters: parameters as never, ...more };
}

/** Runs the node over items of json and gives their json per output. */
export async function run(setup: NodeSetup, json: IDataObject[] = [{}]): Promise<IDataObject[][]> {
	const outputs = await runItems(
		setup,
		json.map((data) => ({ json: data })),
	);
	return outputs.map((items) => items.map((item) => item.json));
}

export async function runItems(setup: NodeSetup, items: INodeExecutionData[]): Promise<INodeExecutionData[][]> {
	return await runNodeOn(setup, items);
}

/** What a picker shows for a search text. */
export async function pick(credentials: CredentialStore, method: string, filter?: string, paginationToken?: string) {
	const search = node.methods.listSearch[method];
	if (!search) throw new Error(`No picker ${method}`);
	return await search.call(loadOptionsContext(setupOf(credentials, {})), filter, paginationToken);
}

let documents = 0;

/** An item as the Build node gives it; every call makes another document. */
export function builtItem(changes: IDataObject = {}): IDataObject {
	documents += 1;
	const amount = 100 + documents / 100;
	return {
		docId: `DOC${documents}`,
		postingKey: `412077:DOC${documents}`,
		contentHash: documents.toString(16).padStart(64, 'a'),
		reportId: `REPORT${documents}`,
		journalEntry: {
			ReferenceDate: '2026-11-24',
			Reference: `R-${documents}`,
			Memo: `Report ${documents}`,
			JournalEntryLines: [
				{ AccountCode: '611000', Debit: amount, LineMemo: 'Taxi' },
				{ ShortName: 'CBCP', Credit: amount, LineMemo: 'Card' },
			],
		},
		...changes,
	};
}
