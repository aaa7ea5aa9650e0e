import type { IDataObject } from 'n8n-workflow';

import { decideAt, heldRow } from '../../row/items';
import { acknowledge, acknowledged, company, confirm, failure, fault, item, only, posted, run, stored } from './harness';

jest.mock('n8n-workflow', () => ({ ...jest.requireActual<object>('n8n-workflow'), sleep: async () => undefined }));

const byRow = { ...acknowledge, ifAcknowledged: "={{ $json.attempts > 1 ? 'ours' : 'lookUp' }}", options: { getDocument: true } };
const row = (docId: string, more: Parameters<typeof heldRow>[0] = {}) => heldRow({ docId, ...more }) as unknown as IDataObject;
const recall = async (docId: string) => await company.control('POST', `/documents/${docId}/status`, { status: 'RECALLED' });

describe('Acknowledge, for rows of a Data Table', () => {
	it('gets the document, and carries the row under its own name', async () => {
		const [docId = ''] = await company.ready(1);
		const outputs = await run(byRow, [row(docId, { id: 3, outcome: 'old' })]);
		expect(only(outputs)).toEqual([1, 0, 0]);
		const { json } = outputs[0]![0]!;
		expect(json).toMatchObject({
			docId,
			docStatus: 'READY',
			row: { id: 3, outcome: 'old' },
			acknowledgement: { outcome: 'done' },
		});
		expect(json.document).toEqual(expect.objectContaining({ report: expect.anything() }));
		expect(json).not.toHaveProperty('dueAt');
	});

	describe('with many to get', () => {
		const gets = async () => {
			await company.control('POST', '/counters/reset');
			return async () => await company.requests('GET');
		};

		it('reads those that are ready page by page, and by id only what is not among them', async () => {
			const docIds = await company.ready(60);
			await recall(docIds[7]!);
			const requests = await gets();
			const outputs = await run(
				byRow,
				docIds.map((docId, at) => row(docId, { id: at + 1 })),
			);
			expect(only(outputs)).toEqual([59, 1, 0]);
			expect(outputs[0]!.map(({ json }) => json.docId)).toEqual(docIds.filter((_, at) => at !== 7));
			expect(outputs[0]!.every(({ json }) => json.document !== undefined && json.docStatus === 'READY')).toBe(true);
			expect(await requests()).toBeLessThanOrEqual(5);
		});

		it('asks by id for what was taken before, and for all where the queue cannot be read', async () => {
			const docIds = await company.ready(30);
			await fault({ kind: 'status', status: 400, path: 'transactions\\?page', times: 0 });
			const requests = await gets();
			const rows = docIds.map((docId, at) => row(docId, { id: at + 1 }));
			expect(only(await run(byRow, rows))).toEqual([30, 0, 0]);
			expect(await requests()).toBe(31);
			const taken = rows.map((one) => ({ ...one, attempts: 2, readyInConcur: false }));
			expect(only(await run(byRow, taken))).toEqual([30, 0, 0]);
			expect(await requests()).toBe(61);
		});
	});

	it('acknowledges nothing twice', async () => {
		const [docId = ''] = await company.ready(1);
		await run(byRow, [row(docId)]);
		await company.control('POST', '/counters/reset');
		const outputs = await run(byRow, [row(docId, { attempts: 2 })]);
		expect(outputs[0]?.[0]?.json.acknowledgement).toMatchObject({ outcome: 'alreadyDone', sent: false });
		expect(await company.requests('acknowledgements')).toBe(0);
	});

	it('does not take the acknowledgement of another row for its own', async () => {
		const [docId = ''] = await company.ready(1);
		await run(byRow, [row(docId)]);
		const outputs = await run(byRow, [row(docId, { id: 8 })]);
		expect(outputs[2]?.[0]?.json.acknowledgement).toMatchObject({ outcome: 'tryLater' });
	});

	it('works on a document that was noted twice by its lower row only', async () => {
		const [docId = ''] = await company.ready(1);
		const outputs = await run(byRow, [row(docId, { id: 9 }), row(docId, { id: 4 })]);
		expect(outputs[0]?.map(({ json }) => (json.row as IDataObject).id)).toEqual([4]);
		expect(outputs[2]?.[0]?.json).toMatchObject({ row: { id: 9 }, acknowledgement: { outcome: 'duplicate' } });
	});

	it.each([404, 500, 400])('lets the others through where Concur answers %d for one', async (status) => {
		const [bad = '', good = ''] = await company.ready(2);
		await fault({ kind: 'status', status, path: `docId=${bad}`, times: 0 });
		const outputs = await run(byRow, [row(bad), row(good)], { onError: 'continueRegularOutput' });
		expect(outputs[0]?.map(({ json }) => json.docId)).toEqual([good]);
		const { acknowledgement } = outputs[2]![0]!.json as { acknowledgement: IDataObject };
		expect(acknowledgement.outcome).toBe(status === 500 ? 'tryLater' : 'refused');
		expect(decideAt(outputs[2]![0]!.json)).toMatchObject({ open: true, reason: acknowledgement.message });
	});

	it('lets what was recalled leave by Recalled, also where only the row knows it', async () => {
		const [recalled = '', told = ''] = await company.ready(2);
		await recall(recalled);
		const outputs = await run(byRow, [row(recalled), row(told, { status: 'recalled', attempts: 2 })]);
		expect(only(outputs)).toEqual([0, 2, 0]);
		expect(outputs[1]?.map(({ json }) => json.docStatus)).toEqual(['RECALLED', 'READY']);
	});

	it('closes a row whose document another open row with a lower id holds, whoever holds that', async () => {
		const [docId = ''] = await company.ready(1);
		const openRows = [{ json: row(docId, { id: 3 }) }, { json: row(docId, { id: 9 }) }] as never;
		const outputs = await run({ ...byRow, openRows }, [row(docId, { id: 9 })]);
		expect(outputs[2]?.[0]?.json.acknowledgement).toMatchObject({ outcome: 'duplicate', sent: false });
		expect(await company.statusOf(docId)).toBe('READY');
		expect(only(await run({ ...byRow, openRows }, [row(docId, { id: 3 })]))).toEqual([1, 0, 0]);
	});

	it('leaves test users, and what the limits name, ready in Concur', async () => {
		const [docId = ''] = await company.ready(1);
		const outputs = await run({ ...byRow, leaveReady: { companies: 'another' } }, [row(docId)]);
		expect(outputs[2]?.[0]?.json.acknowledgement).toMatchObject({
			outcome: 'leftReady',
			sent: false,
			message: expect.stringContaining('Company IDs'),
		});
		expect(await company.statusOf(docId)).toBe('READY');
	});

	const guarded = (guards: IDataObject, more: IDataObject = {}) => ({ ...byRow, mapping: { guards }, ...more }) as never;
	const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
	const rowsOfTable = [{ section: 'Guards', setting: 'Go-Live Date', from: '', to: tomorrow }];

	it.each([
		['fields', guarded({ goLiveDate: `${tomorrow}T00:00:00` }), 'Go-Live Date'],
		['ledgers', guarded({ ledgers: 'ANOTHER, ONE' }), 'Ledgers'],
		['rows', guarded({ goLiveDate: '2001-01-01' }, { mappingRows: rowsOfTable }), 'Go-Live Date'],
		['profile', { ...byRow, mapping: { mappingMode: 'profile', profile: '{"ledgers":["ANOTHER"]}' } } as never, 'Ledgers'],
		['profile of funds', { ...byRow, mapping: { resource: 'funds', profile: '{"ledgers":["ANOTHER"]}' } } as never, 'Ledgers'],
	])('leaves what the %s of the mapping keep out ready in Concur', async (_where, parameters, filter) => {
		const [docId = ''] = await company.ready(1);
		const outputs = await run(parameters, [row(docId)]);
		expect(outputs[2]?.[0]?.json.acknowledgement).toMatchObject({
			outcome: 'leftReady',
			sent: false,
			message: expect.stringContaining(`by ${filter}. Change Leave Ready in this node, or the Guards of its mapping`),
		});
		expect(await company.statusOf(docId)).toBe('READY');
	});

	it('counts days of the zone of the mapping, as the entry does, and no others', async () => {
		const [docId = ''] = await company.ready(1);
		const report = { reportId: 'R1', employeeCurrencyAlphaCode: 'USD', reportPaymentProcessingDate: '2026-04-01T06:30:00Z' };
		const document = { report, expenseEntry: [] };
		const taken = async (timeZone: string) => {
			const mapping = { guards: { goLiveDate: '2026-04-01' }, dates: { timeZone } };
			return only(await run({ ...acknowledge, mapping } as never, [item(docId, { docStatus: 'READY', document })]));
		};
		// 31 March, 23:30 in Los Angeles; 1 April, 08:30 in Berlin.
		expect(await taken('America/Los_Angeles')).toEqual([0, 0, 1]);
		expect(await taken('Europe/Berlin')).toEqual([1, 0, 0]);
	});

	it('takes what the mapping lets through, and what a limit of its own lets through', async () => {
		const [one = '', other = ''] = await company.ready(2);
		expect(only(await run(guarded({ goLiveDate: '2001-01-01' }), [row(one)]))).toEqual([1, 0, 0]);
		const own = guarded({ goLiveDate: tomorrow }, { leaveReady: { goLiveDate: '2001-01-01', ledgers: '' } });
		expect(only(await run(own, [row(other)]))).toEqual([1, 0, 0]);
	});

	it.each([
		[{ ...byRow, mapping: { mappingMode: 'profile', profile: '{"ledger":1}' } } as never, /ledger is not a knob/],
		[guarded({}, { mappingRows: [{ section: 'Guards', setting: 'Nothing' }] }), /mapping rows cannot be used/],
		[{ ...byRow, mapping: 'no fields' } as never, /Mapping holds no fields of a node/],
	])('acknowledges nothing by a mapping that cannot be used', async (parameters, message) => {
		const [docId = ''] = await company.ready(1);
		await expect(run(parameters, [row(docId)])).rejects.toThrow(message);
		expect(await company.statusOf(docId)).toBe('READY');
	});

	it('stops no document that is acknowledged already because of a mapping that cannot be used', async () => {
		const [taken = ''] = await acknowledged();
		const [ready = ''] = await company.ready(1);
		const bad = guarded({}, { mappingRows: [{ section: 'Guards', setting: 'Nothing' }], ifAcknowledged: 'ours' });
		const outputs = await run(bad, [row(taken, { readyInConcur: false }), row(ready)], { onError: 'continueRegularOutput' });
		expect(outputs[0]?.map(({ json }) => json.docId)).toEqual([taken]);
		expect(outputs[2]?.[0]?.json.acknowledgement).toMatchObject({
			outcome: 'refused',
			sent: false,
			message: expect.stringContaining('mapping rows cannot be used'),
		});
		expect(await company.statusOf(ready)).toBe('READY');
	});

	it('begins no request that could be answered after the hold', async () => {
		const ids = await company.ready(2);
		const ended = { ...byRow, options: { getDocument: true, holdEnds: '={{ $json.dueAt }}' } };
		const outputs = await run(
			ended,
			ids.map((docId) => row(docId, { dueAt: new Date(Date.now() - 1).toISOString() })),
		);
		expect(outputs[2]?.map(({ json }) => (json.acknowledgement as IDataObject).outcome)).toEqual(['tryLater', 'tryLater']);
		expect(await Promise.all(ids.map(async (docId) => await company.statusOf(docId)))).toEqual(['READY', 'READY']);
	});
});

