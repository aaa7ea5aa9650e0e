import type { ErrorBody } from '../errors/errorBody';
import type { SessionAddress } from './session';

/**
 * Why there is no session. `permanent` means that another try with the same data would fail again (wrong password, locked user,
 * wrong company), so nobody tries. Carries no request and no response: both could hold the password.
 */
export class LoginError extends Error {
	override readonly name = 'LoginError';

	constructor(
		message: string,
		readonly permanent: boolean,
	) {
		super(message);
	}
}

const WRONG_PASSWORD_CODES = ['-304', '100000027', '-107', '-8023'];
const LOCKED_CODES = ['100000055'];
const LICENCE_CODES = ['-8007', '-8010'];
const CAPACITY_CODES = ['-118', '-8009'];
const CERTIFICATE_CODE = /CERT|SIGNATURE|SELF_SIGNED|UNABLE_TO_VERIFY/;

/**
 * Puts a refused login into words (codes: Service Layer error replies and the DI API's error list).
 * @param status HTTP status of the answer
 */
export function explainLoginReply(status: number, error: ErrorBody, address: SessionAddress): LoginError {
	const said = error.text === '' ? '' : ` B1 says: ${error.text}${error.code === '' ? '' : ` (${error.code})`}`;
	const who = `user "${address.userName}" in company database "${address.companyDb}"`;
	if (LOCKED_CODES.includes(error.code)) {
		return new LoginError(`The login of ${who} is locked. Ask a B1 administrator to unlock the user.${said}`, true);
	}
	if (error.code === '305' || /switch company/i.test(error.text)) {
		return new LoginError(
			`The company database "${address.companyDb}" cannot be opened. Check its name and the user's access.${said}`,
			true,
		);
	}
	if (LICENCE_CODES.includes(error.code)) {
		return new LoginError(`The login of ${who} has no usable licence. Ask a B1 administrator to assign one.${said}`, true);
	}
	if (CAPACITY_CODES.includes(error.code)) {
		return new LoginError(`Too many users are logged in to B1. Try again later.${said}`, false);
	}
	if (WRONG_PASSWORD_CODES.includes(error.code) || status === 401) {
		return new LoginError(`The login of ${who} was refused. Check user name (capital letters count) and password.${said}`, true);
	}
	if (status === 404)
		return new LoginError(`There is no Service Layer at ${address.serverUrl}. Check server URL, path prefix and version.`, true);
	if (status >= 300 && status < 400) {
		return new LoginError(`${address.serverUrl} answers with a redirect. Enter the address of the Service Layer itself.`, true);
	}
	if (status >= 500) return new LoginError(`The Service Layer is not available (HTTP ${status}). Try again later.${said}`, false);
	if (status < 300)
		return new LoginError(`${address.serverUrl} did not answer like a Service Layer. Check server URL and path prefix.`, true);
	return new LoginError(`The login of ${who} did not succeed (HTTP ${status}).${said}`, true);
}

/** Puts a login without an answer into words. */
export function explainNoAnswer(error: unknown, address: SessionAddress): LoginError {
	const code = errorCode(error);
	if (CERTIFICATE_CODE.test(code)) {
		return new LoginError(
			`The certificate of ${address.serverUrl} is not trusted here. Let n8n trust it with NODE_EXTRA_CA_CERTS, or turn on Ignore SSL Issues.`,
			true,
		);
	}
	if (code === 'ERR_INVALID_URL') return new LoginError(`"${address.serverUrl}" is not a valid server URL.`, true);
	return new LoginError(
		`The Service Layer at ${address.serverUrl} did not answer the login. Check address, port and network.`,
		false,
	);
}

function errorCode(error: unknown): string {
	for (let cause = error, depth = 0; cause && depth < 5; cause = (cause as { cause?: unknown }).cause, depth++) {
		const code = (cause as { code?: unknown }).code;
		if (typeof code === 'string') return code;
	}
	return '';
}
