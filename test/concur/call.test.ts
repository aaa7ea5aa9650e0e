import { createCall } from '../../nodes/shared/concur/call';
import { CREDENTIAL_MARK, FisError } from '../../nodes/shared/concur/errors';
import { retryAfterMs } from '../../nodes/shared/http';
import { brokenConnection, fakeSend, fakeTime } from './fakeSend';

const request = { method: 'GET' as const, url: '/x' };

async function failureOf(work: Promise<unknown>): Promise<FisError> {
	return await work.then(
		() => {
			throw new Error('did not fail');
		},
		(error: FisError) => error,
	);
}

describe('calls to Concur', () => {
	it('asks n8n for the full response, follows no redirect and has a time-out', async () => {
		const { send, requests } = fakeSend({ statusCode: 200 });
		await createCall(send, fakeTime())(request);
		expect(requests[0]).toMatchObject({ returnFullResponse: true, disableFollowRedirect: true, timeout: 60_000 });
	});

	it.each([429, 500, 502, 503])('tries again after HTTP %d, with growing pauses, four times in all', async (statusCode) => {
		const time = fakeTime();
		const { send, requests } = fakeSend({ statusCode });
		const error = await failureOf(createCall(send, time)(request));
		expect(error).toMatchObject({ kind: 'temporary', status: statusCode });
		expect(requests).toHaveLength(4);
		expect(time.pauses).toEqual([1000, 2000, 4000]);
	});

	it('repeats HTTP 403 once, because it comes and goes', async () => {
		const passing = fakeSend({ statusCode: 403 }, { body: 'fine' });
		expect((await createCall(passing.send, fakeTime())(request)).response.body).toBe('fine');
		const lasting = fakeSend({ statusCode: 403, body: { message: 'not for you' } });
		const error = await failureOf(createCall(lasting.send, fakeTime())(request));
		expect(error).toMatchObject({ kind: 'refused', status: 403, message: expect.stringContaining('not for you') });
		expect(lasting.requests).toHaveLength(2);
	});

	it.each([400, 404, 405, 302])('does not repeat HTTP %d', async (statusCode) => {
		const { send, requests } = fakeSend({ statusCode, body: { message: 'no' } });
		expect(await failureOf(createCall(send, fakeTime())(request))).toMatchObject({ kind: 'refused', status: statusCode });
		expect(requests).toHaveLength(1);
	});

	it('waits as long as Retry-After says', async () => {
		const time = fakeTime();
		const { send } = fakeSend({ statusCode: 429, headers: { 'retry-after': '7' } }, { statusCode: 200 });
		await createCall(send, time)(request);
		expect(time.pauses).toEqual([7000]);
	});

	it('gives up at once when Retry-After is longer than the budget, and passes it on', async () => {
		const time = fakeTime();
		const { send } = fakeSend({ statusCode: 429, headers: { 'Retry-After': '3600' } });
		expect(await failureOf(createCall(send, time)(request))).toMatchObject({ retryAfterMs: 3_600_000 });
		expect(time.pauses).toEqual([]);
	});

	it('reads Retry-After as seconds or as a date', () => {
		const now = Date.parse('2026-03-01T00:00:00Z');
		expect(retryAfterMs({ 'Retry-After': '5' }, now)).toBe(5000);
		expect(retryAfterMs({ 'retry-after': 'Sun, 01 Mar 2026 00:00:30 GMT' }, now)).toBe(30_000);
		expect(retryAfterMs({ 'retry-after': 'Sat, 28 Feb 2026 00:00:00 GMT' }, now)).toBe(0);
		expect(retryAfterMs({ 'retry-after': 'soon' }, now)).toBeUndefined();
	});

	it('remembers that a reply was lost', async () => {
		const lost = fakeSend(brokenConnection(), { statusCode: 200 });
		expect((await createCall(lost.send, fakeTime())(request)).replyLost).toBe(true);
		const turnedAway = fakeSend({ statusCode: 429 }, { statusCode: 200 });
		expect((await createCall(turnedAway.send, fakeTime())(request)).replyLost).toBe(false);
	});

	it('sends a 401 that n8n 1.x hands over once more in the plain way, so that the token is renewed', async () => {
		const { send, requests } = fakeSend({ statusCode: 401 }, { statusCode: 200, body: 'renewed' });
		expect((await createCall(send, fakeTime())(request)).response.body).toBe('renewed');
		expect(requests.map(({ ignoreHttpStatusErrors }) => Boolean(ignoreHttpStatusErrors))).toEqual([true, false]);
	});

	it('tries once more when the sign-in was refused: another worker may have stored newer tokens', async () => {
		const refused = new Error(`${CREDENTIAL_MARK} the stored refresh token does not work`);
		const { send, requests } = fakeSend(refused, { statusCode: 200 });
		await createCall(send, fakeTime())(request);
		expect(requests).toHaveLength(2);
		const forGood = fakeSend(refused);
		expect(await failureOf(createCall(forGood.send, fakeTime())(request))).toMatchObject({ kind: 'credential' });
		expect(forGood.requests).toHaveLength(2);
	});

	it('takes nothing but text and numbers out of what a sender throws', async () => {
		const hidden = ['abcdef', '0123456789'].join('');
		const thrown = Object.assign(new Error('Request failed'), {
			config: { headers: { Authorization: `Bearer ${hidden}` }, data: `client_secret=${hidden}` },
			description: `Authorization: Bearer ${hidden}`,
			response: { status: 401, data: { token: hidden } },
		});
		const error = await failureOf(createCall(fakeSend(thrown).send, fakeTime())(request));
		expect(JSON.stringify({ ...error, message: error.message, stack: error.stack, cause: error.cause })).not.toContain(hidden);
	});

	it("keeps Concur's text and its id of the request", async () => {
		const { send } = fakeSend({
			statusCode: 400,
			body: { message: 'limit is too large' },
			headers: { 'concur-correlationid': 'c-1' },
		});
		const error = await failureOf(createCall(send, fakeTime())(request));
		expect(error.message).toContain('limit is too large');
		expect(error.correlationId).toBe('c-1');
	});
});
