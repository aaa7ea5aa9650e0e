import { createHash } from 'crypto';

export interface AttachedFile {
	name: string;
	mimeType: string;
	content: Buffer;
}

const CRLF = '\r\n';

/**
 * Writes files as the multipart form that Attachments2 takes (User's Guide, attachments): every part is named `files`, and the
 * boundary parameter is not quoted, because a quoted one is refused.
 */
export function writeFiles(files: AttachedFile[]): { contentType: string; body: Buffer } {
	if (files.length === 0) throw new RangeError('No file is given');
	const hash = createHash('sha256');
	for (const { content } of files) hash.update(content);
	const boundary = `files_${hash.digest('hex').slice(0, 32)}`;
	const names = distinctNames(files.map(({ name }) => safeName(name)));
	const parts = files.flatMap(({ mimeType, content }, index) => [
		Buffer.from(
			[
				`--${boundary}`,
				`Content-Disposition: form-data; name="files"; filename="${names[index]}"`,
				`Content-Type: ${/^[\w.+-]+\/[\w.+-]+$/.test(mimeType) ? mimeType : 'application/octet-stream'}`,
				'',
				'',
			].join(CRLF),
		),
		content,
		Buffer.from(CRLF),
	]);
	return {
		contentType: `multipart/form-data;boundary=${boundary}`,
		body: Buffer.concat([...parts, Buffer.from(`--${boundary}--${CRLF}`)]),
	};
}

/** B1 overwrites a file of an attachment by one of the same name, so the second `receipt.pdf` becomes `receipt (2).pdf`. */
function distinctNames(names: string[]): string[] {
	const taken = new Set<string>();
	return names.map((name) => {
		const dot = name.lastIndexOf('.');
		const [stem, extension] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
		let free = name;
		for (let number = 2; taken.has(free.toLowerCase()); number++) free = `${stem} (${number})${extension}`;
		taken.add(free.toLowerCase());
		return free;
	});
}

/** A file name without anything that could end the header or lead to another folder. */
function safeName(name: string): string {
	const base = name.split(/[\\/]/).pop() ?? '';
	const safe = base.replace(/[\p{Cc}"]/gu, '_').trim();
	return safe === '' ? 'attachment' : safe;
}
