import { labelOf } from './declare';
import type { Profile } from './profile';
import { columnsOf, placeOf, SETTINGS, type Setting } from './rows/layout';

/** What a review reason says: its code, and the value of the document that it is about. */
interface Asked {
	code: string;
	value?: string;
}

/** Settings that are missing altogether, by the reason that says so. */
const ONE_VALUE: Readonly<Record<string, string>> = {
	'missing-cash-advance-account': 'defaultCashAdvanceAccount',
	'missing-clearing-account': 'defaultClearingAccount',
	'missing-liability-account': 'defaultLiabilityAccount',
	'missing-shipping-account': 'shippingAccount',
	'missing-inter-branch-account': 'interBranchAccount',
	'missing-rounding-account': 'roundingAccount',
	'branch-missing': 'defaultBranch',
	'company-not-named': 'company',
};

/** Tables that lack a row, and the B1 codes they give already: a reason about one of these is not cured by a row for it. */
const TABLES: Readonly<Record<string, (profile: Profile) => { name: string; given: readonly string[] } | undefined>> = {
	'unmapped-account': ({ accountMap: { mode } }) =>
		mode === 'asIs' ? undefined : { name: mode === 'table' ? 'accountTable' : 'expenseTypeTable', given: [] },
	'unmapped-tax': () => ({ name: 'taxCodes', given: [] }),
	'unknown-payee': () => ({ name: 'payeeRoles', given: [] }),
	'vendor-not-found': ({ partners, cardVendors }) => ({
		name: 'table',
		given: [...Object.values(partners.table), ...Object.values(cardVendors)],
	}),
	'vendor-ambiguous': () => ({ name: 'table', given: [] }),
	'cost-center-not-found': ({ costCenterMap }) => ({ name: 'costCenterMap', given: Object.values(costCenterMap) }),
	'cost-center-inactive': ({ costCenterMap }) => ({ name: 'costCenterMap', given: Object.values(costCenterMap) }),
	'cost-center-wrong-dimension': ({ costCenterMap }) => ({ name: 'costCenterMap', given: Object.values(costCenterMap) }),
	'project-not-found': ({ projectMap }) => ({ name: 'projectMap', given: Object.values(projectMap) }),
	'project-inactive': ({ projectMap }) => ({ name: 'projectMap', given: Object.values(projectMap) }),
	'branch-not-found': ({ branchMap }) => ({ name: 'branchMap', given: Object.values(branchMap) }),
	'currency-not-found': ({ currencyMap }) => ({ name: 'currencyMap', given: Object.values(currencyMap) }),
};

/**
 * The setting of the mapping that a row would have to be added to, so that a document with this reason can be posted.
 *
 * @param profile the mapping that the document was built with
 * @param isOpen whether rows of the mapping table may be added to the setting of that name without taking anything else away
 * @returns the setting's label; undefined where no row cures it
 */
export function settingFor(
	{ code, value = '' }: Asked,
	profile: Profile,
	isOpen: (section: string, name: string) => boolean,
): string | undefined {
	const name = Object.hasOwn(ONE_VALUE, code) ? ONE_VALUE[code] : tableFor(code, value, profile);
	const setting = SETTINGS.find(({ field }) => field.name === name);
	return setting && isOpen(setting.section.title, setting.field.name) ? setting.field.label : undefined;
}

function tableFor(code: string, value: string, profile: Profile): string | undefined {
	const table = Object.hasOwn(TABLES, code) ? TABLES[code]!(profile) : undefined;
	return table && value !== '' && !table.given.includes(value) ? table.name : undefined;
}

/** A cell of a row that somebody is to fill in. */
export interface Blank {
	/** Column of the mapping table. */
	column: string;
	label: string;
	about: string;
	example: string;
	/** Empty where any text may stand. */
	choices: ReadonlyArray<{ value: string; label: string }>;
	/** What stands there unless somebody says something else. */
	initial: string;
	/** Whether it may stay empty. */
	mayBeEmpty: boolean;
}

/** A row of a setting to be filled in; the first cell of a table is the code of the document. */
export interface BlankRow {
	section: string;
	setting: string;
	isTable: boolean;
	cells: readonly Blank[];
}

/** @returns undefined for what is the label of no setting, or of several */
export function blankRow(label: string): BlankRow | undefined {
	const [setting, another] = SETTINGS.filter(({ field }) => field.label === label);
	if (!setting || another) return undefined;
	const columns = columnsOf(setting.field);
	const fields = columns.length === 0 ? [{ ...setting.field, column: 'to' }] : placed(columns);
	return {
		section: setting.section.title,
		setting: label,
		isTable: columns.length > 0,
		cells: fields.map((field, index) => ({
			column: field.column,
			label: field.label,
			about: [field.about, field.hint].filter(Boolean).join('. '),
			example: field.example ?? '',
			choices: choicesOf(field.input),
			initial: index > 0 ? String((field.default as string | undefined) ?? '') : '',
			mayBeEmpty: index > 1,
		})),
	};
}

const placed = (columns: ReturnType<typeof columnsOf>) =>
	columns.map((column, index) => ({ ...column, column: placeOf(columns, index) }));

const choicesOf = (input: Setting['field']['input']) =>
	input.kind === 'choice' ? Object.entries(input.choices).map(([value, choice]) => ({ value, label: labelOf(choice) })) : [];
