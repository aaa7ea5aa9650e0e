import type { SandboxContext } from '../context';
import { headerOf, jsonReply, type DataCenter, type SandboxReply, type SandboxRequest } from '../http';
import type { Ports } from '../listeners';
import { acknowledge } from './acknowledge';
import { refusal } from './authorization';
import { changedCompany, newCompany, type CompanySettings } from './company';
import { Documents, type StoredDocument } from './documents';
import { Images } from './images/images';
import { ImageServer } from './images/serve';
import { BULK_UPDATE_PATH, updateInvoicePayments } from './invoice-payments';
import { tokenEndpoint } from './oauth';
import { confirmPayments } from './payment-confirmation';
import { confirmPostings } from './posting-confirmation';
import { readTransactions } from './read';
import { typesOfPath } from './statuses';
import { Tokens, type AccessToken, type RefreshToken } from './tokens';
import type { WriteParts } from './write';

interface ConcurState {
	company: CompanySettings;
	documents: StoredDocument[];
	images?: unknown;
	tokens: { access: [string, AccessToken][]; refresh: [string, RefreshToken][] };
}

const TRANSACTIONS_PATH = /^\/financialintegration\/fi\/v4\/companies\/transactiontypes\/([^/]+)\/transactions(?:\/([^/]+))?\/?$/;

const writers: Record<string, (parts: WriteParts) => SandboxReply> = {
	acknowledgements: acknowledge,
	postingconfirmations: confirmPostings,
	paymentconfirmations: confirmPayments,
};

/** The Concur half of the sandbox: the token endpoint, FIS v4 and the images of receipts for one company. */
export class Concur {
	readonly documents: Documents;
	readonly tokens: Tokens;
	readonly images: Images;
	private readonly imageServer: ImageServer;
	private settings: CompanySettings;
	private ports: Ports = { http: 0, https: 0, otherDataCenter: 0 };

	constructor(private readonly context: SandboxContext) {
		this.documents = new Documents(context.clock);
		this.tokens = new Tokens(context);
		this.images = new Images(this.documents);
		this.imageServer = new ImageServer(context, this.images);
		this.settings = newCompany(context.clock);
	}

	async handle(request: SandboxRequest): Promise<SandboxReply> {
		const reply = this.serve(request);
		return { ...reply, headers: { ...reply.headers, 'concur-correlationid': this.context.ids.uuid('correlation') } };
	}

	private serve(request: SandboxRequest): SandboxReply {
		if (request.path.startsWith('/oauth2')) return this.oauth(request);
		if (request.path.startsWith('/financialintegration')) return this.financialIntegration(request);
		if (request.path.startsWith('/invoice')) return this.invoicePayments(request);
		const scope = request.path.startsWith('/receipts') ? 'receipts.read' : 'IMAGE';
		const refused = ImageServer.isFile(request.path) ? null : refusal(this.context, this.tokens, this.settings, request, scope);
		return refused ?? this.imageServer.handle(request, this.baseUrl(request.dataCenter, request));
	}

	private invoicePayments(request: SandboxRequest): SandboxReply {
		const refused = refusal(this.context, this.tokens, this.settings, request, 'invoice.paymentconfirmation.write');
		if (refused) return refused;
		if (request.path !== BULK_UPDATE_PATH) return jsonReply(404, { message: `No message available for ${request.path}.` });
		if (request.method !== 'POST') return notAllowed(request.method, 'POST');
		return updateInvoicePayments(this.documents, request);
	}

	company(): CompanySettings {
		return this.settings;
	}

	/** Changes settings of the company and its app. Throws Error that names what is wrong. */
	change(settings: Record<string, unknown>): void {
		this.settings = changedCompany(this.settings, settings, this.context.clock);
	}

	/** Tells which ports the addresses in token answers end with. */
	setPorts(ports: Ports): void {
		this.ports = ports;
	}

	/** No documents, and the company as it was at the start. Tokens already issued live on. */
	reset(): void {
		this.documents.clear();
		this.images.clear();
		this.settings = newCompany(this.context.clock);
	}

	state(): unknown {
		return { company: this.settings, documents: this.documents.all(), images: this.images.state(), tokens: this.tokens.state() };
	}

	restore(state: unknown): void {
		const { company, documents, images, tokens } = structuredClone(state) as ConcurState;
		this.settings = company;
		this.documents.restore(documents);
		this.images.restore(images);
		this.tokens.restore(tokens);
	}

	private oauth(request: SandboxRequest): SandboxReply {
		if (request.path !== '/oauth2/v0/token') return jsonReply(404, { message: 'Not Found' });
		return tokenEndpoint(
			{
				context: this.context,
				tokens: this.tokens,
				company: () => this.settings,
				setCompany: (company) => (this.settings = company),
				baseUrl: (dataCenter, from) => this.baseUrl(dataCenter, from),
			},
			request,
		);
	}

	private financialIntegration(request: SandboxRequest): SandboxReply {
		const refused = refusal(this.context, this.tokens, this.settings, request);
		if (refused) return refused;
		const [, docType, step] = TRANSACTIONS_PATH.exec(request.path) ?? [];
		const writer = step === undefined ? null : Object.hasOwn(writers, step) ? writers[step] : undefined;
		if (docType === undefined || writer === undefined)
			return jsonReply(404, { message: `No message available for ${request.path}.` });
		const types = typesOfPath(docType);
		if (types === null) return jsonReply(400, { message: `"${docType}" is not a document type.` });
		if (request.method !== (writer ? 'POST' : 'GET')) return notAllowed(request.method, writer ? 'POST' : 'GET');
		const { context, documents } = this;
		return writer
			? writer({ context, company: this.settings, documents, types, request })
			: readTransactions(context, documents, types, request);
	}

	/** The address of a data center under the host name the caller used; the first one also speaks HTTPS. */
	private baseUrl(dataCenter: DataCenter, request: SandboxRequest): string {
		const name = /^(\[[^\]]+\]|[^:]+)/.exec(headerOf(request, 'host') ?? '')?.[1] ?? '127.0.0.1';
		if (dataCenter === 'other') return `http://${name}:${this.ports.otherDataCenter}`;
		return request.tls ? `https://${name}:${this.ports.https}` : `http://${name}:${this.ports.http}`;
	}
}

function notAllowed(method: string, allow: string): SandboxReply {
	const body = { message: `Request method '${method}' not supported`, fiReturnCode: 198, postingResultBlob: '' };
	return jsonReply(405, body, { Allow: allow });
}
