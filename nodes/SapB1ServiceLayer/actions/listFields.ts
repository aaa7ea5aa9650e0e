import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import {
	allOf,
	buildFilter,
	getAll,
	type Condition,
	type Query,
	type Row,
	type Rows,
	type ServiceLayer,
} from '../../shared/business-one';
import { refusedParameter } from '../../shared/n8n/checkedParameters';

export const returnAllField: INodeProperties = {
	displayName: 'Return All',
	name: 'returnAll',
	type: 'boolean',
	default: false,
	description: 'Whether to return all results or only up to a given limit',
};

export const limitField: INodeProperties = {
	displayName: 'Limit',
	name: 'limit',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 50,
	description: 'Max number of results to return',
	displayOptions: { show: { returnAll: [false] } },
};

export const simplifyField: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};

/** Conditions on any property, with the operators that the Service Layer has. */
export const filterFields: INodeProperties[] = [
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Condition',
		default: {},
		description: 'Only rows for which these conditions hold; all rows when there are none',
		options: [
			{
				displayName: 'Condition',
				name: 'conditions',
				values: [
					{
						displayName: 'Property',
						name: 'field',
						type: 'string',
						default: '',
						placeholder: 'e.g. CardName',
						description: 'Name of the property as the Service Layer writes it',
					},
					{
						displayName: 'Operator',
						name: 'operator',
						type: 'options',
						options: [
							{ name: 'Contains', value: 'contains' },
							{ name: 'Does Not Contain', value: 'notContains' },
							{ name: 'Ends With', value: 'endswith' },
							{ name: 'Equals', value: 'eq' },
							{ name: 'Greater or Equal', value: 'ge' },
							{ name: 'Greater Than', value: 'gt' },
							{ name: 'Is Empty', value: 'isEmpty' },
							{ name: 'Is Not Empty', value: 'isNotEmpty' },
							{ name: 'Less or Equal', value: 'le' },
							{ name: 'Less Than', value: 'lt' },
							{ name: 'Not Equal', value: 'ne' },
							{ name: 'Starts With', value: 'startswith' },
						],
						default: 'eq',
						description: 'How the property is compared with the value',
					},
					{
						displayName: 'Type of Value',
						name: 'type',
						type: 'options',
						options: [
							{ name: 'Date', value: 'date' },
							{ name: 'Number', value: 'number' },
							{ name: 'Text', value: 'text' },
							{ name: 'Yes or No', value: 'yesNo' },
						],
						default: 'text',
						description: 'How the value is written. Codes and choices are text, also where they look like numbers.',
					},
					{
						displayName: 'Value',
						name: 'value',
						type: 'string',
						default: '',
						placeholder: 'e.g. Larsen',
						description: 'Is Empty and Is Not Empty need none. Yes or No takes yes, no, true, false, tYES or tNO.',
					},
				],
			},
		],
	},
	{
		displayName: 'Combine Filters',
		name: 'combine',
		type: 'options',
		options: [
			{ name: 'All Conditions Must Hold', value: 'and' },
			{ name: 'Any Condition May Hold', value: 'or' },
		],
		default: 'and',
		description: 'Whether a row must meet every condition, or one of them',
	},
];

export const queryOptionsField: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Ignore Case',
			name: 'caseInsensitive',
			type: 'boolean',
			default: false,
			description: 'Whether capital letters make no difference in filters. HANA needs this; other databases do so by themselves.',
		},
		{
			displayName: 'OData Filter',
			name: 'rawFilter',
			type: 'string',
			default: '',
			placeholder: "e.g. CardType eq 'cSupplier'",
			description: 'Filter as OData text, in addition to the conditions',
		},
		{
			displayName: 'Properties',
			name: 'select',
			type: 'string',
			default: '',
			placeholder: 'e.g. CardCode,CardName',
			description: 'Properties to return, separated by commas. Takes the place of Simplify.',
		},
		{
			displayName: 'Sort By',
			name: 'orderBy',
			type: 'string',
			default: '',
			placeholder: 'e.g. CardName desc',
			description: 'Property to sort by, as the Service Layer writes it; with desc behind it, the largest comes first',
		},
	],
};

