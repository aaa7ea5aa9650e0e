/** File types that Concur keeps as images. */
export const IMAGE_TYPES = ['application/pdf', 'image/png', 'image/jpeg'] as const;
export type ImageType = (typeof IMAGE_TYPES)[number];

/** The smallest picture of its kind: one white pixel. */
const pixel: Record<'image/png' | 'image/jpeg', string> = {
	'image/png': 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII=',
	'image/jpeg':
		'/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AVN//2Q==',
};

/** A page that says what it shows: one line of text for every text given. */
export function pageOf(lines: string[]): Buffer {
	const shown = lines.map((line, index) => `BT /F1 12 Tf 50 ${780 - 18 * index} Td (${line.replace(/[\\()]/g, '\\$&')}) Tj ET`);
	const stream = shown.join('\n');
	const objects = [
		'<< /Type /Catalog /Pages 2 0 R >>',
		'<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
		'<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
		`<< /Length ${Buffer.byteLength(stream, 'latin1')} >>\nstream\n${stream}\nendstream`,
		'<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
	];
	let text = '%PDF-1.4\n';
	const offsets = objects.map((object, index) => {
		const at = Buffer.byteLength(text, 'latin1');
		text += `${index + 1} 0 obj\n${object}\nendobj\n`;
		return at;
	});
	const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
	const end = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
	text += `${end}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${Buffer.byteLength(text, 'latin1')}\n%%EOF\n`;
	return Buffer.from(text, 'latin1');
}

/** Content of a type, filled up to `bytes` where it would be shorter; what follows the end of a file its readers pass over. */
export function contentOf(type: ImageType, lines: string[], bytes = 0): Buffer {
	const content = type === 'application/pdf' ? pageOf(lines) : Buffer.from(pixel[type], 'base64');
	return content.length >= bytes ? content : Buffer.concat([content, Buffer.alloc(bytes - content.length, 0x20)]);
}
