import { Agent } from 'node:https';
import { setTimeout as delay } from 'node:timers/promises';
import axios from 'axios';
import type { IHttpRequestOptions } from 'n8n-workflow';
import { createServiceLayer, type ServiceLayer } from '../nodes/shared/business-one';
import { login } from '../nodes/shared/business-one/session/login';
import { cookieOf, serviceRoot, type LoginData } from '../nodes/shared/business-one/session/session';

const REQUEST_TIMEOUT_MS = 60_000;
const LOGOUT_TIMEOUT_MS = 10_000;

export type ServiceLayerAddress = Pick<LoginData, 'serverUrl' | 'companyDb' | 'userName' | 'password' | 'ignoreSslIssues'>;

export interface Connection {
	serviceLayer: ServiceLayer;
	/** Ends the session, which would hold a licence for half an hour; that B1 cannot be asked any more is no error then. */
	close(): Promise<void>;
}

/**
 * Logs in to a company from the command line, by the nodes' own login and client.
 *
 * @throws LoginError with a text for the person who typed the address; the password is in no text
 */
export async function connectTo(address: ServiceLayerAddress): Promise<Connection> {
	const data: LoginData = { ...address, pathPrefix: '/b1s', apiVersion: 'v2', language: '' };
	const http = axios.create({
		httpsAgent: new Agent({ rejectUnauthorized: !data.ignoreSslIssues }),
		maxRedirects: 0,
		proxy: false,
		validateStatus: () => true,
	});
	const request = async ({ method = 'GET', url, body, headers, timeout = REQUEST_TIMEOUT_MS }: IHttpRequestOptions) => {
		const reply = await http.request({ method, url, data: body, headers: headers as Record<string, string>, timeout });
		return { statusCode: reply.status, headers: reply.headers as Record<string, unknown>, body: reply.data as unknown };
	};
	const pause = async (ms: number) => await delay(ms);
	const session = await login(request, data, pause);
	const root = serviceRoot(data.serverUrl, data.pathPrefix, data.apiVersion);
	const send = async (options: IHttpRequestOptions) =>
		await request({
			...options,
			url: `${root}/${options.url}`,
			headers: { ...(options.headers as Record<string, string>), Cookie: cookieOf(session) },
		});
	return {
		serviceLayer: createServiceLayer(send, {
			apiVersion: 'v2',
			sleep: pause,
			random: Math.random,
			secrets: async () => [data.password, session.token],
		}),
		close: async () => {
			await send({ method: 'POST', url: 'Logout', timeout: LOGOUT_TIMEOUT_MS }).catch(() => undefined);
		},
	};
}
