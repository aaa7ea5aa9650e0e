/** What kind of failure it is, and so whose cure: see `adviceFor`. */
export type ErrorClass = 'session' | 'permission' | 'validation' | 'period' | 'masterData' | 'duplicate' | 'capacity' | 'unknown';

/** The place B1 names in square brackets behind its text. */
export interface ErrorPlace {
	/** Table or collection, e.g. `JournalEntryLines`, `OPDN`. */
	table?: string;
	field?: string;
	/** 1-based, as B1 counts. */
	line?: number;
	value?: string;
}

export interface ErrorFacts {
	errorClass: ErrorClass;
	message: string;
	/** HTTP status; 0 where no answer came. */
	status: number;
	/** B1's own code and text, as they came; empty where there are none. */
	code: string;
	text: string;
	place: ErrorPlace;
	/** What a person can do about it. */
	advice: string;
	/** Whether B1 may have done what it was asked: `no` is proof, `unknown` must be looked up before anything is sent again. */
	done: 'no' | 'unknown';
	/** The server is certainly done with the request, whatever it did. */
	ended?: boolean;
	/** Given up waiting, here or at a gateway: the server may still be at work on it. */
	timedOut?: boolean;
	/** Milliseconds the server asked to wait (Retry-After). */
	retryAfterMs?: number;
}

/** Answers after which the server is done with the request: it either happened or it did not. A gateway's 502 or 504 is not one. */
const ENDED_STATUS = [429, 500, 503];
const TIME_OUT_STATUS = [408, 504];

/**
 * A failed call of the Service Layer. Callers switch on `errorClass` or on the subclass. It holds no request and no headers, so
 * neither session nor password can reach a log by it.
 */
export class ServiceLayerError extends Error implements Omit<ErrorFacts, 'message'> {
	readonly errorClass: ErrorClass;
	readonly status: number;
	readonly code: string;
	readonly text: string;
	readonly place: ErrorPlace;
	readonly advice: string;
	readonly done: 'no' | 'unknown';
	readonly ended: boolean;
	readonly timedOut: boolean;
	readonly retryAfterMs?: number;

	constructor(facts: ErrorFacts) {
		super(facts.message);
		this.name = new.target.name;
		this.errorClass = facts.errorClass;
		this.status = facts.status;
		this.code = facts.code;
		this.text = facts.text;
		this.place = facts.place;
		this.advice = facts.advice;
		this.done = facts.done;
		this.ended = facts.ended ?? ENDED_STATUS.includes(facts.status);
		this.timedOut = facts.timedOut ?? TIME_OUT_STATUS.includes(facts.status);
		this.retryAfterMs = facts.retryAfterMs;
	}
}

/** No session, and none to be had: wrong password, locked user, refused twice. */
export class SessionError extends ServiceLayerError {}
/** The user may not do it. */
export class PermissionError extends ServiceLayerError {}
/** B1 does not accept the content. */
export class ValidationError extends ServiceLayerError {}
/** A date lies in a locked or missing posting period. */
export class PeriodError extends ServiceLayerError {}
/** An account, partner, rule, rate or record that the request names is missing or not usable. */
export class MasterDataError extends ServiceLayerError {}
/** It is there already. */
export class DuplicateError extends ServiceLayerError {}
/** B1 or a gateway before it is busy, down or limits the calls. */
export class CapacityError extends ServiceLayerError {}
/** Anything else, lost answers included. */
export class UnknownError extends ServiceLayerError {}

const CLASSES: Record<ErrorClass, new (facts: ErrorFacts) => ServiceLayerError> = {
	session: SessionError,
	permission: PermissionError,
	validation: ValidationError,
	period: PeriodError,
	masterData: MasterDataError,
	duplicate: DuplicateError,
	capacity: CapacityError,
	unknown: UnknownError,
};

/** @returns an error of the subclass that belongs to `facts.errorClass` */
export function serviceLayerError(facts: ErrorFacts): ServiceLayerError {
	return new CLASSES[facts.errorClass](facts);
}
