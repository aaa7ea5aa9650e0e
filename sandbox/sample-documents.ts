import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The demo company's sample documents as one JSON array, in the order of their file names. */
export function sampleDocuments(): string {
	const folder = join(__dirname, 'samples');
	const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
	return `[${files
		.sort()
		.map((name) => readFileSync(join(folder, name), 'utf8'))
		.join(',')}]`;
}
