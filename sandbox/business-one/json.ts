/** A number whose text is kept as it stands, e.g. `10.0` for an Edm.Double. */
export class NumberText {
	constructor(readonly text: string) {}
}

/**
 * Writes JSON the way the Service Layer does: tabs, `"Key" : value`, and an opening bracket on its own line under a key.
 * Keys whose value is undefined are left out.
 */
export function writeJson(value: unknown): string {
	return write(value, '');
}

function write(value: unknown, indent: string): string {
	if (value instanceof NumberText) return value.text;
	if (Array.isArray(value))
		return block(
			'[',
			']',
			value.map((item) => `${indent}\t${write(item, `${indent}\t`)}`),
			indent,
		);
	if (typeof value === 'object' && value !== null) {
		const entries = Object.entries(value).filter(([, item]) => item !== undefined);
		return block(
			'{',
			'}',
			entries.map(([key, item]) => `${indent}\t${JSON.stringify(key)} : ${nested(item, `${indent}\t`)}`),
			indent,
		);
	}
	return JSON.stringify(value ?? null);
}

function nested(value: unknown, indent: string): string {
	const text = write(value, indent);
	return text.includes('\n') ? `\n${indent}${text}` : text;
}

function block(open: string, close: string, lines: string[], indent: string): string {
	return lines.length === 0 ? `${open}${close}` : `${open}\n${lines.join(',\n')}\n${indent}${close}`;
}
