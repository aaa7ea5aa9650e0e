import type { ILoadOptionsFunctions, INodeListSearchItems, INodeListSearchResult } from 'n8n-workflow';
import { readDocuments } from '../../shared/document';

type Json = Record<string, unknown>;

/** How codes are taken from a section: each code with what a person knows it by. */
type Codes = (section: Json) => Array<{ code: unknown; label?: unknown }>;

/** Deeper than any document of FIS; a stop for something that is none. */
const MAX_DEPTH = 8;

const COMPANY = 'COMP';

/** Gives the codes of one kind that the document at hand holds, each once, so that nobody has to know or type them. */
function searchCodes(codesOf: Codes) {
	return async function (this: ILoadOptionsFunctions, filter?: string): Promise<INodeListSearchResult> {
		const { documents } = readDocuments(this.getCurrentNodeParameter('document') ?? {});
		const found = new Map<string, string>();
		for (const { document } of documents) collect(document, codesOf, found, '');
		const text = (filter ?? '').toLowerCase();
		return { results: [...found].map(shown).filter(({ name }) => name.toLowerCase().includes(text)) };
	};
}

function shown([code, label]: [string, string]): INodeListSearchItems {
	return { name: label === '' || label === code ? code : `${code} (${label})`, value: code };
}

/** @param expenseType name of the expense the section belongs to, which labels the codes below it */
function collect(section: Json, codesOf: Codes, found: Map<string, string>, expenseType: string, depth = 0): void {
	const name = textOf(section.expenseTypeName) || expenseType;
	for (const { code, label } of codesOf(section)) {
		const text = textOf(code);
		if (text !== '' && !found.has(text)) found.set(text, label === undefined ? name : textOf(label));
	}
	if (depth === MAX_DEPTH) return;
	for (const value of Object.values(section).flat()) {
		if (typeof value === 'object' && value !== null) collect(value as Json, codesOf, found, name, depth + 1);
	}
}

function textOf(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

/** Expense journals, cash advances and invoice lines name the account differently. */
export const searchDocumentAccounts = searchCodes(
	({ journalAccountCode, accountCode, allocationAccountCode, lineItemDescription }) => [
		{ code: journalAccountCode },
		{ code: accountCode, label: lineItemDescription },
		{ code: allocationAccountCode },
	],
);

export const searchDocumentExpenseTypes = searchCodes(({ expenseTypeCode, expenseTypeName }) => [
	{ code: textOf(expenseTypeCode) || expenseTypeName, label: expenseTypeName },
]);

export const searchDocumentPayees = searchCodes(({ journalPayer, journalPayee, payer, payee }) =>
	[journalPayer, journalPayee, payer, payee].filter((code) => code !== COMPANY).map((code) => ({ code, label: '' })),
);

export const searchDocumentTaxes = searchCodes(({ taxCode, taxReclaimCode, nonDomesticCode, taxAuthorityLabel }) => [
	{
		code: [taxCode, taxReclaimCode, nonDomesticCode, taxAuthorityLabel].find((code) => textOf(code) !== ''),
		label: taxAuthorityLabel,
	},
]);

export const searchDocumentParties = searchCodes(
	({ employeeId, employeeFirstName, employeeLastName, vendorCode, vendorName }) => [
		{ code: employeeId, label: `${textOf(employeeFirstName)} ${textOf(employeeLastName)}` },
		{ code: vendorCode, label: vendorName ?? '' },
	],
);
