import {
	b1Code,
	choice,
	optionalText,
	pairs,
	pathList,
	rowsIn,
	section,
	table,
	type CostRecords,
	type Field,
	type Knob,
	type Row,
} from '../declare';
import { isRecord } from '../../document';
import { mapOf, pathLists, paths, readBlock, shown, text, type Reader } from '../readers';
import { b1Codes, DOCUMENT_FIELD, documentCodes, words } from './columns';

const HIGHEST_DIMENSION = 5;
const DIMENSIONS = Array.from({ length: HIGHEST_DIMENSION }, (_, index) => index + 1);

const COST_CENTER = ['allocation.allocationCustom4Code', 'entry.entryOrgUnit4Code', 'report.reportOrgUnit4Code'];

/** One table for all dimensions, though a profile keeps the first by itself. */
const DIMENSION_FIELDS: readonly Field[] = [
	{
		name: 'dimensions',
		label: 'Dimensions',
		about:
			'Fields that may hold the distribution rule of a dimension; the first that is filled in counts. Dimension 1, mostly the cost center, comes from allocation custom 4, else org unit 4 of entry or report, until it has a row of its own; a row without a field leaves it empty.',
		input: {
			kind: 'table',
			add: 'Add Field',
			columns: [
				{
					name: 'dimension',
					label: 'Dimension',
					default: 1,
					about: 'Dimension of B1 (Administration > Setup > Financials > Cost Accounting > Dimensions)',
					input: { kind: 'number', from: 1, to: HIGHEST_DIMENSION, unit: 'Dimension' },
				},
				DOCUMENT_FIELD,
			],
			rows: COST_CENTER.map((path) => ({ dimension: 1, path })),
		},
	},
];

/** @returns undefined for a dimension without a row; none for one whose rows name no field */
function pathsOf(rows: readonly Row[], dimension: number): string[] | undefined {
	const stated = rows.filter((row) => Number(row.dimension) === dimension);
	return stated.length === 0 ? undefined : stated.flatMap(({ path }) => path || []);
}

/** Cost objects by dimension (`1` to `5`) and `project`. */
type CostDefaults = Record<string, string>;
type LineDefaults = Partial<Record<'tax' | 'clearing' | 'rounding', CostDefaults>>;

const LINES = {
	tax: ['Tax Lines', 'Reclaimable tax'],
	clearing: ['Clearing Lines', 'Card, cash advance, payroll and inter-branch clearing'],
	rounding: ['Rounding Lines', 'What exchange rates leave'],
} as const;

const COST_OBJECTS = {
	...Object.fromEntries(DIMENSIONS.map((dimension) => [String(dimension), `Dimension ${dimension}`])),
	project: 'Project',
};

const OTHER_LINES = 'Cost Objects of Other Lines';

const readCosts: Reader<CostDefaults> = (value) => {
	const read = mapOf(text)(value, {});
	const unknown = 'value' in read ? Object.keys(read.value).find((key) => !Object.hasOwn(COST_OBJECTS, key)) : undefined;
	return unknown === undefined ? read : { problem: `does not know "${unknown}"` };
};

const readLineDefaults: Reader<LineDefaults> = (value) =>
	isRecord(value)
		? readBlock<LineDefaults>(value, {}, { tax: readCosts, clearing: readCosts, rounding: readCosts } as never)
		: { problem: `must be { "tax", "clearing", "rounding" }, not ${shown(value)}` };

const seriesNumber: Reader<string> = (value, current) => {
	const read = text(value, current);
	if ('problem' in read || /^\d{1,9}$/.test(read.value.trim())) return read;
	return { problem: `must be the number of a series, not ${shown(value)}` };
};

