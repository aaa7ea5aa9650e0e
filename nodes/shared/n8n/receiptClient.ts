import type { IExecuteFunctions } from 'n8n-workflow';
import { createCall } from '../concur/call';
import { readCredential, rulesOf, secretsOf } from '../concur/credential';
import { mayHoldImages } from '../concur/dataCenters';
import { fetchReceipt, type FetchedReceipt } from '../concur/receipts/fetchReceipt';
import type { ReceiptSource } from '../document';
import type { FullResponse, Send } from '../http';
import { secretsIn } from './secrets';

const TIMEOUT_MS = 60_000;

/** Fetches one receipt, of `maxBytes` at most. Throws FisError where every other one would fail as well. */
export type FetchReceipt = (source: ReceiptSource, maxBytes: number) => Promise<FetchedReceipt>;

/**
 * Asks for links with the node's Concur credential, and fetches the files behind them without it.
 * @throws an error of n8n where the credential cannot be read
 */
export async function receiptsFor(context: IExecuteFunctions): Promise<FetchReceipt> {
	const send: Send = async (options) =>
		(await context.helpers.httpRequestWithAuthentication.call(context, 'concurFisApi', options)) as FullResponse;
	const secrets = async () => await secretsIn(context, 'concurFisApi', secretsOf);
	const call = createCall(send, { secrets });
	const rules = rulesOf(readCredential(await context.getCredentials('concurFisApi')));
	const bare: Send = async (options) => (await context.helpers.httpRequest(options)) as FullResponse;
	const isAllowed = (url: string) => mayHoldImages(url, rules);
	return async (source, maxBytes) =>
		await fetchReceipt(call, source, { send: bare, isAllowed, maxBytes, timeoutMs: TIMEOUT_MS, secrets });
}
