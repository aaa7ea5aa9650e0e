import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IDataObject,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INode,
	INodeCredentialsDetails,
} from 'n8n-workflow';

export interface StoredCredential {
	id: string;
	name: string;
	type: ICredentialType;
	data: ICredentialDataDecryptedObject;
}

/**
 * Stands for n8n's credential database and its credentials helper, with the rules n8n 2.41 has: values read from the store at every
 * request, hidden fields only where the type declares them, preAuthentication when the expirable field is empty, when a request
 * was answered with 401, and at every credential test; everything it returns is written back.
 * `saves` lists what was written, oldest first.
 */
export class CredentialStore {
	readonly saves: IDataObject[] = [];

	private readonly failures = new Map<string, Error>();

	private readonly rows = new Map<string, StoredCredential>();

	constructor(rows: StoredCredential[]) {
		for (const row of rows) this.rows.set(row.id, { ...row, data: { ...defaultsOf(row.type), ...row.data } });
	}

	/** What the store holds now, as a person with the encryption key would read it. */
	dataOf(id: string): ICredentialDataDecryptedObject {
		return { ...this.row(id).data };
	}

	/** What the credential form does on Save: the given fields change, the hidden ones stay. */
	edit(id: string, changes: IDataObject): void {
		Object.assign(this.row(id).data, changes);
	}

	/** Makes a credential unreadable: every look into the store throws this from now on. */
	fail(id: string, error: Error): void {
		this.failures.set(id, error);
	}

	/** The part of IWorkflowExecuteAdditionalData that n8n-core's request helpers call. */
	helper() {
		const row = (id: string) => this.row(id);
		const typeNamed = (name: string) => this.typeNamed(name);
		const preAuthentication = this.preAuthentication.bind(this);
		return {
			getParentTypes: (): string[] => [],
			isCredentialUsableByNode: (): boolean => true,
			getCredentialsProperties: (type: string) => typeNamed(type).properties,
			async getDecrypted(_additional: unknown, details: INodeCredentialsDetails): Promise<ICredentialDataDecryptedObject> {
				const stored = row(details.id ?? '');
				const declared = stored.type.properties.map((property) => property.name);
				return Object.fromEntries(Object.entries(stored.data).filter(([key]) => declared.includes(key)));
			},
			async authenticate(data: ICredentialDataDecryptedObject, type: string, options: IHttpRequestOptions) {
				const { authenticate } = typeNamed(type);
				return typeof authenticate === 'function' ? await authenticate(data, options) : options;
			},
			async preAuthentication(
				helpers: IHttpRequestHelper,
				data: ICredentialDataDecryptedObject,
				type: string,
				node: INode,
				expired: boolean,
			) {
				return await preAuthentication(helpers, data, type, node, expired);
			},
		};
	}

	private async preAuthentication(
		helpers: IHttpRequestHelper,
		data: ICredentialDataDecryptedObject,
		typeName: string,
		node: INode,
		expired: boolean,
	): Promise<IDataObject | undefined> {
		const type = this.typeNamed(typeName);
		const expirable = type.properties.find((property) => property.type === 'hidden' && property.typeOptions?.expirable === true);
		if (!expirable || typeof type.preAuthentication !== 'function') return undefined;
		const isTest = node.parameters.temp === '' && node.type === 'n8n-nodes-base.noOp';
		if (data[expirable.name] !== '' && !expired && !isTest) return undefined;
		const output = await type.preAuthentication.call(helpers, data);
		if (output[expirable.name] === undefined) return undefined;
		const id = node.credentials?.[typeName]?.id;
		if (!id) return undefined;
		this.edit(id, output);
		this.saves.push({ ...output });
		return Object.assign(data, output);
	}

	private row(id: string): StoredCredential {
		const failure = this.failures.get(id);
		if (failure) throw failure;
		const row = this.rows.get(id);
		if (!row) throw new Error(`No credential with id ${id}`);
		return row;
	}

	private typeNamed(name: string): ICredentialType {
		for (const row of this.rows.values()) if (row.type.name === name) return row.type;
		throw new Error(`No credential of type ${name}`);
	}
}

function defaultsOf(type: ICredentialType): ICredentialDataDecryptedObject {
	return Object.fromEntries(type.properties.map((property) => [property.name, property.default as string]));
}
