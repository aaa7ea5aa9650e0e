/** Vectors: documents with what an accountant expects of them, written by hand. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const OWN = join(__dirname, '..', 'data');
/** What somebody keeps beside the checkout runs on top of the project's own data; no suite needs it. */
const BESIDE_CHECKOUT = join(__dirname, '..', '..', '..', 'shared');
const BESIDE = join(BESIDE_CHECKOUT, 'fis');

export type VectorKind = 'posting' | 'fgi' | 'protocol';

interface Filed {
	id: string;
	kind: VectorKind;
	/** The document in a file of its own, in the folder `documents`. */
	jsonFile?: string;
	document?: unknown;
}

const parse = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8')) as unknown;

function readVectors(folder: string): Filed[] {
	return (parse(join(folder, 'vectors.json')) as Filed[]).map((vector) =>
		vector.jsonFile === undefined ? vector : { ...vector, document: parse(join(folder, 'documents', vector.jsonFile)) },
	);
}

const isThere = (folder: string): boolean => existsSync(join(folder, 'vectors.json'));

/**
 * Takes a kind of vectors; gives those of the project, then those beside the checkout, each with its id as `test.each` wants it.
 *
 * @throws Error when a file of the project is missing, or a vector names a document that is not there: no suite is skipped in silence
 */
export function vectorsOf<T>(kind: VectorKind): [string, T][] {
	const own = readVectors(OWN).map((vector) => [vector.id, vector] as const);
	const beside = isThere(BESIDE) ? readVectors(BESIDE).map((vector) => [`beside: ${vector.id}`, vector] as const) : [];
	return [...own, ...beside].filter(([, vector]) => vector.kind === kind).map(([id, vector]) => [id, vector as T]);
}

/** Folders of documents that can be posted as they are: the project's own, and those beside the checkout where they are there. */
export const documentFolders = (): string[] => [OWN, BESIDE].filter(isThere).map((folder) => join(folder, 'documents'));

/** A file that may lie beside the checkout: its path, or nothing where it does not. */
export const besideCheckout = (...names: string[]): string[] =>
	[join(BESIDE_CHECKOUT, ...names)].filter((file) => existsSync(file));
