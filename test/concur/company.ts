import type { INodeType } from 'n8n-workflow';
import { ConcurFisApi } from '../../credentials/ConcurFisApi.credentials';
import { startSandbox, type Sandbox } from '../../sandbox';
import { CredentialStore, type NodeSetup } from '../helpers/engine';

/** A sandbox Concur with n8n's credential for it, and the hand that changes things on Concur's side. */
export interface Company {
	sandbox: Sandbox;
	store: CredentialStore;
	/** Set-up of a node with this company's credential. */
	node(nodeType: INodeType, parameters?: NodeSetup['parameters'], more?: Partial<NodeSetup>): NodeSetup;
	/** A call of the control API; gives its JSON. */
	control<T = unknown>(method: string, path: string, body?: unknown): Promise<T>;
	/** Puts small expense documents (or others) into the ready queue; gives their ids. */
	ready(count: number, docType?: string, extra?: Record<string, unknown>): Promise<string[]>;
	statusOf(docId: string): Promise<string | undefined>;
	/** Requests so far by method and path part. */
	requests(part: string): Promise<number>;
	stop(): Promise<void>;
}

let nextDocument = 1;

/** 32 hexadecimal characters, as FIS makes them; unlike any other of the process. */
const newDocId = () => (nextDocument++).toString(16).padStart(32, '0');

function documentOf(docType: string, number: number): Record<string, unknown> {
	const day = new Date(Date.UTC(2026, 0, 1) + number * 86_400_000).toISOString();
	if (docType === 'cashadvance')
		return {
			employeeData: { employeeId: 'E1' },
			cashAdvanceData: { cashAdvanceId: `CA${number}`, isTest: 'N', issuedDate: day },
			journalData: [],
		};
	return {
		employee: { employeeId: 'E1' },
		report: { reportId: `R${number}`, ledgerCode: 'DEFAULT', isTest: 'N', reportPaymentProcessingDate: day },
		expenseEntry: [],
	};
}

interface Counters {
	endpoints: Record<string, { requests: number }>;
}

export const concurCredential = (sandbox: Sandbox) => ({
	grantType: 'companyRequestToken',
	dataCenter: 'custom',
	customUrl: sandbox.url,
	clientId: sandbox.concur.clientId,
	clientSecret: sandbox.concur.clientSecret,
	companyUuid: sandbox.concur.companyUuid,
	requestToken: sandbox.concur.requestToken,
});

/** Starts a company of its own. `changes` replaces fields of the credential. */
export async function startCompany(changes: Record<string, string> = {}): Promise<Company> {
	const sandbox = await startSandbox({ demo: false });
	const type = new ConcurFisApi();
	const data = { ...concurCredential(sandbox), ...changes };
	const store = new CredentialStore([{ id: 'concur', name: 'Concur', type, data }]);
	const control = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
		const text = body === undefined ? undefined : JSON.stringify(body);
		const response = await fetch(`${sandbox.url}/control${path}`, {
			method,
			body: text,
			headers: { 'Content-Type': 'application/json' },
		});
		const answer = await response.text();
		if (!response.ok) throw new Error(`${method} /control${path}: HTTP ${response.status} ${answer}`);
		return JSON.parse(answer === '' ? 'null' : answer) as T;
	};
	return {
		sandbox,
		store,
		control,
		node: (nodeType, parameters = {}, more = {}) => ({
			nodeType,
			parameters,
			credentials: store,
			credentialIds: { concurFisApi: 'concur' },
			...more,
		}),
		async ready(count, docType = 'expense', extra = {}) {
			const documents = Array.from({ length: count }, (_, index) => ({
				id: newDocId(),
				docType,
				companyId: '192544',
				entityId: 'p1',
				companyUuid: sandbox.concur.companyUuid,
				erpSystemId: '',
				docStatus: 'READY',
				document: documentOf(docType, index),
				...extra,
			}));
			await control('POST', '/documents', documents);
			return documents.map(({ id }) => id);
		},
		async statusOf(docId) {
			const documents = await control<{ docId: string; docStatus: string }[]>('GET', '/documents');
			return documents.find((document) => document.docId === docId)?.docStatus;
		},
		async requests(part) {
			const counters = await control<Counters>('GET', '/counters');
			return Object.entries(counters.endpoints ?? {})
				.filter(([name]) => name.includes(part))
				.reduce((sum, [, { requests }]) => sum + requests, 0);
		},
		stop: async () => await sandbox.stop(),
	};
}
