import type { Posting } from '../posting';
import type { ReviewReason } from '../review';
import { fieldsOf, type EntryLine } from './entryLine';
import type { EntryDates } from './postingDate';
import type { FieldValues } from './userFields';

/** Where every line came from and by which rule, kept with the item so that an entry can be explained later. */
export interface Audit {
	docId: string | null;
	docType: string | null;
	companyId: string | null;
	reportId: string | null;
	revision: string | null;
	reference: string | null;
	companyDb: string | null;
	company?: string;
	postingKey: string | null;
	contentHash: string | null;
	documentTotal: string | null;
	currency: string | null;
	/** Rate of the document, or of B1, where local amounts were worked out here. */
	rate: string | null;
	dates: { postingDate: string | null; taxDate: string | null; dueDate: string | null };
	/** Whether accounts, partners and the like were checked against B1. */
	checkedAgainstB1: boolean;
	/** Fields of the company's own on the entry itself. */
	userFields?: FieldValues;
	lines: AuditLine[];
	reasons: ReviewReason[];
	warnings: ReviewReason[];
}

/** What the audit keeps of a line: what it is posted to, by which rule, and where it came from. */
const AUDIT = ['role', 'account', 'partner', 'party', 'userFields', 'rule', 'sources'] as const;

export type AuditLine = Pick<EntryLine, (typeof AUDIT)[number]>;

interface AuditFacts {
	key: string | null;
	hash: string | null;
	reasons: ReviewReason[];
	warnings: ReviewReason[];
	isChecked: boolean;
	companyDb: string | null;
	dates: EntryDates;
	rate: string | null;
	userFields: FieldValues | undefined;
}

export function auditOf(posting: Posting, lines: readonly EntryLine[], facts: AuditFacts): Audit {
	const { docId, docType, companyId, reportId, revision, reference, company, documentTotal, currency } = posting;
	const { postingDate, taxDate, dueDate } = facts.dates;
	return {
		docId,
		docType,
		companyId,
		reportId,
		revision,
		reference,
		companyDb: facts.companyDb,
		...(company === undefined ? {} : { company }),
		postingKey: facts.key,
		contentHash: facts.hash,
		documentTotal,
		currency,
		rate: facts.rate,
		dates: { postingDate, taxDate, dueDate },
		checkedAgainstB1: facts.isChecked,
		...(facts.userFields === undefined ? {} : { userFields: facts.userFields }),
		lines: lines.map((line) => fieldsOf(AUDIT, line)),
		reasons: facts.reasons,
		warnings: facts.warnings,
	};
}
