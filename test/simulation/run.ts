import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { build, checkCompany, checkReserveRelease, findByDocument, post } from './businessOneNodes';
import { evaluate, type Scope } from './expressions';
import { runFisNode } from './fisNode';
import type { Condition } from './table';
import type { World } from './world';

type Items = INodeExecutionData[];

/** The mapping table, which has no rows here. */
const isMapping = ({ parameters }: WorkflowNode) => (parameters.dataTableId as { value: string }).value === 'concur_b1_mapping';

export interface WorkflowNode {
	name: string;
	type: string;
	parameters: Record<string, unknown>;
	executeOnce?: boolean;
	alwaysOutputData?: boolean;
}

export interface Workflow {
	nodes: WorkflowNode[];
	connections: Record<string, { main: Array<Array<{ node: string; index: number }> | null> }>;
}

interface Work {
	node: WorkflowNode;
	inputs: Items[];
}

/** One execution of a workflow, as n8n would run it, node by node. */
export class Run {
	private readonly last = new Map<string, Items>();

	private readonly waiting = new Map<string, Array<Items | undefined>>();

	private readonly stack: Work[] = [];

	/** Documents with an entry when the last node had run: what a look-up by reference sees before it posts. */
	private lookedUp: ReadonlySet<string> = new Set();

	/** Which time of the table being full it began in; 0 where it was not. */
	private readonly beganAtLimit: number;

	/** Names of the nodes it has run, in order. */
	readonly trace: string[] = [];

	constructor(
		private readonly workflow: Workflow,
		private readonly world: World,
		readonly executionId: string,
		start: string,
		items: Items,
	) {
		this.beganAtLimit = world.table.isFull ? world.table.timesFull : 0;
		this.give(start, [items]);
	}

	get isOver(): boolean {
		return this.stack.length === 0 && this.waiting.size === 0;
	}

	/** Runs the next node. */
	async step(): Promise<void> {
		const work = this.stack.pop() ?? this.releaseMerge();
		if (!work) return;
		this.trace.push(work.node.name);
		this.world.hasNothingHeld = this.world.table.isFull && this.beganAtLimit === this.world.table.timesFull;
		const outputs = await this.execute(work.node, work.inputs);
		this.lookedUp = new Set(this.world.books.entries.map(({ docId }) => docId));
		this.give(work.node.name, outputs);
	}

	private nodeOf(name: string): WorkflowNode {
		const node = this.workflow.nodes.find((one) => one.name === name);
		if (!node) throw new Error(`The workflow has no node "${name}"`);
		return node;
	}

	/** Hands outputs on; n8n runs the branch of the first output first, so that one goes on the stack last. */
	private give(from: string, outputs: Items[]): void {
		this.last.set(from, outputs.find(({ length }) => length > 0) ?? []);
		const next: Work[] = [];
		for (const [at, targets] of (this.workflow.connections[from]?.main ?? []).entries()) {
			const items = outputs[at] ?? [];
			if (items.length === 0) continue;
			for (const { node: name, index } of targets ?? []) {
				const node = this.nodeOf(name);
				if (!node.type.endsWith('.merge')) next.push({ node, inputs: [items] });
				else this.fillMerge(node, index, items, next);
			}
		}
		this.stack.push(...next.reverse());
	}

	private fillMerge(node: WorkflowNode, index: number, items: Items, next: Work[]): void {
		const inputs = this.waiting.get(node.name) ?? [undefined, undefined];
		inputs[index] = items;
		this.waiting.set(node.name, inputs);
		if (inputs.some((input) => input === undefined)) return;
		this.waiting.delete(node.name);
		next.push({ node, inputs: inputs as Items[] });
	}

	/** A merge of which one input never comes runs at the end. */
	private releaseMerge(): Work | undefined {
		const [first] = this.waiting;
		if (!first) return undefined;
		this.waiting.delete(first[0]);
		return { node: this.nodeOf(first[0]), inputs: first[1].map((input) => input ?? []) };
	}

