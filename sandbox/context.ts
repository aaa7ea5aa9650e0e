import type { Clock } from './clock';
import type { Counters } from './counters';
import type { Faults } from './faults';
import type { SandboxReply, SandboxRequest } from './http';
import type { Ids } from './ids';
import type { Nodes } from './business-one/nodes';
import type { Notifications } from './business-one/notifications';

/** What every part of the sandbox shares: its time, its ordered faults, its counts and its ids. */
export interface SandboxContext {
	clock: Clock;
	faults: Faults;
	counters: Counters;
	ids: Ids;
}

export type Handler = (request: SandboxRequest, context: SandboxContext) => Promise<SandboxReply>;

/** Rows of master data that were taken and rows that were not, with the reason. */
export interface MasterDataResult {
	/** Number of rows by list, e.g. `{ accounts: 12 }`. */
	loaded: Record<string, number>;
	rejected: { list: string; index: number; reason: string }[];
}

export interface TrialBalanceRow {
	account: string;
	name: string;
	/** Decimal text in local currency. */
	debit: string;
	credit: string;
}

/** The B1 half of the sandbox, as the frame and the control API use it. */
export interface BusinessOne {
	/** Serves `/b1s/v1`, `/b1s/v2` and `/ping`; null closes the connection without an answer. */
	handle(request: SandboxRequest): Promise<SandboxReply | null>;
	readonly nodes: Nodes;
	readonly notifications: Notifications;
	/** Marks an entry as reconciled, as a person does in B1, or open again. Throws an Error for an entry that is not there. */
	reconcile(jdtNum: number, reconciled: boolean): void;
	/** Empties the store; with `demo` it holds the demo company of `sandbox/demo/company.json` afterwards. */
	reset(options: { demo: boolean }): void;
	loadMasterData(body: unknown): MasterDataResult;
	ledger(): { entries: unknown[]; trialBalance: TrialBalanceRow[] };
	expireSessions(): void;
	sessionsOpen(): number;
	/** The whole store as plain JSON, and back. */
	state(): unknown;
	restore(state: unknown): void;
}
