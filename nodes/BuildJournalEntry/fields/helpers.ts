import type { INodeProperties } from 'n8n-workflow';
import { dayIn } from '../../shared/dates';

/** Kinds of B1 master data a field can be picked from; each is the name of a list search method of the node. */
export type PickList =
	| 'searchAccounts'
	| 'searchPartners'
	| 'searchTaxGroups'
	| 'searchCostCenters'
	| 'searchProjects'
	| 'searchBranches';

const PLACEHOLDERS: Record<PickList, string> = {
	searchAccounts: 'e.g. 613000',
	searchPartners: 'e.g. E1001',
	searchTaxGroups: 'e.g. V1',
	searchCostCenters: 'e.g. SALES',
	searchProjects: 'e.g. ROLLOUT',
	searchBranches: 'e.g. 1',
};

type FieldTexts = Pick<INodeProperties, 'displayName' | 'name' | 'description' | 'hint'>;

function pickedOrTyped(
	field: FieldTexts,
	listName: string,
	searchListMethod: string,
	typed: { displayName: string; name: string; placeholder: string },
): INodeProperties {
	return {
		...field,
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{ displayName: listName, name: 'list', type: 'list', typeOptions: { searchListMethod, searchable: true } },
			{ ...typed, type: 'string' },
		],
	};
}

/**
 * A field that holds the code of a B1 record: picked from B1's own list when the node has a B1 credential, or typed.
 */
export function b1Code(list: PickList, field: FieldTexts): INodeProperties {
	return pickedOrTyped(field, 'From List', list, { displayName: 'By Code', name: 'code', placeholder: PLACEHOLDERS[list] });
}

/**
 * A field that names a field of Concur's document, such as `allocation.allocationCustom4Code`. The list shows the fields of the
 * document at hand with the values they have there.
 */
export function documentField(field: FieldTexts): INodeProperties {
	return pickedOrTyped(field, 'From List', 'searchDocumentFields', {
		displayName: 'By Name',
		name: 'path',
		placeholder: 'e.g. allocation.allocationCustom4Code',
	});
}

/** Kinds of codes that the document at hand shows; each is the name of a list search method of the node. */
export type DocumentCodes =
	| 'searchDocumentAccounts'
	| 'searchDocumentExpenseTypes'
	| 'searchDocumentPayees'
	| 'searchDocumentTaxes'
	| 'searchDocumentParties';

/** A field that holds a code as Concur sends it: picked from the codes of the document at hand, or typed. */
export function concurCode(list: DocumentCodes, placeholder: string, field: FieldTexts): INodeProperties {
	return pickedOrTyped(field, 'From Document', list, { displayName: 'By Code', name: 'code', placeholder });
}

export type TableRow = Record<string, unknown>;

/** A table of rows a person fills in; its value is `{ rows: [{ column: value }] }`. */
export function table(
	field: Pick<INodeProperties, 'displayName' | 'name' | 'description' | 'hint' | 'placeholder' | 'displayOptions'>,
	columns: INodeProperties[],
	rows: TableRow[] = [],
): INodeProperties {
	return {
		...field,
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		default: rows.length > 0 ? { rows } : {},
		options: [{ displayName: 'Row', name: 'rows', values: columns }],
	} as INodeProperties;
}

/** The text of a plain field or of a resource locator, without the blanks around it. */
export function textOf(value: unknown): string {
	const inner = typeof value === 'object' && value !== null && 'value' in value ? value.value : value;
	return inner === null || inner === undefined ? '' : String(inner).trim();
}

/** The day of a date field, whatever an expression gives; what is no date stays as it is, so that the mapping is refused with it. */
export const dayOrText = (value: unknown): string => dayIn(value) ?? textOf(value);

/** The rows of a table with every cell as text; rows without any text are left out. */
export function rowsOf(value: unknown): Array<Record<string, string>> {
	const rows = (value as { rows?: TableRow[] } | undefined)?.rows ?? [];
	return rows
		.map((row) => Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, textOf(cell)])))
		.filter((row) => Object.values(row).some((cell) => cell !== ''));
}

/**
 * A table of two columns as an object from the first to the second.
 * @throws {Error} for a row with one of them empty, and for a key that two rows map differently: both would post to the wrong place
 */
export function mapOf(tableName: string, value: unknown, key: string, target: string): Record<string, string> {
	const map: Record<string, string> = {};
	rowsOf(value).forEach((row, index) => {
		const [from, to] = [row[key] ?? '', row[target] ?? ''];
		if (from === '' || to === '')
			throw new Error(`Row ${index + 1} of "${tableName}" is only half filled in ("${from}" to "${to}").`);
		if (Object.hasOwn(map, from) && map[from] !== to) {
			throw new Error(`"${tableName}" maps "${from}" twice, to "${map[from]}" and to "${to}". Keep one of the two rows.`);
		}
		map[from] = to;
	});
	return map;
}

/** A comma-separated text as a list, blanks around the parts and empty parts left out. */
export function listOf(value: unknown): string[] {
	return textOf(value)
		.split(',')
		.map((part) => part.trim())
		.filter((part) => part !== '');
}
