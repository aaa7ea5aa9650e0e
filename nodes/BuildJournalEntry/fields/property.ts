import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { aboutOf, labelOf, type Choices, type Column, type Field, type Input } from '../../shared/mapping';
import { table, type TableRow } from './helpers';

type Of<Kind extends Input['kind']> = Extract<Input, { kind: Kind }>;

/** The list search methods of the node by what they offer. */
const B1_SEARCHES: Record<Of<'b1Code'>['of'], { searchListMethod: string; example: string }> = {
	accounts: { searchListMethod: 'searchAccounts', example: '613000' },
	partners: { searchListMethod: 'searchPartners', example: 'E1001' },
	taxGroups: { searchListMethod: 'searchTaxGroups', example: 'V1' },
	costCenters: { searchListMethod: 'searchCostCenters', example: 'SALES' },
	projects: { searchListMethod: 'searchProjects', example: 'ROLLOUT' },
	branches: { searchListMethod: 'searchBranches', example: '1' },
	userFields: { searchListMethod: 'searchUserFields', example: 'U_Region' },
};

const DOCUMENT_SEARCHES: Record<Of<'documentCode'>['of'], string> = {
	accounts: 'searchDocumentAccounts',
	expenseTypes: 'searchDocumentExpenseTypes',
	payees: 'searchDocumentPayees',
	taxes: 'searchDocumentTaxes',
	parties: 'searchDocumentParties',
	costCenters: 'searchDocumentCostCenters',
	projects: 'searchDocumentProjects',
	branches: 'searchDocumentBranches',
};

const A_FIELD = 'allocation.allocationCustom4Code';

/** The property of the node that a declared field is, without what it is shown for. */
export function propertyOf({ label, about, hint, example, ...field }: (Field | Column) & { name: string }): INodeProperties {
	const { name, input } = field;
	const placeholder = example === undefined ? undefined : `e.g. ${example}`;
	const face = given({ displayName: label, name, description: about, hint });
	const plain = given({ placeholder });
	switch (input.kind) {
		case 'text':
		case 'date':
		case 'list':
			return { ...face, ...plain, type: 'string', default: (field.default ?? '') as string };
		case 'flag':
			return { ...face, type: 'boolean', default: field.default as boolean };
		case 'number':
			return { ...face, type: 'options', default: field.default as number, options: numbersOf(input) };
		case 'choice':
			return { ...face, type: 'options', default: field.default as string, options: optionsOf(input.choices) };
		case 'choices':
			return { ...face, type: 'multiOptions', default: field.default as string[], options: optionsOf(input.choices) };
		case 'b1Code': {
			const { searchListMethod, example: code } = B1_SEARCHES[input.of];
			return picked(face, 'From List', searchListMethod, { displayName: 'By Code', name: 'code', placeholder: `e.g. ${code}` });
		}
		case 'documentCode':
			return picked(face, 'From Document', DOCUMENT_SEARCHES[input.of], { displayName: 'By Code', name: 'code', placeholder });
		case 'documentField':
			return picked(face, 'From List', 'searchDocumentFields', {
				displayName: 'By Name',
				name: 'path',
				placeholder: `e.g. ${A_FIELD}`,
			});
		case 'table':
			return table({ ...face, placeholder: input.add }, input.columns.map(columnOf), shownRows(input));
	}
}

function columnOf(column: Column): INodeProperties {
	const { hiddenFor } = column;
	const hide = hiddenFor && Object.fromEntries(Object.entries(hiddenFor).map(([name, values]) => [name, [...values]]));
	return { ...propertyOf(column), ...(hide && { displayOptions: { hide } }) };
}

/** A field whose value is picked from what there is, or typed. */
function picked(
	face: Pick<INodeProperties, 'displayName' | 'name'>,
	listName: string,
	searchListMethod: string,
	typed: { displayName: string; name: string; placeholder?: string },
): INodeProperties {
	return {
		...face,
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{ displayName: listName, name: 'list', type: 'list', typeOptions: { searchListMethod, searchable: true } },
			{ ...typed, type: 'string' },
		],
	};
}

/** How a value is stated that could have been picked, by the kind of its field. */
const TYPED_MODES: Partial<Record<Input['kind'], string>> = { documentCode: 'code', b1Code: 'code', documentField: 'path' };

/** Default rows as the form holds them: a code that can be picked says how it was stated. */
function shownRows({ rows = [], columns }: Of<'table'>): TableRow[] {
	const cell = (name: string, value: unknown) => {
		const column = columns.find((found) => found.name === name);
		const mode = column && TYPED_MODES[column.input.kind];
		return mode === undefined ? value : { __rl: true, mode, value };
	};
	return rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, cell(name, value)])));
}

/** Choices stand in the order of their labels, as everywhere in n8n. */
function optionsOf(choices: Choices): INodePropertyOptions[] {
	return Object.entries(choices)
		.map(([value, choice]) => given({ name: labelOf(choice), value, description: aboutOf(choice) }))
		.sort((one, other) => one.name.localeCompare(other.name, 'en'));
}

function numbersOf({ from, to, unit }: Of<'number'>): INodePropertyOptions[] {
	return Array.from({ length: to - from + 1 }, (_, index) => ({ name: `${unit} ${from + index}`, value: from + index }));
}

/** An object without the parts that nothing was stated for. */
function given<Parts extends object>(parts: Parts): Parts {
	return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as Parts;
}
