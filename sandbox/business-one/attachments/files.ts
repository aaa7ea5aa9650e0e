import type { Core, Operation } from '../core';
import { dayOf } from '../dates';
import { notFound, ruleBroken, ServiceError } from '../errors';
import { withDefaults } from '../rest/defaults';
import { keyText, members, type Row } from '../store/store';
import { parseForm, type FormFile } from './form';

const EXTENSIONS = ['pdf', 'doc', 'docx', 'jpg', 'jpeg', 'png', 'txt', 'xls', 'ppt'];

/** POST of files: one attachment entry with a line per file. */
export function createAttachment(core: Core, operation: Operation): Row {
	const files = parseForm(operation.headers['content-type'] ?? '', operation.body);
	const type = core.schema.type('Attachments2');
	if (!type) throw new Error('The type Attachments2 is missing');
	const entry = withDefaults(type, { AbsoluteEntry: core.store.next('Attachments2') });
	return saveFiles(core, entry, files);
}

/** PATCH of files: a file of the same name is overwritten, others are added; none is removed. */
export function patchAttachment(core: Core, operation: Operation, entry: Row): Row {
	return saveFiles(core, entry, parseForm(operation.headers['content-type'] ?? '', operation.body));
}

/** Content of a file: the one named, or the first. */
export function fileContent(core: Core, entry: Row, name: string | undefined): { content: Buffer; fileName: string } {
	const lines = members(entry, 'Attachments2_Lines');
	const line = name === undefined ? lines[0] : lines.find((known) => fullName(known) === name);
	const file = line && core.store.get('*Files', keyText([entry.AbsoluteEntry as number, line.LineNum as number]));
	if (!line || !file) throw notFound();
	return { content: Buffer.from(String(file.Content), 'base64'), fileName: fullName(line) };
}

function saveFiles(core: Core, entry: Row, files: FormFile[]): Row {
	const folder = core.company().AttachmentsFolderPath;
	if (typeof folder !== 'string' || folder === '')
		throw ruleBroken('Attachment folder has not been defined, or has been changed or removed');
	const lines = [...members(entry, 'Attachments2_Lines')];
	for (const file of files) {
		const at = lines.findIndex((line) => fullName(line) === file.fileName);
		const number = at < 0 ? lines.length + 1 : Number(lines[at]?.LineNum);
		const named = at < 0 && isInFolder(core, file.fileName) ? { ...file, fileName: renamed(core, file.fileName) } : file;
		const line = lineOf(core, entry, named, number, folder);
		if (at < 0) lines.push(line);
		else lines[at] = line;
		const content = file.content.toString('base64');
		core.store.put('*Files', { AbsoluteEntry: entry.AbsoluteEntry ?? null, LineNum: number, Content: content });
	}
	const saved = { ...entry, Attachments2_Lines: lines };
	core.store.put('Attachments2', saved);
	return saved;
}

/** All attachments lie in one folder: whether another one has a file of that name there. */
function isInFolder(core: Core, fileName: string): boolean {
	const wanted = fileName.toLowerCase();
	return core.store
		.rows('Attachments2')
		.some((entry) => members(entry, 'Attachments2_Lines').some((line) => fullName(line).toLowerCase() === wanted));
}

/** A name that is taken in the folder gets day and time behind it, as users of the real one have seen. */
function renamed(core: Core, fileName: string): string {
	const dot = fileName.lastIndexOf('.');
	const now = core.context.clock.now();
	const [year, month, day] = dayOf(now).split('-');
	const time = now.toISOString().slice(11, 19).replaceAll(':', '');
	const stamp = `_${day}${month}${year}${time}`;
	return dot < 0 ? `${fileName}${stamp}` : `${fileName.slice(0, dot)}${stamp}${fileName.slice(dot)}`;
}

function lineOf(core: Core, entry: Row, file: FormFile, number: number, folder: string): Row {
	const dot = file.fileName.lastIndexOf('.');
	const extension = dot < 0 ? '' : file.fileName.slice(dot + 1);
	if (!EXTENSIONS.includes(extension.toLowerCase()))
		throw new ServiceError(400, -5002, `File type '${extension}' is not supported`);
	const type = core.schema.type('Attachments2_Line');
	if (!type) throw new Error('The type Attachments2_Line is missing');
	return withDefaults(type, {
		AbsoluteEntry: entry.AbsoluteEntry ?? null,
		LineNum: number,
		SourcePath: folder.replace(/\\$/, ''),
		FileName: file.fileName.slice(0, dot),
		FileExtension: extension,
		AttachmentDate: dayOf(core.context.clock.now()),
		Override: 'tNO',
	});
}

function fullName(line: Row): string {
	return `${String(line.FileName)}.${String(line.FileExtension)}`;
}
