import { acknowledge, get, run, item, acknowledged, fault, only, block, company, type Setup } from './harness';

jest.mock('n8n-workflow', () => ({ ...jest.requireActual<object>('n8n-workflow'), sleep: async () => undefined }));

describe('Acknowledge', () => {
	it('acknowledges, passes the items on with their json, and pairs them', async () => {
		const ids = await company.ready(2);
		const outputs = await run(
			acknowledge,
			ids.map((docId) => item(docId, { kept: true })),
		);
		expect(only(outputs)).toEqual([2, 0, 0]);
		expect(outputs[0]?.[1]).toMatchObject({
			pairedItem: { item: 1 },
			json: { docId: ids[1], kept: true, acknowledgement: { outcome: 'done', sent: true, code: 0 } },
		});
		expect(await company.statusOf(ids[0] ?? '')).toBe('ACKNOWLEDGED');
	});

	it('groups by document type, in as few requests as there are types', async () => {
		const [expense] = await company.ready(1);
		const [advance] = await company.ready(1, 'cashadvance');
		await run(get, [item(expense ?? '')]);
		await company.control('POST', '/counters/reset');
		const outputs = await run(acknowledge, [
			item(expense ?? ''),
			{ docId: advance ?? '', docType: 'cashadvance' },
			item(expense ?? ''),
		]);
		expect(only(outputs)).toEqual([3, 0, 0]);
		expect(await company.requests('acknowledgements')).toBe(2);
	});

	it.each([
		[99, 'otherSystem', 2],
		[101, 'foreign', 2],
		[102, 'recalled', 1],
		[103, 'notReady', 2],
		[104, 'unknown', 2],
		[105, 'wrongType', 2],
		[114, 'tryLater', 2],
		[198, 'stopped', 2],
		[199, 'tryLater', 2],
		[777, 'stopped', 2],
	])('code %d is %s and leaves by output %d', async (code, outcome, output) => {
		const [docId, other] = await company.ready(2);
		await fault({ kind: 'serviceCode', code, docId, path: 'acknowledgements', times: 0 });
		const outputs = await run(acknowledge, [item(docId ?? ''), item(other ?? '')]);
		expect(outputs[output]?.[0]?.json).toMatchObject({ docId, acknowledgement: { outcome, code, acknowledgedAt: null } });
		expect(outputs[0]?.at(-1)?.json).toMatchObject({ docId: other, acknowledgement: { outcome: 'done' } });
	});

	it('does not take an answer that leaves a document out for its success', async () => {
		const [docId, other] = await company.ready(2);
		await fault({ kind: 'missingReply', docId, path: 'acknowledgements' });
		const outputs = await run(acknowledge, [item(docId ?? ''), item(other ?? '')]);
		expect(outputs[2]?.[0]?.json).toMatchObject({ docId, acknowledgement: { outcome: 'noAnswer', code: null } });
		expect(only(outputs)).toEqual([1, 0, 1]);
	});

	it.each(['commitThenDrop', 'commitThen500'])('finds its own acknowledgement again after a lost reply (%s)', async (kind) => {
		const ids = await company.ready(2);
		await run(get, [item(ids[0] ?? '')]);
		await fault({ kind, path: 'acknowledgements' });
		const outputs = await run(
			acknowledge,
			ids.map((docId) => item(docId)),
		);
		expect(only(outputs)).toEqual([2, 0, 0]);
		expect(block(outputs, 'acknowledgement').map(({ outcome }) => outcome)).toEqual(['alreadyDone', 'alreadyDone']);
	});

	it('knows an acknowledgement of an earlier run by its system id', async () => {
		const [docId] = await acknowledged();
		expect(block(await run(acknowledge, [item(docId ?? '')]), 'acknowledgement')[0]).toMatchObject({
			outcome: 'alreadyDone',
			code: 101,
		});
	});

	it('alerts where nothing tells ours from somebody else, unless our table knows the document', async () => {
		const [docId] = await company.ready(1);
		const nameless: Setup = { ...acknowledge, systemId: '' };
		await run(nameless, [item(docId ?? '')]);
		expect(only(await run(nameless, [item(docId ?? '')]))).toEqual([0, 0, 1]);
		const known: Setup = { ...nameless, ifAcknowledged: '={{ $json.receivedBefore ? "ours" : "lookUp" }}' };
		expect(only(await run(known, [item(docId ?? '', { receivedBefore: true })]))).toEqual([1, 0, 0]);
		expect(only(await run(known, [item(docId ?? '', { receivedBefore: false })]))).toEqual([0, 0, 1]);
	});

	it('lets a recalled document leave by Recalled', async () => {
		const [docId] = await company.ready(1);
		await company.control('POST', `/documents/${docId}/status`, { status: 'RECALLED' });
		expect(only(await run(acknowledge, [item(docId ?? '')]))).toEqual([0, 1, 0]);
	});

	it('renews an expired token in mid-batch, once, and acknowledges everything', async () => {
		const ids = await company.ready(60);
		await run(get, [item(ids[0] ?? '')]);
		await fault({ kind: 'unauthorized', path: 'acknowledgements', nth: 2 });
		await company.control('POST', '/counters/reset');
		const outputs = await run(
			acknowledge,
			ids.map((docId) => item(docId)),
		);
		expect(only(outputs)).toEqual([60, 0, 0]);
		expect(await company.control('GET', '/counters')).toMatchObject({ tokensIssued: 1 });
	});

	it('goes on when the company moves to another data center in mid-batch', async () => {
		const ids = await company.ready(50);
		await run(get, [item(ids[0] ?? '')]);
		await company.control('POST', '/concur', { dataCenter: 'other' });
		await company.control('POST', '/tokens/expire');
		expect(
			only(
				await run(
					acknowledge,
					ids.map((docId) => item(docId)),
				),
			),
		).toEqual([50, 0, 0]);
		expect(company.store.dataOf('concur').geolocation).toBe(company.sandbox.otherDataCenterUrl);
	});

	it('leaves what Concur cannot serve right now for later', async () => {
		const [docId] = await company.ready(1);
		await fault({ kind: 'html503', path: 'acknowledgements', times: 0 });
		expect(block(await run(acknowledge, [item(docId ?? '')]), 'acknowledgement')[0]).toMatchObject({ outcome: 'tryLater' });
	});

	it('sends nothing in read-only mode, and says so', async () => {
		const [docId] = await company.ready(1);
		const outputs = await run({ ...acknowledge, options: { readOnly: true } }, [item(docId ?? '')]);
		expect(outputs[0]?.[0]?.json.acknowledgement).toMatchObject({ outcome: 'done', sent: false, acknowledgedAt: null });
		expect(await company.statusOf(docId ?? '')).toBe('READY');
	});
});
