export interface ErrorOptions {
	/** Written into v1 bodies, as the real server does for batches it cannot read. */
	innerError?: boolean;
}

/** A refusal as the Service Layer words it: HTTP status, its own code and text. */
export class ServiceError extends Error {
	constructor(
		readonly status: number,
		readonly code: number,
		message: string,
		readonly options: ErrorOptions = {},
	) {
		super(message);
		this.name = 'ServiceError';
	}
}

/** Key not there, at a GET. */
export const notFound = () => new ServiceError(404, -2028, 'No matching records found (ODBC -2028)');

/** Key not there, at a change. `key` as a path writes it: `'A'`, `5`. */
export const doesNotExist = (key: string) => new ServiceError(404, -2028, `Entity with value(${key}) does not exist`);

/** Duplicate primary or unique key. */
export const alreadyExists = () => new ServiceError(400, -2035, 'This entry already exists in the following tables (ODBC -2035)');

/** Operation that the object does not have. */
export const notSupported = () => new ServiceError(400, -5006, 'The requested action is not supported for this object.');

export const invalidProperty = (property: string, type: string) =>
	new ServiceError(400, -1000, `Property '${property}' of '${type}' is invalid`);

/** A query option that cannot be taken; all of them share one code. */
export const badQuery = (message: string) => new ServiceError(400, 201, message);

/** A $filter that is none. What exactly is wrong with it the real server does not say either. */
export const badFilter = () => badQuery('Query string error - Invalid filter condition');

/** A property that a query names and the type does not have. */
export const unknownInQuery = (property: string) => badQuery(`Property '${property}' is invalid`);

/** A key in a path that cannot be read. */
export const badKey = (message: string) => new ServiceError(400, -1000, message);

export const serviceNotFound = () => new ServiceError(400, -1002, 'Service Not Found');

export const unknownPath = () => new ServiceError(400, 200, 'Unrecognized resource path.');

export const deadSession = () => new ServiceError(401, 301, 'Invalid session or session already timeout.');

/** The database did not take what was done; the next try may work. */
export const commitFailed = () =>
	new ServiceError(400, -1116, 'Could not commit transaction: Error -1 detected during transaction');

/** A refusal that becomes the whole answer to a batch, in JSON, where a part of it would be expected. */
export class WholeBatchFailed extends Error {
	constructor(readonly refusal: ServiceError) {
		super(refusal.message);
	}
}

/**
 * A rule of the business broken. The suffix names table and field; two spaces stand before the bracket, lines count from 1.
 * @param place such as `JournalEntryLines.AccountCode`
 */
export function ruleBroken(
	text: string,
	place?: string,
	options: { line?: number; value?: unknown; code?: number } = {},
): ServiceError {
	const bracket = place === undefined ? '' : `  [${place}]`;
	const line = options.line === undefined ? '' : `[line: ${options.line}]`;
	const value = options.value === undefined || options.value === null ? '' : ` , '${String(options.value)}'`;
	return new ServiceError(400, options.code ?? -5002, `${text}${bracket}${line}${value}`);
}
