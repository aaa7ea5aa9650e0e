import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IDataObject, INodeType } from 'n8n-workflow';
import { ConcurFisApi } from '../../../credentials/ConcurFisApi.credentials';
import { SapB1ServiceLayerApi } from '../../../credentials/SapB1ServiceLayerApi.credentials';
import { startSandbox } from '../../../sandbox';
import { concurCredential } from '../../concur/company';
import { CredentialStore, pollContext, runNode } from '../../helpers/engine';

/** What each node has added to the item of one document, by the name of the node. */
export type Added = Record<string, IDataObject>;

const SAMPLE = join(__dirname, '..', '..', '..', 'sandbox', 'samples', '01-out-of-pocket.json');

/** Sends one document through the nodes, in the sandbox and as the pipeline does it. */
export async function runThrough(nodes: Record<'trigger' | 'build' | 'fis' | 'businessOne', INodeType>): Promise<Added> {
	const sandbox = await startSandbox({ now: new Date() });
	try {
		const { companyDb, userName, password } = sandbox.businessOne;
		const data = { serverUrl: sandbox.url, companyDb, userName, password, apiVersion: 'v2' };
		const credentials = new CredentialStore([
			{ id: 'b1', name: 'B1', type: new SapB1ServiceLayerApi(), data },
			{ id: 'concur', name: 'Concur', type: new ConcurFisApi(), data: concurCredential(sandbox) },
		]);
		const setup = (nodeType: INodeType, parameters = {}) => ({
			nodeType,
			parameters,
			credentials,
			credentialIds: { sapB1ServiceLayerApi: 'b1', concurFisApi: 'concur' },
		});
		const run = async (nodeType: INodeType, resource: string, operation: string, item: IDataObject) => {
			const [first] = await runNode(setup(nodeType, { resource, operation }), [item]);
			if (!first?.[0]) throw new Error(`${operation}: the document left by another output than the first`);
			return first[0].json;
		};
		await fetch(`${sandbox.url}/control/documents`, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: readFileSync(SAMPLE, 'utf8'),
		});
		await run(nodes.businessOne, 'company', 'setUpPostingRegister', {});
		const polled = await nodes.trigger.poll!.call(pollContext(setup(nodes.trigger)));
		const given = polled![0]![0]!.json;
		const acknowledged = await run(nodes.fis, 'document', 'acknowledge', given);
		const built = await run(nodes.build, 'journalEntry', 'build', acknowledged);
		const posted = await run(nodes.businessOne, 'journalEntry', 'post', built);
		return {
			concurFisTrigger: { ...given, document: partsOf(given.document as IDataObject) },
			fisAcknowledgeConfirm: without(acknowledged, given),
			buildJournalEntry: without(built, acknowledged),
			sapB1ServiceLayer: without(posted, built),
		};
	} finally {
		await sandbox.stop();
	}
}

/** A document is longer than a page: only the names of its parts. */
function partsOf(document: IDataObject): IDataObject {
	return Object.fromEntries(Object.keys(document).map((name) => [name, '…']));
}

function without(item: IDataObject, before: IDataObject): IDataObject {
	return Object.fromEntries(Object.entries(item).filter(([name]) => !(name in before)));
}
