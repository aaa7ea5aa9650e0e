import axios from 'axios';
import { Agent as HttpAgent } from 'node:http';
import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import { SapB1ServiceLayerApi } from '../../credentials/SapB1ServiceLayerApi.credentials';
import { createServiceLayer, type ApiVersion, type ServiceLayer } from '../../nodes/shared/business-one';
import type { Send } from '../../nodes/shared/http';

export interface Connection {
	serviceLayer: ServiceLayer;
	/** Every sleep of the client, in milliseconds; nothing really waits. */
	sleeps: number[];
	close(): void;
}

export interface Target {
	url: string;
	companyDb: string;
	userName: string;
	password: string;
}

/**
 * A client with the real credential behind it, over axios instead of n8n's helper: fast enough for hundreds of posts, and it does not
 * wait when the client sleeps.
 * @param whileSleeping runs at every sleep: what happens in B1 in the meantime
 */
export function connect(target: Target, apiVersion: ApiVersion, whileSleeping: () => Promise<void> = async () => {}): Connection {
	const credential = new SapB1ServiceLayerApi();
	const data: ICredentialDataDecryptedObject = {
		serverUrl: target.url,
		companyDb: target.companyDb,
		userName: target.userName,
		password: target.password,
		apiVersion,
		pathPrefix: '/b1s',
		sessionToken: '',
	};
	const httpAgent = new HttpAgent({ keepAlive: true });
	const httpRequest = async (options: IHttpRequestOptions) => {
		const response = await axios.request({
			method: options.method,
			url: options.url,
			headers: options.headers as Record<string, string>,
			data: options.body,
			timeout: options.timeout,
			maxRedirects: 0,
			validateStatus: () => true,
			httpAgent,
			proxy: false,
		});
		return { statusCode: response.status, headers: response.headers as Record<string, unknown>, body: response.data as unknown };
	};
	const renew = async () =>
		Object.assign(data, await credential.preAuthentication.call({ helpers: { httpRequest } } as never, data));
	const send: Send = async (options) => {
		if (data.sessionToken === '') await renew();
		try {
			await credential.authenticate(data, options);
		} catch {
			await renew();
			await credential.authenticate(data, options);
		}
		return await httpRequest(options);
	};
	const sleeps: number[] = [];
	const sleep = async (ms: number) => {
		sleeps.push(ms);
		await whileSleeping();
	};
	return {
		serviceLayer: createServiceLayer(send, { apiVersion, sleep, random: () => 0.5, timeoutMs: 5_000 }),
		sleeps,
		close: () => httpAgent.destroy(),
	};
}
