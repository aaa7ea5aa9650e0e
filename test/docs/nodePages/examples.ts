import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { runNodeOn } from '../../helpers/engine';
import { goodValues, itemOf } from '../../nodes/operations/cases';
import type { Good, Row } from '../../nodes/operations/rows';
import { buildRows } from '../../nodes/operations/rows.build';
import { businessOneRows } from '../../nodes/operations/rows.businessOne';
import { concurRows } from '../../nodes/operations/rows.concur';
import { masterDataRows } from '../../nodes/operations/rows.masterData';
import { byExpression, operations, type Walked } from '../../nodes/operations/walk';
import { startWorld, type World } from '../../nodes/operations/world';
import { journey, type Run } from './journey';

/** What left by one output in a run, as its first item shows it. */
export interface Example {
	/** Place of the output. */
	output: number;
	/** Whether the item went on with what it had; otherwise another one came out. */
	isAdded: boolean;
	/** What was added, or the item that came out. */
	json: IDataObject;
	/** Fields with files. */
	files: string[];
}

/** Undoes what other operations name. */
const LAST = 'sapB1ServiceLayer.journalEntry.cancel';
/** Good values in place of those of the table: a fixed day, a short answer. */
const MORE: Record<string, Good> = {
	'sapB1ServiceLayer.company.checkReadiness': { date: '2026-11-24' },
	'sapB1ServiceLayer.custom.call': { path: "ChartOfAccounts('611000')?$select=Code,Name,AcctCurrency" },
};

/** Runs every operation of every node in the sandbox; gives examples of each by its name, as `walk` has it: one for each output that was used. Throws Error where none was. */
export async function operationExamples(): Promise<Record<string, Example[]>> {
	const world = await startWorld();
	try {
		const runs = await journey(world);
		const tables = [concurRows, businessOneRows, masterDataRows, buildRows].map((make) => make(world));
		const rows = Object.assign({}, ...tables) as Record<string, Row>;
		const found: Record<string, Example[]> = {};
		for (const operation of operations.toSorted((one, other) => Number(one.name === LAST) - Number(other.name === LAST))) {
			const { name } = operation;
			found[name] = examplesOf(name, runs[name] ?? (await runByTable(world, operation, rows[name]!)));
		}
		return found;
	} finally {
		await world.stop();
	}
}

async function runByTable(world: World, operation: Walked, row: Row): Promise<Run> {
	const items = [itemOf(row, 1, goodValues(operation, row, 1, MORE[operation.name]))];
	return { items, outputs: await runNodeOn(world.setup(operation, byExpression(operation), 'v2'), items) };
}

function examplesOf(name: string, { items, outputs }: Run): Example[] {
	const found = outputs.flatMap((list, output) => list.slice(0, 1).map((item) => exampleOf(items[0]!, item, output)));
	if (found.length === 0) throw new Error(`${name} gave no item`);
	return found;
}

function exampleOf(before: INodeExecutionData, after: INodeExecutionData, output: number): Example {
	const had = Object.entries(before.json);
	const isSame = (field: string, value: unknown) => JSON.stringify(after.json[field]) === JSON.stringify(value);
	const isAdded = had.length > 0 && had.every(([field, value]) => isSame(field, value));
	const json = Object.fromEntries(Object.entries(after.json).filter(([field]) => !isAdded || !(field in before.json)));
	const files = Object.keys(after.binary ?? {}).filter((field) => !(field in (before.binary ?? {})));
	return { output, isAdded, json, files };
}
