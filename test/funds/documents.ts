import { readDocuments, type FisDocument } from '../../nodes/shared/document';

/** Funds documents as Concur sends them, as small as they can be. */

export interface EntrySpec {
	id?: string;
	amount: number | string;
	account?: string | null;
	costCenter?: string | null;
	/** Request entry a report's entry is linked to. */
	linked?: string | null;
	linkedRequest?: string | null;
	personal?: boolean;
	/** Gross, where a part of it is reclaimable tax. */
	gross?: number;
	date?: string;
}

export interface Revision {
	/** Previous list; its header is there as soon as this is. */
	previous?: EntrySpec[];
	total?: number | string | null;
	currency?: string | null;
	revision?: number;
	isTest?: boolean;
}

const sum = (entries: readonly EntrySpec[]): number =>
	Number(entries.reduce((total, { amount }) => total + Number(amount), 0).toFixed(6));

export function document(id: string, docType: string, content: unknown): FisDocument {
	return readDocuments([{ id, docType, document: content }]).documents[0]!;
}

export function request(
	fisId: string,
	instruction: string,
	id: string,
	entries: EntrySpec[],
	options: Revision = {},
): FisDocument {
	const header = (revision: number, total: unknown) => ({
		requestId: id,
		requestKey: `KEY-${id}`,
		revisionNumber: revision,
		totalApprovedAmount: total,
		isTest: 'N',
	});
	const { previous, total = sum(entries), currency = 'USD', revision = 1, isTest = false } = options;
	return document(fisId, 'requestobligation', {
		instruction: { instruction },
		employee: { employeeId: 'E1', employeeReimbursementCurrency: currency, isTest },
		requestHeader: header(revision, total),
		requestEntry: entries.map(requestEntry),
		...(previous && {
			previousRevisionRequestHeader: header(revision - 1, sum(previous)),
			previousRevisionRequestEntry: previous.map(requestEntry),
		}),
	});
}

function requestEntry({ id = 'RE1', amount, account = 'TRAVEL', costCenter = 'CC1', date = '2026-03-06' }: EntrySpec) {
	const allocation = {
		allocationId: `A-${id}`,
		allocationAccountResolverKey: `KEY-${id}`,
		allocationAmount: amount,
		allocationPercentage: 100,
	};
	return {
		entryId: id,
		expenseTypeCode: 'LNDRY',
		expenseTypeName: 'Laundry',
		entryAccountCode: account,
		entryApprovedAmount: amount,
		entryTransactionDate: `${date}T00:00:00.000Z`,
		allocation: [{ ...allocation, allocationCustom4Code: costCenter }],
	};
}

export interface ReportSpec extends Revision {
	requestIds?: string[];
}

export function report(
	fisId: string,
	instruction: string,
	id: string,
	entries: EntrySpec[],
	options: ReportSpec = {},
): FisDocument {
	return document(fisId, 'reportobligation', { instruction: { instruction }, ...reportContent(id, entries, options) });
}

/** The ordinary expense document of a report. */
export function expense(fisId: string, id: string, entries: EntrySpec[], options: ReportSpec = {}): FisDocument {
	return document(fisId, 'expense', reportContent(id, entries, options));
}

function reportContent(id: string, entries: EntrySpec[], options: ReportSpec) {
	const { previous, total = sum(entries), currency = 'USD', revision = 1, requestIds = [], isTest = false } = options;
	const header = (number: number, approved: unknown) => ({
		reportId: id,
		reportNumber: `NUM-${id}`,
		employeeCurrencyAlphaCode: currency,
		revisionNumber: number,
		totalApprovedAmount: approved,
		requestId: requestIds,
		isTest: isTest ? 'Y' : 'N',
	});
	return {
		employee: { employeeId: 'E1' },
		report: header(revision, total),
		expenseEntry: entries.map(reportEntry),
		cashAdvanceApplication: [],
		...(previous && {
			previousRevisionReportHeader: header(revision - 1, sum(previous)),
			previousRevisionReportEntry: previous.map(reportEntry),
		}),
	};
}

function reportEntry({
	id = 'PE1',
	amount,
	account = 'TRAVEL',
	costCenter = 'CC1',
	linked = null,
	linkedRequest = null,
	...rest
}: EntrySpec) {
	const { personal = false, gross = amount, date = '2026-03-06' } = rest;
	const [payer, payee] = Number(amount) < 0 ? ['EMPL', 'COMP'] : ['COMP', 'EMPL'];
	const journal = {
		journalAccountCode: account,
		journalPayer: payer,
		journalPayee: payee,
		amountGross: gross,
		amountNetOfTax: amount,
		amountNetOfReclaim: amount,
	};
	return {
		entryId: id,
		expenseTypeCode: 'LNDRY',
		entryDate: date,
		entryApprovedAmount: personal ? 0 : gross,
		entryIsPersonal: personal ? 'Y' : 'N',
		linkedRequestId: linkedRequest,
		linkedRequestEntryId: linked,
		allocation: [
			{
				allocationId: `A-${id}`,
				allocationAccountResolverKey: `KEY-${id}`,
				allocationCustom4Code: costCenter,
				journal: [journal],
				tax: [],
			},
		],
	};
}
