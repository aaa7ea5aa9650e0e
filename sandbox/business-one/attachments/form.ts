import { ServiceError } from '../errors';
import { multipartParts, readHeaders } from '../batch/multipart';

export interface FormFile {
	fileName: string;
	content: Buffer;
}

/**
 * Files of a multipart/form-data body (Service Layer User's Guide, attachments). The boundary parameter stands without quotes; with
 * quotes the server answers 405.
 */
export function parseForm(contentType: string, body: Buffer): FormFile[] {
	const match = /^multipart\/form-data\s*;.*\bboundary=([^;\s]+)/i.exec(contentType);
	if (!match) throw new ServiceError(400, -1000, 'The content type of an attachment is multipart/form-data');
	const boundary = match[1] ?? '';
	if (boundary.startsWith('"')) throw new ServiceError(405, -1000, 'Method Not Allowed');
	const parts = multipartParts(body, boundary);
	if (!parts) throw new ServiceError(400, -1000, 'Invalid multipart body');
	const files = parts.map(readFile).filter((file): file is FormFile => file !== undefined);
	if (files.length === 0) throw new ServiceError(400, -1000, "The body holds no file named 'files'");
	return files;
}

/** The name of the part is `files`, as in the guide; any other part is passed over. */
function readFile(part: Buffer): FormFile | undefined {
	const { headers, body } = readHeaders(part);
	const disposition = headers['content-disposition'] ?? '';
	const fileName = /filename="([^"]*)"/i.exec(disposition)?.[1] ?? /filename=([^;\s]+)/i.exec(disposition)?.[1];
	const name = /\bname="?([^";]+)"?/i.exec(disposition.replace(/filename="?[^";]*"?/i, ''))?.[1];
	return fileName && name === 'files' ? { fileName, content: body } : undefined;
}
