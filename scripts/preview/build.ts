import { dayIn } from '../../nodes/shared/dates';
import {
	entryTexts,
	toJournalEntry,
	type EntryTexts,
	type JournalEntryResult,
	type MasterData,
} from '../../nodes/shared/journalEntry';
import { readProfile, type Profile } from '../../nodes/shared/mapping';
import { toPurchaseInvoice, type PurchaseInvoice } from '../../nodes/shared/purchaseInvoice';
import { buildPosting, type Posting } from '../../nodes/shared/posting';
import type { CheckedAgainst, PreviewOptions } from './arguments';
import { masterDataFrom, profileFrom, readFile, rowsMapping, usableProfile } from './input';

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
	/** The company that the entries were checked against; null where nothing was. */
	company: string | null;
	results: PreviewResult[];
}

/**
 * Reads the file and builds every document in it, in the order of the file.
 *
 * @throws PreviewError when the file or the profile cannot be read, when the file holds no documents, or when the company cannot be
 * asked
 */
export async function readPreview({ file, profile: profileFile, against }: PreviewOptions): Promise<Preview> {
	const profile = await profileOf(profileFile, against);
	const today = dayIn(new Date(), profile.timeZone || 'UTC');
	const postings = readFile(file).map((document) => buildPosting(document, profile, { today }));
	const masterData = against === null ? null : await masterDataOf(against, postings, profile, today);
	const results = postings.map((posting, index) => resultOf(posting, index + 1, profile, masterData, today));
	return { file, company: masterData && nameOf(against, masterData), results };
}

/** A company of the sandbox has a mapping of its own, which counts where no other is named. */
async function profileOf(file: string | null, against: CheckedAgainst | null): Promise<Profile> {
	if (file !== null) return profileFrom(file);
	if (against?.kind !== 'company') return readProfile(null).profile;
	const { seedOf } = await import('./company');
	const source = `The mapping of the company ${against.name}`;
	return usableProfile(rowsMapping(seedOf(against.name).mapping, source), source);
}

/** What asks a company is loaded only where one is asked: it brings the sandbox with it. */
async function masterDataOf(
	against: CheckedAgainst,
	postings: Posting[],
	profile: Profile,
	today: string | undefined,
): Promise<MasterData> {
	if (against.kind === 'masterData') return masterDataFrom(against.file);
	const { askBusinessOne, askSandbox } = await import('./company');
	const ask = against.kind === 'company' ? askSandbox(against.name) : askBusinessOne(against);
	return await ask(postings, profile, today);
}

function nameOf(against: CheckedAgainst | null, { company }: MasterData): string {
	return against?.kind === 'company' ? `${against.name} of the sandbox` : company.companyDb;
}

function resultOf(
	posting: Posting,
	position: number,
	profile: Profile,
	masterData: MasterData | null,
	today: string | undefined,
): PreviewResult {
	const entry = toJournalEntry(posting, profile, masterData, { today });
	const texts = entryTexts(posting, profile, entry);
	const purchase = toPurchaseInvoice(posting, profile, masterData, entry);
	const shown = checked(posting, entry, masterData !== null);
	return {
		position,
		posting: purchase && purchase.reasons.length > 0 ? asHeld(shown, purchase.reasons) : shown,
		entry,
		texts,
		purchaseInvoice: purchase?.purchaseInvoice ?? null,
	};
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
