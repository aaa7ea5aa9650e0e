import axios, { type AxiosInstance } from 'axios';

import type { Owner } from './owner';

const REQUEST_TIMEOUT_MS = 30_000;
const INSERTED_AT_ONCE = 500;

export interface Execution {
	id: string;
	workflowId: string;
	status: string;
}

interface WorkflowFile {
	name: string;
	nodes: Array<{
		type: string;
		name: string;
		parameters: Record<string, unknown>;
		credentials?: Record<string, { id: string; name: string }>;
	}>;
	[key: string]: unknown;
}

/** n8n's own REST interface, as the editor uses it. */
export class N8nApi {
	private constructor(
		private readonly http: AxiosInstance,
		private readonly projectId: string,
	) {}

	/** Makes the owner of a new n8n, or logs in where one is there already. */
	static async connect(url: string, owner: Owner): Promise<N8nApi> {
		const http = axios.create({ baseURL: `${url}/rest`, timeout: REQUEST_TIMEOUT_MS, validateStatus: () => true });
		let reply = await http.post('/owner/setup', owner);
		if (reply.status !== 200) reply = await http.post('/login', { emailOrLdapLoginId: owner.email, password: owner.password });
		if (reply.status !== 200) throw new Error(`n8n refused the log-in of ${owner.email}: ${JSON.stringify(reply.data)}`);
		http.defaults.headers.common.Cookie = (reply.headers['set-cookie'] ?? [])
			.map((cookie: string) => cookie.split(';')[0])
			.join('; ');
		const project = await unwrap<{ id: string }>(http.get('/projects/personal'));
		return new N8nApi(http, project.id);
	}

	/** Creates a credential, or gives the one of that name these values. */
	async credential(name: string, type: string, data: Record<string, unknown>): Promise<{ id: string; name: string }> {
		const existing = (await unwrap<Array<{ id: string; name: string; type: string }>>(this.http.get('/credentials'))).find(
			(one) => one.name === name && one.type === type,
		);
		if (existing) await unwrap(this.http.patch(`/credentials/${existing.id}`, { name, type, data }));
		const { id } =
			existing ?? (await unwrap<{ id: string }>(this.http.post('/credentials', { name, type, data, projectId: this.projectId })));
		return { id, name };
	}

	/**
	 * Imports a workflow with the credentials its nodes ask for.
	 *
	 * @param credentials by credential type
	 */
	async importWorkflow(file: WorkflowFile, credentials: Record<string, { id: string; name: string }>): Promise<string> {
		const workflow = { ...withCredentials(file, credentials), active: false, projectId: this.projectId };
		return (await unwrap<{ id: string }>(this.http.post('/workflows', workflow))).id;
	}

	/** Imports a workflow, as `importWorkflow` does, and publishes it. */
	async publish(file: WorkflowFile, credentials: Record<string, { id: string; name: string }>): Promise<string> {
		const id = await this.importWorkflow(file, credentials);
		await this.activate(id);
		return id;
	}

	/** Publishes a workflow that is there. */
	async activate(id: string): Promise<void> {
		const { versionId } = await unwrap<{ versionId: string }>(this.http.get(`/workflows/${id}`));
		await unwrap(this.http.post(`/workflows/${id}/activate`, { versionId }));
	}

	/** Runs a workflow that is there from one of its triggers, as a click on "Execute workflow" does; it ends later. */
	async run(id: string, trigger: string): Promise<void> {
		const workflowData = await unwrap<object>(this.http.get(`/workflows/${id}`));
		await unwrap(this.http.post(`/workflows/${id}/run`, { workflowData, triggerToStartFrom: { name: trigger } }));
	}

	async workflows(): Promise<Array<{ id: string; name: string }>> {
		return await unwrap(this.http.get('/workflows'));
	}

	async executions(workflowId: string): Promise<Execution[]> {
		const filter = JSON.stringify({ workflowId });
		const { results } = await unwrap<{ results: Execution[] }>(this.http.get('/executions', { params: { filter, limit: 100 } }));
		return results;
	}

