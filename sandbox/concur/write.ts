import type { SandboxContext } from '../context';
import { headerOf, jsonReply, type SandboxReply, type SandboxRequest } from '../http';
import type { CompanySettings } from './company';
import type { Documents, StoredDocument } from './documents';
import { responseItem, type Step, type Verdict } from './service-codes';
import type { DocType } from './statuses';

export type Json = Record<string, unknown>;

export interface WriteParts {
	context: SandboxContext;
	company: CompanySettings;
	documents: Documents;
	/** The document types the path stands for. */
	types: readonly DocType[];
	request: SandboxRequest;
}

/** One document of a request: its id and the work to do unless a fault answers in its place. */
export interface WriteItem {
	docId: string;
	judge(): Verdict;
}

/** The JSON object in the body, or the reply that refuses it. */
export function bodyOf(request: SandboxRequest): { body: Json } | { refused: SandboxReply } {
	const type = headerOf(request, 'content-type')?.split(';')[0]?.trim().toLowerCase();
	if (type !== 'application/json') return { refused: jsonReply(415, { message: 'Content-Type is application/json.' }) };
	let body: unknown;
	try {
		body = JSON.parse(request.body.toString('utf8'));
	} catch {
		return { refused: badRequest('The body is not JSON.') };
	}
	return isObject(body) ? { body } : { refused: badRequest('The body is a JSON object.') };
}

export function badRequest(message: string): SandboxReply {
	return jsonReply(400, { message });
}

/** Judges the documents one after the other and answers with one element each: HTTP 200 whatever the elements say. */
export function answerItems(parts: WriteParts, step: Step, systemId: string | null, items: WriteItem[]): SandboxReply {
	const { faults } = parts.context;
	const codes = faults.takeAll('concur', 'serviceCode', parts.request);
	const gaps = faults.takeAll('concur', 'missingReply', parts.request);
	const reply = items.flatMap(({ docId, judge }) => {
		const fault = codes.find((rule) => rule.docId === undefined || rule.docId === docId);
		const verdict = fault ? { code: fault.code ?? 199, ...textFields(fault) } : judge();
		const missing = gaps.some((rule) => rule.docId === undefined || rule.docId === docId);
		return missing ? [] : [responseItem(step, docId, systemId, verdict)];
	});
	const accepted = faults.take('concur', 'accepted', parts.request);
	return accepted ? jsonReply(202, { message: accepted.message ?? 'The request was accepted.' }) : jsonReply(200, reply);
}

function textFields(fault: Json): Partial<Verdict> {
	const result = typeof fault.result === 'string' ? { result: fault.result } : {};
	return typeof fault.message === 'string' ? { ...result, message: fault.message } : result;
}

/** One element of a list of confirmations. */
export type Confirmation = Json & { docId: string };

/** What every confirming endpoint does alike: reads the body and the list of that name, and answers each element by itself. */
export function answerConfirmations(
	parts: WriteParts,
	step: Step,
	list: string,
	confirmOne: (parts: WriteParts, item: Confirmation, systemId: string, ignored: string[]) => Verdict,
): SandboxReply {
	const read = bodyOf(parts.request);
	if ('refused' in read) return read.refused;
	const { body } = read;
	const systemId = systemIdOf(body);
	if (systemId === null || !('systemId' in body)) return badRequest('systemId is required; it may be an empty text.');
	const items = body[list];
	if (!Array.isArray(items) || items.length === 0) return badRequest(`${list} is a list of at least one confirmation.`);
	if (!items.every(isConfirmation)) return badRequest(`Every element of ${list} has a docId.`);
	const ignored = unknownFields(body, ['systemId', list]);
	const answers = items.map((item) => ({ docId: item.docId, judge: () => confirmOne(parts, item, systemId, ignored) }));
	return answerItems(parts, step, systemId, answers);
}

function isConfirmation(item: unknown): item is Confirmation {
	return isObject(item) && typeof item.docId === 'string' && item.docId !== '';
}

/** The stored document, or the verdict that goes with not finding it under this path. */
export function findDocument(parts: WriteParts, docId: string, unknown: number, wrongType: number): StoredDocument | Verdict {
	const document = parts.documents.get(docId);
	if (!document) return { code: unknown };
	return parts.types.includes(document.docType) ? document : { code: wrongType };
}

export function isVerdict(found: StoredDocument | Verdict): found is Verdict {
	return 'code' in found;
}

/** Whether the request's system may touch the document: the one that acknowledged it, or the one it was addressed to. */
export function isForeign(document: StoredDocument, systemId: string): boolean {
	const owner = document.systemId ?? (document.erpSystemId === '' ? null : document.erpSystemId);
	return owner !== null && owner !== systemId;
}

/** `systemId` of a body; null when it is there and not text. */
export function systemIdOf(body: Json): string | null {
	const value = body.systemId ?? '';
	return typeof value === 'string' ? value : null;
}

export function unknownFields(object: Json, known: readonly string[], where = ''): string[] {
	return Object.keys(object)
		.filter((name) => !known.includes(name))
		.map((name) => where + name);
}

export function isObject(value: unknown): value is Json {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
