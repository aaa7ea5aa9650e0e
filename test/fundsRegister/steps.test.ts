import { report, request } from '../funds/documents';
import { FundsSandbox } from './fundsSandbox';

let b1: FundsSandbox;
beforeAll(async () => {
	b1 = await FundsSandbox.start();
});
afterAll(async () => await b1.stop());

describe.each(['v1', 'v2'] as const)('%s', (version) => {
	beforeEach(async () => await b1.reset([{ key: 'TRAVEL/CC1', amount: 10 }], version));

	it('reserves, draws the report on its request, refuses what is not there, and releases', async () => {
		const { serviceLayer, close } = b1.connect(version);
		const first = await b1.apply(serviceLayer, request('f1', 'obligate', 'R', [{ amount: 4 }]));
		expect(first).toMatchObject({ outcome: 'applied', answer: { confirm: 'success', documentNumber: 'KEY-R' } });
		expect(first.balances).toMatchObject([{ budget: '10', actual: '0', committed: '4', available: '6' }, {}]);
		expect(await b1.open(serviceLayer)).toEqual({ 'request R': '4' });

		const linked = { linked: 'RE1', linkedRequest: 'R' };
		await b1.apply(serviceLayer, report('f2', 'obligate', 'P', [{ amount: 5, ...linked }], { requestIds: ['R'] }));
		expect(await b1.open(serviceLayer)).toEqual({ 'report P': '5' });

		const refused = await b1.apply(serviceLayer, request('f3', 'obligate', 'R2', [{ amount: '5.01' }]));
		expect(refused).toMatchObject({ outcome: 'refused', answer: { confirm: 'error' } });
		expect(refused.answer?.messages[0]).toMatchObject({ code: 'insufficient-funds', needed: '5.01', available: '5.00' });

		await b1.apply(serviceLayer, report('f4', 'release', 'P', []));
		expect(await b1.open(serviceLayer)).toEqual({ 'request R': '4' });
		close();
	});

	it('reserves nothing for a document that Concur holds an answer to and the register does not know', async () => {
		const { serviceLayer, close } = b1.connect(version);
		const settled = { ...request('f1', 'obligate', 'R', [{ amount: 4 }]), docStatus: 'POSTING_CONFIRMED_FAILURE' };
		expect(await b1.apply(serviceLayer, settled)).toMatchObject({ outcome: 'settledElsewhere', answer: null });
		expect(await b1.open(serviceLayer)).toEqual({});
		await b1.apply(serviceLayer, { ...settled, docStatus: 'ACKNOWLEDGED' });
		expect(await b1.apply(serviceLayer, settled)).toMatchObject({ outcome: 'repeated', answer: { confirm: 'success' } });
		close();
	});
});
