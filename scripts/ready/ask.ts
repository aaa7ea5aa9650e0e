import { setTimeout as delay } from 'node:timers/promises';

import axios from 'axios';
import type { IHttpRequestOptions } from 'n8n-workflow';

import { ServiceLayerError } from '../../nodes/shared/business-one';
import { LoginError } from '../../nodes/shared/business-one/session/loginError';
import type { ConcurCredential } from '../../nodes/shared/concur/credential';
import { FisError } from '../../nodes/shared/concur/errors';
import { createFis } from '../../nodes/shared/concur/fis';
import { signIn } from '../../nodes/shared/concur/grants';
import {
	judgeBusinessOne,
	judgeConcur,
	readConcur,
	readFacts,
	type BusinessOneFacts,
	type Readiness,
} from '../../nodes/shared/readiness';
import { startSandbox } from '../../sandbox';
import { concurIdentity } from '../../sandbox/identity';
import { PreviewError } from '../preview/input';
import { passwordOf } from '../preview/password';
import { connectTo, type ServiceLayerAddress } from '../serviceLayer';
import type { ReadyOptions } from './options';

const TIMEOUT_MS = 60_000;
const DOC_TYPES = ['expense', 'cashadvance', 'invoice'];

type ConcurLogin = Pick<ConcurCredential, 'clientId' | 'clientSecret' | 'companyUuid' | 'requestToken' | 'customUrl'>;

export interface Asked {
	readiness: Readiness;
	facts: BusinessOneFacts;
}

/**
 * Asks B1, and Concur where its credentials are in the environment.
 *
 * @throws PreviewError with what B1 or Concur said; no secret is part of it
 */
export async function ask(options: ReadyOptions): Promise<Asked> {
	if (options.company !== '') return await askSandbox(options);
	const { b1: serverUrl, companyDb, user: userName, ignoreSslIssues, date } = options;
	const password = await passwordOf(userName);
	return await askBoth({ serverUrl, companyDb, userName, password, ignoreSslIssues }, concurOfEnvironment(), date);
}

async function askSandbox({ company, date }: ReadyOptions): Promise<Asked> {
	const sandbox = await startSandbox({ company });
	try {
		const { clientId, clientSecret, companyUuid, requestToken } = concurIdentity;
		const address = { serverUrl: sandbox.tlsUrl, ...sandbox.businessOne, ignoreSslIssues: true };
		return await askBoth(address, { clientId, clientSecret, companyUuid, requestToken, customUrl: sandbox.url }, date);
	} finally {
		await sandbox.stop();
	}
}

function concurOfEnvironment(): ConcurLogin | null {
	const { CONCUR_CLIENT_ID, CONCUR_CLIENT_SECRET, CONCUR_COMPANY_UUID, CONCUR_REQUEST_TOKEN, CONCUR_URL } = process.env;
	if (!CONCUR_CLIENT_ID || !CONCUR_CLIENT_SECRET || !CONCUR_COMPANY_UUID || !CONCUR_REQUEST_TOKEN || !CONCUR_URL) return null;
	return {
		clientId: CONCUR_CLIENT_ID,
		clientSecret: CONCUR_CLIENT_SECRET,
		companyUuid: CONCUR_COMPANY_UUID,
		requestToken: CONCUR_REQUEST_TOKEN,
		customUrl: CONCUR_URL,
	};
}

async function askBoth(address: ServiceLayerAddress, concur: ConcurLogin | null, date: string): Promise<Asked> {
	try {
		const facts = await askBusinessOne(address, date);
		const own = judgeBusinessOne(facts);
		const other = concur === null ? null : await askConcur(concur, facts);
		return { facts, readiness: { ...own, findings: [...own.findings, ...(other?.findings ?? [])] } };
	} catch (error) {
		if (error instanceof LoginError || error instanceof ServiceLayerError)
			throw new PreviewError(`Business One could not be asked: ${error.message}`);
		throw error;
	}
}

async function askBusinessOne(address: ServiceLayerAddress, date: string): Promise<BusinessOneFacts> {
	const { serviceLayer, close } = await connectTo(address);
	try {
		return await readFacts(serviceLayer, address.companyDb, date, Date.now());
	} finally {
		await close();
	}
}

/** A Concur that refuses the sign-in is a finding like others. */
async function askConcur(login: ConcurLogin, { currencies }: BusinessOneFacts): Promise<Readiness> {
	const known = currencies && new Set(currencies.flatMap(({ Code, DocumentsCode }) => [String(Code), String(DocumentsCode)]));
	const http = axios.create({ maxRedirects: 0, proxy: false, timeout: TIMEOUT_MS, validateStatus: () => true });
	const request = async ({ method = 'GET', url, body, headers, qs }: IHttpRequestOptions) => {
		const reply = await http.request({
			method,
			url,
			data: body,
			headers: headers as Record<string, string>,
			params: qs as object,
		});
		return { statusCode: reply.status, headers: reply.headers as Record<string, unknown>, body: reply.data as unknown };
	};
	const credential = {
		...login,
		grantType: 'companyRequestToken',
		dataCenter: 'custom',
		additionalHosts: '',
		username: '',
		password: '',
		initialRefreshToken: '',
		accessToken: '',
		storedRefreshToken: '',
		geolocation: '',
		fingerprint: '',
	} as ConcurCredential;
	const token = await signIn(request, credential).catch((error: Error) => error);
	const pause = async (ms: number) => await delay(ms);
	const send = async (options: IHttpRequestOptions) => {
		if (token instanceof Error) throw token;
		const headers = { ...(options.headers as Record<string, string>), Authorization: `Bearer ${token.accessToken}` };
		return await request({ ...options, url: `${token.geolocation}${options.url}`, headers });
	};
	const secrets = async () =>
		await Promise.resolve(
			[login.clientSecret, login.requestToken, token instanceof Error ? '' : token.accessToken].filter(Boolean),
		);
	const fis = createFis(send, { pause, secrets, attempts: 2 });
	const isRefused = (error: Error) => error instanceof FisError && error.kind !== 'temporary';
	const reads = await readConcur(fis as never, DOC_TYPES, isRefused);
	return judgeConcur(
		token instanceof Error ? reads.map((one) => ({ ...one, problem: token.message, isRefused: true })) : reads,
		known,
	);
}
