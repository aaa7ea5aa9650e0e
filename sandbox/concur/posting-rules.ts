import { isObject, unknownFields, type Json } from './write';

/** Lengths of FIS v4's posting confirmation. */
const COMPANY_ID_LENGTH = 32;
const DOCUMENT_NUMBER_LENGTH = 80;
const SHORT_TEXT_LENGTH = 1300;

/** What is wrong with one posting confirmation, or null; `docsRequired` refuses a success with nothing posted (FIS v4, Posting Confirmation Request Item). */
export function postingProblem(item: Json, docsRequired: boolean): string | null {
	const { overallPostingStatusCode: status, postingDocs, systemMessages } = item;
	if (status !== 'success' && status !== 'error') return 'overallPostingStatusCode is success or error.';
	if (!Array.isArray(postingDocs)) return 'postingDocs is a list.';
	if (!Array.isArray(systemMessages)) return 'systemMessages is a list.';
	if (status === 'success' && systemMessages.length > 0) return 'A success has no systemMessages.';
	if (status === 'success' && docsRequired && postingDocs.length === 0) return 'postingDocs (): may not be blank';
	if (status === 'error' && postingDocs.length > 0) return 'An error has no postingDocs.';
	if (status === 'error' && systemMessages.length === 0) return 'An error says why: systemMessages is empty.';
	return (
		firstProblem(postingDocs, 'postingDocs', postingDocProblem) ?? firstProblem(systemMessages, 'systemMessages', messageProblem)
	);
}

/** Names of fields that FIS does not know, e.g. `systemMessages[0].text`. */
export function unknownPostingFields(item: Json): string[] {
	return [
		...unknownFields(item, ['docId', 'overallPostingStatusCode', 'postingDocs', 'systemMessages']),
		...unknownInList(item, 'postingDocs', POSTING_DOC_FIELDS),
		...unknownInList(item, 'systemMessages', MESSAGE_FIELDS),
	];
}

const POSTING_DOC_FIELDS = ['companyId', 'documentNumber', 'fiscalYear', 'paymentRelevantLineItems', 'postingDate'];
const MESSAGE_FIELDS = ['concurTransactionLineItemId', 'messageId', 'messageLanguage', 'messageLongText', 'messageShortText'];

function unknownInList(item: Json, name: string, known: readonly string[]): string[] {
	const list = Array.isArray(item[name]) ? (item[name] as unknown[]) : [];
	return list.flatMap((element, index) => (isObject(element) ? unknownFields(element, known, `${name}[${index}].`) : []));
}

function firstProblem(list: unknown[], name: string, problemOf: (element: Json) => string | null): string | null {
	for (const [index, element] of list.entries()) {
		const problem = isObject(element) ? problemOf(element) : 'is not an object';
		if (problem !== null) return `${name}[${index}]: ${problem}.`;
	}
	return null;
}

function postingDocProblem(doc: Json): string | null {
	if (typeof doc.companyId !== 'string' || doc.companyId === '') return 'companyId is required';
	if (doc.companyId.length > COMPANY_ID_LENGTH) return `companyId is longer than ${COMPANY_ID_LENGTH}`;
	if (doc.documentNumber !== undefined && doc.documentNumber !== null && typeof doc.documentNumber !== 'string') {
		return 'documentNumber is text';
	}
	if ((doc.documentNumber?.length ?? 0) > DOCUMENT_NUMBER_LENGTH)
		return `documentNumber is longer than ${DOCUMENT_NUMBER_LENGTH}`;
	if (!isYear(doc.fiscalYear)) return 'fiscalYear is a year of four digits';
	if (doc.paymentRelevantLineItems !== undefined && !Array.isArray(doc.paymentRelevantLineItems)) {
		return 'paymentRelevantLineItems is a list';
	}
	return isDay(doc.postingDate) ? null : 'postingDate is a day in the form YYYY-MM-DD';
}

function messageProblem(message: Json): string | null {
	const { messageShortText: text, messageLanguage: language } = message;
	if (typeof text !== 'string' || text === '') return 'messageShortText is required';
	if (text.length > SHORT_TEXT_LENGTH) return `messageShortText is longer than ${SHORT_TEXT_LENGTH}`;
	if (language !== undefined && !(typeof language === 'string' && /^[A-Za-z]{2}([-_][A-Za-z]{2})?$/.test(language))) {
		return 'messageLanguage is a language code such as EN';
	}
	return null;
}

/** The reference types the year as a number and shows it as text; both are taken, and it may be left out. */
function isYear(value: unknown): boolean {
	return value === undefined || value === null || /^\d{4}$/.test(String(value));
}

function isDay(value: unknown): boolean {
	if (value === undefined || value === null) return true;
	if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
	const date = new Date(`${value}T00:00:00Z`);
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}
