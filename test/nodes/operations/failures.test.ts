import type { IDataObject } from 'n8n-workflow';
import { BuildJournalEntry } from '../../../nodes/BuildJournalEntry/BuildJournalEntry.node';
import { FisAcknowledgeConfirm } from '../../../nodes/FisAcknowledgeConfirm/FisAcknowledgeConfirm.node';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { startCompany, type Company } from '../../concur/company';
import { runInWorkflow, type NodeSetup } from '../../helpers/engine';
import { builtItem, sandboxCredential, setupOf } from '../SapB1ServiceLayer/setup';

jest.mock('n8n-workflow', () => ({ ...jest.requireActual<object>('n8n-workflow'), sleep: async () => undefined }));

let sandbox: Sandbox;
let company: Company;
beforeAll(async () => {
	[sandbox, company] = [await startSandbox(), await startCompany()];
});
afterAll(async () => {
	await sandbox.stop();
	await company.stop();
});

/** What arrives of one bad item beside a good one, in n8n's own engine. */
async function arriving(setup: NodeSetup, items: IDataObject[]): Promise<IDataObject[]> {
	return (await runInWorkflow(setup, items)).flat().map(({ json }) => json);
}

describe.each(['continueErrorOutput', 'continueRegularOutput'] as const)('a failed item, on error %s', (onError) => {
	it('keeps its document and tells what kind of failure it was', async () => {
		const setup = setupOf(sandboxCredential(sandbox), { resource: 'journalEntry', operation: 'post' }, { onError });
		const outputs = await runInWorkflow(setup, [{ ...builtItem(), docId: 'bad', journalEntry: 'none' }, builtItem()]);
		const items = outputs.flat().map(({ json }) => json);
		const failed = items.find(({ docId }) => docId === 'bad')!;
		expect(failed).toMatchObject({
			error: expect.stringContaining('not an object'),
			message: expect.stringContaining('JournalEntryLines'),
			details: { docId: 'bad', itemIndex: 0, errorClass: 'input' },
		});
		expect(items.filter(({ posting }) => (posting as IDataObject)?.outcome === 'posted')).toHaveLength(1);
		if (onError === 'continueErrorOutput') expect(outputs.at(-1)!.map(({ json }) => json.docId)).toEqual(['bad']);
	});

	it("tells the class of B1's own failure", async () => {
		const parameters = { resource: 'account', operation: 'get', code: { mode: 'id', value: '={{ $json.code }}' } };
		const setup = setupOf(sandboxCredential(sandbox), parameters, { onError });
		const items = await arriving(setup, [{ docId: 'd1', code: '000000' }]);
		expect(items).toMatchObject([
			{ docId: 'd1', error: expect.stringContaining('000000'), details: { errorClass: 'masterData', status: 404, docId: 'd1' } },
		]);
	});

	it('of Build keeps its document', async () => {
		const setup = { nodeType: new BuildJournalEntry(), parameters: { document: '={{ $json.nothing }}' }, onError };
		const items = await arriving(setup, [{ docId: 'd2', docType: 'expense' }]);
		expect(items).toMatchObject([
			{ docId: 'd2', error: expect.any(String), details: { docType: 'expense', errorClass: 'input' } },
		]);
	});

	it('of Acknowledge keeps its document, with the outcome in its block', async () => {
		const parameters = { resource: 'document', operation: 'acknowledge' };
		const setup = company.node(new FisAcknowledgeConfirm(), parameters, { onError });
		const items = await arriving(setup, [{ docId: 'd3', docType: 'holiday' }]);
		expect(items).toMatchObject([{ docId: 'd3', acknowledgement: { outcome: 'refused', errorClass: 'input' } }]);
	});
});
