import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { withCheckedParameters } from '../../shared/n8n/checkedParameters';
import { outputsExpression, type Outputs } from '../../shared/n8n/outputs';
import { inReadingOrder } from '../../shared/n8n/readingOrder';
import { mappingFields } from '../fields';
import * as build from './journalEntry/build.operation';
import * as listLines from './record/listLines.operation';
import * as makeSheet from './record/makeSheet.operation';
import * as exportProfile from './profile/exportProfile.operation';
import * as exportRows from './profile/exportRows.operation';

/** The operations, as the form offers them. */
const choice: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	default: 'build',
	options: [
		{
			name: 'Build Journal Entry',
			value: 'build',
			action: 'Build a journal entry',
			description: 'Make a journal entry of each document',
		},
		{
			name: 'Export Profile',
			value: 'exportProfile',
			action: 'Export the profile',
			description: 'Give the mapping of this node as JSON, to keep it or to paste it into another node',
		},
		{
			name: 'Export Rows',
			value: 'exportRows',
			action: 'Export the mapping as rows',
			description: 'Check the mapping, and give it as rows of a table that a spreadsheet or a Data Table holds',
		},
		{
			name: 'List Lines',
			value: 'listLines',
			action: 'List the lines of entries',
			description: 'Give every line of the entries as a row of its own, for tables and spreadsheets',
		},
		{
			name: 'Make Sheet',
			value: 'makeSheet',
			action: 'Make a sheet of an entry',
			description: 'Give the posting record as a page to print, with what was posted or why not',
		},
	],
};

const mapped = [...build.description, ...exportRows.description, ...mappingFields, ...build.options];

/** What the form shows, from its top. */
export const properties: INodeProperties[] = [choice, ...mapped, ...listLines.description, ...makeSheet.description];

type Execute = (this: IExecuteFunctions) => INodeExecutionData[][] | Promise<INodeExecutionData[][]>;

interface Operation {
	fields: INodeProperties[];
	execute: Execute;
	/** A single one without a label where it states none. */
	outputs?: Outputs;
	/** Whether it may ask B1, and so has a place for the credential. */
	asksB1?: true;
}

const OPERATIONS: Record<string, Operation> = {
	build: { fields: mapped, execute: build.execute, outputs: ['Ready', 'Needs Review', 'Nothing to Post'], asksB1: true },
	exportProfile: { fields: mapped, execute: exportProfile.execute, outputs: ['Profile'] },
	exportRows: { fields: mapped, execute: exportRows.execute, outputs: ['Rows'] },
	listLines: { fields: listLines.description, execute: listLines.execute },
	makeSheet: { fields: makeSheet.description, execute: makeSheet.execute },
};

export const operationsWithoutB1 = Object.keys(OPERATIONS).filter((name) => !OPERATIONS[name]!.asksB1);

export const outputs = outputsExpression(
	Object.fromEntries(Object.entries(OPERATIONS).map(([name, operation]) => [name, operation.outputs])),
	'$parameter.operation',
);

/** Hands the node's input to the operation the node is set to; one array of items for each output. */
export async function router(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const operation = OPERATIONS[this.getNodeParameter('operation', 0) as string] ?? OPERATIONS.build!;
	return inReadingOrder(await operation.execute.call(withCheckedParameters(this, operation.fields)));
}
