import { startSandbox, type Sandbox } from '../../../sandbox';
import { clearing, control, documentOf, FisClient, load, report } from '../concur/client';

let sandbox: Sandbox;
let fis: FisClient;

beforeAll(async () => {
	sandbox = await startSandbox();
	fis = await FisClient.connect(sandbox);
});
afterAll(() => sandbox.stop());
beforeEach(async () => {
	await control(sandbox, '/reset');
	await load(sandbox, [report('a'), report('b')]);
});

const fault = async (rule: object) => expect((await control(sandbox, '/faults', { system: 'concur', ...rule })).status).toBe(200);

describe("FIS, as SAP's samples show it", () => {
	it('an acknowledgement without systemId is answered systemId: null, and a second one names null', async () => {
		const acknowledge = async () => (await fis.post('acknowledgements', { ids: ['a'] })).data[0];
		expect(await acknowledge()).toEqual({
			code: 0,
			docId: 'a',
			systemId: null,
			acknowledgeResult: 'SUCCESS',
			errorMessage: null,
		});
		const again = 'This document was previously acknowledged by SystemId: null.';
		expect(await acknowledge()).toMatchObject({ code: 101, acknowledgeResult: 'FAILURE', errorMessage: again });
		await fis.acknowledge(['b'], 'B1');
		expect((await fis.acknowledge(['b'], 'B1')).data[0].errorMessage).toBe(
			'This document was previously acknowledged by SystemId: B1.',
		);
	});

	it('an unknown id is 116 with the result FAILURE', async () => {
		expect((await fis.confirm('zz')).data[0]).toMatchObject({ code: 116, postingConfirmationResult: 'FAILURE' });
		expect((await fis.pay('zz')).data[0]).toMatchObject({ code: 116, paymentConfirmationResult: 'FAILURE' });
	});

	it('a payment again is 298 NOOP', async () => {
		await fis.acknowledge(['a']);
		await fis.confirm('a');
		expect((await fis.pay('a', {}, 'R1')).data[0]).toMatchObject({ code: 0, errorMessage: null });
		expect((await fis.pay('a', {}, 'R1')).data[0]).toMatchObject({
			code: 298,
			paymentConfirmationResult: 'NOOP',
			errorMessage: 'Payment confirmation already exist R1.',
		});
	});

	it.each(['2022-05-27T12:00:00.27Z', '2022-05-27T12:00:00.270Z', '20220527'])('the clearing date %s', async (clearingDate) => {
		await fis.acknowledge(['a']);
		await fis.confirm('a');
		const details = { clearingDetails: [{ ...clearing('R1'), clearingDate }] };
		expect((await fis.pay('a', details)).data[0].code).toBe(0);
	});

	it('a success without posting documents, taken or refused as the company has it', async () => {
		await fis.acknowledge(['a', 'b']);
		expect((await fis.confirm('a', { postingDocs: [] })).data[0].code).toBe(0);
		await control(sandbox, '/concur', { postingDocsRequired: true });
		expect((await fis.confirm('b', { postingDocs: [] })).data[0]).toMatchObject({
			postingConfirmationResult: 'FAILURE',
			errorMessage: 'postingDocs (): may not be blank',
		});
	});

	it('a 202 with a message: the work is done', async () => {
		await fault({ kind: 'accepted' });
		const reply = await fis.acknowledge(['a']);
		expect([reply.status, reply.data]).toEqual([202, { message: expect.any(String) }]);
		expect((await documentOf(sandbox, 'a')).docStatus).toBe('ACKNOWLEDGED');
	});

	it.each([400, 404, 500])('GET of one id answered %i', async (status) => {
		await fault({ kind: 'status', status, docId: 'a', times: 0 });
		expect((await fis.get('?docId=a')).status).toBe(status);
		expect((await fis.get('?docId=b')).status).toBe(200);
		expect((await fis.get()).status).toBe(200);
	});

	it('code 200 with SUCCESS, and a code nobody knows, for one document of a request', async () => {
		await fault({ kind: 'serviceCode', code: 200, result: 'SUCCESS', docId: 'a' });
		await fault({ kind: 'serviceCode', code: 777, docId: 'b' });
		const { data } = await fis.acknowledge(['a', 'b']);
		expect(data.map((item: { code: number; acknowledgeResult: string }) => [item.code, item.acknowledgeResult])).toEqual([
			[200, 'SUCCESS'],
			[777, 'FAILURE'],
		]);
	});

	it('a request turned away once', async () => {
		await fault({ kind: 'forbidden', path: 'acknowledgements' });
		expect((await fis.acknowledge(['a'])).status).toBe(403);
		expect((await fis.acknowledge(['a'])).data[0].code).toBe(0);
	});
});
