/** The two systems that are called. */
export type System = 'concur' | 'businessOne';

/** What every failed call tells. */
export interface CallFacts<Kind extends string> {
	/** What sort of failure it is, in the words of the client; callers switch on it. */
	kind: Kind;
	message: string;
	/** HTTP status; 0, also where it is left out, where no answer came. */
	status?: number;
	/** Whether the system may have done what it was asked although it did not say so. False, also where left out, is proof that not. */
	mayHaveHappened?: boolean;
	/** Milliseconds the server asked to wait (Retry-After). */
	retryAfterMs?: number;
}

/**
 * A call that gave no usable answer. It carries texts and numbers only, never the request: an error of the HTTP library holds headers
 * and bodies with sessions and tokens in them.
 */
export abstract class CallError<Kind extends string = string> extends Error {
	abstract readonly system: System;
	/** What a person can do about it. */
	abstract readonly advice: string;
	readonly kind: Kind;
	readonly status: number;
	readonly mayHaveHappened: boolean;
	readonly retryAfterMs?: number;

	constructor({ kind, message, status = 0, mayHaveHappened = false, retryAfterMs }: CallFacts<Kind>) {
		super(message);
		this.name = new.target.name;
		this.kind = kind;
		this.status = status;
		this.mayHaveHappened = mayHaveHappened;
		this.retryAfterMs = retryAfterMs;
	}
}
