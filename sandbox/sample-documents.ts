import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The demo company's sample documents, in the order of their file names. */
export function sampleDocuments(): unknown[] {
	const folder = join(__dirname, 'samples');
	return readdirSync(folder)
		.filter((name) => name.endsWith('.json'))
		.sort()
		.map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as unknown);
}
