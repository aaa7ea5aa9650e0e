import { Decimal, toJsonNumber, ZERO } from '../money';
import { auditOf, type Audit } from './audit';
import { currencyProblem, type CheckContext } from './checks';
import { contentHash, postingKey } from './keys';
import type { MasterData } from './masterData';
import { memoOf, payloadLine, referenceOf, roundingLine, type JournalEntryLine } from './payload';
import { entryDates } from './postingDate';
import type { Profile } from './profile';
import { answerFor, reason } from './reasons';
import { localAmounts, type LocalAmounts } from './rates';
import { recordText, type RecordLine } from './record';
import { resolveLine, type ResolvedLine } from './resolve';
import type { Posting, ReviewAnswer, ReviewReason } from './types';

/** The Service Layer payload of a journal entry, in B1's property names. */
export interface JournalEntry {
	ReferenceDate: string;
	TaxDate: string;
	DueDate: string;
	Memo: string;
	Reference: string;
	Reference2: string;
	Reference3: string;
	ProjectCode?: string;
	JournalEntryLines: JournalEntryLine[];
}

export interface JournalEntryResult {
	status: 'ready' | 'nothingToPost' | 'review';
	journalEntry: JournalEntry | null;
	/** The readable lines; of a document in review, what could be built. */
	postingRecord: RecordLine[];
	postingRecordText: string;
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
 * or the reasons why not. Its debits equal its credits in every currency it names
 * @throws only when an entry would not balance, which is a bug
 */
export function toJournalEntry(
	posting: Posting,
	profile: Profile,
	masterData: MasterData | null,
	context: JournalEntryContext = {},
): JournalEntryResult {
	const localCurrency = masterData?.company.localCurrency ?? profile.companyCurrency ?? posting.currency ?? '';
	const isForeign = posting.currency !== null && posting.currency !== localCurrency;
	const dates = entryDates(posting, profile, masterData, context.today);
	const check: CheckContext = {
		posting,
		masterData,
		day: dates.postingDate,
		foreignCurrency: isForeign ? posting.currency : null,
	};
	const reasons = [...posting.reasons];
	const lines = (posting.draftLines ?? posting.lines).map((line) => resolveLine(line, profile, check, reasons));
	const hasLines = lines.length > 0;
	if (hasLines) reasons.push(...dates.reasons);
	const currencyFault = hasLines && posting.currency !== null ? currencyProblem(posting.currency, check) : null;
	if (currencyFault) reasons.push(currencyFault);
	if (hasLines && posting.docId === null)
		reasons.push(reason('missing-document-id', posting, 'The document has no id.', { field: 'id' }));
	const local =
		isForeign && profile.rateSource === 'document' && posting.status === 'ready'
			? localAmounts(posting, posting.lines, localCurrency, profile)
			: null;
	if (local && 'code' in local) reasons.push(local);
	const amounts = local && 'amounts' in local ? local : null;
	checkLengths(posting, lines, amounts, reasons);

	const key = posting.docId === null ? null : postingKey(posting.companyId ?? context.companyId ?? null, posting.docId);
	const hash = hasLines && posting.currency !== null ? contentHash(posting.currency, lines.map(hashed)) : null;
	const unique = reasons.filter(
		({ code, message }, index) => reasons.findIndex((other) => other.code === code && other.message === message) === index,
	);
	const status = unique.length > 0 ? 'review' : posting.status;
	const warnings = hasLines ? [...posting.warnings, ...dates.warnings] : posting.warnings;
	const record = recordOf(lines, amounts, localCurrency, profile);
	const journalEntry =
		status === 'ready'
			? payload(
					posting,
					profile,
					lines,
					amounts,
					isForeign,
					{ ReferenceDate: dates.postingDate!, TaxDate: dates.taxDate!, DueDate: dates.dueDate! },
					key!,
					hash!,
				)
			: null;
	return {
		status,
		journalEntry,
		postingRecord: record,
		postingRecordText: recordText(record, posting.currency ?? ''),
		postingKey: key,
		contentHash: hash,
		audit: auditOf(posting, lines, {
			key,
			hash,
			reasons: unique,
			warnings,
			isChecked: masterData !== null,
			companyDb: masterData?.company.companyDb ?? null,
			dates,
			rate: amounts?.rate ?? null,
		}),
		reasons: unique,
		warnings,
		answer:
			status === 'review'
				? answerFor(
						unique,
						profile.onHold === 'byReason' && profile.periodPolicy === 'fail' && dates.reasons.length > 0
							? 'confirmError'
							: profile.onHold,
					)
				: null,
	};
}

function hashed({ line, account, partner, taxGroup }: ResolvedLine) {
	const { debit, credit, costCenters, project, branch } = line;
	return { account, partner, debit, credit, costCenters, project, branch, taxGroup };
}

function checkLengths(
	posting: Posting,
	lines: readonly ResolvedLine[],
	local: LocalAmounts | null,
	reasons: ReviewReason[],
): void {
	const texts = [...lines.map(({ line }) => line.debit ?? line.credit!), ...(local?.amounts ?? [])];
	const tooLong = texts.find((text) => toJsonNumber(text) === null);
	if (tooLong) reasons.push(reason('amount-too-long', posting, `The amount ${tooLong} is too long.`, { value: tooLong }));
}

function recordOf(
	lines: readonly ResolvedLine[],
	local: LocalAmounts | null,
	localCurrency: string,
	profile: Profile,
): RecordLine[] {
	const record: RecordLine[] = lines.map(({ line, account, accountName, partner, partnerName }, index) => {
		const { role, party, taxCode, qualifier, costCenters, project, branch, debit, credit, currency, memo } = line;
		const localAmount = local ? { localAmount: local.amounts[index], localCurrency } : {};
		return {
			role,
			account,
			accountName,
			partner,
			partnerName,
			party,
			taxCode,
			qualifier,
			costCenters,
			project,
			branch,
			debit,
			credit,
			currency,
			...localAmount,
			memo,
		};
	});
	if (local?.rounding)
		record.push({
			role: 'rounding',
			account: profile.roundingAccount!,
			...local.rounding,
			currency: localCurrency,
			memo: 'Rounding difference',
		});
	return record;
}

function payload(
	posting: Posting,
	profile: Profile,
	lines: readonly ResolvedLine[],
	local: LocalAmounts | null,
	isForeign: boolean,
	dates: Pick<JournalEntry, 'ReferenceDate' | 'TaxDate' | 'DueDate'>,
	key: string,
	hash: string,
): JournalEntry {
	const entryLines = lines.map((line, index) => payloadLine(line, posting, profile, isForeign, local?.amounts[index]));
	if (local?.rounding) entryLines.push(roundingLine(profile.roundingAccount!, local.rounding, lines[0]!));
	assertBalanced(entryLines, posting, isForeign && local === null);
	const projects = new Set(lines.flatMap(({ line }) => (line.role === 'expense' ? [line.project] : [])));
	const [project] = projects;
	return {
		...dates,
		Memo: memoOf(posting, profile),
		Reference: referenceOf(posting, profile),
		Reference2: key,
		Reference3: hash.slice(0, 24),
		...(projects.size === 1 && project !== undefined ? { ProjectCode: project } : {}),
		JournalEntryLines: entryLines,
	};
}

/** Debits equal credits in every currency by construction; an entry that breaks this must never leave the engine. */
function assertBalanced(lines: readonly JournalEntryLine[], { docId }: Posting, onlyForeign: boolean): void {
	const sum = (debit: keyof JournalEntryLine, credit: keyof JournalEntryLine) =>
		lines.reduce(
			(balance, line) => balance.plus((line[debit] as number) ?? 0).minus((line[credit] as number) ?? 0),
			new Decimal(ZERO),
		);
	const local = onlyForeign ? ZERO : sum('Debit', 'Credit');
	const foreign = sum('FCDebit', 'FCCredit');
	if (!local.isZero() || !foreign.isZero())
		throw new Error(`The journal entry of document ${docId ?? '(no id)'} does not balance`);
}
