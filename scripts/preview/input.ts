import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readDocuments, type FisDocument } from '../../nodes/shared/document';
import { readProfile, type Profile } from '../../nodes/shared/mapping';
import { buildPosting, type Posting } from '../../nodes/shared/posting';

const USAGE = 'Usage: npm run preview -- FILE [--profile FILE] [--budgets FILE] [--json]';

/** Input that cannot be used at all; the message is for the person at the command line. */
export class PreviewError extends Error {}

export interface PreviewOptions {
	file: string;
	profile: string | null;
	/** Budgets to run the documents as funds steps on, in place of posting them. */
	budgets: string | null;
	json: boolean;
}

export interface PreviewResult {
	/** Position in the file, from 1. */
	position: number;
	posting: Posting;
}

export interface Preview {
	file: string;
	results: PreviewResult[];
}

/** @throws PreviewError on unknown or missing arguments */
export function readArguments(args: readonly string[]): PreviewOptions {
	const options: PreviewOptions = { file: '', profile: null, budgets: null, json: false };
	for (let index = 0; index < args.length; index++) {
		const argument = args[index]!;
		if (argument === '--json') options.json = true;
		else if (argument === '--profile' || argument === '--budgets') {
			const value = args[++index];
			if (value === undefined) throw new PreviewError(`${argument} needs a file. ${USAGE}`);
			options[argument === '--profile' ? 'profile' : 'budgets'] = value;
		} else if (argument.startsWith('--profile=')) options.profile = argument.slice('--profile='.length);
		else if (argument.startsWith('--budgets=')) options.budgets = argument.slice('--budgets='.length);
		else if (argument.startsWith('-')) throw new PreviewError(`Unknown option ${argument}. ${USAGE}`);
		else if (options.file !== '')
			throw new PreviewError(`Only one file can be previewed at a time; got ${options.file} and ${argument}. ${USAGE}`);
		else options.file = argument;
	}
	if (options.file === '') throw new PreviewError(`No file given. ${USAGE}`);
	return options;
}

/**
 * Reads the file and builds every document in it, in the order of the file.
 *
 * @throws PreviewError when the file or the profile cannot be read, or when the file holds no documents
 */
export function readPreview({ file, profile: profileFile }: PreviewOptions): Preview {
	const profile = profileFile === null ? readProfile(null).profile : profileFrom(profileFile);
	const documents = readFile(file);
	const today = new Date().toISOString().slice(0, 10);
	const results = documents.map((document, index) => ({
		position: index + 1,
		posting: buildPosting(document, profile, { today }),
	}));
	return { file, results };
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

function profileFrom(file: string): Profile {
	const { profile, problems } = readProfile(readJson(file));
	if (problems.length > 0)
		throw new PreviewError(`${file} is not a usable profile:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
	return profile;
}

/** npm runs scripts in the project's folder; paths are meant from where the command was typed. */
export function readJson(file: string): unknown {
	let text: string;
	try {
		text = readFileSync(resolve(process.env.INIT_CWD ?? process.cwd(), file), 'utf8');
	} catch (error) {
		throw new PreviewError(`${file} cannot be read: ${(error as Error).message}`);
	}
	try {
		return JSON.parse(text.replace(/^\uFEFF/, ''));
	} catch (error) {
		throw new PreviewError(`${file} is not JSON: ${(error as Error).message}`);
	}
}
