import { readThrown, shownAddress } from '../../http';
import type { ErrorBody } from '../errors/errorBody';
import type { SessionAddress } from './session';

/**
 * Why there is no session: `refused` the user or the password is not accepted (B1 locks a user after a few of these), `settings`
 * something else that a person has to put right, `passing` another try may succeed.
 */
export type LoginFailure = 'refused' | 'settings' | 'passing';

/** A login that failed. Carries no request and no response: both could hold the password. */
export class LoginError extends Error {
	override readonly name = 'LoginError';

	constructor(
		message: string,
		readonly reason: LoginFailure,
	) {
		super(message);
	}

	/** Whether another try with the same data would fail again. */
	get permanent(): boolean {
		return this.reason !== 'passing';
	}
}

/** -304 is B1's word for a wrong password, and in single-sign-on landscapes now and then for trouble of its own. */
const WRONG_PASSWORD_CODES = ['-304', '100000027', '-107', '-8023'];
const UNKNOWN_COMPANY_CODE = '-306';
const LOCKED_CODES = ['100000055'];
const LICENCE_CODES = ['-8007', '-8010'];
const CAPACITY_CODES = ['-118', '-8009'];

/** A web server's page in answer to a request without TLS on a port that wants it. */
const PLAIN_ON_TLS_PORT = /plain HTTP request was sent to HTTPS port|speaking plain HTTP to an SSL/i;

/** @returns whether single sign-on stumbled, as it does when several log in at the same moment */
export function isSamlFailure(status: number, error: ErrorBody): boolean {
	return status >= 500 && (error.code === '299' || /SAML login failed/i.test(error.text));
}

/** @returns the failure a page stands for that a web server gives where it was asked without TLS */
export function explainPage(body: unknown, address: SessionAddress): LoginError | undefined {
	if (typeof body !== 'string' || !PLAIN_ON_TLS_PORT.test(body.slice(0, 8_000))) return undefined;
	const server = shownAddress(address.serverUrl);
	return new LoginError(`${server} wants TLS. Enter the Server URL with https:// instead of http://.`, 'settings');
}

/**
 * Puts a refused login into words (codes: Service Layer error replies and the DI API's error list).
 * @param status HTTP status of the answer
 */
export function explainLoginReply(status: number, error: ErrorBody, address: SessionAddress): LoginError {
	const said = error.text === '' ? '' : ` B1 says: ${error.text}${error.code === '' ? '' : ` (${error.code})`}`;
	return explainCode(status, error, address, said) ?? explainStatus(status, error, address, said);
}

const whoOf = ({ userName, companyDb }: SessionAddress) => `user "${userName}" in company database "${companyDb}"`;

function explainCode(status: number, error: ErrorBody, address: SessionAddress, said: string): LoginError | undefined {
	const who = whoOf(address);
	if (LOCKED_CODES.includes(error.code)) {
		return new LoginError(`The login of ${who} is locked. Ask a B1 administrator to unlock the user.${said}`, 'refused');
	}
	if (error.code === UNKNOWN_COMPANY_CODE) {
		return new LoginError(
			`B1 knows no company database "${address.companyDb}". Check its name, as B1's list of companies shows it.${said}`,
			'settings',
		);
	}
	if (error.code === '305' || /switch company/i.test(error.text)) {
		return new LoginError(
			`The company database "${address.companyDb}" cannot be opened. Check its name and the user's access.${said}`,
			'settings',
		);
	}
	if (LICENCE_CODES.includes(error.code)) {
		return new LoginError(`The login of ${who} has no usable licence. Ask a B1 administrator to assign one.${said}`, 'settings');
	}
	if (CAPACITY_CODES.includes(error.code)) {
		return new LoginError(`Too many users are logged in to B1. Try again later.${said}`, 'passing');
	}
	if (WRONG_PASSWORD_CODES.includes(error.code) || status === 401) {
		const doubt =
			error.code === '-304' ? ' If both are right, B1 itself (its System Landscape Directory) had trouble: try again later.' : '';
		return new LoginError(
			`The login of ${who} was refused. Check user name (capital letters count) and password.${doubt}${said}`,
			'refused',
		);
	}
	return undefined;
}

function explainStatus(status: number, error: ErrorBody, address: SessionAddress, said: string): LoginError {
	const server = shownAddress(address.serverUrl);
	if (status === 404) {
		return new LoginError(`There is no Service Layer at ${server}. Check server URL, path prefix and version.`, 'settings');
	}
	if (status >= 300 && status < 400) {
		return new LoginError(`${server} answers with a redirect. Enter the address of the Service Layer itself.`, 'settings');
	}
	if (isSamlFailure(status, error)) {
		return new LoginError(`B1's single sign-on did not succeed in several tries. Try again later.${said}`, 'passing');
	}
	if (status >= 500 || status === 408 || status === 429) {
		return new LoginError(`The Service Layer is not available (HTTP ${status}). Try again later.${said}`, 'passing');
	}
	if (status < 300) {
		return new LoginError(`${server} did not answer like a Service Layer. Check server URL and path prefix.`, 'settings');
	}
	return new LoginError(`The login of ${whoOf(address)} did not succeed (HTTP ${status}).${said}`, 'settings');
}

/** Puts a login without an answer into words. */
export function explainNoAnswer(error: unknown, address: SessionAddress): LoginError {
	const server = shownAddress(address.serverUrl);
	const isPlain = /^http:/i.test(server);
	const { kind, code } = readThrown(error);
	switch (kind) {
		case 'certificate':
			return new LoginError(
				`The certificate of ${server} is not trusted here (${code}). Let n8n trust it, or that of a proxy in between, with NODE_EXTRA_CA_CERTS, or turn on Ignore SSL Issues.`,
				'settings',
			);
		case 'notTls':
			return new LoginError(
				`${server} does not speak TLS at this port. Enter the port of the Service Layer with https, or http:// where it has none.`,
				'settings',
			);
		case 'blocked':
			return new LoginError(
				`n8n's guard against private addresses does not let ${server} through. Allow it with N8N_SSRF_ALLOWED_HOSTNAMES or N8N_SSRF_ALLOWED_IP_RANGES.`,
				'settings',
			);
		case 'address':
			return new LoginError(`"${server}" is not a valid server URL.`, 'settings');
		case 'credential':
		case 'fault':
			return new LoginError(`The login at ${server} could not be sent: n8n or this node failed, not the network.`, 'settings');
		default:
			return new LoginError(
				`The Service Layer at ${server} did not answer the login. ${
					isPlain && kind === 'broken'
						? 'The port may want TLS: enter the Server URL with https://. Otherwise check address, port and network.'
						: 'Check address, port and network.'
				}`,
				'passing',
			);
	}
}
