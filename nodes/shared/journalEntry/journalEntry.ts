import type { Profile } from '../mapping';
import { toJsonNumber } from '../money';
import { hasAmount, unbasedTaxes, type Posting } from '../posting';
import { answerFor, onHoldFor, reason, unreadable, withoutRepeats, type ReviewAnswer, type ReviewReason } from '../review';
import { auditOf, type Audit } from './audit';
import { currencyProblem, type CheckContext } from './checks';
import { b1Currency, isoCurrency, keptDecimals } from './currencies';
import { inDecimals } from './decimals';
import type { EntryLine } from './entryLine';
import { contentHash, postingKey } from './keys';
import type { MasterData } from './masterData';
import { localOf, rateOf } from './localRate';
import { assertBalanced, entryFields, entryTexts, payloadLine, type JournalEntryLine } from './payload';
import { dueDateOfLine, entryDates, type EntryDates } from './postingDate';
import { recordOf, type RecordLine } from './record';
import { mainTermsOf, termsOf } from './partners';
import { resolveLine, roundingLine } from './resolve';
import { dayTerms, withTaxData } from './taxData';
import { taxWarnings } from './taxWarnings';
import { becomesInvoice, headerFields, type FieldValues } from './userFields';

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
	/** The lines as B1 gets them: with accounts, partners and tax as they were found; of a document in review, what could be built. */
	lines: EntryLine[];
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
	const { lines, rounding, dates, reasons } = resolution;
	const key = posting.docId === null ? null : postingKey(posting.companyId ?? context.companyId ?? null, posting.docId);
	const moved = lines.filter(hasAmount);
	const hash = moved.length > 0 && posting.currency !== null ? contentHash(posting.currency, moved) : null;
	const isBased = unbasedTaxes(lines.filter(({ taxGroup }) => taxGroup !== undefined)).length === 0;
	const ofPosting = isBased ? posting.warnings.filter(({ code }) => code !== 'tax-base-unknown') : posting.warnings;
	const warnings = withoutRepeats([...ofPosting, ...dates.warnings, ...resolution.remarks]);
	const isHeld = reasons.length > 0;
	const isReady = !isHeld && posting.status === 'ready';
	const entryLines = rounding === null ? lines : [...lines, rounding];
	const facts = {
		key,
		hash,
		reasons,
		warnings,
		dates,
		rate: resolution.rate,
		userFields: resolution.userFields,
		companyDb: masterData?.company.companyDb ?? null,
	};
	return {
		status: isHeld ? 'review' : posting.status,
		journalEntry: isReady
			? payload(posting, profile, { lines: entryLines, dates, key: key!, hash: hash!, userFields: resolution.userFields })
			: null,
		lines: entryLines.map(lineAsFound),
		postingRecord: recordOf(entryLines),
		postingKey: key,
		contentHash: hash,
		audit: auditOf(posting, lines, { ...facts, isChecked: masterData !== null }),
		reasons,
		warnings,
		answer: isHeld ? answerFor(reasons, onHoldFor(profile.onHold, profile.periodPolicy, dates.reasons)) : null,
	};
}

/** A line without the tax code that B1 takes for no tax group of it. */
function lineAsFound(line: EntryLine): EntryLine {
	if (line.taxGroup !== undefined || line.taxCode === undefined) return line;
	const found = { ...line };
	delete found.taxCode;
	delete found.taxBase;
	return found;
}

/** A posting with everything found that B1 needs to know. */
interface Resolution {
	dates: EntryDates;
	lines: EntryLine[];
	/** What balances the lines in the company's currency. */
	rounding: EntryLine | null;
	/** Rate of the local amounts, where they were worked out here. */
	rate: string | null;
	/** Fields of the company's own on the entry itself. */
	userFields: FieldValues | undefined;
	reasons: ReviewReason[];
	/** What an accountant should know of the lines, though they are posted. */
	remarks: ReviewReason[];
}

