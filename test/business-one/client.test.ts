import { fakeServer, lost } from './fakeServer';

const OK = { statusCode: 200, body: { value: [] } };
const html503 = {
	statusCode: 503,
	headers: { 'content-type': 'text/html' },
	body: '<html><title>503 Service Unavailable</title></html>',
};

describe('reads', () => {
	it.each([
		['no answer', lost('ECONNRESET')],
		['503 in HTML', html503],
		['an empty 500', { statusCode: 500, body: '' }],
		['429', { statusCode: 429, body: { message: 'Too many requests' } }],
	])('are repeated after %s, with growing waits', async (_, failure) => {
		const { serviceLayer, requests, sleeps } = fakeServer([failure, failure, OK]);
		await serviceLayer.get('Items');
		expect(requests).toHaveLength(3);
		expect(sleeps).toEqual([500, 1000]);
	});

	it('give up after four calls', async () => {
		const { serviceLayer, requests } = fakeServer([html503]);
		await expect(serviceLayer.get('Items')).rejects.toMatchObject({ kind: 'capacity', status: 503 });
		expect(requests).toHaveLength(4);
	});

	it('wait as long as the server asks, and not beyond the budget', async () => {
		const limited = (after: string) => ({ statusCode: 429, headers: { 'Retry-After': after }, body: '' });
		const patient = fakeServer([limited('7'), OK]);
		await patient.serviceLayer.get('Items');
		expect(patient.sleeps).toEqual([7_000]);

		const hopeless = fakeServer([limited('3600'), OK]);
		await expect(hopeless.serviceLayer.get('Items')).rejects.toMatchObject({ retryAfterMs: 3_600_000 });
		expect(hopeless.sleeps).toEqual([]);
	});

	it.each([400, 403, 404])('are not repeated after %i', async (statusCode) => {
		const { serviceLayer, requests } = fakeServer([{ statusCode, body: { error: { code: '-1000', message: 'No' } } }]);
		await expect(serviceLayer.get('Items')).rejects.toMatchObject({ status: statusCode });
		expect(requests).toHaveLength(1);
	});
});

describe('writes', () => {
	it.each([lost('ECONNRESET'), lost('ECONNREFUSED'), html503, { statusCode: 500, body: '' }, { statusCode: 429, body: '' }])(
		'are never repeated after %j',
		async (failure) => {
			const { serviceLayer, requests, sleeps } = fakeServer([failure]);
			await expect(serviceLayer.post('JournalEntries', {})).rejects.toThrow();
			expect(requests).toHaveLength(1);
			expect(sleeps).toEqual([]);
		},
	);

	it.each([
		[lost('ECONNRESET'), true],
		[lost('ETIMEDOUT'), true],
		[html503, true],
		[{ statusCode: 500, body: '' }, true],
		[lost('ECONNREFUSED'), false],
		[lost('ENOTFOUND'), false],
		[lost('DEPTH_ZERO_SELF_SIGNED_CERT'), false],
		[{ statusCode: 400, body: { error: { code: '-5002', message: 'x' } } }, false],
	])('%j tells whether they may have happened: %s', async (failure, mayHaveHappened) => {
		const { serviceLayer } = fakeServer([failure]);
		await expect(serviceLayer.post('JournalEntries', {})).rejects.toMatchObject({ mayHaveHappened });
	});

	it.each([
		{ statusCode: 401, body: { error: { code: 301, message: { value: 'Invalid session or session already timeout.' } } } },
		{ statusCode: 400, body: { error: { code: '-304', message: 'Invalid session' } } },
		{ statusCode: 401, body: '<html>401</html>' },
	])('are sent once more with another session after %j', async (refusal) => {
		const { serviceLayer, requests } = fakeServer([refusal, OK]);
		await serviceLayer.post('JournalEntries', {});
		expect(requests).toHaveLength(2);
		expect(requests[0]?.headers).not.toHaveProperty('x-b1-refused-session');
		expect(requests[1]?.headers).toHaveProperty('x-b1-refused-session');
	});
});

it('follows no redirect, sets a time limit and never asks for a status to throw', async () => {
	const { serviceLayer, requests } = fakeServer([OK]);
	await serviceLayer.get('Items');
	await serviceLayer.post('Items', {});
	expect(requests[1]).toMatchObject({ timeout: 180_000 });
	expect(requests[0]).toMatchObject({
		disableFollowRedirect: true,
		ignoreHttpStatusErrors: true,
		returnFullResponse: true,
		timeout: 60_000,
	});
});
