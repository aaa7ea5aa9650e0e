import type { Profile } from '../mapping';
import { decimalsOf, toJsonNumber } from '../money';
import { hasAmount, unbasedTaxes, type LocalAmounts, type Posting } from '../posting';
import { answerFor, onHoldFor, reason, unreadable, withoutRepeats, type ReviewAnswer, type ReviewReason } from '../review';
import { auditOf, type Audit } from './audit';
import { currencyProblem, type CheckContext } from './checks';
import { contentHash, postingKey, type HashedLine } from './keys';
import type { MasterData } from './masterData';
import { localOf, rateOf } from './localRate';
import { assertBalanced, memoOf, payloadLine, referenceOf, roundingLine, type JournalEntryLine } from './payload';
import { entryDates, type EntryDates } from './postingDate';
import { recordOf, type RecordLine } from './record';
import { resolveLine, type ResolvedLine } from './resolve';
import { withTaxData } from './taxData';

/** The Service Layer payload of a journal entry, in B1's property names. */
export interface JournalEntry {
	ReferenceDate: string;
	TaxDate: string;
	DueDate: string;
	Memo: string;
	Reference: string;
	Reference2: string;
	Reference3: string;
	/** Said in every entry: some companies have automatic tax on, and B1 would then work out taxes of its own. */
	AutoVAT: 'tNO';
	ProjectCode?: string;
	JournalEntryLines: JournalEntryLine[];
}

export interface JournalEntryResult {
	status: 'ready' | 'nothingToPost' | 'review';
	journalEntry: JournalEntry | null;
	/** The readable lines; of a document in review, what could be built. `recordText` makes a table of them. */
	postingRecord: RecordLine[];
	postingKey: string | null;
	contentHash: string | null;
	audit: Audit;
	reasons: ReviewReason[];
	warnings: ReviewReason[];
	/** What Concur is told, when the status is `review`. */
	answer: ReviewAnswer | null;
}

/** Facts of the run that a posting does not carry. */
export interface JournalEntryContext {
	/** Today, YYYY-MM-DD; needed by the posting date rule `today`. */
	today?: string;
	/** Concur company id for documents that came without their envelope. */
	companyId?: string;
}

/**
 * Turns a posting into the journal entry of the Service Layer: partners and tax accounts are found, master data and dates checked.
 *
 * @param posting of `buildPosting`; one in review is checked all the same, so that a person sees everything at once
 * @param masterData null when B1 is not asked; codes are then taken as they are
 * @returns the payload with amounts as JSON numbers in the company's currency, or in foreign currency where the document's differs;
 * or the reasons why not; where anything throws, that the document cannot be worked out. Its debits equal its credits in every currency it names
 */
export function toJournalEntry(
	posting: Posting,
	profile: Profile,
	masterData: MasterData | null,
	context: JournalEntryContext = {},
): JournalEntryResult {
	try {
		return resultOf(posting, profile, masterData, context);
	} catch (error) {
		const held: Posting = { ...posting, status: 'review', lines: [], reasons: [unreadable(posting.docId, error)] };
		delete held.draftLines;
		delete held.unratedTaxes;
		return resultOf(held, profile, masterData, context);
	}
}

function resultOf(
	posting: Posting,
	profile: Profile,
	masterData: MasterData | null,
	context: JournalEntryContext,
): JournalEntryResult {
	const resolution = resolve(posting, profile, masterData, context);
	const { lines, dates, local, reasons, localCurrency } = resolution;
	const key = posting.docId === null ? null : postingKey(posting.companyId ?? context.companyId ?? null, posting.docId);
	const moved = lines.filter(({ line }) => hasAmount(line));
	const hash = moved.length > 0 && posting.currency !== null ? contentHash(posting.currency, moved.map(hashed)) : null;
	const isBased = unbasedTaxes(lines.filter(({ taxGroup }) => taxGroup !== undefined).map(({ line }) => line)).length === 0;
	const ofPosting = isBased ? posting.warnings.filter(({ code }) => code !== 'tax-base-unknown') : posting.warnings;
	const warnings = [...ofPosting, ...dates.warnings];
	const isHeld = reasons.length > 0;
	const isReady = !isHeld && posting.status === 'ready';
	const postingRecord = recordOf(lines, local, localCurrency, profile.roundingAccount);
	const facts = {
		key,
		hash,
		reasons,
		warnings,
		dates,
		rate: local?.rate ?? null,
		companyDb: masterData?.company.companyDb ?? null,
	};
	return {
		status: isHeld ? 'review' : posting.status,
		journalEntry: isReady ? payload(posting, profile, resolution, key!, hash!) : null,
		postingRecord,
		postingKey: key,
		contentHash: hash,
		audit: auditOf(posting, lines, { ...facts, isChecked: masterData !== null }),
		reasons,
		warnings,
		answer: isHeld ? answerFor(reasons, onHoldFor(profile.onHold, profile.periodPolicy, dates.reasons)) : null,
	};
}

