import { Agent } from 'node:https';
import axios from 'axios';
import type { IHttpRequestOptions } from 'n8n-workflow';
import { setTimeout as delay } from 'node:timers/promises';
import { createServiceLayer, setUpPostingRegister, type ServiceLayer } from '../../nodes/shared/business-one';
import type { Sandbox } from '../../sandbox';
import { businessOneIdentity } from '../../sandbox/identity';

const REQUEST_TIMEOUT_MS = 60_000;

/** The Service Layer of the sandbox, as a person with a log-in of their own. */
export async function logIn({ tlsUrl }: Sandbox): Promise<ServiceLayer> {
	// The sandbox signs its certificate itself, as a Business One server does.
	const http = axios.create({
		baseURL: `${tlsUrl}/b1s/v2`,
		timeout: REQUEST_TIMEOUT_MS,
		httpsAgent: new Agent({ rejectUnauthorized: false }),
		proxy: false,
		validateStatus: () => true,
	});
	const { companyDb, userName, password } = businessOneIdentity;
	const login = await http.post('/Login', { CompanyDB: companyDb, UserName: userName, Password: password });
	if (login.status !== 200) throw new Error(`Business One refused the log-in of ${userName}: ${JSON.stringify(login.data)}`);
	const Cookie = (login.headers['set-cookie'] ?? []).map((cookie) => cookie.split(';')[0]).join('; ');
	const send = async ({ method = 'GET', url, body, headers }: IHttpRequestOptions) => {
		const reply = await http.request({
			method,
			url: `/${url}`,
			data: body,
			headers: { ...(headers as Record<string, string>), Cookie },
		});
		return { statusCode: reply.status, headers: reply.headers as Record<string, unknown>, body: reply.data as unknown };
	};
	return createServiceLayer(send, { apiVersion: 'v2', sleep: async (ms) => await delay(ms), random: Math.random });
}

/** Makes the posting register, as the set-up workflow would. Throws Error where it cannot be used. */
export async function setUpPosting(sandbox: Sandbox): Promise<void> {
	const { usable, message } = await setUpPostingRegister(await logIn(sandbox));
	if (!usable) throw new Error(message);
}