describe('Check Table', () => {
	const check = { resource: 'row', operation: 'checkTable' };

	it('passes the table on', async () => {
		expect((await run(check, [{ id: 'a', name: 'concur_b1_documents' }]))[0]).toHaveLength(1);
	});

	it('names the lowest n8n where an older one passed its input on', async () => {
		const error = await failure(check, [{}]);
		expect(error.message).toContain('n8n 2.6 or newer');
	});

	it('says what a newer n8n said', async () => {
		const error = await failure(check, [{ error: 'the module is disabled' }]);
		expect(error.message).not.toContain('2.6');
		expect(error.description).toContain('"the module is disabled"');
	});
});

describe('Confirm', () => {
	it('sends nothing for a document whose success Concur holds', async () => {
		const [docId = ''] = await company.ready(1);
		const outputs = await run(confirm, [item(docId, { docStatus: 'POSTING_CONFIRMED_SUCCESS', ...posted })]);
		expect(outputs[0]?.[0]?.json.confirmation).toMatchObject({ outcome: 'alreadyDone', sent: false, status: 'success' });
		expect((await stored(docId)).postingConfirmation).toBeNull();
	});

	it('never confirms a document that B1 holds twice', async () => {
		const [docId = ''] = await company.ready(1);
		const twice = { posting: { ...posted.posting, outcome: 'alreadyPosted', doubled: true, message: '17 and 18' } };
		const outputs = await run(confirm, [item(docId, twice)]);
		expect(outputs[2]?.[0]?.json.confirmation).toMatchObject({ outcome: 'stopped', sent: false });
	});
});

describe('Take Up', () => {
	const takeUp = { resource: 'row', operation: 'takeUp', rowsPerRun: 2 };
	const due = (docId: string) => row(docId, { dueAt: '2026-01-01T08:00:00.000Z', heldBy: '', attempts: 0 });

	it.each([
		[1, false],
		[2, true],
		[3, true],
	])('of %i due rows says whether the portion is full: %s', async (count, isPortionFull) => {
		const rows = Array.from({ length: count }, (_, at) => due(`d${at}`));
		const [holds = []] = await run(takeUp, rows);
		expect(holds.map(({ json }) => json.isPortionFull)).toEqual([isPortionFull]);
	});
});
