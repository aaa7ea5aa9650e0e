import axios from 'axios';
import { ConcurFisApi } from '../credentials/ConcurFisApi.credentials';
import { SapB1ServiceLayerApi } from '../credentials/SapB1ServiceLayerApi.credentials';
import { businessOneIdentity, concurIdentity } from '../sandbox/identity';
import type sample from '../sandbox/samples/01-out-of-pocket.json';
import { CredentialStore, type NodeSetup } from '../test/helpers/engine';
import { employees, newDocuments } from './documents';

export interface Counters {
	requests: { concur: number; businessOne: number };
	logins: number;
	endpoints: Record<string, { requests: number }>;
}

let runs = 0;

/** The sandbox at `url`, with n8n credentials for both of its systems and the hand that counts. */
export class BenchCompany {
	private readonly b1Id = `b1-${++runs}`;
	private readonly credentials: CredentialStore;

	private constructor(private readonly url: string) {
		this.credentials = credentialsFor(url, this.b1Id);
	}

	/** An empty ledger, 300 employees, no register, sessions of nobody. */
	static async open(url: string): Promise<BenchCompany> {
		const company = new BenchCompany(url);
		await company.control('reset', { demo: true });
		await company.control('master-data', { businessPartners: employees() });
		return company;
	}

	/** The company at `url` as it stands. */
	static at(url: string): BenchCompany {
		return new BenchCompany(url);
	}

	/** The same company in a new run with a credential of its own, so that nothing is remembered of an earlier one. */
	newRun(): BenchCompany {
		return new BenchCompany(this.url);
	}

	/** Set-up of a node with this company's credentials. */
	node(nodeType: NodeSetup['nodeType'], parameters: NodeSetup['parameters'] = {}): NodeSetup {
		return {
			nodeType,
			parameters,
			credentials: this.credentials,
			credentialIds: { concurFisApi: 'concur', sapB1ServiceLayerApi: this.b1Id },
		};
	}

	/** Puts documents into Concur's ready queue. */
	async ready(documents: object[]): Promise<void> {
		await this.control('documents', documents);
	}

	/** What the requests of `work` came to, logins and tokens of the credentials left out of the counts. */
	async counted(work: () => Promise<unknown>): Promise<{ concur: number; businessOne: number; logins: number }> {
		await this.control('counters/reset', {});
		await work();
		const { data } = await axios.get<Counters>(`${this.url}/control/counters`, { proxy: false });
		const tokens = data.endpoints['POST /oauth2/v0/token']?.requests ?? 0;
		return {
			concur: data.requests.concur - tokens,
			businessOne: data.requests.businessOne - data.logins,
			logins: data.logins,
		};
	}

	private async control(call: string, body: unknown): Promise<void> {
		await axios.post(`${this.url}/control/${call}`, body, { proxy: false, maxBodyLength: Infinity });
	}
}

function credentialsFor(url: string, b1Id: string): CredentialStore {
	const { companyDb, userName, password } = businessOneIdentity;
	const { clientId, clientSecret, companyUuid, requestToken } = concurIdentity;
	const concur = { grantType: 'companyRequestToken', dataCenter: 'custom', customUrl: url, clientId, clientSecret, companyUuid };
	return new CredentialStore([
		{
			id: b1Id,
			name: 'B1',
			type: new SapB1ServiceLayerApi(),
			data: { serverUrl: url, companyDb, userName, password, apiVersion: 'v2' },
		},
		{ id: 'concur', name: 'Concur', type: new ConcurFisApi(), data: { ...concur, requestToken } },
	]);
}

/** The documents as the trigger gives them. */
export function newItems(count: number): Array<Record<string, unknown>> {
	return newDocuments(count).map((document) => {
		const { id, ...rest } = document as typeof sample;
		return {
			docId: id,
			docType: rest.docType,
			docStatus: rest.docStatus,
			companyId: rest.companyId,
			entityId: rest.entityId,
			systemId: '',
			document: rest.document,
		};
	});
}
