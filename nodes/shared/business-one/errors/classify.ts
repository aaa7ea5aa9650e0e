import { retryAfterMs } from '../../http';
import { readErrorBody, type ErrorBody } from './errorBody';
import { describePlace, readErrorPlace } from './errorPlace';
import { ServiceLayerError, type ErrorClass, type ErrorPlace } from './serviceLayerError';

const SESSION_CODES = ['301', '-304', '300'];
const CLASS_BY_CODE: Record<string, ErrorClass> = {
	'-2035': 'duplicate',
	'-4013': 'period',
	'-6006': 'permission',
	'-2028': 'masterData',
	'-4002': 'masterData',
	'-4006': 'masterData',
	'-118': 'capacity',
	'-8009': 'capacity',
	// "Could not commit transaction": comes and goes.
	'-1116': 'capacity',
	// "Table definition not found": a node that lost the company's tables.
	'407': 'capacity',
	'-1000': 'validation',
	'-1002': 'validation',
	'-5006': 'validation',
};

/** Under code -10 the text begins with a number of the application; the number does not change with the language. */
const CLASS_BY_APPLICATION_CODE: Record<string, ErrorClass> = {
	'10001090': 'period',
	'10000521': 'masterData',
	'1320000140': 'duplicate',
};

const DATE_FIELDS = /^(ReferenceDate|RefDate|TaxDate|DueDate|VatDate)/i;
const MASTER_DATA_FIELDS =
	/^(AccountCode|Account|ShortName|CardCode|ControlAccount|CostingCode\d?|OcrCode\d?|ProfitCode|ProjectCode|Project|TaxGroup|TaxCode|VatGroup|BPLI[dD]|FCCurrency|Currency|Series|TransactionCode|Indicator)$/;
const CAPACITY_STATUS = [413, 429, 502, 503, 504];

/** @returns whether B1 refused the session, in any of the shapes seen: HTTP 401, code 301, code -304 with another status */
export function isSessionRefused(status: number, body: unknown): boolean {
	if (status === 401) return true;
	return status >= 400 && SESSION_CODES.includes(readErrorBody(body).code);
}

/**
 * Makes an error of a reply that is not a success.
 * @param isWrite whether the call would have changed data: a 5xx then leaves open whether it did
 * @param secrets of the credential, which the server may repeat
 */
export function errorOfReply(
	status: number,
	headers: Record<string, unknown>,
	body: unknown,
	isWrite: boolean,
	secrets: readonly string[] = [],
): ServiceLayerError {
	const said = readErrorBody(body, secrets);
	const place = readErrorPlace(said.text);
	return new ServiceLayerError({
		kind: classOf(status, said, place),
		message: messageOf(status, said, place),
		status,
		code: said.code,
		text: said.text,
		place,
		isWrite,
		mayHaveHappened: isWrite && status >= 500,
		retryAfterMs: retryAfterMs(headers, Date.now()),
	});
}

function classOf(status: number, said: ErrorBody, place: ErrorPlace): ErrorClass {
	if (status === 401 || SESSION_CODES.includes(said.code)) return 'session';
	if (status === 403) return 'permission';
	if (CAPACITY_STATUS.includes(status)) return 'capacity';
	const application = /^(\d{7,10}) - /.exec(said.text)?.[1];
	const known = (application && CLASS_BY_APPLICATION_CODE[application]) || CLASS_BY_CODE[said.code];
	if (known) return known;
	if (place.field && DATE_FIELDS.test(place.field)) return 'period';
	if (place.field && MASTER_DATA_FIELDS.test(place.field)) return 'masterData';
	// Texts of unknown code, in the one language they are documented in.
	if (/exchange rate/i.test(said.text)) return 'masterData';
	if (/posting period|permissible range/i.test(said.text)) return 'period';
	if (status === 404) return 'masterData';
	return status >= 400 && status < 500 ? 'validation' : 'unknown';
}

function messageOf(status: number, said: ErrorBody, place: ErrorPlace): string {
	if (said.text === '')
		return `The Service Layer answered HTTP ${status}${said.code === '' ? '' : ` with code ${said.code}`} and no text`;
	const where = describePlace(place);
	const code = said.code === '' ? `HTTP ${status}` : said.code;
	return `${said.text} (${[code, where].filter((part) => part !== '').join('; ')})`;
}
