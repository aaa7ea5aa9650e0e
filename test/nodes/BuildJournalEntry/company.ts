import axios from 'axios';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { SapB1ServiceLayerApi } from '../../../credentials/SapB1ServiceLayerApi.credentials';
import { BuildJournalEntry } from '../../../nodes/BuildJournalEntry/BuildJournalEntry.node';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { CredentialStore, type NodeSetup } from '../../helpers/engine';

/** The demo company of the sandbox, fresh for every test of a suite. */
export class DemoCompany {
	private sandbox!: Sandbox;
	private setUps = 0;

	/** To be called once in the suite, outside of its tests. */
	use(): this {
		beforeAll(async () => {
			this.sandbox = await startSandbox();
		}, 30_000);
		afterAll(async () => await this.sandbox?.stop());
		beforeEach(async () => await this.control('reset', {}));
		return this;
	}

	async control(path: string, body: IDataObject): Promise<void> {
		await axios.post(`${this.sandbox.url}/control/${path}`, body);
	}

	/** A node with a credential of its own, so that nothing is cached from another test. */
	node(parameters: INodeParameters = {}, changes: IDataObject = {}): NodeSetup {
		const credentialId = `credential-${++this.setUps}`;
		const { companyDb, userName, password } = this.sandbox.businessOne;
		const data = { serverUrl: this.sandbox.url, companyDb, userName, password, apiVersion: 'v2', ...changes };
		const credentials = new CredentialStore([{ id: credentialId, name: 'B1', type: new SapB1ServiceLayerApi(), data }]);
		return { nodeType: new BuildJournalEntry(), parameters, credentials, credentialIds: { sapB1ServiceLayerApi: credentialId } };
	}

	/** Requests to the Service Layer since the last reset, without those that only open or close a session. */
	async requests(): Promise<number> {
		const { data } = await axios.get<{ endpoints: Record<string, { requests: number }> }>(`${this.sandbox.url}/control/counters`);
		return Object.entries(data.endpoints)
			.filter(([endpoint]) => endpoint.includes('/b1s/') && !/Log(in|out)/.test(endpoint))
			.reduce((sum, [, { requests }]) => sum + requests, 0);
	}
}
