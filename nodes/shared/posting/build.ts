import type { FisDocument } from '../document';
import { compile, type Profile } from '../mapping';
import { plainText } from '../money';
import { reason, unreadable, warning, withoutRepeats } from '../review';
import { Assembly } from './assembly';
import { readCashAdvance } from './cashAdvance';
import { splitCompanies } from './companies';
import { readExpense } from './expense';
import { checkGuards } from './guards';
import { readInvoice } from './invoice';
import { hasAmount, unbasedTaxes } from './line';
import { checkPayables } from './payables';
import { presentLines } from './present';
import { isPurchase, purchaseRows } from './purchase';
import { withLocalBases } from './rates';
import { assertLinesBalance, checkSettled } from './totals';
import type { BuildContext, Posting, PostingLine } from './types';

/**
 * Builds the posting of one FIS document: balanced lines by role, or the reasons why a person has to look at it. Pure: the same
 * document, profile and context always give the same posting.
 *
 * @param document a document as `readDocuments` gives it
 * @param profile the mapping of the company; do not change it afterwards, it is compiled once
 * @param context what only the caller knows: today, and earlier postings of the same reports
 * @returns with `crossCompany: split` the part of the profile's own company; amounts as decimal text in the document's currency; `lines` are empty unless the status is `ready`
 */
export function buildPosting(document: FisDocument, profile: Profile, context: BuildContext = {}): Posting {
	const parts = buildPostings(document, profile, context);
	const isOwn = ({ company, status }: Posting) =>
		company === undefined ||
		company === profile.company ||
		status === 'review' ||
		(profile.company === null && parts.length === 1);
	const own = parts.find(isOwn);
	if (!own) return onlyOtherCompanies(parts, profile);
	const others = parts.filter((part) => part !== own).map(({ company }) => company);
	if (own.status === 'review' || others.length === 0) return own;
	const message = `The document also has parts for ${others.join(', ')}, which are posted in their own company.`;
	return { ...own, warnings: [...own.warnings, warning('other-companies', own, message, { value: others.join(', ') })] };
}

/** A document that is split, and of which no part belongs to this company: there is nothing that may be posted here. */
function onlyOtherCompanies(parts: readonly Posting[], { company, companyPath }: Profile): Posting {
	const [first] = parts;
	const others = parts.map((part) => part.company).join(', ');
	const finding = `Every allocation of the document belongs to ${others}; this is company ${company ?? '(not named)'}.`;
	const held = reason('cross-company-allocation', first!, finding, { field: companyPath ?? undefined, value: others });
	const posting: Posting = { ...first!, status: 'review', lines: [], reasons: [held] };
	delete posting.draftLines;
	return posting;
}

/**
 * Builds a document whose allocations belong to several B1 companies (`companyPath`): with `crossCompany: split` one posting for
 * each company, every one balanced in itself; in every other case exactly one posting. A document on which anything throws gives a
 * posting in review that names it.
 */
export function buildPostings(document: FisDocument, profile: Profile, context: BuildContext = {}): Posting[] {
	try {
		return postingsOf(document, profile, context);
	} catch (error) {
		return [unreadablePosting(document, error)];
	}
}

/** A document that the engine cannot work out concerns a person, and none of the documents beside it. */
function unreadablePosting({ docId, docType, companyId }: FisDocument, error: unknown): Posting {
	const nothing = { reportId: null, revision: null, reference: null, documentTotal: null, currency: null };
	const reasons = [unreadable(docId, error)];
	return { docId, docType, companyId, ...nothing, status: 'review', lines: [], reasons, warnings: [], names: {}, dates: {} };
}

function postingsOf(document: FisDocument, profile: Profile, context: BuildContext): Posting[] {
	const assembly = new Assembly(document, compile(profile));
	readDocument(assembly, context);
	const parts = splitCompanies(assembly);
	return parts.map(({ company, flows }) => {
		const part = flows === assembly.flows ? assembly : assembly.withFlows(flows);
		return finish(part, company);
	});
}

/** Reads the document by its type into flows and reasons. */
function readDocument(assembly: Assembly, context: BuildContext): void {
	const { document } = assembly;
	if (document.problem) {
		assembly.reasons.push(document.problem);
		return;
	}
	switch (document.docType) {
		case 'expense':
		case 'invoice':
		case 'cashadvance':
			checkGuards(assembly, context);
			for (const unreadable of assembly.header.unreadableDates) assembly.holdDate(unreadable);
			if (document.docType === 'expense') readExpense(assembly);
			else if (document.docType === 'invoice') readInvoice(assembly);
			else readCashAdvance(assembly);
			checkSettled(assembly);
			checkPayables(assembly);
			return;
		case 'payroll':
			assembly.hold('payroll-document', 'This is a payroll document.', { field: 'docType', value: 'payroll' });
			return;
		case 'requestobligation':
		case 'reportobligation':
			assembly.hold('funds-document', `This is a funds document (${document.docType}).`, {
				field: 'docType',
				value: document.docType,
			});
			return;
		default:
			holdUnknown(assembly);
	}
}

function holdUnknown(assembly: Assembly): void {
	const stated = assembly.document.statedType;
	const finding =
		stated === undefined
			? 'The document has none of the sections of a FIS document (report, expenseEntry, cashAdvanceData, requestHeader).'
			: `The document says it is of type "${stated}", which is not known or does not fit its content.`;
	assembly.hold('unknown-document', finding, { field: 'docType', value: stated });
}

const baseUnknown = (code: string): string =>
	`The base of tax ${code} is not known: it stands in a row with other taxes, and the mapping names no rates for them. B1's tax report lacks it.`;

function finish(assembly: Assembly, company: string | null): Posting {
	const { document, currency, header } = assembly;
	const { docId, docType } = document;
	const { reportId, revision, reference, names } = header;
	const texts = { docId, docType, reportId, revision, reference, names };
	const presented = currency === null ? [] : presentLines(assembly, texts);
	const isUnrated = (line: PostingLine) => line.taxed !== undefined && line.taxBase === undefined && !hasAmount(line);
	const unratedTaxes = presented.filter(isUnrated);
	const lines = withLocalBases(
		presented.filter((line) => !isUnrated(line)),
		assembly.profile,
	);
	for (const code of unbasedTaxes(lines))
		assembly.warn('tax-base-unknown', baseUnknown(code), { field: 'taxCodes', value: code });
	const isInvoice = docType === 'invoice' && isPurchase(assembly.profile);
	const reasons = withoutRepeats(assembly.reasons);
	const isHeld = reasons.length > 0;
	if (!isHeld) assertLinesBalance(lines, docId);
	return {
		...texts,
		status: isHeld ? 'review' : lines.length === 0 ? 'nothingToPost' : 'ready',
		currency,
		lines: isHeld ? [] : lines,
		reasons,
		warnings: withoutRepeats(assembly.warnings),
		...(unratedTaxes.length > 0 ? { unratedTaxes } : {}),
		...(isHeld && lines.length > 0 ? { draftLines: lines } : {}),
		...(isInvoice && lines.length > 0 ? { purchase: purchaseRows(assembly, texts) } : {}),
		documentTotal: assembly.total === null ? null : plainText(assembly.total),
		companyId: document.companyId,
		dates: header.dates,
		...(header.dueDate === undefined ? {} : { dueDate: header.dueDate }),
		...(header.netTermDays === undefined ? {} : { netTermDays: header.netTermDays }),
		...(company === null ? {} : { company }),
	};
}
