import { confirm, get, run, item, review, acknowledged, fault, only, company } from './harness';

jest.mock('n8n-workflow', () => ({ ...jest.requireActual<object>('n8n-workflow'), sleep: async () => undefined }));

describe('Get', () => {
	it('finds a document by its id, whatever its status, and keeps what the item carried', async () => {
		const [docId = ''] = await acknowledged();
		const [done] = await run(get, [item(docId, { row: 7 })]);
		expect(done?.[0]).toMatchObject({
			pairedItem: { item: 0 },
			json: { row: 7, docId, docStatus: 'ACKNOWLEDGED', systemId: 'B1', document: { report: { reportId: 'R0' } } },
		});
	});

	it('finds all documents of a report', async () => {
		const [docId = ''] = await acknowledged();
		await run(confirm, [item(docId, review)]);
		await company.control('POST', `/documents/${docId}/resubmit`, {});
		const [done] = await run({ ...get, findBy: 'reportId', docType: 'expense' }, [{ reportId: 'R0' }]);
		expect(done?.map(({ json }) => json.docStatus)).toEqual(['POSTING_CONFIRMED_FAILURE', 'READY']);
	});

	it('lets recalled ones leave by Recalled and unknown ones by Attention', async () => {
		const [docId = ''] = await company.ready(1);
		await company.control('POST', `/documents/${docId}/status`, { status: 'RECALLED' });
		const outputs = await run(get, [item(docId), item('f'.repeat(32))]);
		expect(only(outputs)).toEqual([0, 1, 1]);
		expect(outputs[2]?.[0]?.json.lookup).toMatchObject({ outcome: 'unknown' });
	});

	it.each([
		[404, 'unknown'],
		[400, 'refused'],
		[403, 'refused'],
		[500, 'tryLater'],
	])('takes HTTP %d for one id as the answer about that document alone', async (status, outcome) => {
		const ids = await acknowledged(5);
		await fault({ kind: 'status', status, path: `docId=${ids[2]}`, times: 0 });
		const outputs = await run(
			get,
			ids.map((docId) => item(docId)),
		);
		expect(only(outputs)).toEqual([4, 0, 1]);
		expect(outputs[2]?.[0]).toMatchObject({
			pairedItem: { item: 2 },
			json: { docId: ids[2], lookup: { outcome, message: expect.stringContaining(`HTTP ${status}`) } },
		});
	});

	it('stops asking when Concur is gone, and leaves every document for later', async () => {
		const ids = await acknowledged(12);
		await fault({ kind: 'drop', path: 'docId=', times: 0 });
		await company.control('POST', '/counters/reset');
		const outputs = await run(
			get,
			ids.map((docId) => item(docId)),
		);
		expect(only(outputs)).toEqual([0, 0, 12]);
		expect(new Set(outputs[2]?.map(({ json }) => (json.lookup as { outcome: string }).outcome))).toEqual(new Set(['tryLater']));
		expect(await company.requests('transactions')).toBeLessThanOrEqual(3 * 4);
	});

	it('does not take a report id for a document id', async () => {
		await company.ready(1);
		expect(only(await run(get, [item('R0')]))).toEqual([0, 0, 1]);
	});
});
