import type { INodeProperties } from 'n8n-workflow';
import { DEFAULT_PROFILE } from '../../shared/mapping';
import { b1Code, documentField, mapOf, rowsOf, table, textOf, type PickList } from './helpers';

const HIGHEST_DIMENSION = 5;

const fieldColumn = documentField({
	displayName: 'Field',
	name: 'path',
	description:
		'Field of the document that holds the code. Fields of the employee are not offered: a cost follows its allocation.',
	hint: 'From allocation, entry or report, e.g. allocation.allocationCustom4Code',
});

const concurValue: INodeProperties = {
	displayName: 'Code in Concur',
	name: 'from',
	type: 'string',
	default: '',
	placeholder: 'e.g. 21-KING',
	hint: 'As in the field of the document',
};

const fields = (displayName: string, name: string, description: string) =>
	table({ displayName, name, placeholder: 'Add Field', description }, [fieldColumn]);

const codes = (displayName: string, name: string, description: string, list: PickList, target: string) =>
	table({ displayName, name, placeholder: 'Add Code', description }, [
		concurValue,
		b1Code(list, { displayName: target, name: 'to', description: 'What B1 calls it' }),
	]);

/** From which fields of an allocation the cost objects of B1 come. */
export const costObjectFields: INodeProperties[] = [
	{
		displayName: 'Cost Objects',
		name: 'costObjects',
		type: 'collection',
		placeholder: 'Add Cost Object Setting',
		default: {},
		description: 'Which fields of the document hold the cost center, the other dimensions, the project and the branch',
		displayOptions: { show: { mappingMode: ['fields'] } },
		options: [
			{
				displayName: 'Branch Without a Field',
				name: 'defaultBranch',
				type: 'string',
				default: '',
				placeholder: 'e.g. 1',
				description:
					'Branch ID of lines for which the document names none. B1 wants a branch on every line of a company with branches.',
			},
			fields('Branch Fields', 'branchPath', 'Fields that may hold the branch; the first that is filled in counts'),
			codes(
				'Branch Table',
				'branchMap',
				'Branch ID in B1 for codes that are different in Concur',
				'searchBranches',
				'B1 Branch ID',
			),
			codes(
				'Cost Center Table',
				'costCenterMap',
				'Codes that are different in B1. Others are taken as they come.',
				'searchCostCenters',
				'B1 Distribution Rule',
			),
			table(
				{
					displayName: 'Dimensions',
					name: 'dimensions',
					placeholder: 'Add Field',
					description:
						'Fields that may hold the distribution rule of a dimension; the first that is filled in counts. Dimension 1 is mostly the cost center.',
				},
				[
					{
						displayName: 'Dimension',
						name: 'dimension',
						type: 'options',
						default: 1,
						description: 'Dimension of B1 (Administration > Setup > Financials > Cost Accounting > Dimensions)',
						options: [1, 2, 3, 4, 5].map((dimension) => ({ name: `Dimension ${dimension}`, value: dimension })),
					},
					fieldColumn,
				],
				DEFAULT_PROFILE.costCenterPath.map((value) => ({
					dimension: 1,
					path: { __rl: true, mode: 'path', value },
				})),
			),
			fields('Project Fields', 'projectPath', 'Fields that may hold the project; the first that is filled in counts'),
			codes(
				'Project Table',
				'projectMap',
				'Codes that are different in B1. Others are taken as they come.',
				'searchProjects',
				'B1 Project',
			),
		],
	},
];

/** The knobs of a profile these fields stand for. */
export function costObjectKnobs(read: (name: string) => unknown): Record<string, unknown> {
	const given = (read('costObjects') ?? {}) as Record<string, unknown>;
	const knobs: Record<string, unknown> = {};
	if ('defaultBranch' in given) knobs.defaultBranch = textOf(given.defaultBranch);
	for (const name of ['branchPath', 'projectPath']) {
		if (name in given) knobs[name] = rowsOf(given[name]).map((row) => row.path ?? '');
	}
	const tables = { branchMap: 'Branch Table', costCenterMap: 'Cost Center Table', projectMap: 'Project Table' };
	for (const [name, title] of Object.entries(tables)) {
		if (name in given) knobs[name] = mapOf(title, given[name], 'from', 'to');
	}
	return 'dimensions' in given ? { ...knobs, ...dimensionKnobs(given.dimensions) } : knobs;
}

/** The rows are the whole truth: a dimension without a row stays empty, the cost center too. */
function dimensionKnobs(value: unknown) {
	const rows = rowsOf(value).filter((row) => row.path !== '');
	const pathsOf = (dimension: number) => rows.filter((row) => Number(row.dimension) === dimension).map((row) => row.path);
	const others: unknown[] = [];
	for (let dimension = 2; dimension <= HIGHEST_DIMENSION; dimension++) others.push(pathsOf(dimension));
	return { costCenterPath: pathsOf(1), costCenterPaths: others };
}
