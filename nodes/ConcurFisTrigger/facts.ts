import type { FisItem } from '../shared/concur/types';

/** What the trigger's filters look at. Null where the document does not tell. */
export interface DocumentFacts {
	/** ISO date and time, UTC, of the final approval; else of the submission or creation. */
	date: string | null;
	ledger: string | null;
	isTest: boolean;
}

type Section = Record<string, unknown>;

const section = (document: FisItem['document'], ...names: string[]): Section[] =>
	names
		.map((name) => (typeof document === 'object' && document !== null ? document[name] : undefined))
		.filter((value): value is Section => typeof value === 'object' && value !== null && !Array.isArray(value));

/** First text among fields of the sections, in the order of the fields. */
function firstText(sections: Section[], ...fields: string[]): string | null {
	for (const field of fields)
		for (const one of sections) {
			const value = one[field];
			if (typeof value === 'string' && value.trim() !== '') return value.trim();
		}
	return null;
}

const dateFields = [
	'reportPaymentProcessingDate',
	'processCompleteDate',
	'issuedDate',
	'reportSubmitDate',
	'requestSubmitDate',
	'submitDate',
	'requestDate',
	'reportCreationDate',
	'requestCreationDate',
];

function isoDate(text: string | null): string | null {
	const date = new Date(text ?? '');
	return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

/** Reads the facts out of a document of any type. Source: FIS v4 reference, "Financial Documents Schemas". */
export function factsOf({ document }: FisItem): DocumentFacts {
	const heads = section(document, 'report', 'requestHeader', 'cashAdvanceData');
	const people = section(document, 'employee', 'employeeData', 'ownerEmployee');
	return {
		date: isoDate(firstText(heads, ...dateFields)),
		ledger: firstText([...heads, ...people], 'ledgerCode', 'employeeLedgerCode'),
		isTest: [...heads, ...people].some(({ isTest }) => isTest === true || isTest === 'Y' || isTest === 'true'),
	};
}