function resolve(posting: Posting, profile: Profile, masterData: MasterData | null, context: JournalEntryContext): Resolution {
	const known = { profile, masterData };
	const currency = posting.currency === null ? null : b1Currency(posting.currency, known);
	const local = localCurrencyOf(known) ?? currency ?? '';
	const foreignCurrency = currency === local ? null : currency;
	const localCurrency = foreignCurrency === null ? (posting.currency ?? local) : isoCurrency(local, known);
	const dates = entryDates(posting, profile, masterData, context.today, mainTermsOf(posting, profile, masterData));
	const check: CheckContext = {
		posting,
		masterData,
		isInvoice: becomesInvoice(posting, profile),
		day: dates.postingDate,
		currency,
		remarks: [],
	};
	const reasons = [...posting.reasons];
	const rate = foreignCurrency === null ? null : rateOf(posting, known, localCurrency, dates.postingDate);
	const day = dates.taxDate ?? dates.postingDate;
	const localDecimals = keptDecimals(localCurrency, known);
	const foreign = foreignCurrency === null ? null : { decimals: localDecimals, rate };
	const taxed = withTaxData(posting, profile, { masterData, day, local: foreign });
	const rounded = inDecimals(taxed, keptDecimals(posting.currency ?? '', known), posting, reasons);
	const lines = rounded.map((line) => resolveLine(line, profile, check, reasons));
	for (const line of lines) {
		if (foreignCurrency !== null) line.foreignCurrency = foreignCurrency;
		if (line.partner === undefined) continue;
		const terms = termsOf(line.partner, masterData);
		line.dueDate = dueDateOfLine(line.role, terms, posting, profile, dates, masterData?.periods ?? null);
	}
	check.remarks.push(...taxWarnings(lines, posting, dayTerms(masterData?.taxGroups ?? null, day)));
	const userFields = lines.length === 0 ? undefined : headerFields(entryFields(posting, profile), check, reasons);
	const resolution: Resolution = { remarks: check.remarks, dates, lines, rounding: null, rate: null, userFields, reasons };
	// Without lines nothing is posted, and neither date nor currency matters.
	if (lines.length === 0) return { ...resolution, dates: { ...dates, reasons: [], warnings: [] } };
	reasons.push(...dates.reasons);
	const currencyFault = posting.currency === null ? null : currencyProblem(posting.currency, check);
	if (currencyFault) reasons.push(currencyFault);
	if (posting.docId === null) reasons.push(reason('missing-document-id', posting, 'The document has no id.', { field: 'id' }));
	const isConverted = foreignCurrency !== null && posting.status === 'ready';
	const converted = isConverted
		? localOf(posting, lines, { currency: localCurrency, decimals: localDecimals }, rate, profile)
		: null;
	if (converted && 'code' in converted) reasons.push(converted);
	else if (converted) {
		for (const [index, line] of lines.entries()) Object.assign(line, { localAmount: converted.amounts[index], localCurrency });
		resolution.rate = converted.rate;
		resolution.rounding = converted.rounding && roundingLine(converted.rounding, lines[0]!, localCurrency, profile, masterData);
	}
	checkLengths(posting, lines, reasons);
	return { ...resolution, reasons: withoutRepeats(reasons) };
}

/** B1's code of the company's currency; null where neither B1 nor the mapping says it. */
function localCurrencyOf(known: { profile: Profile; masterData: MasterData | null }): string | null {
	const { companyCurrency } = known.profile;
	return known.masterData?.company.localCurrency ?? (companyCurrency === null ? null : b1Currency(companyCurrency, known));
}

function checkLengths(posting: Posting, lines: readonly EntryLine[], reasons: ReviewReason[]): void {
	const amounts = lines.flatMap(({ debit, credit, localAmount }) => [debit ?? credit!, localAmount ?? '0']);
	const long = amounts.find((text) => toJsonNumber(text) === null);
	if (long) reasons.push(reason('amount-too-long', posting, `The amount ${long} is too long.`, { value: long }));
}

interface EntryParts {
	lines: readonly EntryLine[];
	dates: EntryDates;
	key: string;
	hash: string;
	userFields: FieldValues | undefined;
}

function payload(posting: Posting, profile: Profile, { lines, dates, key, hash, userFields }: EntryParts): JournalEntry {
	const entryLines = lines.map(payloadLine);
	assertBalanced(entryLines, posting.docId);
	const { memo, references } = entryTexts(posting, profile, { postingKey: key, contentHash: hash });
	const entry: JournalEntry = {
		ReferenceDate: dates.postingDate!,
		TaxDate: dates.taxDate!,
		DueDate: dates.dueDate!,
		Memo: memo,
		Reference: references[0],
		Reference2: key,
		Reference3: references[2]!,
		AutoVAT: 'tNO',
		...userFields,
		JournalEntryLines: entryLines,
	};
	const project = commonProject(lines);
	if (project !== undefined) entry.ProjectCode = project;
	return entry;
}

/** The project of the whole entry, where all costs belong to the same one. */
function commonProject(lines: readonly EntryLine[]): string | undefined {
	const costs = lines.filter(({ role }) => role === 'expense');
	const project = costs[0]?.project;
	return costs.every((line) => line.project === project) ? project : undefined;
}