	/** The first execution of a workflow that ran a node. Throws Error where none did. */
	async executionOf(workflowId: string, node: string): Promise<Execution> {
		for (const execution of (await this.executions(workflowId)).reverse()) {
			if ((await this.executionData(execution.id)).includes(`"${node}":"`)) return execution;
		}
		throw new Error(`No execution of the workflow ran "${node}"`);
	}

	/** What n8n keeps of an execution, as flat text. */
	async executionData(id: string): Promise<string> {
		return (await unwrap<{ data: string }>(this.http.get(`/executions/${id}`))).data;
	}

	/** Why an execution failed, in n8n's words. */
	async executionError(id: string): Promise<string> {
		const data = await this.executionData(id);
		// n8n keeps an execution flat: a list whose objects name their values by place.
		const parts = JSON.parse(data) as Array<Record<string, string> | string>;
		const at = (place: Record<string, string> | string | undefined, name: string) =>
			typeof place === 'object' ? parts[Number(place[name])] : undefined;
		const message = at(at(at(parts[0], 'resultData'), 'error'), 'message');
		return typeof message === 'string' ? message : data.slice(0, 500);
	}

	/** Makes a Data Table unless it is there. */
	async dataTable(name: string, columns: Array<{ name: string; type: string }>): Promise<string> {
		const path = `/projects/${this.projectId}/data-tables`;
		return (await this.findDataTable(name)) ?? (await unwrap<{ id: string }>(this.http.post(path, { name, columns }))).id;
	}

	async findDataTable(name: string): Promise<string | undefined> {
		const path = `/projects/${this.projectId}/data-tables`;
		const { data } = await unwrap<{ data: Array<{ id: string; name: string }> }>(this.http.get(path));
		return data.find((table) => table.name === name)?.id;
	}

	/** Deletes the rows that have that value. */
	async deleteRows(tableId: string, columnName: string, value: string | boolean): Promise<void> {
		const filter = JSON.stringify({ type: 'and', filters: [{ columnName, condition: 'eq', value }] });
		await unwrap(this.http.delete(`/projects/${this.projectId}/data-tables/${tableId}/rows`, { params: { filter } }));
	}

	/** Adds rows to a Data Table, in parts that n8n takes. */
	async insertRows(tableId: string, rows: object[]): Promise<void> {
		const path = `/projects/${this.projectId}/data-tables/${tableId}/insert`;
		for (let from = 0; from < rows.length; from += INSERTED_AT_ONCE)
			await unwrap(this.http.post(path, { data: rows.slice(from, from + INSERTED_AT_ONCE), returnType: 'count' }));
	}

	async rows<Row>(tableId: string): Promise<Row[]> {
		const take = 250;
		const rows: Row[] = [];
		for (;;) {
			const page = await unwrap<{ data: Row[]; count: number }>(
				this.http.get(`/projects/${this.projectId}/data-tables/${tableId}/rows`, { params: { take, skip: rows.length } }),
			);
			rows.push(...page.data);
			if (page.data.length === 0 || rows.length >= page.count) return rows;
		}
	}
}

function withCredentials(file: WorkflowFile, credentials: Record<string, { id: string; name: string }>): WorkflowFile {
	const nodes = file.nodes.map((node) => {
		const wanted = Object.keys(node.credentials ?? {});
		return {
			...node,
			credentials: Object.fromEntries(wanted.map((type) => [type, credentials[type] ?? node.credentials![type]!])),
		};
	});
	return { ...file, nodes };
}

async function unwrap<T>(
	request: Promise<{ status: number; data: { data?: T; message?: string }; config: { url?: string } }>,
): Promise<T> {
	const { status, data, config } = await request;
	if (status >= 400) throw new Error(`n8n answered ${status} to ${config.url}: ${data.message ?? JSON.stringify(data)}`);
	return data.data as T;
}
