import { request, report } from '../funds/documents';
import { FundsSandbox } from './fundsSandbox';

// Those that come too late start over, which takes its time on a busy machine.
jest.setTimeout(60_000);

let b1: FundsSandbox;
beforeAll(async () => {
	b1 = await FundsSandbox.start();
});
afterAll(async () => await b1.stop());

describe.each(['v1', 'v2'] as const)('%s', (version) => {
	it('gives the last money to exactly one of two documents that ask for it at the same time', async () => {
		await b1.reset([{ key: 'TRAVEL/CC1', amount: 10 }], version);
		const connections = [b1.connect(version), b1.connect(version)];
		const outcomes = await Promise.all(
			connections.map(async ({ serviceLayer }, index) =>
				b1.apply(serviceLayer, request(`race${index}`, 'obligate', `R${index}`, [{ amount: 10 }])),
			),
		);
		expect(outcomes.map(({ answer }) => answer?.confirm).sort()).toEqual(['error', 'success']);
		expect(Object.values(await b1.open(connections[0]!.serviceLayer))).toEqual(['10']);
		for (const { close } of connections) close();
	});

	it('applies one document once, however many executions hold it', async () => {
		await b1.reset([{ key: 'TRAVEL/CC1', amount: 10 }], version);
		const connections = Array.from({ length: 4 }, () => b1.connect(version));
		const step = request('same', 'obligate', 'R', [{ amount: 4 }]);
		const outcomes = await Promise.all(connections.map(async ({ serviceLayer }) => b1.apply(serviceLayer, step)));
		expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['applied', 'repeated', 'repeated', 'repeated']);
		expect(new Set(outcomes.map(({ answer }) => JSON.stringify(answer))).size).toBe(1);
		expect(await b1.open(connections[0]!.serviceLayer)).toEqual({ 'request R': '4' });
		for (const { close } of connections) close();
	});

	it('lets two reports of one request take no more than the request holds', async () => {
		await b1.reset([{ key: 'TRAVEL/CC1', amount: 10 }], version);
		const connections = [b1.connect(version), b1.connect(version)];
		await b1.apply(connections[0]!.serviceLayer, request('first', 'obligate', 'R', [{ amount: 6 }]));
		const entry = { amount: 5, linked: 'RE1', linkedRequest: 'R' };
		const outcomes = await Promise.all(
			connections.map(async ({ serviceLayer }, index) =>
				b1.apply(serviceLayer, report(`p${index}`, 'obligate', `P${index}`, [entry], { requestIds: ['R'] })),
			),
		);
		expect(outcomes.map(({ answer }) => answer?.confirm)).toEqual(['success', 'success']);
		expect(await b1.open(connections[0]!.serviceLayer)).toEqual({ 'report P0': '5', 'report P1': '5' });
		for (const { close } of connections) close();
	});
});

it('never commits more than the budget, whatever many documents ask for at once', async () => {
	await b1.reset([{ key: 'TRAVEL/CC1', amount: 10 }]);
	const connections = Array.from({ length: 6 }, () => b1.connect());
	const outcomes = await Promise.all(
		connections.map(async ({ serviceLayer }, index) =>
			b1.apply(serviceLayer, request(`many${index}`, 'obligate', `M${index}`, [{ amount: 3 }])),
		),
	);
	expect(outcomes.filter(({ answer }) => answer?.confirm === 'success')).toHaveLength(3);
	expect(Object.values(await b1.open(connections[0]!.serviceLayer))).toEqual(['3', '3', '3']);
	for (const { close } of connections) close();
});
