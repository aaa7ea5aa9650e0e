import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDocuments, type FisDocument } from '../../nodes/shared/document';

const ROOT = join(__dirname, '..', '..');
const FOLDERS = ['sandbox/samples', 'sandbox/samples/funds', 'test/data/documents'];

/** Every document that comes with the checkout, as Concur sends it. */
export const documentsOfSamples = (): FisDocument[] =>
	FOLDERS.flatMap((folder) =>
		readdirSync(join(ROOT, folder))
			.filter((name) => name.endsWith('.json'))
			.sort()
			.flatMap((name) => readDocuments(readFileSync(join(ROOT, folder, name), 'utf8')).documents),
	);

/** One sample of the sandbox in its FIS wrapper. */
export const sampleOf = (name: string): Record<string, unknown> =>
	JSON.parse(readFileSync(join(ROOT, 'sandbox', 'samples', name), 'utf8')) as Record<string, unknown>;
