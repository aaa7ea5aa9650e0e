/** A file that B1 takes: extension and content type. */
export interface FileType {
	extension: 'pdf' | 'png' | 'jpg' | 'txt';
	mimeType: string;
}

/** How far into a file its mark may stand; readers of PDF look that far. */
const MARK_WITHIN = 1_024;

/**
 * What a file is, by its first bytes: what its server calls it proves nothing, and an error page is no receipt.
 * @returns undefined for everything that Concur does not keep as an image (Image v1: PDF, PNG, JPEG)
 */
export function fileTypeOf(content: Buffer): FileType | undefined {
	if (content.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])))
		return { extension: 'png', mimeType: 'image/png' };
	if (content.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return { extension: 'jpg', mimeType: 'image/jpeg' };
	if (content.subarray(0, MARK_WITHIN).includes('%PDF-')) return { extension: 'pdf', mimeType: 'application/pdf' };
	return undefined;
}
