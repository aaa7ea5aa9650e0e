import { pairs, rowsIn, section, type Column, type Field, type Knob, type Row, type Said } from '../declare';
import { isText, mapOf, readBlock, templateProblem, text, type Reader } from '../readers';
import { isRecord } from '../../document';
import { b1Codes, documentCodes } from './columns';

const BY_TEMPLATE = ['code', 'name', 'taxId', 'email', 'employee'] as const;

/** One way to find the B1 partner; rules are tried in order and the first that finds exactly one partner wins. */
export type PartnerRule =
	| { by: 'table' }
	/** `template`: what to look for, a text with fields in braces, e.g. `V{employeeId}`. */
	| { by: (typeof BY_TEMPLATE)[number]; template: string };

type Role = 'employeeVendor' | 'cardVendor' | 'vendor';

export interface PartnerRules extends Record<Role, PartnerRule[]> {
	/** Employee id, payee code or vendor code -> B1 partner code. */
	table: Record<string, string>;
}

const DEFAULT: PartnerRules = {
	employeeVendor: [{ by: 'table' }, { by: 'code', template: '{employeeId}' }],
	cardVendor: [{ by: 'table' }, { by: 'code', template: '{payee}' }],
	vendor: [{ by: 'table' }, { by: 'code', template: '{vendorCode}' }],
	table: {},
};

/** @returns null for what is no rule; one that lacks what it looks for would be passed over without a word */
function partnerRuleOf(rule: unknown): PartnerRule | null {
	if (!isRecord(rule)) return null;
	const { by, template, ...others } = rule;
	if (Object.keys(others).length > 0) return null;
	if (by === 'table') return template ? null : { by };
	const known = BY_TEMPLATE.find((name) => name === by);
	return known !== undefined && isText(template) && template !== '' ? { by: known, template } : null;
}

const readRules: Reader<PartnerRule[]> = (value) => {
	const rules = Array.isArray(value) ? value.map(partnerRuleOf) : [];
	const problem = rules
		.map((rule) => (rule === null || rule.by === 'table' ? null : templateProblem(rule.template)))
		.find((found) => found !== null);
	if (problem) return { problem };
	return rules.length > 0 && rules.every((rule) => rule !== null)
		? { value: rules }
		: { problem: `must be a list of { "by": ${BY_TEMPLATE.join(' | ')}, "template": ... } or { "by": table }` };
};

const readPartners: Reader<PartnerRules> = (value, current) =>
	isRecord(value)
		? readBlock<PartnerRules>(value, current, {
				employeeVendor: readRules,
				cardVendor: readRules,
				vendor: readRules,
				table: mapOf(text),
			})
		: { problem: 'must be { "employeeVendor", "cardVendor", "vendor", "table" }' };

const RULE: readonly Column[] = [
	{
		name: 'by',
		label: 'Find By',
		default: 'code',
		about: 'What the partner is looked up by',
		input: {
			kind: 'choice',
			choices: {
				code: ['Code', 'The template makes the partner code of B1 out of fields of the document'],
				email: ['Email', 'The email address in the business partner master data'],
				employee: [
					'Employee',
					'The vendor that an employee of B1 is linked to, found by the external number or the email address',
				],
				name: ['Name', 'The partner’s name, upper and lower case and blanks aside; two of the same name go to review'],
				table: ['Partner Table', 'A row of the partner table below'],
				taxId: ['Tax ID', 'The federal tax ID in the business partner master data'],
			},
		},
	},
	{
		name: 'template',
		label: 'Template',
		example: 'E{employeeId}',
		hint: 'Text with fields in braces: {employeeId}, {email}, {employeeName}, {vendorCode}, {vendorName}, {taxId}, {payee}, {currency}, or any other field of the employee or vendor, e.g. {employeeCustom1Code}',
		about: 'What to look for. Employee 1001 with the template E{employeeId} is looked up as E1001.',
		input: { kind: 'text' },
		hiddenFor: { by: ['table'] },
	},
];

/** The default rules stand in the form, since rules that a person states take their place. */
const rules = (name: Role, label: string, about: string): Field => ({
	name,
	place: `partners.${name}`,
	label,
	about,
	input: { kind: 'table', add: 'Add Rule', columns: RULE, rows: DEFAULT[name].map((rule) => ({ template: '', ...rule })) },
	isOpen: true,
});

const ROLES: Readonly<Record<Role, Field>> = {
	employeeVendor: rules('employeeVendor', 'Employees', 'How to find the vendor that an employee is in B1'),
	cardVendor: rules('cardVendor', 'Card Vendors', 'How to find the vendor of a bank or card company'),
	vendor: rules('vendor', 'Vendors of Invoices', 'How to find the vendor of an invoice'),
};

const TABLE: Field = {
	name: 'table',
	place: 'partners.table',
	label: 'Partner Table',
	about: 'Partners that no rule finds, one row each. A row counts before any rule that does not name the table itself.',
	input: {
		kind: 'table',
		add: 'Add Partner',
		columns: [
			documentCodes('parties', {
				name: 'from',
				label: 'Code in Concur',
				example: '120045',
				hint: 'Employee ID, vendor code or payee code, as in the document',
			}),
			b1Codes('partners', { name: 'partner', label: 'B1 Partner', about: 'Code of the business partner' }),
		],
	},
};

/** A row of the partner table always counts: rules that do not say when it is asked are tried after it. */
function rulesOf(rows: readonly Row[], hasTable: boolean): unknown[] {
	const stated = rows.map(({ by, template }) => (by === 'table' ? { by } : { by, template }));
	return hasTable && !stated.some(({ by }) => by === 'table') ? [{ by: 'table' }, ...stated] : stated;
}

function partnersOf(said: Said): unknown {
	const given: Record<string, unknown> = {};
	const table = said.table === undefined ? undefined : pairs(TABLE.label, rowsIn(said.table), 'from', 'partner');
	if (table) given.table = table;
	const hasTable = table !== undefined && Object.keys(table).length > 0;
	for (const role of Object.keys(ROLES)) {
		const rows = rowsIn(said[role]);
		if (rows.length > 0) given[role] = rulesOf(rows, hasTable);
	}
	return Object.keys(given).length > 0 ? given : undefined;
}

/** How the B1 partner of an employee, a card or a vendor is found. */
export const partners = section({
	title: 'Partners',
	collection: {
		name: 'partners',
		label: 'Partners',
		add: 'Add Partner Setting',
		about:
			'How the business partner of B1 is found. Rules are tried from the top; the first that finds exactly one partner wins.',
	},
	knobs: {
		partners: {
			default: DEFAULT,
			read: readPartners,
			fields: [...Object.values(ROLES), TABLE],
			from: partnersOf,
		} as Knob<PartnerRules>,
	},
});
