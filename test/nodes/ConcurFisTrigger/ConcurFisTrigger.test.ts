import { inspect } from 'node:util';
import type { INodeExecutionData } from 'n8n-workflow';
import { ConcurFisTrigger } from '../../../nodes/ConcurFisTrigger/ConcurFisTrigger.node';
import { startCompany, type Company } from '../../concur/company';
import { pollContext, type NodeSetup } from '../../helpers/engine';

jest.mock('n8n-workflow', () => ({ ...jest.requireActual<object>('n8n-workflow'), sleep: async () => undefined }));

let company: Company;
const trigger = new ConcurFisTrigger();
const everyPoll = { options: { repeatAfterMinutes: 0 } };

beforeEach(async () => (company = await startCompany()));
afterEach(async () => await company.stop());

async function poll(
	parameters: NodeSetup['parameters'] = everyPoll,
	more: Partial<NodeSetup> = {},
): Promise<INodeExecutionData[]> {
	const context = pollContext(company.node(trigger, parameters, more));
	return (await trigger.poll.call(context))?.[0] ?? [];
}

const failure = async (...given: Parameters<typeof poll>) =>
	(await poll(...given).catch((thrown: Error) => thrown)) as Error & { failure?: unknown; description?: string };
const idsOf = (items: INodeExecutionData[]) => items.map(({ json }) => json.docId);

describe('a poll', () => {
	it('gives one item for each ready document, in the shape the other nodes read', async () => {
		const [docId] = await company.ready(1);
		const [item] = await poll();
		expect(item?.json).toMatchObject({
			docId,
			docType: 'expense',
			docStatus: 'READY',
			companyId: '192544',
			entityId: 'p1',
			systemId: '',
		});
		expect(item?.json.document).toMatchObject({ report: { reportId: 'R0' } });
	});

	it('gives nothing when nothing is ready, with one request for each type', async () => {
		await poll();
		await company.control('POST', '/counters/reset');
		expect(await poll()).toEqual([]);
		expect(await company.requests('transactions')).toBe(2);
	});

	it('gives the facts alone where the document is not wanted', async () => {
		const [docId] = await company.ready(1);
		const [item] = await poll({ options: { repeatAfterMinutes: 0, withoutDocument: true } });
		expect(item?.json).toMatchObject({ docId, docType: 'expense', companyId: '192544', facts: { reportId: 'R0' } });
		expect(item?.json).not.toHaveProperty('document');
	});

	it('gives nothing while another poll of the same trigger reads the queue', async () => {
		await company.ready(1);
		await company.control('POST', '/faults', { system: 'concur', kind: 'slow', ms: 500, path: 'transactions' });
		const context = () => pollContext(company.node(trigger, everyPoll));
		const outputs = await Promise.all([trigger.poll.call(context()), trigger.poll.call(context())]);
		expect(outputs.map((items) => items?.[0]?.length ?? null)).toEqual([1, null]);
		expect(await poll()).toHaveLength(1);
	});

	it('writes nothing to Concur', async () => {
		const [docId] = await company.ready(1);
		await poll();
		expect(await company.statusOf(docId ?? '')).toBe('READY');
		expect(await company.requests('POST /financialintegration')).toBe(0);
	});

	it('reads several types, oldest first over all of them, up to the limit', async () => {
		const [oldest, middle, newest] = await company.ready(3);
		const [advance] = await company.ready(1, 'cashadvance');
		expect(idsOf(await poll({ ...everyPoll, documentsPerPoll: 3 }))).toEqual([oldest, advance, middle]);
		expect(idsOf(await poll())).toContain(newest);
	});

	it('takes 1,000 ready documents with 40 requests', async () => {
		await company.ready(1000);
		await poll();
		await company.control('POST', '/counters/reset');
		expect(await poll({ ...everyPoll, docTypes: ['expense'], documentsPerPoll: 1000 })).toHaveLength(1000);
		expect(await company.requests('transactions')).toBe(40);
	});

	it.each(['textDocument', 'oldEnvelope'])('reads %s', async (kind) => {
		const ids = await company.ready(30);
		await company.control('POST', '/faults', { system: 'concur', kind, times: 0 });
		const items = await poll();
		expect(idsOf(items)).toEqual(ids);
		expect(items[0]?.json.document).toHaveProperty('report');
	});

	it('loses no document that arrives or leaves while the pages are read', async () => {
		const before = await company.ready(60);
		await poll({ docTypes: ['invoice'] });
		await company.control('POST', '/latency', { ms: 60 });
		const reading = poll({ ...everyPoll, docTypes: ['expense'] });
		const acknowledged = before.slice(0, 30);
		await new Promise((resolve) => setTimeout(resolve, 90));
		await Promise.all(
			acknowledged.map(
				async (docId) => await company.control('POST', `/documents/${docId}/status`, { status: 'ACKNOWLEDGED', force: true }),
			),
		);
		const arrived = await company.ready(5);
		const first = idsOf(await reading);
		const second = idsOf(await poll({ ...everyPoll, docTypes: ['expense'] }));
		expect(new Set(first).size).toBe(first.length);
		for (const docId of [...before.slice(30), ...arrived]) expect([...first, ...second]).toContain(docId);
	});

	it('keeps to the filters, and leaves the others ready', async () => {
		await company.ready(3);
		const goLiveDate = '2026-01-03T00:00:00.000Z';
		expect(await poll({ ...everyPoll, filters: { goLiveDate } })).toHaveLength(1);
		expect(await poll({ ...everyPoll, filters: { ledgers: 'OTHER' } })).toHaveLength(0);
		expect(await poll()).toHaveLength(3);
	});

	it('asks only for its own external system', async () => {
		await company.ready(1, 'expense', { erpSystemId: 'B1-A' });
		await company.ready(1, 'expense', { erpSystemId: 'B1-B' });
		expect((await poll({ ...everyPoll, systemId: 'B1-B' })).map(({ json }) => json.systemId)).toEqual(['B1-B']);
	});

	it('renews an expired token in the middle of its pages', async () => {
		await company.ready(60);
		await poll({ docTypes: ['invoice'] });
		await company.control('POST', '/faults', { system: 'concur', kind: 'unauthorized', path: 'page=1' });
		expect(await poll(everyPoll)).toHaveLength(60);
	});
});

