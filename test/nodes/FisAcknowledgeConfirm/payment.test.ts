import type { IDataObject } from 'n8n-workflow';
import { confirm, fault, run, item, posted, acknowledged, only, block, failure, stored, type Setup } from './harness';

jest.mock('n8n-workflow', () => ({ ...jest.requireActual<object>('n8n-workflow'), sleep: async () => undefined }));

describe('Confirm a payment', () => {
	const payment: Setup = { resource: 'payment', operation: 'confirm', systemId: 'B1' };
	const clearing = {
		clearingAmount: '40.00',
		clearingCurrency: 'USD',
		clearingDate: '2026-03-31',
		paymentRef: 'P/1',
		companyCode: 'SBODEMO',
	};
	const pay = (paymentStatus: string, more: IDataObject = {}): Setup =>
		({ ...payment, paymentStatus, clearings: { clearing: [{ ...clearing, ...more }] } }) as Setup;
	const confirmedDocument = async () => {
		const [docId = ''] = await acknowledged();
		await run(confirm, [item(docId, posted)]);
		return docId;
	};

	it('tells what was paid, in the forms FIS takes', async () => {
		const docId = await confirmedDocument();
		expect(only(await run(pay('CP'), [item(docId)]))).toEqual([1, 0, 0]);
		expect((await stored(docId)).paymentConfirmation).toMatchObject({
			processingStatusCode: 'CP',
			clearingDetails: [
				{
					clearingDate: '2026-03-31T00:00:00.000Z',
					clearingAmount: 40,
					clearingReference: { paymentRef: 'P/1', paymentMethod: 'E' },
				},
			],
		});
	});

	it('takes a payment reference that Concur knows for done', async () => {
		const docId = await confirmedDocument();
		await run(pay('PP'), [item(docId)]);
		expect(block(await run(pay('PP'), [item(docId)]), 'paymentConfirmation')[0]).toMatchObject({ outcome: 'alreadyDone' });
	});

	it('sends every payment, also two of the same document', async () => {
		const docId = await confirmedDocument();
		const outputs = await run({ ...pay('PP', { paymentRef: '={{ $json.ref }}' }) }, [
			item(docId, { ref: 'P/1' }),
			item(docId, { ref: 'P/2' }),
		]);
		expect(block(outputs, 'paymentConfirmation').map(({ outcome }) => outcome)).toEqual(['done', 'done']);
		expect((await stored(docId)).paymentConfirmations).toHaveLength(2);
	});

	it('waits for the posting confirmation', async () => {
		const [docId = ''] = await acknowledged();
		expect(block(await run(pay('CP'), [item(docId)]), 'paymentConfirmation')[0]).toMatchObject({ outcome: 'notReady' });
	});

	it('gives the reason of a reversal', async () => {
		const docId = await confirmedDocument();
		await run({ ...pay('CP') }, [item(docId)]);
		await run({ ...pay('RE', { paymentRef: 'P/2' }), additionalMessage: 'Bank account closed' } as Setup, [item(docId)]);
		expect((await stored(docId)).paymentConfirmation).toMatchObject({
			processingStatusCode: 'RE',
			additionalMessage: 'Bank account closed',
		});
	});

	it.each([
		[{ clearingAmount: '4,00' }, 'no clearing amount'],
		[{ clearingDate: '31.31.2026' }, 'no clearing date'],
		[{ paymentRef: '' }, 'Payment Reference of a payment is empty'],
	])('refuses %j before anything is sent', async (more, text) => {
		expect((await failure(pay('CP', more), [item('d')])).message).toContain(text);
	});
});

describe('Two payments of a document', () => {
	const parameters = {
		resource: 'payment',
		operation: 'confirm',
		systemId: 'B1',
		paymentStatus: '={{ $json.status }}',
		clearings: {
			clearing: [
				{
					clearingAmount: '={{ $json.amount }}',
					clearingCurrency: 'USD',
					clearingDate: '={{ DateTime.fromISO("2026-03-31") }}',
					paymentRef: '={{ $json.ref }}',
				},
			],
		},
	} as Setup;
	const items = (docId: string) => [
		item(docId, { status: 'PP', amount: 30, ref: 'P/1' }),
		item(docId, { status: 'CP', amount: 70, ref: 'P/2' }),
	];

	it('whose first one Concur refuses are both due again, in their order', async () => {
		const [docId = ''] = await acknowledged();
		await run(confirm, [item(docId, posted)]);
		await fault({ kind: 'serviceCode', code: 199, path: 'paymentconfirmations', times: 3 });
		const first = block(await run(parameters, items(docId)), 'paymentConfirmation');
		expect(first.map(({ outcome, remembered }) => [outcome, remembered])).toEqual([
			['tryLater', '[]'],
			['tryLater', '[]'],
		]);
		expect((await stored(docId)).paymentConfirmations).toEqual([]);
		const second = block(await run(parameters, items(docId)), 'paymentConfirmation');
		expect(second.map(({ remembered, rememberedStatus }) => [remembered, rememberedStatus])).toEqual([
			['["P/1","P/2"]', 'CP'],
			['["P/1","P/2"]', 'CP'],
		]);
		expect((await stored(docId)).paymentConfirmations).toHaveLength(2);
	});

	it('after the report is locked is no repetition of the one that locked it', async () => {
		const [docId = ''] = await acknowledged();
		await run(confirm, [item(docId, posted)]);
		await run(parameters, items(docId));
		const [late] = block(await run(parameters, [item(docId, { status: 'PP', amount: 5, ref: 'P/3' })]), 'paymentConfirmation');
		expect(late).toMatchObject({ outcome: 'conflict', code: 213, remembered: '[]' });
	});
});
