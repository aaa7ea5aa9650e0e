import { sleep, type IExecuteFunctions, type ILoadOptionsFunctions } from 'n8n-workflow';
import { createServiceLayer, type ServiceLayer } from '../shared/business-one/client';
import type { ApiVersion, FullResponse } from '../shared/business-one/types';

export const B1_CREDENTIAL = 'sapB1ServiceLayerApi';

/** The Service Layer of the node's credential; its session is renewed by the credential itself. */
export async function connect(context: IExecuteFunctions | ILoadOptionsFunctions): Promise<ServiceLayer> {
	const { apiVersion } = await context.getCredentials<{ apiVersion: ApiVersion }>(B1_CREDENTIAL);
	return createServiceLayer(
		async (options) =>
			(await context.helpers.httpRequestWithAuthentication.call(context, B1_CREDENTIAL, options)) as FullResponse,
		{ apiVersion, sleep, random: Math.random },
	);
}