describe('documents that stay ready', () => {
	it('are not given out again at once, so that each starts one execution', async () => {
		await company.ready(2);
		expect(await poll({})).toHaveLength(2);
		expect(await poll({})).toHaveLength(0);
	});

	it('make room for others when they fill the limit of a poll', async () => {
		const ids = await company.ready(3);
		const polls = [await poll({ documentsPerPoll: 2 }), await poll({ documentsPerPoll: 2 })];
		expect(polls.map(idsOf)).toEqual([ids.slice(0, 2), ids.slice(2)]);
	});

	it('are all given out again after a restart', async () => {
		await company.ready(2);
		await poll({});
		const restarted = await freshTrigger();
		const context = pollContext(company.node(restarted, {}));
		expect((await restarted.poll.call(context))?.[0]).toHaveLength(2);
	});
});

/** The trigger as another process has it: without this one's memory. */
async function freshTrigger(): Promise<ConcurFisTrigger> {
	let fresh: ConcurFisTrigger | undefined;
	await jest.isolateModulesAsync(async () => {
		const loaded = await import('../../../nodes/ConcurFisTrigger/ConcurFisTrigger.node');
		fresh = new loaded.ConcurFisTrigger();
	});
	return fresh as ConcurFisTrigger;
}

describe('failures', () => {
	it('of one type do not hold up the others', async () => {
		const [docId] = await company.ready(1);
		await company.control('POST', '/faults', { system: 'concur', kind: 'status', status: 500, path: 'cashadvance', times: 0 });
		expect(idsOf(await poll())).toEqual([docId]);
	});

	it('of one document do not hold up the others: a date nested as deep as JavaScript does not write', async () => {
		const deep = `${'['.repeat(20_000)}1${']'.repeat(20_000)}`;
		const document = `{"report":{"reportId":"R","reportPaymentProcessingDate":${deep}},"expenseEntry":[]}`;
		const ids = [...(await company.ready(2)), ...(await company.ready(1, 'expense', { document }))];
		expect(idsOf(await poll()).sort()).toEqual(ids.sort());
	});

	it('are not silent when there is nothing else to give', async () => {
		await company.control('POST', '/faults', { system: 'concur', kind: 'status', status: 500, path: 'cashadvance', times: 0 });
		expect(await failure()).toMatchObject({ failure: { cause: 'temporarily-unavailable' } });
	});

	it.each([
		[
			{ kind: 'rateLimited', retryAfter: 1000 },
			{ cause: 'rate-limited', retryAfterMs: 1_000_000 },
		],
		[{ kind: 'html503' }, { cause: 'temporarily-unavailable' }],
		[{ kind: 'status', status: 403, body: { message: 'no scope' } }, { cause: 'credential-invalid' }],
		[{ kind: 'status', status: 404 }, { cause: 'configuration-invalid' }],
	])('tell n8n their cause: %j', async (fault, cause) => {
		await company.control('POST', '/faults', { system: 'concur', times: 0, path: 'financialintegration', ...fault });
		expect((await failure()).failure).toMatchObject(cause);
	});

	it.each([['html502'], ['drop'], ['empty500'], ['slow']])('that pass are not even seen: %s', async (kind) => {
		const ids = await company.ready(2);
		await company.control('POST', '/faults', { system: 'concur', path: 'financialintegration', kind, ms: 50 });
		expect(idsOf(await poll())).toEqual(ids);
	});

	it('show no secret, however deep one looks', async () => {
		await poll();
		const { accessToken, storedRefreshToken } = company.store.dataOf('concur') as Record<string, string>;
		for (const fault of [{ kind: 'drop' }, { kind: 'status', status: 403 }, { kind: 'unauthorized' }]) {
			await company.control('DELETE', '/faults');
			await company.control('POST', '/faults', { system: 'concur', path: 'financialintegration', times: 0, ...fault });
			const text = inspect(await failure(), { depth: 20, showHidden: true });
			for (const secret of [accessToken, storedRefreshToken, 'sandbox-secret', 'sandbox-request-token'])
				expect(text).not.toContain(secret);
		}
	});
});

describe('a test in the editor', () => {
	const manual = { mode: 'manual' as const };

	it('gives the oldest ready document, again and again', async () => {
		const [oldest] = await company.ready(3);
		expect(idsOf(await poll({}, manual))).toEqual([oldest]);
		expect(idsOf(await poll({}, manual))).toEqual([oldest]);
		expect(await poll({})).toHaveLength(3);
	});

	it('explains an empty queue', async () => {
		const error = await failure({}, manual);
		expect(error.message).toBe('No expense or cashadvance document is ready in Concur');
		expect(error.description).toContain('final approval');
	});

	it('says which filter left the ready documents out', async () => {
		await company.ready(2);
		const { description } = await failure({ filters: { ledgers: 'OTHER' } }, manual);
		expect(description).toContain('2 by Ledgers');
	});
});