	private scopeOf = (item: INodeExecutionData): Scope => ({
		json: item.json,
		executionId: this.executionId,
		now: this.world.now,
		outputOf: (name) => this.last.get(name) ?? [],
	});

	private async execute(node: WorkflowNode, inputs: Items[]): Promise<Items[]> {
		const items = node.executeOnce ? inputs[0]!.slice(0, 1) : inputs[0]!;
		const kind = node.type.split('.').pop();
		if (kind === 'merge') return [this.merge(node, inputs)];
		if (kind === 'dataTable') return [this.dataTable(node, items)];
		if (kind === 'fisAcknowledgeConfirm') return await this.fis(node, items);
		if (kind === 'buildJournalEntry') return build(this.world, items);
		if (kind === 'scheduleTrigger' || kind === 'concurFisTrigger') return [items];
		return this.businessOne(node, items);
	}

	private async fis(node: WorkflowNode, items: Items): Promise<Items[]> {
		const outputs = await runFisNode(node, items, this.scopeOf, this.world);
		if (node.parameters.operation !== 'decide' || !this.world.misdecide) return outputs;
		return [outputs[0]!.map((item, at) => ({ json: this.world.misdecide!(item.json, items[at]!.json) as IDataObject }))];
	}

	private businessOne(node: WorkflowNode, items: Items): Items[] {
		const { operation, options } = node.parameters;
		if (operation === 'check') return checkCompany(this.world, items);
		if (operation === 'checkReserveRelease') return checkReserveRelease(this.world, items);
		if (operation === 'findByDocument') return findByDocument(this.world, items);
		const { holdEnds } = evaluate(options ?? {}, this.scopeOf(items[0]!)) as { holdEnds?: unknown };
		if (operation === 'post') return post(this.world, items, holdEnds, this.lookedUp);
		throw new Error(`The simulation has no ${node.name}`);
	}

	private merge({ parameters }: WorkflowNode, [one = [], other = []]: Items[]): Items {
		const key = String(parameters.fieldsToMatchString);
		const [kept, compared] = parameters.outputDataFrom === 'input2' ? [other, one] : [one, other];
		const keys = new Set(compared.map(({ json }) => json[key]));
		return kept.filter(({ json }) => keys.has(json[key]) === (parameters.joinMode === 'keepMatches'));
	}

	private update(conditions: Condition[], values: Record<string, unknown>) {
		for (const { id, open } of this.world.table.get(conditions))
			if (open === false) this.world.problems.push(`row ${id} was closed and is written again`);
		return this.world.table.update(conditions, values);
	}

	private rowsFor(node: WorkflowNode, item: INodeExecutionData) {
		const { conditions = [] } = evaluate(node.parameters.filters ?? {}, this.scopeOf(item)) as { conditions?: Condition[] };
		return this.world.table.get(conditions);
	}

	private dataTable(node: WorkflowNode, items: Items): Items {
		const { operation, filters, columns, orderByColumn, limit, returnAll } = node.parameters;
		if (operation !== 'get' && this.world.strikes('tableRefuses', 0.02)) throw new Error('Data table size limit exceeded');
		if (isMapping(node)) return [{ json: {} }];
		if (operation === 'rowNotExists') return items.filter((item) => this.rowsFor(node, item).length === 0);
		const found = items.flatMap((item) => {
			const scope = this.scopeOf(item);
			const { conditions = [] } = evaluate(filters ?? {}, scope) as { conditions?: Condition[] };
			if (operation === 'get') {
				const rows = this.world.table.get(conditions, orderByColumn as string | undefined);
				return returnAll ? rows : rows.slice(0, Number(limit));
			}
			const { mappingMode, value } = columns as { mappingMode: string; value: unknown };
			const values = mappingMode === 'autoMapInputData' ? item.json : (evaluate(value, scope) as Record<string, unknown>);
			if (operation === 'update') return this.update(conditions, values);
			this.world.table.insert(values);
			return [];
		});
		const rows = found.map((json) => ({ json: json as IDataObject }));
		return rows.length === 0 && node.alwaysOutputData ? [{ json: {} }] : rows;
	}
}
