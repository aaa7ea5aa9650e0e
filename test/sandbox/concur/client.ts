import axios, { type AxiosResponse } from 'axios';
import type { Sandbox } from '../../../sandbox';

export const fisPath = '/financialintegration/fi/v4/companies/transactiontypes';

/** axios that hands back every answer, whatever its status. */
export const http = axios.create({ validateStatus: () => true, timeout: 10_000 });

/** The form of the company's first grant; `changes` replaces fields, null takes one out. */
export function grantForm(sandbox: Sandbox, changes: Record<string, string | null> = {}): string {
	const { clientId, clientSecret, companyUuid, requestToken } = sandbox.concur;
	const fields: Record<string, string | null> = {
		client_id: clientId,
		client_secret: clientSecret,
		grant_type: 'password',
		username: companyUuid,
		password: requestToken,
		credtype: 'authtoken',
		...changes,
	};
	return new URLSearchParams(Object.entries(fields).filter((field): field is [string, string] => field[1] !== null)).toString();
}

export function tokenCall(
	sandbox: Sandbox,
	changes: Record<string, string | null> = {},
	base = sandbox.url,
): Promise<AxiosResponse> {
	return http.post(`${base}/oauth2/v0/token`, grantForm(sandbox, changes));
}

/** A form for a refresh, to be given to `tokenCall`. */
export function refreshWith(refreshToken: string): Record<string, string | null> {
	return { grant_type: 'refresh_token', refresh_token: refreshToken, username: null, password: null, credtype: null };
}

/** FIS calls with a company token of their own. */
export class FisClient {
	private constructor(
		private readonly base: string,
		readonly token: string,
	) {}

	static async connect(sandbox: Sandbox): Promise<FisClient> {
		const { data } = await tokenCall(sandbox);
		return new FisClient(sandbox.url, data.access_token);
	}

	get(query = '', docType = 'expense', headers: Record<string, string> = {}): Promise<AxiosResponse> {
		const authorized = { Authorization: `Bearer ${this.token}`, ...headers };
		return http.get(`${this.base}${fisPath}/${docType}/transactions${query}`, { headers: authorized });
	}

	post(step: string, body: unknown, docType = 'expense', headers: Record<string, string> = {}): Promise<AxiosResponse> {
		const authorized = { Authorization: `Bearer ${this.token}`, 'Content-Type': 'application/json', ...headers };
		return http.post(`${this.base}${fisPath}/${docType}/transactions/${step}`, body, { headers: authorized });
	}

	acknowledge(ids: string[], systemId = 'B1', docType = 'expense'): Promise<AxiosResponse> {
		return this.post('acknowledgements', { ids, systemId }, docType);
	}

	confirm(docId: string, changes: Record<string, unknown> = {}, systemId = 'B1', docType = 'expense'): Promise<AxiosResponse> {
		const item = { docId, overallPostingStatusCode: 'success', postingDocs: [postingDoc], systemMessages: [], ...changes };
		return this.post('postingconfirmations', { systemId, postingConfirmations: [item] }, docType);
	}

	pay(docId: string, changes: Record<string, unknown> = {}, paymentRef = 'P-1', docType = 'expense'): Promise<AxiosResponse> {
		const item = { docId, processingStatusCode: 'CP', clearingDetails: [clearing(paymentRef)], ...changes };
		return this.post('paymentconfirmations', { systemId: 'B1', processingConfirmation: [item] }, docType);
	}
}

export const postingDoc = {
	companyId: 'SBODEMO',
	documentNumber: '1042',
	fiscalYear: '2026',
	paymentRelevantLineItems: [],
	postingDate: '2026-03-04',
};

export const errorAnswer = {
	overallPostingStatusCode: 'error',
	postingDocs: [],
	systemMessages: [{ messageId: 'account', messageLanguage: 'EN', messageShortText: 'The account 611000 is frozen.' }],
};

export function clearing(paymentRef: string): Record<string, unknown> {
	return {
		clearingDate: '2026-03-20T00:00:00.000Z',
		clearingAmount: 10,
		clearingCurrency: 'USD',
		receiver: { receiverId: 'E1', receiverName: 'First Last', receiverType: 'EMPLOYEE' },
		clearingReference: { companyCode: 'SBODEMO', financialDocumentId: '7', fiscalYear: '2026', paymentRef, paymentMethod: 'E' },
	};
}

/** A report in its envelope entry; `id` is its FIS id and `R-<id>` its report id. */
export function report(id: string, changes: Record<string, unknown> = {}): Record<string, unknown> {
	return {
		id,
		docType: 'expense',
		document: { report: { reportId: `R-${id}`, totalApprovedAmount: 10 }, expenseEntry: [] },
		...changes,
	};
}

export async function load(sandbox: Sandbox, documents: unknown): Promise<AxiosResponse> {
	return http.post(`${sandbox.url}/control/documents`, documents, { headers: { 'Content-Type': 'application/json' } });
}

export function control(sandbox: Sandbox, path: string, body: unknown = {}): Promise<AxiosResponse> {
	return http.post(`${sandbox.url}/control${path}`, body);
}

/** Status and history of one document, as the control API tells them. */
export async function documentOf(
	sandbox: Sandbox,
	docId: string,
): Promise<{ docStatus: string; history: { status: string }[] } & Record<string, unknown>> {
	const { data } = await http.get(`${sandbox.url}/control/documents`);
	return data.find((document: { docId: string }) => document.docId === docId);
}
