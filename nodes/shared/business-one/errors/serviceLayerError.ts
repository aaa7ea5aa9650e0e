import { CallError, type CallFacts } from '../../http';
import { adviceFor, type ErrorClass } from './advice';

export type { ErrorClass };

/** The place B1 names in square brackets behind its text. */
export interface ErrorPlace {
	/** Table or collection, e.g. `JournalEntryLines`, `OPDN`. */
	table?: string;
	field?: string;
	/** 1-based, as B1 counts. */
	line?: number;
	value?: string;
}

export interface ErrorFacts extends CallFacts<ErrorClass> {
	/** B1's own code and text, as they came; empty where there are none. */
	code?: string;
	text?: string;
	place?: ErrorPlace;
	/** What a person can do about it, where the advice for its class does not say it. */
	advice?: string;
	/** True for a call that would have changed data, unless told. */
	isWrite?: boolean;
	/** The server is certainly done with the request, whatever it did. */
	ended?: boolean;
	/** Given up waiting, here or at a gateway: the server may still be at work on it. */
	timedOut?: boolean;
}

/** Answers after which the server is done with the request: it either happened or it did not. A gateway's 502 or 504 is not one. */
const ENDED_STATUS = [429, 500, 503];
const TIME_OUT_STATUS = [408, 504];

/** A failed call of the Service Layer, or a reason of this client not to make one. `kind` is its class. */
export class ServiceLayerError extends CallError<ErrorClass> {
	override readonly system = 'businessOne';
	override readonly advice: string;
	readonly code: string;
	readonly text: string;
	readonly place: ErrorPlace;
	readonly ended: boolean;
	readonly timedOut: boolean;

	constructor(facts: ErrorFacts) {
		super(facts);
		const { code = '', text = '', place = {}, isWrite = true } = facts;
		this.code = code;
		this.text = text;
		this.place = place;
		this.advice = facts.advice ?? adviceFor(facts.kind, { status: this.status, code, isWrite });
		this.ended = facts.ended ?? ENDED_STATUS.includes(this.status);
		this.timedOut = facts.timedOut ?? TIME_OUT_STATUS.includes(this.status);
	}

	/** B1 was well and refused this very request (4xx), not the session: asking again brings the same. */
	get isRefusal(): boolean {
		return this.status >= 400 && this.status < 500 && this.kind !== 'session';
	}
}
