import type { IExecuteFunctions, ILoadOptionsFunctions, IPollFunctions } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';
import { createServiceLayer, type ApiVersion, type ServiceLayer } from '../business-one';
import { secretsOf } from '../business-one/session/credentialSession';
import type { FullResponse, Send } from '../http';
import { secretsIn } from './secrets';

export const B1_CREDENTIAL = 'sapB1ServiceLayerApi';

type Context = IExecuteFunctions | ILoadOptionsFunctions | IPollFunctions;

export interface Company {
	apiVersion: ApiVersion;
	companyDb: string;
}

/** @returns which company the node's credential leads to, and by which version; nothing secret */
export async function readCompany(context: Context): Promise<Company> {
	const credential = await context.getCredentials(B1_CREDENTIAL);
	return { apiVersion: credential.apiVersion === 'v1' ? 'v1' : 'v2', companyDb: String(credential.companyDb ?? '') };
}

/** @returns the Service Layer of the node's credential; every call goes through n8n's own helper, which keeps the session */
export function connectServiceLayer(context: Context, company: Company): ServiceLayer {
	const send: Send = async (options) =>
		(await context.helpers.httpRequestWithAuthentication.call(context, B1_CREDENTIAL, options)) as FullResponse;
	const secrets = async () => await secretsIn(context, B1_CREDENTIAL, secretsOf);
	return createServiceLayer(send, { apiVersion: company.apiVersion, sleep, random: Math.random, secrets });
}
