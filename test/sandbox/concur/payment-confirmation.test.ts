import { startSandbox, type Sandbox } from '../../../sandbox';
import { clearing, control, documentOf, errorAnswer, FisClient, load, report } from './client';

let sandbox: Sandbox;
let fis: FisClient;

beforeAll(async () => {
	sandbox = await startSandbox();
	fis = await FisClient.connect(sandbox);
});
afterAll(() => sandbox.stop());
beforeEach(async () => {
	await control(sandbox, '/reset');
	await load(sandbox, [report('a'), report('b'), report('i', { docType: 'invoice' })]);
	await fis.acknowledge(['a']);
	await fis.confirm('a');
});

const statusOfA = async () => (await documentOf(sandbox, 'a')).docStatus;

describe('the way of a payment', () => {
	it('completely paid locks the document', async () => {
		const { data } = await fis.pay('a');
		expect(data).toEqual([
			{
				code: 0,
				docId: 'a',
				systemId: 'B1',
				paymentConfirmationResult: 'SUCCESS',
				errorMessage: null,
				detailMessage: '',
				paymentRef: 'P-1',
			},
		]);
		expect(await statusOfA()).toBe('PAYMENT_CONFIRMED_SUCCESS');
		expect((await fis.pay('a', {}, 'P-2')).data[0].code).toBe(213);
	});

	it('partly paid leaves it open for the rest', async () => {
		expect((await fis.pay('a', { processingStatusCode: 'PP' }, 'P-1')).data[0].code).toBe(0);
		expect(await statusOfA()).toBe('POSTING_CONFIRMED_SUCCESS');
		expect((await fis.pay('a', {}, 'P-2')).data[0].code).toBe(0);
		expect(await statusOfA()).toBe('PAYMENT_CONFIRMED_SUCCESS');
		expect((await documentOf(sandbox, 'a')).paymentConfirmations).toHaveLength(2);
	});

	it('a reversal opens it again, obsolete ends it', async () => {
		await fis.pay('a');
		expect((await fis.pay('a', { processingStatusCode: 'RE' }, 'P-1R')).data[0].code).toBe(0);
		expect(await statusOfA()).toBe('PAYMENT_CONFIRMED_REVERSED');
		expect((await fis.pay('a', { processingStatusCode: 'OB', clearingDetails: [] })).data[0].code).toBe(0);
		expect(await statusOfA()).toBe('PAYMENT_CONFIRMED_OBSOLETE');
		expect((await fis.pay('a', {}, 'P-3')).data[0].code).toBe(213);
	});
});

describe('refusals', () => {
	it('298 NOOP for a payment reference that was taken before', async () => {
		await fis.pay('a', { processingStatusCode: 'PP' });
		expect((await fis.pay('a')).data[0]).toMatchObject({ code: 298, paymentConfirmationResult: 'NOOP', paymentRef: 'P-1' });
		expect(await statusOfA()).toBe('POSTING_CONFIRMED_SUCCESS');
	});

	it('NOT_POSTING_CONFIRMED before a successful posting confirmation', async () => {
		expect((await fis.pay('b')).data[0].paymentConfirmationResult).toBe('NOT_POSTING_CONFIRMED');
		await fis.acknowledge(['b']);
		await fis.confirm('b', errorAnswer);
		expect((await fis.pay('b')).data[0].paymentConfirmationResult).toBe('NOT_POSTING_CONFIRMED');
	});

	it('116 for an unknown id, 115 for another type, 99 for another system', async () => {
		expect((await fis.pay('zz')).data[0]).toMatchObject({ code: 116, paymentConfirmationResult: 'FAILURE' });
		expect((await fis.pay('a', {}, 'P-1', 'invoice')).data[0].code).toBe(115);
		const body = {
			systemId: 'S4',
			processingConfirmation: [{ docId: 'a', processingStatusCode: 'CP', clearingDetails: [clearing('P-9')] }],
		};
		expect((await fis.post('paymentconfirmations', body)).data[0].code).toBe(99);
	});

	it('298 for other documents than expenses', async () => {
		expect((await fis.pay('i', {}, 'P-1', 'invoice')).data[0]).toMatchObject({ code: 298, paymentConfirmationResult: 'FAILURE' });
	});

	it.each([
		['unknown status', { processingStatusCode: 'PAID' }],
		['no details', { clearingDetails: undefined }],
		['paid without details', { clearingDetails: [] }],
		['a date without time', { clearingDetails: [{ ...clearing('P'), clearingDate: '2026-03-20' }] }],
		['a time without milliseconds', { clearingDetails: [{ ...clearing('P'), clearingDate: '2026-03-20T00:00:00Z' }] }],
		['an amount in text', { clearingDetails: [{ ...clearing('P'), clearingAmount: '10' }] }],
		['no currency', { clearingDetails: [{ ...clearing('P'), clearingCurrency: undefined }] }],
		['no reference', { clearingDetails: [{ ...clearing('P'), clearingReference: undefined }] }],
		[
			'an unknown method',
			{ clearingDetails: [{ ...clearing('P'), clearingReference: { paymentRef: 'P', paymentMethod: 'X' } }] },
		],
		['a reference twice', { clearingDetails: [clearing('P'), clearing('P')] }],
	])('298 for %s', async (_name, changes) => {
		expect((await fis.pay('a', changes)).data[0]).toMatchObject({ code: 298, paymentConfirmationResult: 'FAILURE' });
		expect(await statusOfA()).toBe('POSTING_CONFIRMED_SUCCESS');
	});

	it('takes a date of eight digits', async () => {
		expect((await fis.pay('a', { clearingDetails: [{ ...clearing('P'), clearingDate: '20260320' }] })).data[0].code).toBe(0);
	});
});