/** A posting with everything found that B1 needs to know. */
interface Resolution {
	localCurrency: string;
	isForeign: boolean;
	dates: EntryDates;
	lines: ResolvedLine[];
	local: LocalAmounts | null;
	reasons: ReviewReason[];
}

function resolve(posting: Posting, profile: Profile, masterData: MasterData | null, context: JournalEntryContext): Resolution {
	const { currency } = posting;
	const localCurrency = masterData?.company.localCurrency ?? profile.companyCurrency ?? currency ?? '';
	const isForeign = currency !== null && currency !== localCurrency;
	const dates = entryDates(posting, profile, masterData, context.today);
	const check: CheckContext = { posting, masterData, day: dates.postingDate, foreignCurrency: isForeign ? currency : null };
	const reasons = [...posting.reasons];
	const rate = isForeign ? rateOf(posting, profile, masterData, localCurrency, dates.postingDate) : null;
	const day = dates.taxDate ?? dates.postingDate;
	const drafts = withTaxData(posting, profile, { masterData, day, local: isForeign ? { currency: localCurrency, rate } : null });
	const lines = drafts.map((line) => resolveLine(line, profile, check, reasons));
	const resolution = { localCurrency, isForeign, dates, lines, local: null, reasons };
	// Without lines nothing is posted, and neither date nor currency matters.
	if (lines.length === 0) return { ...resolution, dates: { ...dates, reasons: [], warnings: [] } };
	reasons.push(...dates.reasons);
	const currencyFault = currency === null ? null : currencyProblem(currency, check);
	if (currencyFault) reasons.push(currencyFault);
	if (posting.docId === null) reasons.push(reason('missing-document-id', posting, 'The document has no id.', { field: 'id' }));
	const local = isForeign && posting.status === 'ready' ? localOf(posting, drafts, localCurrency, rate, profile) : null;
	if (local && 'code' in local) reasons.push(local);
	const amounts = local && 'amounts' in local ? local : null;
	checkLengths(posting, lines, amounts, reasons);
	return { ...resolution, local: amounts, reasons: withoutRepeats(reasons) };
}

function hashed({ line, account, partner, taxGroup }: ResolvedLine): HashedLine {
	const { debit, credit, costCenters, project, branch } = line;
	return { account, partner, debit, credit, costCenters, project, branch, taxGroup };
}

function checkLengths(
	posting: Posting,
	lines: readonly ResolvedLine[],
	local: LocalAmounts | null,
	reasons: ReviewReason[],
): void {
	const isTooLong = (text: string) => toJsonNumber(text) === null;
	const long = lines.find(({ line }) => isTooLong(line.debit ?? line.credit!));
	const amount = long ? (long.line.debit ?? long.line.credit) : local?.amounts.find(isTooLong);
	if (amount) reasons.push(reason('amount-too-long', posting, `The amount ${amount} is too long.`, { value: amount }));
}

function payload(
	posting: Posting,
	profile: Profile,
	{ lines, local, isForeign, dates, localCurrency }: Resolution,
	key: string,
	hash: string,
): JournalEntry {
	const entryLines = lines.map((line, index) => payloadLine(line, posting, profile, isForeign, local?.amounts[index]));
	if (local?.rounding) entryLines.push(roundingLine(profile.roundingAccount!, local.rounding, lines[0]!));
	assertBalanced(entryLines, posting, decimalsOf(localCurrency), decimalsOf(posting.currency ?? ''));
	const entry: JournalEntry = {
		ReferenceDate: dates.postingDate!,
		TaxDate: dates.taxDate!,
		DueDate: dates.dueDate!,
		Memo: memoOf(posting, profile),
		Reference: referenceOf(posting, profile),
		Reference2: key,
		Reference3: hash.slice(0, HASH_IN_REFERENCE),
		AutoVAT: 'tNO',
		JournalEntryLines: entryLines,
	};
	const project = commonProject(lines);
	if (project !== undefined) entry.ProjectCode = project;
	return entry;
}

/** Characters of the content hash that fit the shortest `Reference3` of B1, which is 27 long in 9.x. */
const HASH_IN_REFERENCE = 24;

/** The project of the whole entry, where all costs belong to the same one. */
function commonProject(lines: readonly ResolvedLine[]): string | undefined {
	const costs = lines.filter(({ line }) => line.role === 'expense');
	const project = costs[0]?.line.project;
	return costs.every(({ line }) => line.project === project) ? project : undefined;
}
