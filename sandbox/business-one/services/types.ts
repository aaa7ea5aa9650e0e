import type { Row } from '../store/store';

export type Parameters = Record<string, unknown>;

/** What a service gives back: nothing, one value, or rows of a type. */
export type ServiceResult =
	| { kind: 'nothing' }
	| { kind: 'value'; value: unknown }
	| { kind: 'object'; type: string; row: Row }
	| { kind: 'list'; type: string; rows: Row[] };
