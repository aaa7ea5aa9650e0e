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
	items: Items;
}

/** One execution of a workflow, as n8n would run it, node by node. */
export class Run {
	private readonly last = new Map<string, Items>();

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
		return this.stack.length === 0;
	}

	/** Runs the next node. */
	async step(): Promise<void> {
		const work = this.stack.pop();
		if (!work) return;
		this.trace.push(work.node.name);
		this.world.hasNothingHeld = this.world.table.isFull && this.beganAtLimit === this.world.table.timesFull;
		const outputs = await this.execute(work.node, work.items);
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
			for (const { node: name } of targets ?? []) next.push({ node: this.nodeOf(name), items });
		}
		this.stack.push(...next.reverse());
	}

	private scopeOf = (item: INodeExecutionData): Scope => ({
		json: item.json,
		executionId: this.executionId,
		now: this.world.now,
		outputOf: (name) => this.last.get(name) ?? [],
	});

	private async execute(node: WorkflowNode, given: Items): Promise<Items[]> {
		const items = node.executeOnce ? given.slice(0, 1) : given;
		const kind = node.type.split('.').pop();
		if (kind === 'dataTable') return [this.dataTable(node, items)];
		if (kind === 'fisAcknowledgeConfirm') return await this.fis(node, items);
		if (kind === 'buildJournalEntry') return build(this.world, items);
		if (kind === 'if') return this.isTrue(node, items[0]!) ? [items] : [[], items];
		if (kind === 'executeWorkflow') return this.goOn(items);
		if (kind === 'scheduleTrigger' || kind === 'concurFisTrigger') return [items];
		return this.businessOne(node, items);
	}

	private isTrue({ parameters }: WorkflowNode, item: INodeExecutionData): boolean {
		const { conditions } = parameters.conditions as { conditions: Array<{ leftValue: string }> };
		return conditions.every(({ leftValue }) => evaluate(leftValue, this.scopeOf(item)) === true);
	}

	/** The workflow starts itself once more, and does not wait. */
	private goOn(items: Items): Items[] {
		this.world.isAskedToGoOn = true;
		return [items];
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
		const heldRows = evaluate(node.parameters.heldRows, this.scopeOf(items[0]!)) as Items | undefined;
		if (operation === 'post') {
			const held = heldRows && new Set(heldRows.map(({ json }) => json.docId));
			return post(this.world, items, { holdEnds, held }, this.lookedUp);
		}
		throw new Error(`The simulation has no ${node.name}`);
	}

	private update(conditions: Condition[], values: Record<string, unknown>) {
		for (const { id, open } of this.world.table.get(conditions))
			if (open === false) this.world.problems.push(`row ${id} was closed and is written again`);
		return this.world.table.update(conditions, values);
	}

	private dataTable(node: WorkflowNode, items: Items): Items {
		const { operation, filters, columns, orderByColumn, limit, returnAll } = node.parameters;
		if (operation !== 'get' && this.world.strikes('tableRefuses', 0.02)) throw new Error('Data table size limit exceeded');
		if (isMapping(node)) return [{ json: {} }];
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
