import type { AxiosResponse } from 'axios';
import { batchBody, partsOf as partsOfText, type Part, type PartReply } from '../business-one/batchBody';
import { control, http } from '../concur/client';
import { entry, refusal, ServiceLayer, versions, written } from './serviceLayer';

/** The parts of a $batch answer as it came over HTTP. */
function partsOf(reply: AxiosResponse): PartReply[] {
	const headers = { 'Content-Type': String(reply.headers['content-type']) };
	return partsOfText({ status: reply.status, headers, text: reply.data, json: undefined, bytes: Buffer.alloc(0) });
}

const wrong = { AccountCode: '999999' };

describe.each(versions)('$batch of %s, as recorded', (version) => {
	let b1: ServiceLayer;

	beforeAll(async () => {
		b1 = await ServiceLayer.start(version);
	});
	afterAll(() => b1.sandbox.stop());
	beforeEach(() => b1.reset());

	const send = (parts: (Part | Part[])[]) => b1.batch(batchBody(parts));
	const posting = (contentId: string, changes: object = {}, line: object = {}): Part => ({
		method: 'POST',
		url: b1.path('JournalEntries'),
		body: entry(changes, line),
		contentId,
	});
	const memos = async () => (await b1.entries()).map(({ Memo }) => Memo);

	it("a change set that fails is one part under the culprit's Content-ID; nothing of it stays, and nothing after it is done", async () => {
		const reply = await send([
			[posting('1', { Memo: 'before' })],
			[posting('2'), posting('3', {}, wrong), posting('4')],
			[posting('5')],
		]);
		expect(reply.status).toBe(version === 'v1' ? 202 : 200);
		const [, failed, ...more] = partsOf(reply);
		expect(more).toEqual([]);
		expect(failed).toMatchObject({
			status: 400,
			contentId: '3',
			nested: false,
			json: { error: { code: written(version, -5002) } },
		});
		expect(await memos()).toEqual(['before']);
	});

	it('a change without a Content-ID', async () => {
		const { contentId: _, ...nameless } = posting('1');
		const reply = await send([[posting('1')], [nameless]]);
		if (version === 'v1') expect(partsOf(reply).map(({ status }) => status)).toEqual([201, 201]);
		else expect(refusal(reply)).toEqual([400, '244', 'Content ID should be specified in each change set request.']);
		expect(await b1.entries()).toHaveLength(version === 'v1' ? 2 : 0);
	});

	it('a GET is answered without its Content-ID', async () => {
		const [part] = partsOf(await send([{ method: 'GET', url: b1.path('Dimensions'), contentId: '7' }]));
		expect([part?.status, part?.contentId]).toEqual([200, undefined]);
	});

	it('rows of a user table in a change set, under the full path and with doubled slashes', async () => {
		await b1.post('UserTablesMD', { TableName: 'REG', TableDescription: 'x', TableType: 'bott_NoObject' });
		const row = (Code: string, url: string): Part => ({ method: 'POST', url, body: { Code }, contentId: Code });
		const full = `${b1.sandbox.url}${b1.path('U_REG')}`;
		const parts = partsOf(await send([[row('1', b1.path('U_REG')), row('2', full), row('3', `/b1s//${version}//U_REG`)]]));
		expect(parts.map(({ status, contentId }) => [status, contentId])).toEqual([
			[201, '1'],
			[201, '2'],
			[201, '3'],
		]);
	});

	it('a commit that fails: the whole answer is JSON; what was committed before stays', async () => {
		await b1.order('/faults', { kind: 'commitFails', changeSet: 2 });
		const reply = await send([[posting('1', { Memo: 'before' })], [posting('2')], [posting('3')]]);
		expect(reply.headers['content-type']).toContain('application/json');
		const text = 'Could not commit transaction: Error -1 detected during transaction';
		expect(refusal(reply)).toEqual([400, written(version, -1116), text]);
		expect(await memos()).toEqual(['before']);
	});

	it('a batch answered 500 as a whole', async () => {
		await b1.order('/faults', { kind: 'status', status: 500, path: 'batch$' });
		expect((await send([[posting('1')]])).status).toBe(500);
		expect(await b1.entries()).toEqual([]);
	});

	describe("a rule of the customer's own", () => {
		const rule = { field: 'Memo', pattern: 'forbidden', text: 'No such memo' };
		const bad = { Memo: 'a forbidden one' };

		it('refuses each time, alone and in a change set', async () => {
			await b1.order('/notifications', rule);
			for (let count = 0; count < 2; count += 1) {
				const alone = await b1.post('JournalEntries', entry(bad));
				expect(refusal(alone)).toEqual([400, written(version, -1), '(1) No such memo']);
				const [part] = partsOf(await send([[posting('1'), posting('2', bad)]]));
				expect(part).toMatchObject({ status: 400, contentId: '2', json: { error: { code: written(version, -1) } } });
			}
			expect(await b1.entries()).toEqual([]);
		});

		it.each([
			['badGateway', 502],
			['drop', 0],
		])('ends a change set without an answer: %s; what was committed before stays', async (answer, status) => {
			await b1.order('/notifications', { ...rule, code: 7, answer, onlyInChangeSets: true });
			const reply = await send([[posting('1', { Memo: 'before' })], [posting('2', bad)], [posting('3')]]).catch(() => ({
				status: 0,
			}));
			expect(reply.status).toBe(status);
			expect(await memos()).toEqual(['before']);
			expect(refusal(await b1.post('JournalEntries', entry(bad)))).toEqual([400, written(version, -1), '(7) No such memo']);
			await http.delete(`${b1.sandbox.url}/control/notifications`);
			expect((await b1.post('JournalEntries', entry(bad))).status).toBe(201);
		});

		it('looks into lines', async () => {
			await b1.order('/notifications', [{ ...rule, field: 'JournalEntryLines.CostingCode', pattern: '^$' }]);
			expect((await b1.post('JournalEntries', entry())).status).toBe(400);
		});

		it.each([
			[{ field: 'Memo' }, 'text'],
			[{ ...rule, pattern: '(' }, 'pattern'],
			[{ ...rule, pattern: 'x'.repeat(2000) }, 'pattern'],
			[{ ...rule, answer: 'shout' }, 'answer'],
			[{ ...rule, field: 'a b' }, 'field'],
		])('that is wrong is refused', async (one, named) => {
			const reply = await control(b1.sandbox, '/notifications', [rule, one]);
			expect([reply.status, reply.data.message]).toEqual([400, expect.stringMatching(new RegExp(`Rule 1: ${named}`))]);
			expect((await http.get(`${b1.sandbox.url}/control/notifications`)).data).toEqual({ rules: [] });
		});
	});
});
