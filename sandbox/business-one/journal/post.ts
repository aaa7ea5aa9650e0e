import type { Core, Operation } from '../core';
import { firstOfNextMonth } from '../dates';
import { ruleBroken, ServiceError } from '../errors';
import { withDefaults } from '../rest/defaults';
import { keyText, members, type Row, type Value } from '../store/store';
import { checkCurrency, partyOf, text, type LineParty } from './accounts';
import { amountProperties, amountsOf, checkBalance, settleRounding, withSystemAmounts, type LineAmounts } from './amounts';
import { checkBudget } from './budget';
import { addToBalances } from './balances';
import { branchOf, checkAssignments, checkProject } from './dimensions';
import { checkManualEntry } from './manual';
import { checkLineDates, checkPeriod, type EntryDates } from './periods';
import { takeNumber } from './series';

const MAX_LINES = 5000;

/** Who posts, and whether within a change set. */
export type Poster = Pick<Operation, 'user' | 'inChangeSet'>;

/**
 * Posts a journal entry: fills in what B1 fills in, checks what B1 checks, and stores it.
 * @param poster the request that posts it
 * @param input the entry as read from the request
 * @param extra properties a reversal carries beyond what a client may send
 */
export function postEntry(core: Core, { user, inChangeSet }: Poster, input: Row, extra: Row = {}): Row {
	const checked = checkEntry(core, user, input);
	const jdtNum = core.store.next('JdtNum');
	const { series, number } = takeNumber(core, input.Series, branchesOf(checked));
	const entry: Row = {
		...checked,
		JdtNum: jdtNum,
		Number: number,
		Series: series,
		Printed: 'psNo',
		OriginalJournal: 'ttJournalEntry',
		Original: jdtNum,
		BaseReference: String(number),
		...extra,
	};
	core.store.put('JournalEntries', entry);
	core.store.entriesPosted += 1;
	addToBalances(core, members(entry, 'JournalEntryLines'));
	core.notifications.check(entry, inChangeSet);
	return entry;
}

/** Posts an entry that somebody writes himself. Throws what the Service Layer would answer; the caller's transaction undoes the rest. */
export function postManualEntry(core: Core, poster: Poster, input: Row): Row {
	const entry = postEntry(core, poster, input);
	checkManualEntry(core, input, entry);
	return entry;
}

/** Branches of the lines; none where the company has no branches. */
function branchesOf(entry: Row): Value[] {
	return members(entry, 'JournalEntryLines').flatMap((line) => (typeof line.BPLID === 'number' ? [line.BPLID] : []));
}

/** The entry as it would be stored, without its numbers. Throws what the Service Layer would answer. */
export function checkEntry(core: Core, user: string, input: Row): Row {
	const dates = datesOf(input, { posting: core.today(), due: core.today(), tax: core.today() });
	checkHeader(core, input, dates.posting);
	checkPeriod(core, user, dates);
	const lines = members(input, 'JournalEntryLines');
	if (lines.length === 0) throw ruleBroken('No lines in the journal entry', 'JournalEntry.JournalEntryLines');
	if (lines.length > MAX_LINES) throw ruleBroken('Too many lines in the journal entry', 'JournalEntry.JournalEntryLines');
	const parties = lines.map((line, index) => partyOf(core, line, index + 1, dates.posting));
	const amounts = lineAmounts(core, lines, parties, dates.posting);
	checkBudget(core, parties, amounts, dates.posting);
	const header = headerOf(core, input, dates);
	return { ...header, JournalEntryLines: storedLines(core, header, lines, parties, amounts, dates) };
}

function lineAmounts(core: Core, lines: Row[], parties: LineParty[], day: string): LineAmounts[] {
	const read = lines.map((line, index) => {
		const amounts = amountsOf(core, line, index + 1, day);
		checkCurrency(core, parties[index]!, amounts.currency, index + 1);
		return amounts;
	});
	const settled = settleRounding(core, read);
	lines.forEach((line, index) => checkAssignments(core, line, index + 1, day));
	checkBalance(core, settled);
	return withSystemAmounts(core, settled, day);
}

