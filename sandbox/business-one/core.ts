import type { SandboxContext } from '../context';
import type { CompanySettings } from './company';
import type { Nodes } from './nodes';
import type { Notifications } from './notifications';
import type { Schema } from './schema';
import type { Store } from './store/store';

export type Version = 'v1' | 'v2';

/** What every operation works on. */
export interface Core {
	context: SandboxContext;
	store: Store;
	schema: Schema;
	nodes: Nodes;
	/** The customer's own rules for what is posted. */
	notifications: Notifications;
	company(): CompanySettings;
	/** Today by the sandbox's clock, UTC. */
	today(): string;
}

/** One request to the Service Layer: alone, or a part of a batch. */
export interface Operation {
	version: Version;
	method: string;
	/** Decoded path after `/b1s/vN/`. */
	path: string;
	query: URLSearchParams;
	/** Lower-case names. */
	headers: Record<string, string>;
	body: Buffer;
	/** Such as `https://localhost:50000/b1s/v2/`. */
	root: string;
	/** How ordered faults spoil a next link; asked only where there is one, so that a fault is not used up by other requests. */
	nextLinkFaults(): { withoutFilter: boolean; relative: boolean };
	/** How an ordered fault makes the commit fail; asked once a commit, with the number of the change set (from 1; 1 outside a batch). */
	commitFails(changeSet: number): boolean;
	/** The node that serves the request. */
	node: number;
	/** True inside a change set. */
	inChangeSet: boolean;
	/** User code of the session. */
	user: string;
}

export interface Outcome {
	status: number;
	headers?: Record<string, string>;
	/** JSON value still to be written, or text or bytes as they are. */
	json?: unknown;
	raw?: string | Buffer;
}
