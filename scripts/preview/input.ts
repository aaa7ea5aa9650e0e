import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { dayIn } from '../../nodes/shared/dates';
import { isRecord, readDocuments, type FisDocument } from '../../nodes/shared/document';
import {
	entryTexts,
	toJournalEntry,
	type EntryTexts,
	type JournalEntryResult,
	type MasterData,
} from '../../nodes/shared/journalEntry';
import { knobsOf, readProfile, saidInRows, type Profile } from '../../nodes/shared/mapping';
import { toPurchaseInvoice, type PurchaseInvoice } from '../../nodes/shared/purchaseInvoice';
import { buildPosting, type Posting } from '../../nodes/shared/posting';

const USAGE = 'Usage: npm run preview -- FILE [--profile FILE] [--budgets FILE] [--master-data FILE] [--json]';

/** Input that cannot be used at all; the message is for the person at the command line. */
export class PreviewError extends Error {}

export interface PreviewOptions {
	file: string;
	profile: string | null;
	/** Budgets to run the documents as funds steps on, in place of posting them. */
	budgets: string | null;
	/** Master data of B1, as the engine takes them, to check the entries against. */
	masterData?: string | null;
	json: boolean;
}

export interface PreviewResult {
	/** Position in the file, from 1. */
	position: number;
	posting: Posting;
	/** What becomes of it in B1: dates, references, and with master data what B1 would refuse. */
	entry: JournalEntryResult;
	texts: EntryTexts;
	/** Where the mapping makes an invoice of B1 in place of the entry. */
	purchaseInvoice: PurchaseInvoice | null;
}

export interface Preview {
	file: string;
	results: PreviewResult[];
}

const FILE_OPTIONS: Readonly<Record<string, 'profile' | 'budgets' | 'masterData'>> = {
	'--profile': 'profile',
	'--budgets': 'budgets',
	'--master-data': 'masterData',
};

/** @throws PreviewError on unknown or missing arguments */
export function readArguments(args: readonly string[]): PreviewOptions {
	const options: PreviewOptions = { file: '', profile: null, budgets: null, masterData: null, json: false };
	for (let index = 0; index < args.length; index++) {
		const argument = args[index]!;
		const [name, inline] = argument.split(/=(.*)/s) as [string, string?];
		const option = Object.hasOwn(FILE_OPTIONS, name) ? FILE_OPTIONS[name]! : null;
		if (argument === '--json') options.json = true;
		else if (option !== null) {
			const value = inline ?? args[++index];
			if (value === undefined) throw new PreviewError(`${argument} needs a file. ${USAGE}`);
			options[option] = value;
		} else if (argument.startsWith('-')) throw new PreviewError(`Unknown option ${argument}. ${USAGE}`);
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
export function readPreview({ file, profile: profileFile, masterData: masterDataFile = null }: PreviewOptions): Preview {
	const profile = profileFile === null ? readProfile(null).profile : profileFrom(profileFile);
	const documents = readFile(file);
	const masterData = masterDataFile === null ? null : masterDataFrom(masterDataFile);
	const today = dayIn(new Date(), profile.timeZone || 'UTC');
	const results = documents.map((document, index) => {
		const posting = buildPosting(document, profile, { today });
		const entry = toJournalEntry(posting, profile, masterData, { today });
		const texts = entryTexts(posting, profile, entry);
		const purchase = toPurchaseInvoice(posting, profile, masterData, entry);
		const shown = checked(posting, entry, masterData !== null);
		return {
			position: index + 1,
			posting: purchase && purchase.reasons.length > 0 ? asHeld(shown, purchase.reasons) : shown,
			entry,
			texts,
			purchaseInvoice: purchase?.purchaseInvoice ?? null,
		};
	});
	return { file, results };
}

/** A posting whose entry is right, but which cannot become the invoice that the mapping wants. */
function asHeld(posting: Posting, reasons: Posting['reasons']): Posting {
	return { ...posting, status: 'review', reasons, lines: [], draftLines: posting.lines };
}

/** The posting with what was found of its entry; checked against B1 also with the lines as B1 gets them. */
function checked(posting: Posting, entry: JournalEntryResult, isChecked: boolean): Posting {
	const { warnings, lines: found } = entry;
	const reasons = isChecked ? entry.reasons : entry.reasons.filter(({ code }) => !NOT_IN_FILE.has(code));
	const status = reasons.length > 0 ? 'review' : posting.status;
	const checkedPosting = { ...posting, status, reasons, warnings };
	if (status !== 'review') return { ...checkedPosting, lines: isChecked ? found : posting.lines };
	const draftLines = isChecked ? found : (posting.draftLines ?? posting.lines);
	return { ...checkedPosting, lines: [], ...(draftLines.length > 0 ? { draftLines } : {}) };
}

/**
 * What a file of documents alone cannot say: which rule of the company stands for a cost center that is longer than B1's, whether it
 * knows a partner, which account its tax group has; and the id of a document that came without its envelope.
 */
const NOT_IN_FILE: ReadonlySet<string> = new Set([
	'cost-center-not-found',
	'vendor-not-found',
	'missing-tax-account',
	'missing-document-id',
]);

function masterDataFrom(file: string): MasterData {
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

function profileFrom(file: string): Profile {
	const { profile, problems } = readProfile(readMapping(file));
	if (problems.length > 0)
		throw new PreviewError(`${file} is not a usable profile:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
	return profile;
}

/**
 * The mapping of a file: a profile as JSON, or the rows of a mapping table as CSV.
 *
 * @throws PreviewError naming row and column of what cannot be used
 */
export function readMapping(file: string): unknown {
	const text = readText(file);
	if (/^\uFEFF?\s*\{/.test(text)) return readJson(file);
	try {
		return knobsOf(saidInRows(text));
	} catch (error) {
		throw new PreviewError(`${file}: ${(error as Error).message}`);
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
