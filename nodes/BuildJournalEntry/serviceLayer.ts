import { sleep, type IExecuteFunctions, type ILoadOptionsFunctions } from 'n8n-workflow';
import { createServiceLayer, type ApiVersion, type FullResponse, type ServiceLayer } from '../shared/business-one';

export const B1_CREDENTIAL = 'sapB1ServiceLayerApi';

/** The Service Layer of the node's credential and the company it leads to; the session is renewed by the credential itself. */
export async function connect(
	context: IExecuteFunctions | ILoadOptionsFunctions,
): Promise<{ serviceLayer: ServiceLayer; companyDb: string }> {
	const { apiVersion, companyDb } = await context.getCredentials<{ apiVersion: ApiVersion; companyDb: string }>(B1_CREDENTIAL);
	const serviceLayer = createServiceLayer(
		async (options) => (await context.helpers.httpRequestWithAuthentication.call(context, B1_CREDENTIAL, options)) as FullResponse,
		{ apiVersion, sleep, random: Math.random },
	);
	return { serviceLayer, companyDb };
}
