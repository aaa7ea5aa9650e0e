import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { isRecord, readDocuments, type FisDocument } from '../../nodes/shared/document';
import type { MasterData } from '../../nodes/shared/journalEntry';
import { knobsOf, readProfile, saidInRows, type Profile } from '../../nodes/shared/mapping';

/** Input that cannot be used at all; the message is for the person at the command line. */
export class PreviewError extends Error {}

/**
 * Master data of a file, as the engine takes them.
 *
 * @throws PreviewError where the file cannot be read or names no company
 */
export function masterDataFrom(file: string): MasterData {
	const json = readJson(file);
	if (!isRecord(json) || !isRecord(json.company)) throw new PreviewError(`${file}, field company: must say which company it is.`);
	return json as unknown as MasterData;
}

/**
 * The documents of a file, in its order.
 *
 * @throws PreviewError when the file cannot be read or holds no documents
 */
export function readFile(file: string): FisDocument[] {
	const { documents, problems } = readDocuments(readJson(file));
	if (documents.length === 0 && problems.length > 0)
		throw new PreviewError(problems.map(({ message, field }) => `${file}, field ${field}: ${message}`).join('\n'));
	return documents;
}

/**
 * The profile of a file.
 *
 * @throws PreviewError with everything that is wrong with it
 */
export function profileFrom(file: string): Profile {
	return usableProfile(readMapping(file), file);
}

/**
 * A mapping as a profile.
 *
 * @param source what it was read from, for the message
 * @throws PreviewError with everything that is wrong with it
 */
export function usableProfile(mapping: unknown, source: string): Profile {
	const { profile, problems } = readProfile(mapping);
	if (problems.length > 0)
		throw new PreviewError(`${source} is not a usable profile:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
	return profile;
}

/**
 * The mapping of a file: a profile as JSON, or the rows of a mapping table as CSV.
 *
 * @throws PreviewError naming row and column of what cannot be used
 */
export function readMapping(file: string): unknown {
	const text = readText(file);
	return /^\uFEFF?\s*\{/.test(text) ? readJson(file) : rowsMapping(text, file);
}

/**
 * The rows of a mapping table, as CSV text.
 *
 * @param source what they were read from, for the message
 * @throws PreviewError naming row and column of what cannot be used
 */
export function rowsMapping(text: string, source: string): unknown {
	try {
		return knobsOf(saidInRows(text));
	} catch (error) {
		throw new PreviewError(`${source}: ${(error as Error).message}`);
	}
}

/** npm runs scripts in the project's folder; paths are meant from where the command was typed. */
function readText(file: string): string {
	try {
		return readFileSync(resolve(process.env.INIT_CWD ?? process.cwd(), file), 'utf8');
	} catch (error) {
		throw new PreviewError(`${file} cannot be read: ${(error as Error).message}`);
	}
}

/** @throws PreviewError for what cannot be read or is not JSON */
export function readJson(file: string): unknown {
	const text = readText(file);
	try {
		return JSON.parse(text.replace(/^\uFEFF/, ''));
	} catch (error) {
		throw new PreviewError(`${file} is not JSON: ${(error as Error).message}`);
	}
}
