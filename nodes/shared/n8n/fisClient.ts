import type { IExecuteFunctions, IPollFunctions } from 'n8n-workflow';
import type { CallSettings } from '../concur/call';
import { secretsOf } from '../concur/credential';
import { createFis, type Fis } from '../concur/fis';
import type { FullResponse, Send } from '../http';
import { secretsIn } from './secrets';

/** A FIS client that sends with the node's Concur credential. */
export function fisFor(context: IExecuteFunctions | IPollFunctions, settings: Partial<CallSettings> = {}): Fis {
	const send: Send = async (options) =>
		(await context.helpers.httpRequestWithAuthentication.call(context, 'concurFisApi', options)) as FullResponse;
	return createFis(send, { ...settings, secrets: async () => await secretsIn(context, 'concurFisApi', secretsOf) });
}
