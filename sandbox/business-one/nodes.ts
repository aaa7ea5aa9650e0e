import type { Row } from './store/store';

/** How the nodes behind the load balancer differ; changed by `POST /control/nodes`. */
export interface NodeSettings {
	/** How many there are. */
	nodes: number;
	/** Nodes that answer every read of data with 500 and code 407, while their Login works. */
	sick: number[];
	/** User tables that a node does not know, although `UserTablesMD` has them everywhere. */
	unknownTables: { node: number; table: string }[];
	/** How long after a user table was made through one node the others do not know it, by the sandbox's clock. */
	othersLearnAfterMs: number;
}

const MOST_NODES = 100;

/** The nodes of the Service Layer: which one serves a request, and what it knows. */
export class Nodes {
	private settings: NodeSettings = Nodes.usual();
	private last = 0;

	static usual(): NodeSettings {
		return { nodes: 1, sick: [], unknownTables: [], othersLearnAfterMs: 0 };
	}

	reset(): void {
		this.settings = Nodes.usual();
		this.last = 0;
	}

	all(): NodeSettings {
		return this.settings;
	}

	/** Changes settings, all or none. Throws an Error that names the one that is wrong. */
	change(changes: Record<string, unknown>): void {
		const next = { ...this.settings, ...changes };
		const unknown = Object.keys(changes).find((name) => !(name in this.settings));
		if (unknown !== undefined)
			throw new Error(`"${unknown}" is not a setting of the nodes; there are ${Object.keys(this.settings).join(', ')}`);
		if (!isWhole(next.nodes, 1, MOST_NODES)) throw new Error(`nodes is a whole number from 1 to ${MOST_NODES}`);
		if (!isWhole(next.othersLearnAfterMs, 0, Number.MAX_SAFE_INTEGER))
			throw new Error('othersLearnAfterMs is a whole number from 0');
		const isNode = (node: unknown) => isWhole(node, 1, next.nodes);
		if (!Array.isArray(next.sick) || !next.sick.every(isNode)) throw new Error(`sick is a list of nodes from 1 to ${next.nodes}`);
		if (
			!Array.isArray(next.unknownTables) ||
			!next.unknownTables.every((one: unknown) => isUnknownTable(one) && isNode(one.node))
		)
			throw new Error(`unknownTables is a list of { node, table }, with nodes from 1 to ${next.nodes}`);
		this.settings = next;
	}

	/** The node a ROUTEID cookie names, or undefined for one that is none of ours. */
	named(routeId: string | undefined): number | undefined {
		const node = Number(/^\.node(\d{1,3})$/.exec(routeId ?? '')?.[1]);
		return isWhole(node, 1, this.settings.nodes) ? node : undefined;
	}

	/** The next node in turn; another one than `than`, where there is another. */
	next(than?: number): number {
		const { nodes } = this.settings;
		this.last = (this.last % nodes) + 1;
		if (this.last === than && nodes > 1) this.last = (this.last % nodes) + 1;
		return this.last;
	}

	isSick(node: number): boolean {
		return this.settings.sick.includes(node);
	}

	/** Whether a node knows a user table, given as its row of `UserTablesMD`. */
	knows(node: number, table: Row, now: Date): boolean {
		if (this.settings.unknownTables.some((one) => one.node === node && one.table.toUpperCase() === table.TableName)) return false;
		const { madeThrough, knownToOthersFrom } = table;
		return madeThrough === node || typeof knownToOthersFrom !== 'string' || knownToOthersFrom <= now.toISOString();
	}

	/** What a new user table keeps about the node it was made through. */
	marks(node: number, now: Date): Row {
		const { othersLearnAfterMs: delay } = this.settings;
		return delay === 0 ? {} : { madeThrough: node, knownToOthersFrom: new Date(now.getTime() + delay).toISOString() };
	}
}

export const routeCookie = (node: number) => `ROUTEID=.node${node}; path=/b1s`;

function isWhole(value: unknown, least: number, most: number): value is number {
	return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
}

function isUnknownTable(value: unknown): value is { node: number; table: string } {
	return typeof value === 'object' && value !== null && 'table' in value && typeof value.table === 'string' && 'node' in value;
}
