import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

import type { AxiosInstance } from 'axios';

import { buildPosting, DEFAULT_PROFILE, readDocuments, requiredMasterData } from '../../nodes/shared/posting';
import type { DocumentResult } from './result';

export interface DocumentFile {
	path: string;
	content: unknown;
}

export interface LoadedDocuments {
	files: DocumentFile[];
	/** Documents that never reached Concur, with the reason. */
	unusable: DocumentResult[];
}

const unusable = (file: string, code: string, message: string): DocumentResult => ({
	docId: null,
	docType: null,
	outcome: 'review',
	concurStatus: null,
	jdtNum: null,
	number: null,
	reasons: [{ code, message }],
	file,
});

/**
 * Reads one JSON file, or every JSON file of a folder in the order of their names. A file that is not JSON is reported and the rest
 * goes on.
 *
 * @throws Error when the path does not exist or the folder holds no JSON file
 */
export function readDocumentFiles(path: string): LoadedDocuments {
	if (!existsSync(path)) throw new Error(`--documents: ${path} does not exist`);
	const paths = statSync(path).isDirectory()
		? readdirSync(path)
				.filter((name) => name.endsWith('.json'))
				.sort()
				.map((name) => join(path, name))
		: [path];
	if (paths.length === 0) throw new Error(`--documents: ${path} holds no .json file`);

	const loaded: LoadedDocuments = { files: [], unusable: [] };
	for (const file of paths) {
		try {
			loaded.files.push({ path: file, content: JSON.parse(readFileSync(file, 'utf8')) });
		} catch (error) {
			loaded.unusable.push(
				unusable(basename(file), 'unreadable-document', `${basename(file)} is not valid JSON (${(error as Error).message}). Export the document again and load the new file.`),
			);
		}
	}
	return loaded;
}

/** Puts the documents into the sandbox's Concur; what it refuses is added to `unusable` with file and reason. */
export async function loadIntoConcur(control: AxiosInstance, documents: LoadedDocuments): Promise<void> {
	for (const { path, content } of documents.files) {
		const { data } = await control.post<{ rejected: Array<{ index: number; docId?: string | null; code?: string; reason: string }> }>('/control/documents', content);
		for (const { index, docId, code, reason } of data.rejected) {
			if (code === 'already-loaded') continue;
			documents.unusable.push({ ...unusable(basename(path), code ?? 'unreadable-document', `${basename(path)}, document ${index + 1}: ${reason}`), docId: docId ?? null });
		}
	}
}

/**
 * Master data rows (Service Layer property names) for everything these documents name, so that a demo company that has never heard of
 * them can post them. Codes longer than Business One allows are left out: those documents end in review, as they would in a company.
 */
export function masterDataNamedBy(files: DocumentFile[]): Record<string, Array<Record<string, unknown>>> {
	const postings = files.flatMap(({ content }) => readDocuments(content).documents).map((document) => buildPosting(document, DEFAULT_PROFILE));
	const query = requiredMasterData(postings, DEFAULT_PROFILE);
	const short = (codes: string[], length: number) => codes.filter((code) => code.length <= length);
	return {
		accounts: short(query.accounts, 15).map((Code) => ({ Code, Name: `Account ${Code}` })),
		businessPartners: short(query.partnerCodes, 15).map((CardCode) => ({ CardCode, CardName: `Vendor ${CardCode}`, CardType: 'cSupplier', Currency: '##' })),
		profitCenters: short(query.distributionRules, 8).map((CenterCode) => ({ CenterCode, CenterName: `Cost center ${CenterCode}` })),
		projects: short(query.projects, 20).map((Code) => ({ Code, Name: `Project ${Code}` })),
		vatGroups: short(query.taxGroups, 8).map((Code) => ({ Code, Name: `Input tax ${Code}`, Category: 'bovcInputTax' })),
	};
}
