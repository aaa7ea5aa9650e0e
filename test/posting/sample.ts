/** Small FIS documents for the posting tests: only the fields that matter, in the shapes that Concur sends. */
import { readDocuments } from '../../nodes/shared/document';
import { readProfile, type Profile } from '../../nodes/shared/mapping';
import { buildPosting, type Posting, type PostingLine } from '../../nodes/shared/posting';

type Fields = Record<string, unknown>;

export interface JournalFields extends Fields {
	journalAccountCode?: string | null;
	journalPayer?: string | null;
	journalPayee?: string | null;
	amountGross?: unknown;
}

let counter = 0;

export function journal(account: string | null, amount: unknown, payee = 'EMPL', fields: Fields = {}): JournalFields {
	return {
		journalAccountCode: account,
		journalPayer: 'COMP',
		journalPayee: payee,
		amountGross: amount,
		amountNetOfTax: amount,
		amountNetOfReclaim: amount,
		taxGuid: [],
		...fields,
	};
}

/** A refund or a personal item: someone pays the company, with a negative amount. */
export function toCompany(account: string | null, amount: unknown, payer = 'EMPL', fields: Fields = {}): JournalFields {
	return journal(account, amount, 'COMP', { journalPayer: payer, ...fields });
}

export function allocation(journals: JournalFields[], fields: Fields = {}): Fields {
	return { allocationId: `A${++counter}`, allocationPercentage: 100, journal: journals, tax: [], ...fields };
}

export function entry(approved: unknown, allocations: Fields[] | JournalFields, fields: Fields = {}): Fields {
	return {
		entryId: `E${++counter}`,
		expenseTypeCode: 'TAXIX',
		expenseTypeName: 'Taxi',
		entryApprovedAmount: approved,
		entryIsPersonal: 'N',
		reportEntryPatKey: 'CASH',
		clearingAccountCode: null,
		expensePayIndicator: 'N',
		entryCurrAlphaCode: 'USD',
		allocation: Array.isArray(allocations) ? allocations : [allocation([allocations])],
		...fields,
	};
}

export function personal(amount: number, payee: string, clearing: string | null, fields: Fields = {}): Fields {
	return entry(0, [allocation([journal(clearing, amount, payee), toCompany(clearing, -amount)])], {
		entryIsPersonal: 'Y',
		clearingAccountCode: clearing,
		reportEntryPatKey: payee,
		...fields,
	});
}

export function report(total: unknown, entries: unknown[], fields: Fields = {}, more: Fields = {}): Fields {
	return {
		employee: { employeeId: 'EMP1', employeeFirstName: 'Ada', employeeLastName: 'Example' },
		report: {
			reportId: 'R1',
			reportKey: 17,
			reportName: 'Trip',
			ledgerCode: 'DEFAULT',
			isTest: 'N',
			revisionNumber: '1',
			employeeCurrencyAlphaCode: 'USD',
			totalApprovedAmount: total,
			reportSubmitDate: '2024-03-01T10:00:00.000Z',
			reportPaymentProcessingDate: '2024-03-05T23:59:59.999Z',
			...fields,
		},
		expenseEntry: entries,
		cashAdvanceApplication: [],
		...more,
	};
}

export function wrapped(document: unknown, fields: Fields = {}): Fields {
	return {
		id: '0123456789abcdef0123456789abcdef',
		docType: 'expense',
		docStatus: 'READY',
		companyId: '821599',
		entityId: 't1',
		document,
		...fields,
	};
}

export function profileOf(options: unknown = {}): Profile {
	const { profile, problems } = readProfile(options);
	if (problems.length > 0) throw new Error(problems.join(' '));
	return profile;
}

export function post(input: unknown, options: unknown = {}): Posting {
	const { documents } = readDocuments(input);
	if (documents.length !== 1) throw new Error(`Expected one document, got ${documents.length}`);
	return buildPosting(documents[0]!, profileOf(options));
}

/** A line as short text: `Dr expense EXP 10.00`, with tax code, qualifier and cost center in brackets. */
export function shortLine({ role, account, party, taxCode, qualifier, costCenter, debit, credit }: PostingLine): string {
	const details = [taxCode && `tax ${taxCode}`, qualifier, costCenter && `cc ${costCenter}`].filter(Boolean).join(', ');
	return `${debit === undefined ? 'Cr' : 'Dr'} ${role} ${account ?? party ?? '-'} ${debit ?? credit}${details ? ` [${details}]` : ''}`;
}

export function shortLines(posting: Posting): string[] {
	return posting.lines.map(shortLine);
}

export const codes = (posting: Posting): string[] => posting.reasons.map(({ code }) => code);