/** Cost objects of lines that belong to no allocation. */
const lineDefaults: Knob<LineDefaults> = {
	default: {},
	read: readLineDefaults,
	fields: [
		{
			label: OTHER_LINES,
			about: 'Distribution rules and projects of tax, clearing and rounding lines, which belong to no allocation',
			input: {
				kind: 'table',
				add: 'Add Cost Object',
				columns: [
					{ name: 'lines', label: 'Lines', default: 'tax', about: 'Which lines', input: { kind: 'choice', choices: LINES } },
					{
						name: 'object',
						label: 'Cost Object',
						default: '1',
						about: 'What is set',
						input: { kind: 'choice', choices: COST_OBJECTS },
					},
					words({ name: 'code', label: 'Code in B1', example: 'ADMIN', about: 'Distribution rule or project of B1' }),
				],
			},
		},
	],
	from: ({ lineDefaults: stated }) => {
		const rows = rowsIn(stated).map(({ lines, object, code = '' }) => ({
			place: lines && object ? `${lines} ${object}` : '',
			code,
		}));
		const defaults: Record<string, CostDefaults> = {};
		for (const [place, code] of Object.entries(pairs(OTHER_LINES, rows, 'place', 'code'))) {
			const [lines, object] = place.split(' ') as [string, string];
			(defaults[lines] ??= {})[object] = code;
		}
		return defaults;
	},
};

const codes = (label: string, about: string, of: CostRecords, target: string) =>
	table({
		label,
		about,
		columns: [
			documentCodes(of, { name: 'from', label: 'Code in Concur', example: '21-KING', hint: 'As in the field of the document' }),
			b1Codes(of, { name: 'to', label: target, about: 'What B1 calls it' }),
		],
		add: 'Add Code',
	});

/** From which fields of an allocation the cost objects of B1 come. A value that no table lists is taken as it comes. */
export const costObjects = section({
	title: 'Cost Objects',
	collection: {
		name: 'costObjects',
		label: 'Cost Objects',
		add: 'Add Cost Object Setting',
		about: 'Which fields of the document hold the cost center, the other dimensions, the project and the branch',
	},
	knobs: {
		costCenterPath: {
			default: COST_CENTER,
			read: paths,
			fields: DIMENSION_FIELDS,
			from: ({ dimensions }) => pathsOf(rowsIn(dimensions), 1),
		} as Knob<string[]>,
		/** Paths of dimensions 2 to 5. */
		costCenterPaths: {
			default: [],
			read: pathLists,
			fields: DIMENSION_FIELDS,
			from: ({ dimensions }) => DIMENSIONS.slice(1).map((dimension) => pathsOf(rowsIn(dimensions), dimension) ?? []),
		} as Knob<string[][]>,
		costCenterMap: codes(
			'Cost Center Table',
			'Codes that are different in B1. Others are taken as they come.',
			'costCenters',
			'B1 Distribution Rule',
		),
		projectPath: pathList(
			{ label: 'Project Fields', about: 'Fields that may hold the project; the first that is filled in counts' },
			DOCUMENT_FIELD,
		),
		projectMap: codes(
			'Project Table',
			'Codes that are different in B1. Others are taken as they come.',
			'projects',
			'B1 Project',
		),
		branchPath: pathList(
			{ label: 'Branch Fields', about: 'Fields that may hold the branch; the first that is filled in counts' },
			DOCUMENT_FIELD,
		),
		branchMap: codes('Branch Table', 'Branch ID in B1 for codes that are different in Concur', 'branches', 'B1 Branch ID'),
		lineDefaults,
		missingCostObjects: choice({
			label: 'Accounts That Lack a Cost Object',
			default: 'warning',
			about: 'What to do with a line without the distribution rule or project that its account is relevant to in B1',
			choices: {
				warning: ['Post With a Warning', 'B1 decides by its own settings'],
				review: ['Send to Review', 'Where B1 blocks such lines'],
			},
		}),
		interBranchAccount: b1Code('accounts', {
			label: 'Inter-Branch Account',
			about:
				'Takes what an employee owes in one branch and is owed in another, as after an advance of another branch. Empty: such a document goes to review.',
		}),
		defaultBranch: optionalText({
			label: 'Branch Without a Field',
			example: '1',
			about: 'Branch ID of lines for which the document names none. B1 wants a branch on every line of a company with branches.',
		}),
		branchSeries: table(
			{
				label: 'Series of Branches',
				about:
					'Numbering series of the entries of a branch. Without a row, B1 takes the default series. An entry of several branches has the series of its first line.',
				columns: [
					b1Codes('branches', { name: 'branch', label: 'B1 Branch ID', about: 'Branch of the first line that has a row here' }),
					words({
						name: 'series',
						label: 'Series',
						example: '17',
						about: 'Number of the series in B1',
						hint: 'Not its name: the number that B1 gives it, column Series of the table NNM1',
					}),
				],
				add: 'Add Series',
			},
			mapOf(seriesNumber),
		),
	},
});
