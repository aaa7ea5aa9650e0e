import { causesOf, readThrown, type ThrownKind } from '../../http';
import { cleanText, strikeOut } from '../../text';
import { FAULT_CODE } from './advice';
import { ServiceLayerError, type ErrorClass } from './serviceLayerError';

/** Why there was no answer, in words; false is proof that the server did nothing. */
const WORDS: Record<ThrownKind, [ErrorClass, string, boolean]> = {
	unreachable: ['capacity', 'The Service Layer cannot be reached', false],
	certificate: ['session', 'The certificate of the Service Layer is not trusted here', false],
	notTls: ['session', 'The Service Layer does not speak TLS at this port', false],
	blocked: ['session', "n8n's guard against private addresses does not let the Service Layer through", false],
	address: ['session', 'The Server URL of the B1 credential is not valid', false],
	credential: ['session', 'The B1 credential cannot be used', false],
	timeout: ['unknown', 'The Service Layer did not answer in time', true],
	cancelled: ['unknown', 'The call was cancelled before an answer came', true],
	broken: ['unknown', 'The connection to the Service Layer broke before an answer came', true],
	fault: ['unknown', 'n8n or this node failed, not the network', true],
};

/**
 * Makes an error of a call that ended without an answer. What was thrown is read and then dropped: it holds the request with its
 * cookies.
 * @param isWrite whether the call would have changed data
 */
export function errorOfThrown(thrown: unknown, secrets: readonly string[] = [], isWrite = true): ServiceLayerError {
	if (thrown instanceof ServiceLayerError) return thrown;
	const login = causesOf(thrown).find((cause) => cause.name === 'LoginError');
	if (login) {
		const permanent = (login as { permanent?: boolean }).permanent !== false;
		return new ServiceLayerError({ kind: permanent ? 'session' : 'capacity', message: String(login.message), isWrite });
	}
	const { kind, text } = readThrown(thrown);
	const [errorClass, words, mayHaveHappened] = WORDS[kind];
	const isOurs = kind === 'fault' || kind === 'credential';
	const reason = isOurs && text !== '' ? `: ${cleanText(strikeOut(text, secrets))}` : '';
	return new ServiceLayerError({
		kind: errorClass,
		message: `${words}${reason}`,
		mayHaveHappened,
		code: kind === 'fault' ? FAULT_CODE : '',
		isWrite,
		timedOut: kind === 'timeout' || kind === 'cancelled',
	});
}
