import type { SandboxContext } from '../../context';
import { jsonReply, type SandboxReply, type SandboxRequest } from '../../http';
import { concurIdentity } from '../../identity';
import type { Image, ImageKind, Images } from './images';

/** How long a link to an image lives (Image v1: 15 minutes). */
export const linkLifeMs = 15 * 60_000;

/** Links kept at most; the oldest go first. */
const MOST_LINKS = 10_000;

interface Link {
	kind: ImageKind;
	id: string;
	expiresAt: number;
}

const LINK_PATH = /^\/api\/image\/v1\.0\/(receipt|report|expenseentry|invoice)\/([^/]+)\/?$/;
const ELECTRONIC_PATH = /^\/receipts\/v4\/([^/]+)(\/image)?\/?$/;
const FILE_PATH = /^\/imaging\/file\/[^/]+\/([0-9a-f]+)\/?$/;

/** Image v1 (links to images), Receipts v4 (electronic receipts), and the server that the links lead to. */
export class ImageServer {
	private readonly links = new Map<string, Link>();

	constructor(
		private readonly context: SandboxContext,
		private readonly images: Images,
	) {}

	/** Whether a path is one of those that want no token: the link itself says who may have the image. */
	static isFile(path: string): boolean {
		return path.startsWith('/imaging/');
	}

	/** @param base address of the server that images are fetched from */
	handle(request: SandboxRequest, base: string): SandboxReply {
		if (request.method !== 'GET')
			return jsonReply(405, { message: `Request method '${request.method}' not supported` }, { Allow: 'GET' });
		if (ImageServer.isFile(request.path)) return this.file(request);
		const [, kind, id] = LINK_PATH.exec(request.path) ?? [];
		if (kind !== undefined && id !== undefined) return this.link(kind as ImageKind, id, base);
		const [, electronicId, isImage] = ELECTRONIC_PATH.exec(request.path) ?? [];
		return electronicId === undefined
			? jsonReply(404, { message: `No message available for ${request.path}.` })
			: this.electronic(electronicId, isImage !== undefined);
	}

	private link(kind: ImageKind, id: string, base: string): SandboxReply {
		const image = this.images.find(kind, id);
		if (!image) return xmlReply(404, `<Error><Message>No image was found for ${escaped(id)}.</Message></Error>`);
		const token = this.context.ids.hex('image', 64);
		this.links.set(token, { kind, id, expiresAt: this.context.clock.now().getTime() + linkLifeMs });
		for (const oldest of this.links.keys()) {
			if (this.links.size <= MOST_LINKS) break;
			this.links.delete(oldest);
		}
		const entity = concurIdentity.entityId;
		const url = `${base}/imaging/file/${entity}/${token}?id=${encodeURIComponent(id)}&e=${entity}&t=AN`;
		return xmlReply(
			200,
			`<Image xmlns="http://www.concursolutions.com/api/image/2011/02" xmlns:i="http://www.w3.org/2001/XMLSchema-instance"><Id>${escaped(id)}</Id><Url>${escaped(url)}</Url></Image>`,
		);
	}

	private electronic(id: string, isImage: boolean): SandboxReply {
		const image = this.images.find('ereceipt', id);
		if (!image) return jsonReply(404, { message: `There is no receipt ${id}.` });
		if (isImage) return fileReply(image);
		const receipt = {
			merchant: { name: 'Juniper Rail' },
			total: '42.50',
			currencyCode: 'USD',
			broadcastTime: '2026-03-04T10:00:00Z',
		};
		return jsonReply(200, { id, dateTimeReceived: '2026-03-04T10:00:00.000Z', image: '', receipt });
	}

	private file(request: SandboxRequest): SandboxReply {
		const link = this.links.get(FILE_PATH.exec(request.path)?.[1] ?? '');
		const isAlive = link && link.expiresAt > this.context.clock.now().getTime();
		const image = isAlive ? this.images.find(link.kind, link.id) : null;
		if (!image) return { status: 403, headers: { 'Content-Type': 'text/html' }, body: '<html><body>Access Denied</body></html>' };
		return fileReply(image);
	}
}

const fileReply = ({ type, content }: Image): SandboxReply => ({ status: 200, headers: { 'Content-Type': type }, body: content });

const xmlReply = (status: number, body: string): SandboxReply => ({
	status,
	headers: { 'Content-Type': 'application/xml; charset=utf-8' },
	body,
});

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
