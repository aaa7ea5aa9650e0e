import type { ServiceLayer } from '../client';
import { ServiceLayerError } from '../errors';
import { entityPath, queryText, rowsOf } from '../odata';
import type { Row } from '../types';
import { writeFiles, type AttachedFile } from './writeFiles';

/** A record of the books that files are attached to. */
export interface AttachTarget {
	set: 'JournalEntries' | 'PurchaseInvoices' | 'PurchaseCreditNotes';
	/** JdtNum or DocEntry. */
	key: number;
}

/** A file whose content is read when it is its turn, so that one of them at a time is in memory. */
export interface FileToAttach extends Pick<AttachedFile, 'name' | 'mimeType'> {
	read: () => Promise<Buffer>;
}

export interface Attached {
	/** AbsoluteEntry; null where the record has no attachments. */
	attachmentEntry: number | null;
	/** Full names of the files of this document that the record has now. */
	attached: string[];
	/** Names of the files that were added by this call. */
	added: string[];
	/** Why a file was not added, by its name. */
	problems: Array<{ name: string; message: string; isPassing: boolean }>;
}

const ATTACHMENTS = 'Attachments2';

/**
 * Attaches files to a record, each once: what the record has already, known by how its name begins, is passed over. The files go in one by
 * one, the first makes the attachment and is shown at the record at once, so that a call that is cut off leaves one file at most that
 * nobody sees. An attachment of others at the record is kept and added to, never replaced.
 *
 * @param stem how the names of all files of the document begin
 * @throws ServiceLayerError where the record or its attachment cannot be read, or the session is refused
 * Source: Service Layer User's Guide, attachments: a file of the same name is overwritten within one attachment, and none is removed.
 */
export async function attachOnce(
	serviceLayer: ServiceLayer,
	target: AttachTarget,
	stem: string,
	files: FileToAttach[],
): Promise<Attached> {
	const added: string[] = [];
	const problems: Attached['problems'] = [];
	let attachmentEntry = await linkedTo(serviceLayer, target);
	const there = await namesIn(serviceLayer, attachmentEntry);
	for (const file of files) {
		if (there.some((name) => isFile(name, file.name))) continue;
		const result = await add(serviceLayer, target, attachmentEntry, file).catch((error: unknown) => error);
		if (!(result instanceof Error)) {
			attachmentEntry = result as number;
			added.push(file.name);
			continue;
		}
		if (!(result instanceof ServiceLayerError) || result.kind === 'session') throw result;
		const isPassing = mayPass(result);
		problems.push({ name: file.name, message: result.message, isPassing });
		// What B1 did not answer may have been done; the next look tells, and more of the same would not help.
		if (isPassing) break;
	}
	const names = added.length === 0 ? there : await namesIn(serviceLayer, attachmentEntry);
	return { attachmentEntry, attached: names.filter((name) => isOf(name, stem)), added, problems };
}

/** Whether the same may be taken later: B1 did not answer, or was busy. A file that is too large stays so. */
const mayPass = ({ isRefusal, kind, status }: ServiceLayerError): boolean =>
	!isRefusal || (kind === 'capacity' && status !== 413);

/** B1 puts day and time behind a name that its folder has already. */
const isFile = (name: string, wanted: string): boolean => isOf(name, stemOf(wanted)) && extensionOf(name) === extensionOf(wanted);

const isOf = (name: string, stem: string): boolean => name.toLowerCase().startsWith(stem.toLowerCase());

const stemOf = (name: string): string => (name.includes('.') ? name.slice(0, name.lastIndexOf('.')) : name);
const extensionOf = (name: string): string => name.slice(stemOf(name).length).toLowerCase();

const nameOf = ({ FileName, FileExtension }: Row): string => [FileName, FileExtension].filter(Boolean).join('.');

async function namesIn(serviceLayer: ServiceLayer, attachmentEntry: number | null): Promise<string[]> {
	if (attachmentEntry === null) return [];
	const reply = await serviceLayer.get(entityPath(ATTACHMENTS, attachmentEntry));
	return rowsOf((reply.body as Row).Attachments2_Lines).map(nameOf);
}

const FIELD = 'AttachmentEntry';

/** The attachment that a record shows. Versions before 10.0 have none at journal entries. */
async function linkedTo(serviceLayer: ServiceLayer, { set, key }: AttachTarget): Promise<number | null> {
	const reply = await serviceLayer
		.get(`${entityPath(set, key)}${queryText({ select: [FIELD] })}`)
		.catch((error: unknown) => error);
	if (reply instanceof ServiceLayerError && reply.status === 400 && reply.text.includes(FIELD))
		throw withoutAttachments(set, reply);
	if (reply instanceof Error) throw reply;
	const entry = ((reply as { body: Row }).body ?? {})[FIELD];
	return typeof entry === 'number' && entry > 0 ? entry : null;
}

const withoutAttachments = (set: string, { text, status, code }: ServiceLayerError): ServiceLayerError =>
	new ServiceLayerError({
		kind: 'validation',
		status,
		code,
		text,
		message: `This version of Business One has no attachments at ${set}: ${text}`,
		advice: 'Update Business One, or let the invoices become A/P invoices, which have attachments in every version.',
		isWrite: false,
	});

/** @returns the attachment that the file is in now */
async function add(
	serviceLayer: ServiceLayer,
	target: AttachTarget,
	attachmentEntry: number | null,
	{ name, mimeType, read }: FileToAttach,
): Promise<number> {
	const { contentType, body } = writeFiles([{ name, mimeType, content: await read() }]);
	const headers = { 'Content-Type': contentType };
	const append = async (entry: number) => {
		await serviceLayer.call({ method: 'PATCH', path: entityPath(ATTACHMENTS, entry), body, headers });
		return entry;
	};
	if (attachmentEntry !== null) return await append(attachmentEntry);
	const reply = await serviceLayer.call({ method: 'POST', path: ATTACHMENTS, body, headers });
	// While the file was on its way somebody may have attached another: that attachment is added to, ours stays where nobody sees it.
	const others = await linkedTo(serviceLayer, target);
	if (others !== null) return await append(others);
	const made = Number((reply.body as Row).AbsoluteEntry);
	await serviceLayer.call({ method: 'PATCH', path: entityPath(target.set, target.key), body: { [FIELD]: made } });
	return made;
}
