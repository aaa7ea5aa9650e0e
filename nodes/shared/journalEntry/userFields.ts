import { dayOf } from '../document';
import { readAmount, toJsonNumber } from '../money';
import type { Profile } from '../mapping';
import { isPurchase, type Posting, type PostingLine, type Role } from '../posting';
import { reason, type ReviewReason } from '../review';
import type { CheckContext } from './checks';
import { isPartnerLine } from './partners';
import { serviceLayerAccount, type FieldTable, type UserFieldFacts } from './masterData';

type FieldContext = Pick<CheckContext, 'posting' | 'masterData'>;

export type FieldValues = Readonly<Record<string, string | number>>;

/** Longest codes of B1 (Service Layer entity metadata). */
const LENGTHS: Readonly<Record<string, number>> = { TransactionCode: 4, Indicator: 2 };

/**
 * Fields of an entry or of a line as B1 takes them: numbers as numbers, dates as days, texts that fit.
 *
 * @param texts what the document gives for them; what cannot stand in its field is added to the reasons
 */
export function fieldValues(
	texts: FieldValues | undefined,
	table: FieldTable,
	check: FieldContext,
	reasons: ReviewReason[],
): FieldValues | undefined {
	const { posting } = check;
	const facts = factsOf(table, check);
	const values: Record<string, string | number> = {};
	for (const [field, given] of Object.entries(texts ?? {})) {
		const text = String(given);
		const read = text === '' ? { missing: true } : valueOf(field, text, facts, check);
		if ('value' in read) values[field] = read.value;
		else if ('problem' in read) reasons.push(reason(read.code, posting, read.problem, { field, value: text }));
		else reasons.push(reason('user-field-missing', posting, `The document has nothing for the field ${field}.`, { field }));
	}
	for (const { name, description } of facts?.filter(({ isDemanded }) => isDemanded) ?? [])
		if (texts?.[name] === undefined)
			reasons.push(reason('user-field-missing', posting, `B1 demands the field ${name} ${description}.`, { field: name }));
	return Object.keys(values).length > 0 ? values : undefined;
}

/**
 * User fields of marketing documents are shared between tables. Where B1 lists none under the table of A/P invoices, they may stand
 * under another, and B1 itself checks them.
 */
function factsOf(table: FieldTable, { masterData }: FieldContext): readonly UserFieldFacts[] | null {
	const facts = masterData?.userFields?.filter((field) => field.table === table) ?? null;
	return facts?.length === 0 && (table === 'OPCH' || table === 'PCH1') ? null : facts;
}

/** Whether the posting is one of those of which the mapping makes an invoice of B1: those that credit a vendor. */
export const becomesInvoice = (posting: Posting, profile: Profile): boolean =>
	isPurchase(profile) && posting.purchase !== undefined && posting.lines.some((line) => isPartnerLine(line, profile));

/** Fields that a journal entry has and an invoice of B1 has not, or has under numbers of its own. */
const OF_ENTRIES_ONLY = ['TransactionCode', 'Series'];

/** Fields of the header, of a journal entry or of the invoice that is made instead; as `fieldValues`. */
export function headerFields(
	texts: FieldValues | undefined,
	check: CheckContext,
	reasons: ReviewReason[],
): FieldValues | undefined {
	if (!check.isInvoice) return fieldValues(texts, 'OJDT', check, reasons);
	const own = Object.entries(texts ?? {}).filter(([field]) => !OF_ENTRIES_ONLY.includes(field));
	return fieldValues(Object.fromEntries(own), 'OPCH', check, reasons);
}

const COSTS: readonly Role[] = ['expense', 'shipping', 'nonDeductibleVat'];

/** Fields of a line. An invoice of B1 has lines of cost only; of its vendor it knows the control account. As `fieldValues`. */
export function lineFields(
	{ role, userFields }: PostingLine,
	check: CheckContext,
	reasons: ReviewReason[],
): FieldValues | undefined {
	if (!check.isInvoice) return fieldValues(userFields, 'JDT1', check, reasons);
	if (COSTS.includes(role)) return fieldValues(userFields, 'PCH1', check, reasons);
	const account = userFields?.ControlAccount;
	return account ? { ControlAccount: serviceLayerAccount(String(account), check.masterData) } : undefined;
}

type Read = { value: string | number } | { code: 'user-field-value' | 'user-field-not-found'; problem: string };

const wrong = (problem: string): Read => ({ code: 'user-field-value', problem });

function valueOf(field: string, text: string, facts: readonly UserFieldFacts[] | null, { masterData }: FieldContext): Read {
	if (field === 'ControlAccount') return { value: serviceLayerAccount(text, masterData) };
	if (field === 'Series') return /^\d{1,9}$/.test(text) ? { value: Number(text) } : wrong(`"${text}" is no number of a series.`);
	const longest = LENGTHS[field];
	if (longest !== undefined)
		return text.length <= longest ? { value: text } : wrong(`${field} "${text}" is longer than ${longest} characters.`);
	if (facts === null) return { value: text };
	const known = facts.find(({ name }) => name.toLowerCase() === field.toLowerCase());
	if (known === undefined) return { code: 'user-field-not-found', problem: `B1 has no user field ${field} there.` };
	return typed(known, text);
}

function typed({ name, type, size, validValues }: UserFieldFacts, text: string): Read {
	if (validValues.length > 0) {
		const found =
			validValues.find(({ value }) => value === text) ??
			validValues.find(({ description }) => description.toLowerCase() === text.toLowerCase());
		const allowed = validValues.slice(0, 10).map(({ value, description }) => `${value} ${description}`.trim());
		return found ? { value: found.value } : wrong(`"${text}" is none of the values of ${name}: ${allowed.join(', ')}.`);
	}
	switch (type) {
		case 'wholeNumber':
			return /^-?\d{1,10}$/.test(text) ? { value: Number(text) } : wrong(`"${text}" is no whole number, as ${name} wants one.`);
		case 'number': {
			const { amount } = readAmount(text);
			const number = amount === null ? null : toJsonNumber(amount.toFixed());
			return number === null ? wrong(`"${text}" is no number, as ${name} wants one.`) : { value: number };
		}
		case 'date': {
			const day = dayOf(text);
			return day === undefined ? wrong(`"${text}" is no date, as ${name} wants one.`) : { value: day };
		}
		default:
			if (type === 'longText' || size === 0 || text.length <= size) return { value: text };
			return wrong(`"${text}" is longer than the ${size} characters of ${name}.`);
	}
}

/** Fields as people read them in a cell of a table. */
export const fieldsText = (values: FieldValues | undefined): string =>
	Object.entries(values ?? {})
		.map(([field, value]) => `${field}=${value}`)
		.join(', ');
