import { inspect } from 'node:util';
import { UserError } from 'n8n-workflow';
import { core, runNodeOn } from '../../helpers/engine';
import {
	node,
	acknowledge,
	acknowledged,
	block,
	confirm,
	get,
	run,
	item,
	fault,
	only,
	failure,
	company,
	posted,
} from './harness';

jest.mock('n8n-workflow', () => ({ ...jest.requireActual<object>('n8n-workflow'), sleep: async () => undefined }));

describe('failures', () => {
	it('of an item are told with what to do, before anything is sent', async () => {
		const [docId = ''] = await company.ready(1);
		for (const wrong of [item(''), { docId: 'd', docType: 'holiday' }])
			expect((await failure(acknowledge, [item(docId), wrong])).message).toContain('[item 1]');
		expect(await company.statusOf(docId)).toBe('READY');
	});

	it('of an item do not hold up the others, when the node is told to continue', async () => {
		const [docId = ''] = await company.ready(1);
		const outputs = await run(acknowledge, [item(''), item(docId)], { onError: 'continueErrorOutput' });
		expect(only(outputs)).toEqual([1, 0, 1]);
		expect(outputs[2]?.[0]).toMatchObject({
			pairedItem: { item: 0 },
			json: {
				docType: 'expense',
				acknowledgement: { outcome: 'refused', sent: false, message: expect.stringContaining('Document ID') },
			},
		});
	});

	it('of the node as a whole send no item on as done, when the node is told to continue', async () => {
		const [docId = ''] = await acknowledged();
		const items = [item(docId, posted), item('d', posted)];
		const outputs = await run(confirm, items, { onError: 'continueRegularOutput', credentialIds: {} });
		expect(only(outputs)).toEqual([0, 0, 2]);
		expect(block(outputs, 'confirmation')[0]).toMatchObject({
			outcome: 'refused',
			sent: false,
			message: expect.stringMatching(/./),
		});
	});

	it('stop the workflow when the call itself is wrong', async () => {
		await fault({ kind: 'status', status: 405, path: 'acknowledgements', times: 0 });
		const error = await failure(acknowledge, [item('d')]);
		expect(error.message).toContain('HTTP 405');
	});

	it('of one request with HTTP 403 pass with its repetition, and leave the documents open where they last', async () => {
		const ids = await company.ready(2);
		await fault({ kind: 'status', status: 403, path: 'acknowledgements' });
		const items = ids.map((docId) => item(docId));
		expect(only(await run(acknowledge, items))).toEqual([2, 0, 0]);

		await fault({ kind: 'status', status: 403, path: 'postingconfirmations', times: 0 });
		const outputs = await run(confirm, [item(ids[0] ?? '', posted)]);
		expect(outputs[2]?.[0]?.json.confirmation).toMatchObject({
			outcome: 'refused',
			message: expect.stringMatching(/FISVC.*HTTP 403/),
		});
	});

	it.each(['acknowledge', 'confirm'])('of the token service leave the documents of %s for later', async (operation) => {
		const [docId = ''] = await acknowledged();
		await company.control('POST', '/tokens/expire');
		await fault({ kind: 'status', status: 503, path: 'oauth2', times: 0 });
		const outputs = operation === 'confirm' ? await run(confirm, [item(docId, posted)]) : await run(acknowledge, [item(docId)]);
		expect(only(outputs)).toEqual([0, 0, 1]);
		expect(block(outputs, operation === 'confirm' ? 'confirmation' : 'acknowledgement')[0]).toMatchObject({
			outcome: 'tryLater',
			message: expect.stringMatching(/token service .* HTTP 503/),
		});
		await company.control('DELETE', '/faults');
		if (operation === 'confirm') expect(only(await run(confirm, [item(docId, posted)]))).toEqual([1, 0, 0]);
	});

	it('of the credential are errors of the credential, not of the network', async () => {
		class CredentialNotFoundError extends UserError {}
		const broken = await new core.Credentials({ id: 'x', name: 'X' }, 'concurFisApi', 'no cipher text').getData().catch((e) => e);
		for (const error of [new CredentialNotFoundError('Credential with ID "x" does not exist.'), broken]) {
			company.store.fail('concur', error as Error);
			const thrown = await failure(acknowledge, [item('d')]);
			expect(thrown.message).toContain('The Concur credential cannot be used');
			for (const options of [{ getDocument: true }, {}])
				expect((await failure({ ...acknowledge, options }, [item('d'), item('e')])).message).toBe(thrown.message);
			expect(thrown).toMatchObject({ failure: { cause: 'credential-invalid' } });
		}
	});

	it('of our own are no network trouble', async () => {
		company.store.fail('concur', new TypeError('x is not a function'));
		const thrown = await failure(acknowledge, [item('d')]);
		expect(thrown.message).toBe('n8n or this node failed, not the network: x is not a function');
	});

	it('do not take documents down that were already acknowledged', async () => {
		const ids = await company.ready(2);
		await run(get, [item(ids[0] ?? '')]);
		await fault({ kind: 'status', status: 400, path: 'acknowledgements', nth: 2, times: 0 });
		const outputs = await run(
			{ ...acknowledge, options: { batchSize: 1 } },
			ids.map((docId) => item(docId)),
		);
		expect(only(outputs)).toEqual([1, 0, 1]);
		expect(outputs[2]?.[0]?.json).toMatchObject({
			docId: ids[1],
			acknowledgement: { outcome: 'refused', message: expect.stringContaining('HTTP 400') },
		});
	});

	it('show no secret in errors or items', async () => {
		const [docId = ''] = await company.ready(1);
		await run(get, [item(docId)]);
		const { accessToken, storedRefreshToken } = company.store.dataOf('concur') as Record<string, string>;
		for (const kind of ['drop', 'status', 'unauthorized']) {
			await company.control('DELETE', '/faults');
			await fault({ kind, status: 403, path: 'financialintegration', times: 0 });
			for (const onError of ['stopWorkflow', 'continueErrorOutput'] as const) {
				const result: unknown = await run(acknowledge, [item(docId)], { onError }).catch((thrown: unknown) => thrown);
				const text = inspect(result, { depth: 20, showHidden: true });
				for (const secret of [accessToken, storedRefreshToken, 'sandbox-secret', 'sandbox-request-token'])
					expect(text).not.toContain(secret);
			}
		}
	});

	it('keep binary data of the items', async () => {
		const [docId = ''] = await company.ready(1);
		const binary = { receipt: { data: 'AA==', mimeType: 'image/png' } };
		const outputs = await runNodeOn(company.node(node, acknowledge), [{ json: item(docId), binary }]);
		expect(outputs[0]?.[0]?.binary).toEqual(binary);
	});
});
