import { rowsIn, section, type Choices, type Column, type Knob, type Row } from '../declare';
import { isText, templateProblem, type Reader } from '../readers';
import { isRecord } from '../../document';

/** Where a field of B1 stands: on the entry itself, or on lines of a kind. */
export type FieldPlace = 'entry' | 'lines' | 'expense' | 'tax' | 'partner' | 'clearing';

/** A field of B1 beside those that the engine fills itself, and the text that goes into it. */
export interface UserField {
	on: FieldPlace;
	/** Property of the Service Layer, e.g. `U_Region`. */
	field: string;
	/** A text with fields of the document in braces, or a value that is always the same. */
	value: string;
	/** Whether a document that has no value for it is held. */
	required: boolean;
}

const PLACES: Choices<FieldPlace> = {
	entry: 'Journal Entry',
	lines: ['All Lines', 'Every line of the entry but the rounding difference'],
	expense: ['Expense Lines', 'Costs, shipping, and tax that cannot be reclaimed'],
	tax: ['Tax Lines', 'Reclaimable tax'],
	partner: ['Partner Lines', 'Employees, card companies and vendors'],
	clearing: ['Clearing Lines', 'Card, cash advance, payroll and inter-branch clearing'],
};

/** Properties that people may set beside user fields. */
const OF_ENTRY = ['TransactionCode', 'Indicator', 'Series'];
const OF_LINES = ['ControlAccount'];

function fieldProblem({ on, field, value }: UserField): string | null {
	const allowed = on === 'entry' ? OF_ENTRY : on === 'partner' ? OF_LINES : [];
	if (!/^U_\w{1,50}$/.test(field) && !allowed.includes(field)) {
		const others = allowed.length > 0 ? `, or ${allowed.join(', ')}` : '';
		return `cannot fill "${field}" of "${PLACES[on].toString().split(',')[0]}": a user field begins with U_${others}`;
	}
	if (value === '') return `has no value for ${field}`;
	return templateProblem(value);
}

function userFieldOf(entry: unknown): UserField | null {
	if (!isRecord(entry)) return null;
	const { on, field, value, required = false, ...others } = entry;
	const isPlace = isText(on) && Object.hasOwn(PLACES, on);
	if (Object.keys(others).length > 0 || !isPlace || !isText(field) || !isText(value) || typeof required !== 'boolean')
		return null;
	return { on: on as FieldPlace, field, value, required };
}

const readUserFields: Reader<UserField[]> = (list) => {
	const fields = Array.isArray(list) ? list.map(userFieldOf) : [null];
	if (fields.some((field) => field === null))
		return { problem: 'must be a list of { "on": "entry", "field": "U_Region", "value": "{allocationCustom3Code}" }' };
	const known = fields as UserField[];
	const problem = known.map(fieldProblem).find((found) => found !== null);
	if (problem) return { problem };
	const twice = known.find((one, index) => known.findIndex(({ on, field }) => on === one.on && field === one.field) < index);
	return twice === undefined ? { value: known } : { problem: `fills ${twice.field} of "${twice.on}" twice` };
};

const COLUMNS: readonly Column[] = [
	{ name: 'on', label: 'On', default: 'entry', about: 'What has the field', input: { kind: 'choice', choices: PLACES } },
	{
		name: 'field',
		label: 'B1 Field',
		about: 'User field of the company, or a field of B1 that has no setting of its own',
		hint: 'Journal Entry: a user field, TransactionCode, Indicator or Series. Partner Lines: a user field or ControlAccount. Other lines: a user field.',
		input: { kind: 'b1Code', of: 'userFields' },
	},
	{
		name: 'value',
		label: 'Value',
		example: '{allocationCustom3Code}',
		about: 'What goes into it: a text with fields of the document in braces, or a value that is always the same',
		hint: 'Fields as FIS names them, e.g. {reportCustom1Code}, {entryCustom5Code}, {vendorCustom2}; on the entry those on which all its lines agree',
		input: { kind: 'text' },
	},
	{
		name: 'required',
		label: 'Required',
		default: 'no',
		about: 'What to do with a document that has nothing for the field',
		input: {
			kind: 'choice',
			choices: {
				no: ['Leave Empty', 'B1 takes its own default, if it has one'],
				yes: ['Send to Review', 'Where B1 or a rule of yours demands it'],
			},
		},
	},
];

const LABEL = 'User Fields';

function fromRows(rows: readonly Row[]): unknown {
	return rows.map(({ on = '', field = '', value = '', required = '' }, index) => {
		if (field === '' || value === '')
			throw new Error(`Row ${index + 1} of "${LABEL}" is only half filled in ("${field}" to "${value}").`);
		return { on, field, value, required: required === 'yes' };
	});
}

/** User fields of B1, and the few other fields that come from the document alone. */
export const userFields = section({
	title: 'User Fields',
	collection: {
		name: 'userFieldSettings',
		label: 'User Fields',
		add: 'Add User Field Setting',
		about: 'Fields of your own in B1 (user fields), transaction code, indicator and numbering series',
	},
	knobs: {
		userFields: {
			default: [],
			read: readUserFields,
			fields: [
				{
					label: LABEL,
					about: 'What goes into fields of the journal entry that are your company’s own',
					input: { kind: 'table', add: 'Add Field', columns: COLUMNS },
				},
			],
			from: ({ userFields: rows }) => fromRows(rowsIn(rows)),
		} as Knob<UserField[]>,
	},
});
