import type { IDataObject } from 'n8n-workflow';
import axios from 'axios';
import { startSandbox, type Sandbox } from '../../../sandbox';
import type { CredentialStore } from '../../helpers/engine';
import { builtItem, run, sandboxCredential, setupOf } from './setup';

export const JOURNAL = { resource: 'journalEntry' };

/** The outputs of Find by Document. */
export const NOT_THERE = 0;
export const BOOKS = 1;
export const RECALLED = 2;
export const UNCERTAIN = 3;

/** A company in which documents are posted, looked up and cancelled. */
export class DocumentBooks {
	private sandbox!: Sandbox;
	private documents = 0;
	credentials!: CredentialStore;

	/** To be called once in the suite, outside of its tests. */
	use(): this {
		beforeAll(async () => {
			this.sandbox = await startSandbox({ now: new Date('2026-11-24T08:00:00Z') });
			this.credentials = sandboxCredential(this.sandbox);
		});
		afterAll(async () => await this.sandbox.stop());
		afterEach(async () => {
			await this.control('delete', 'faults');
			await this.period('ltUnlocked');
		});
		return this;
	}

	async control(method: 'get' | 'post' | 'delete', call: string, body?: unknown): Promise<IDataObject> {
		return (await axios.request({ method, url: `${this.sandbox.url}/control/${call}`, data: body, proxy: false }))
			.data as IDataObject;
	}

	/** A document of its own as the trigger gives it, and as Build does. */
	document(changes: IDataObject = {}): { item: IDataObject; built: IDataObject } {
		this.documents += 1;
		const docId = this.documents.toString(16).padStart(32, 'e');
		const item = { docId, docType: 'expense', companyId: '412077', docStatus: 'READY', ...changes };
		const built = builtItem({ ...item, postingKey: `412077:${docId}`, reportId: `REPORT-E${this.documents}` });
		return { item, built };
	}

	async post(built: IDataObject): Promise<IDataObject> {
		const [posted] = await run(setupOf(this.credentials, { ...JOURNAL, operation: 'post' }), [built]);
		return posted![0]!.posting as IDataObject;
	}

	/** An item whose entry is in the books. */
	async posted(changes: IDataObject = {}): Promise<{ item: IDataObject; built: IDataObject; jdtNum: number }> {
		const document = this.document(changes);
		return { ...document, jdtNum: (await this.post(document.built)).jdtNum as number };
	}

	async find(items: IDataObject[], options: IDataObject = {}): Promise<IDataObject[][]> {
		return await run(setupOf(this.credentials, { ...JOURNAL, operation: 'findByDocument', options }), items);
	}

	/** The output that the one item took, and its json. */
	async findOne(item: IDataObject, options: IDataObject = {}): Promise<{ output: number; json: IDataObject }> {
		const outputs = await this.find([item], options);
		const output = outputs.findIndex((items) => items.length > 0);
		return { output, json: outputs[output]![0]! };
	}

	/** What a bookkeeper does in B1. */
	async call(method: string, path: string, body?: object): Promise<IDataObject> {
		const parameters = { resource: 'custom', operation: 'call', method, path, body: JSON.stringify(body ?? {}) };
		return (await run(setupOf(this.credentials, parameters)))[0]![0]!;
	}

	async entries(): Promise<IDataObject[]> {
		return (await this.control('get', 'ledger')).entries as IDataObject[];
	}

	/** Locks or unlocks the period of 2025; a reversal in 2026 may keep the due date of its entry. */
	async period(PeriodStatus: string): Promise<void> {
		const periods = [
			{ PeriodCode: '2025', PeriodStatus },
			{ PeriodCode: '2026', ValueDateFrom: '2025-01-01' },
		];
		await this.control('post', 'master-data', { periods });
	}
}
