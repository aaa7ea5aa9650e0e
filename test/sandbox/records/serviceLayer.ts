import axios, { type AxiosResponse } from 'axios';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { control, http } from '../concur/client';

export type Version = 'v1' | 'v2';
export const versions: Version[] = ['v1', 'v2'];

export const credentials = { CompanyDB: 'SBODEMO', UserName: 'manager', Password: 'manager' };

/** A client of the sandbox's Service Layer over HTTP, which keeps its own cookies and hands back every answer as it came. */
export class ServiceLayer {
	session = '';
	route = '';

	constructor(
		readonly sandbox: Sandbox,
		readonly version: Version,
	) {}

	static async start(version: Version): Promise<ServiceLayer> {
		const sandbox = await startSandbox({ now: new Date('2026-05-15T10:00:00Z') });
		const client = new ServiceLayer(sandbox, version);
		await client.login();
		return client;
	}

	path(rest: string): string {
		return `/b1s/${this.version}/${rest}`;
	}

	async login(changes: object = {}): Promise<AxiosResponse> {
		const reply = await this.send('POST', 'Login', { ...credentials, ...changes });
		for (const cookie of reply.headers['set-cookie'] ?? []) this.keep(cookie);
		return reply;
	}

	/** A request with the cookies kept; `resource` starting with a slash is a path from the root of the server. */
	send(method: string, resource: string, data?: unknown, headers: Record<string, string> = {}): Promise<AxiosResponse> {
		const url = `${this.sandbox.url}${resource.startsWith('/') ? resource : this.path(resource)}`;
		const cookies = [this.session, this.route].filter((cookie) => cookie !== '').join('; ');
		const all = { ...(cookies === '' ? {} : { Cookie: cookies }), 'Content-Type': 'application/json', ...headers };
		return http.request({ method, url, data, headers: all });
	}

	get(resource: string): Promise<AxiosResponse> {
		return this.send('GET', resource);
	}

	post(resource: string, data: unknown): Promise<AxiosResponse> {
		return this.send('POST', resource, data);
	}

	batch(body: string): Promise<AxiosResponse> {
		return this.send('POST', '$batch', body, { 'Content-Type': 'multipart/mixed; boundary=batch_1' });
	}

	async masterData(lists: object): Promise<void> {
		const { data } = await control(this.sandbox, '/master-data', lists);
		if (data.rejected.length > 0) throw new Error(JSON.stringify(data.rejected));
	}

	async order(path: string, body: unknown): Promise<void> {
		const reply = await control(this.sandbox, path, body);
		if (reply.status !== 200) throw new Error(JSON.stringify(reply.data));
	}

	async reset(): Promise<void> {
		await this.order('/reset', {});
		this.session = '';
		this.route = '';
		await this.login();
	}

	async entries(): Promise<Record<string, unknown>[]> {
		return (await axios.get<{ entries: Record<string, unknown>[] }>(`${this.sandbox.url}/control/ledger`)).data.entries;
	}

	private keep(cookie: string): void {
		const pair = cookie.split(';')[0]!;
		if (pair.startsWith('B1SESSION=')) this.session = pair;
		if (pair.startsWith('ROUTEID=')) this.route = pair;
	}
}

/** Status, code as it was written, and text of a refusal. */
export function refusal(reply: AxiosResponse): [number, number | string, string] {
	const { code, message } = reply.data.error;
	return [reply.status, code, typeof message === 'string' ? message : message.value];
}

/** The code as a version writes it. */
export const written = (version: Version, code: number): number | string => (version === 'v1' ? code : String(code));

/** A balanced entry of the demo company. */
export function entry(changes: object = {}, line: object = {}): object {
	return {
		Memo: 'Trip',
		JournalEntryLines: [
			{ AccountCode: '611000', Debit: 10, ...line },
			{ ShortName: 'E1001', Credit: 10 },
		],
		...changes,
	};
}
