import type { IHttpRequestOptions } from 'n8n-workflow';
import type { CallSettings } from '../../nodes/shared/concur/call';
import type { FullResponse } from '../../nodes/shared/http';

export type Answer = Partial<FullResponse> | Error | ((options: IHttpRequestOptions) => Partial<FullResponse>);

/** A sender that gives its answers in order, the last one again and again, and keeps what it was asked. */
export function fakeSend(...answers: Answer[]) {
	const requests: IHttpRequestOptions[] = [];
	const send = async (options: IHttpRequestOptions): Promise<FullResponse> => {
		const answer = answers[Math.min(requests.length, answers.length - 1)] ?? {};
		requests.push(options);
		if (answer instanceof Error) throw answer;
		const given = typeof answer === 'function' ? answer(options) : answer;
		return { statusCode: 200, headers: {}, body: undefined, ...given };
	};
	return { send, requests };
}

/** A clock that only pauses move, so that nothing waits and every pause can be looked at. */
export function fakeTime(): Partial<CallSettings> & { pauses: number[] } {
	let nowMs = Date.parse('2026-03-01T00:00:00Z');
	const pauses: number[] = [];
	return {
		pauses,
		now: () => nowMs,
		random: () => 1,
		pause: async (ms) => {
			pauses.push(ms);
			nowMs += ms;
		},
	};
}

/** A page in the documented envelope. */
export function page(ids: string[], number = 0, totalPages = 1, document: unknown = {}) {
	return {
		links: [],
		content: ids.map((id) => ({
			id,
			docType: 'expense',
			companyId: '1',
			entityId: 'e',
			erpSystemId: '',
			document,
			docStatus: 'READY',
		})),
		page: { size: ids.length, totalElements: ids.length, totalPages, number },
	};
}

/** What n8n throws for a connection that broke: no status, an error code. */
export const brokenConnection = () => Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