export interface ListSource {
	set: string;
	/** Stable order, so that pages neither repeat nor miss rows. */
	orderBy: string;
	/** Properties when simplified. */
	simple: string[];
	/** What simplifying does beyond leaving properties out. */
	simplify?: (row: Row) => Row;
}

/** Reads the rows that the list fields of item `itemIndex` ask for. */
export async function readList(
	context: IExecuteFunctions,
	serviceLayer: ServiceLayer,
	itemIndex: number,
	source: ListSource,
	extraFilter?: string,
): Promise<Rows> {
	const options = context.getNodeParameter('options', itemIndex, {}) as IDataObject;
	const conditions = conditionsOf(context, itemIndex);
	const combine = context.getNodeParameter('combine', itemIndex, 'and') as 'and' | 'or';
	const query: Query = {
		filter: allOf(buildFilter(conditions, combine), options.rawFilter as string | undefined, extraFilter),
		select: selectOf(context, itemIndex, options, source),
		orderBy: (options.orderBy as string | undefined) || source.orderBy,
	};
	const returnAll = context.getNodeParameter('returnAll', itemIndex, false) as boolean;
	const limit = returnAll ? undefined : (context.getNodeParameter('limit', itemIndex, 50) as number);
	const headers: Record<string, string> = options.caseInsensitive === true ? { 'B1S-CaseInsensitive': 'true' } : {};
	const rows = await getAll(serviceLayer, source.set, query, { limit, headers });
	if (rows.truncated) sayTruncated(context, rows.rows.length);
	const isSimplified = context.getNodeParameter('simplify', itemIndex, true) === true && namesIn(options.select).length === 0;
	const shape = (row: Row) => (isSimplified && source.simplify ? source.simplify(row) : row);
	return { ...rows, rows: rows.rows.map((row) => withoutMetadata(shape(row))) };
}

/** @throws NodeOperationError for a condition that cannot be asked, by its place among the filters */
function conditionsOf(context: IExecuteFunctions, itemIndex: number): Condition[] {
	const conditions = context.getNodeParameter('filters.conditions', itemIndex, []) as unknown as Condition[];
	for (const [index, condition] of conditions.entries()) {
		const problem = problemOf(condition);
		if (problem === undefined) continue;
		const cure = 'Correct it under Filters: the name of a property, and a value that fits Type of Value.';
		throw refusedParameter(context.getNode(), `Condition ${index + 1} of Filters cannot be used: ${problem}`, cure, itemIndex);
	}
	return conditions;
}

function problemOf(condition: Condition): string | undefined {
	try {
		buildFilter([condition]);
		return undefined;
	} catch (error) {
		return (error as Error).message;
	}
}

function selectOf(context: IExecuteFunctions, itemIndex: number, options: IDataObject, source: ListSource): string[] | undefined {
	const chosen = namesIn(options.select);
	if (chosen.length > 0) return chosen;
	return context.getNodeParameter('simplify', itemIndex, true) === true ? source.simple : undefined;
}

/** The parts of a comma-separated text. */
export const namesIn = (text: unknown): string[] =>
	String((text as string | null | undefined) ?? '')
		.split(',')
		.map((name) => name.trim())
		.filter((name) => name !== '');

/** Tells in the editor that there is more than was returned. */
export function sayTruncated(context: IExecuteFunctions, count: number): void {
	context.addExecutionHints({
		message: `B1 has more rows than the ${count} returned here. Raise the limit, or turn on Return All.`,
		location: 'outputPane',
		type: 'warning',
	});
}

/** @returns the row without the Service Layer's own notes (context, etag) */
export function withoutMetadata(row: Row): Row {
	return Object.fromEntries(Object.entries(row).filter(([key]) => !key.startsWith('@odata.') && !key.startsWith('odata.')));
}
