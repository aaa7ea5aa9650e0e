import { isRecord } from '../document';
import {
	amountText,
	dateOrNull,
	flag,
	isText,
	mapOf,
	oneOf,
	pathLists,
	pathOrNull,
	paths,
	readBlock,
	shown,
	text,
	textOrNull,
	texts,
	textsOrNull,
	timeZone,
	type Reader,
	type Readers,
} from './knobs';
import {
	DEFAULT_PROFILE,
	type AccountMap,
	type DueDateRule,
	type ElsewherePayer,
	type PartnerRule,
	type PartnerRules,
	type Profile,
	type TaxMapping,
} from './profile';
import { nearestField, unknownFieldOf } from './templateFields';

const trimmed: Reader<string> = (value) => ({ value: String(value).trim() });

const taxMapping: Reader<TaxMapping> = (value) => {
	const mapping = isText(value) ? { code: value } : value;
	if (!isRecord(mapping) || !isText(mapping.code) || mapping.code.trim() === '')
		return { problem: 'must be a tax group code or { "code": ..., "account": ... }' };
	return readBlock<Required<TaxMapping>>(mapping, { code: '', account: null }, { code: trimmed, account: textOrNull });
};

const taxCodes: Reader<Profile['taxCodes']> = (value) => {
	if (value === null) return { value };
	const map = Array.isArray(value) && value.every(isText) ? Object.fromEntries(value.map((code) => [code, code])) : value;
	if (!isRecord(map)) return { problem: `must be null, a list of codes or an object, not ${shown(value)}` };
	return mapOf(taxMapping)(map, {});
};

const accountMap: Reader<AccountMap> = (value, current) => {
	if (value === 'pass-through' || value === 'asIs') return { value: { ...current, mode: 'asIs' } };
	if (!isRecord(value)) return { problem: 'must be { "mode", "table", "missing" }' };
	return readBlock<AccountMap>(value, current, {
		mode: oneOf('asIs', 'table', 'expenseType'),
		table: mapOf(text),
		missing: oneOf('review', 'asIs'),
	});
};

function templateProblem(written: string): string | null {
	const unknown = unknownFieldOf(written);
	if (unknown === null) return null;
	const nearest = nearestField(unknown);
	return `names the field {${unknown}}, which no document has${nearest === null ? '' : `; did you mean {${nearest}}?`}`;
}

const template: Reader<string> = (value, current) => {
	const read = text(value, current);
	const problem = 'value' in read ? templateProblem(read.value) : null;
	return problem === null ? read : { problem };
};

const BY_TEMPLATE = ['code', 'name', 'taxId', 'email', 'employee'] as const;

/** @returns null for what is no rule; one that lacks what it looks for would be passed over without a word */
function partnerRuleOf(rule: unknown): PartnerRule | null {
	if (!isRecord(rule)) return null;
	const { by, template, ...others } = rule;
	if (Object.keys(others).length > 0) return null;
	if (by === 'table') return template ? null : { by };
	const known = BY_TEMPLATE.find((name) => name === by);
	return known !== undefined && isText(template) && template !== '' ? { by: known, template } : null;
}

const partnerRules: Reader<PartnerRule[]> = (value) => {
	const rules = Array.isArray(value) ? value.map(partnerRuleOf) : [];
	const problem = rules
		.map((rule) => (rule === null || rule.by === 'table' ? null : templateProblem(rule.template)))
		.find(Boolean);
	if (problem) return { problem };
	return rules.length > 0 && rules.every((rule) => rule !== null)
		? { value: rules }
		: { problem: `must be a list of { "by": ${BY_TEMPLATE.join(' | ')}, "template": ... } or { "by": table }` };
};

const partners: Reader<PartnerRules> = (value, current) =>
	isRecord(value)
		? readBlock<PartnerRules>(value, current, {
				employeeVendor: partnerRules,
				cardVendor: partnerRules,
				vendor: partnerRules,
				table: mapOf(text),
			})
		: { problem: 'must be { "employeeVendor", "cardVendor", "vendor", "table" }' };

const length: Reader<number> = (value) =>
	Number.isInteger(value) && (value as number) > 0 && (value as number) <= 254
		? { value: value as number }
		: { problem: 'must be a length from 1 to 254' };

const lengths: Reader<Profile['lengths']> = (value, current) =>
	isRecord(value)
		? readBlock<Profile['lengths']>(value, current, { memo: length, lineMemo: length, reference: length })
		: { problem: 'must be { "memo", "lineMemo", "reference" }' };

const dateRule = oneOf('processing', 'submit', 'creation', 'userDefined', 'document');
const dateRules: Reader<Profile['postingDateFallback']> = (value) =>
	Array.isArray(value) && value.every((rule) => 'value' in dateRule(rule, 'processing'))
		? { value: value as Profile['postingDateFallback'] }
		: { problem: 'must be a list of processing, submit, creation, userDefined, document' };

const dueDateRules: Reader<DueDateRule[]> = (value) =>
	Array.isArray(value) && value.length > 0 && value.every((rule) => isText(rule) && DUE_DATE_RULE.test(rule))
		? { value: value as DueDateRule[] }
		: {
				problem:
					'must be a list of document, terms, partner, documentDate, posting, or days after the last two such as posting+14',
			};

