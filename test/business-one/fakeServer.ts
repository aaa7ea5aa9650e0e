import type { IHttpRequestOptions } from 'n8n-workflow';
import { createServiceLayer, type ApiVersion, type ServiceLayer } from '../../nodes/shared/business-one';
import type { FullResponse } from '../../nodes/shared/http';

type Answer = Partial<FullResponse> | Error;

export interface Fake {
	serviceLayer: ServiceLayer;
	requests: IHttpRequestOptions[];
	sleeps: number[];
}

/** A Service Layer that gives the answers in turn; the last one again and again. Nothing waits. */
export function fakeServer(answers: Answer[] | ((request: IHttpRequestOptions) => Answer), apiVersion: ApiVersion = 'v2'): Fake {
	const requests: IHttpRequestOptions[] = [];
	const sleeps: number[] = [];
	const send = async (request: IHttpRequestOptions): Promise<FullResponse> => {
		requests.push(request);
		const answer = typeof answers === 'function' ? answers(request) : answers[Math.min(requests.length, answers.length) - 1];
		if (answer instanceof Error) throw answer;
		return { statusCode: 200, headers: {}, body: undefined, ...answer };
	};
	const sleep = async (ms: number): Promise<void> => {
		sleeps.push(ms);
	};
	return { serviceLayer: createServiceLayer(send, { apiVersion, sleep, random: () => 1 }), requests, sleeps };
}

export function lost(code: string): Error {
	return Object.assign(new Error(`something with ${code}`), { cause: { code } });
}