function checkHeader(core: Core, input: Row, day: string): void {
	if (input.AutoVAT === 'tYES') throw new ServiceError(400, -5006, 'Automatic tax (AutoVAT) is not simulated by the sandbox');
	const code = text(input.TransactionCode);
	if (code !== undefined && !core.store.get('TransactionCodes', keyText([code]))) {
		throw ruleBroken('Invalid transaction code', 'OJDT.TransCode', { value: code });
	}
	checkProject(core, text(input.ProjectCode), 'OJDT.Project', day);
	const attachment = input.AttachmentEntry;
	if (typeof attachment === 'number' && !core.store.get('Attachments2', keyText([attachment]))) {
		throw ruleBroken(`Linked value ${attachment} does not exist`);
	}
}

function headerOf(core: Core, input: Row, dates: EntryDates): Row {
	const type = core.schema.type('JournalEntry');
	if (!type) throw new Error('The type JournalEntry is missing');
	const auto = input.UseAutoStorno === 'tYES';
	return withDefaults(type, {
		...input,
		ReferenceDate: dates.posting,
		DueDate: dates.due,
		TaxDate: dates.tax,
		VatDate: input.VatDate ?? dates.tax,
		StornoDate: auto ? (input.StornoDate ?? firstOfNextMonth(dates.posting)) : (input.StornoDate ?? null),
	});
}

function storedLines(
	core: Core,
	header: Row,
	lines: Row[],
	parties: LineParty[],
	amounts: LineAmounts[],
	dates: EntryDates,
): Row[] {
	const names = parties.map(({ account, partner }) => String(partner?.CardCode ?? account.Code));
	return lines.map((line, index) => {
		const { account, partner } = parties[index]!;
		const lineDates = lineDatesOf(line, dates);
		checkLineDates(core, dates, lineDates, index + 1);
		const branch = branchOf(core, line);
		const type = core.schema.type('JournalEntryLine');
		if (!type) throw new Error('The type JournalEntryLine is missing');
		return withDefaults(type, {
			...line,
			...amountProperties(amounts[index]!),
			Line_ID: index,
			AccountCode: account.Code ?? null,
			ShortName: names[index] ?? null,
			ControlAccount: partner ? (account.Code ?? null) : null,
			ContraAccount: text(line.ContraAccount) ?? contraAccount(names, amounts, index),
			DueDate: lineDates.due,
			TaxDate: lineDates.tax,
			ReferenceDate1: dates.posting,
			VatDate: line.VatDate ?? header.VatDate ?? null,
			LineMemo: line.LineMemo ?? header.Memo ?? null,
			Reference1: line.Reference1 ?? header.Reference ?? null,
			Reference2: line.Reference2 ?? header.Reference2 ?? null,
			BPLID: branch?.BPLID ?? null,
			BPLName: branch?.BPLName ?? null,
			VATRegNum: branch?.VATRegNum ?? null,
		});
	});
}

/** The first line of the other side. */
function contraAccount(names: string[], amounts: LineAmounts[], index: number): string | null {
	const other = amounts.findIndex((line) => line.side !== amounts[index]?.side);
	return names[other] ?? null;
}

/** Dates of a header; each is today where it is missing, the due and document date the posting date. */
function datesOf(input: Row, fallback: EntryDates): EntryDates {
	const posting = text(input.ReferenceDate) ?? fallback.posting;
	return { posting, due: text(input.DueDate) ?? posting, tax: text(input.TaxDate) ?? posting };
}

function lineDatesOf(line: Row, header: EntryDates): EntryDates {
	return { posting: header.posting, due: text(line.DueDate) ?? header.due, tax: text(line.TaxDate) ?? header.tax };
}