const DUE_DATE_RULE = /^(document|terms|partner|(documentDate|posting)(\+\d{1,3})?)$/;

const PAYERS = ['card', 'payroll', 'concur', 'service'] as const;
const payers: Reader<ElsewherePayer[]> = (value) =>
	Array.isArray(value) && value.every((payer) => PAYERS.includes(payer as ElsewherePayer))
		? { value: value as ElsewherePayer[] }
		: { problem: `must be a list of ${PAYERS.join(', ')}` };

const payerAccounts: Reader<Profile['paidElsewhereAccounts']> = (value) => {
	const read = mapOf(text)(value, {});
	if ('problem' in read) return read;
	const unknown = Object.keys(read.value).find((key) => !PAYERS.includes(key as ElsewherePayer));
	return unknown === undefined ? read : { problem: `does not know "${unknown}"` };
};

const READERS: Readers<Profile> = {
	payeeRoles: mapOf(oneOf('employeeVendor', 'cardVendor'), true),
	cardVendors: mapOf(text),
	cardCredit: mapOf(oneOf('vendor', 'clearing')),
	clearingPassThrough: oneOf('auto', 'always', 'never'),
	mergeCounterparty: flag,
	mergeExpense: oneOf('none', 'account'),
	qualifiers: mapOf(text),
	nonDeductibleVat: oneOf('separate', 'expense'),
	nonDeductibleVatAccount: textOrNull,
	taxCodes,
	foreignTaxCode: textOrNull,
	payrollReimbursement: oneOf('employeeVendor', 'payrollClearing'),
	expensePay: oneOf('vendor', 'liabilityAccount'),
	paymentBlock: payers,
	paidElsewhereAccounts: payerAccounts,
	costCenterPath: paths,
	companyPath: pathOrNull,
	company: textOrNull,
	accountMap,
	defaultExpenseAccount: textOrNull,
	defaultClearingAccount: textOrNull,
	defaultCashAdvanceAccount: textOrNull,
	shipping: oneOf('expense', 'account'),
	shippingAccount: textOrNull,
	placeholderAccounts: texts,
	tolerance: amountText,
	postTestUsers: flag,
	revisionPolicy: oneOf('hold', 'postAsIs', 'reverseAndRepost'),
	onHold: oneOf('byReason', 'keepAcknowledged', 'confirmError'),
	postingDate: oneOf('processing', 'submit', 'creation', 'userDefined', 'document', 'today', 'fixed'),
	postingDateFallback: dateRules,
	fixedDate: dateOrNull,
	dueDate: dueDateRules,
	employeeDueDate: dueDateRules,
	periodPolicy: oneOf('fail', 'nextOpenDay', 'review'),
	goLiveDate: dateOrNull,
	ledgers: textsOrNull,
	allowedStatuses: textsOrNull,
	crossCompany: oneOf('review', 'split'),
	costCenterPaths: pathLists,
	projectPath: paths,
	branchPath: paths,
	costCenterMap: mapOf(text),
	projectMap: mapOf(text),
	branchMap: mapOf(text),
	defaultBranch: textOrNull,
	interBranchAccount: textOrNull,
	defaultLiabilityAccount: textOrNull,
	roleAccounts: mapOf(text),
	controlAccounts: mapOf(text),
	partners,
	timeZone,
	currencyMap: mapOf(text),
	companyCurrency: textOrNull,
	rateSource: oneOf('b1', 'document'),
	roundingAccount: textOrNull,
	roundingCap: amountText,
	memo: template,
	lineMemo: template,
	reference: template,
	lengths,
};

/**
 * Reads a profile from JSON: every knob that is given replaces its default, `payeeRoles` entry by entry.
 *
 * @param json an object, its JSON text, or nothing (the defaults)
 * @returns the profile, and in words what could not be used; a knob with a problem keeps its default. Callers must not post with a
 * profile that has problems: a mistyped knob would otherwise change the books silently
 * @param defaults defaults of the caller's own, for knobs that the JSON does not give
 */
export function readProfile(json: unknown, defaults: Partial<Profile> = {}): { profile: Profile; problems: string[] } {
	const profile: Profile = structuredClone({ ...DEFAULT_PROFILE, ...defaults });
	if (json === null || json === undefined || json === '') return { profile, problems: [] };
	let parsed = json;
	if (isText(json)) {
		try {
			parsed = JSON.parse(json);
		} catch (error) {
			return { profile, problems: [`The profile is not JSON: ${(error as Error).message}`] };
		}
	}
	if (!isRecord(parsed)) return { profile, problems: ['The profile must be a JSON object with the knobs as keys.'] };
	const problems: string[] = [];
	for (const [key, value] of Object.entries(parsed)) {
		const problem = Object.hasOwn(READERS, key) ? readKnob(profile, key as keyof Profile, value) : 'is not a knob of a profile';
		if (problem) problems.push(`${key} ${problem}.`);
	}
	return { profile, problems };
}

function readKnob<Key extends keyof Profile>(profile: Profile, key: Key, value: unknown): string | null {
	const read = (READERS[key] as Reader<Profile[Key]>)(value, profile[key]);
	if ('problem' in read) return read.problem;
	profile[key] = read.value;
	return null;
}
