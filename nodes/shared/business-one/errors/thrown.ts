import { causesOf, readThrown, type ThrownKind } from '../../http';
import { cleanText, strikeOut } from '../../text';
import type { FullResponse } from '../types';
import { adviceFor, FAULT_CODE } from './advice';
import { serviceLayerError, ServiceLayerError, type ErrorClass } from './serviceLayerError';

/** Why there was no answer, in words; `no` is proof that the server did nothing. */
const WORDS: Record<ThrownKind, [ErrorClass, string, 'no' | 'unknown']> = {
	unreachable: ['capacity', 'The Service Layer cannot be reached', 'no'],
	certificate: ['session', 'The certificate of the Service Layer is not trusted here', 'no'],
	notTls: ['session', 'The Service Layer does not speak TLS at this port', 'no'],
	blocked: ['session', "n8n's guard against private addresses does not let the Service Layer through", 'no'],
	address: ['session', 'The Server URL of the B1 credential is not valid', 'no'],
	credential: ['session', 'The B1 credential cannot be used', 'no'],
	timeout: ['unknown', 'The Service Layer did not answer in time', 'unknown'],
	cancelled: ['unknown', 'The call was cancelled before an answer came', 'unknown'],
	broken: ['unknown', 'The connection to the Service Layer broke before an answer came', 'unknown'],
	fault: ['unknown', 'n8n or this node failed, not the network', 'unknown'],
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
		return failure(permanent ? 'session' : 'capacity', String(login.message), 'no', { isWrite });
	}
	const { kind, text } = readThrown(thrown);
	const [errorClass, words, done] = WORDS[kind];
	const isOurs = kind === 'fault' || kind === 'credential';
	const reason = isOurs && text !== '' ? `: ${cleanText(strikeOut(text, secrets))}` : '';
	return failure(errorClass, `${words}${reason}`, done, {
		code: kind === 'fault' ? FAULT_CODE : '',
		isWrite,
		timedOut: kind === 'timeout' || kind === 'cancelled',
	});
}

/** @returns the answer inside a thrown error, where there is one: helpers that throw on a status keep it in `response` */
export function replyInThrown(thrown: unknown): FullResponse | undefined {
	for (const cause of causesOf(thrown)) {
		const response = cause.response as { status?: number; headers?: Record<string, unknown>; data?: unknown } | undefined;
		if (response && typeof response.status === 'number' && response.data !== undefined) {
			return { statusCode: response.status, headers: { ...response.headers }, body: response.data };
		}
	}
	return undefined;
}

function failure(
	errorClass: ErrorClass,
	message: string,
	done: 'no' | 'unknown',
	{ code = '', timedOut = false, isWrite }: { code?: string; timedOut?: boolean; isWrite: boolean },
): ServiceLayerError {
	const advice = adviceFor(errorClass, { code, isWrite });
	return serviceLayerError({ errorClass, message, status: 0, code, text: '', place: {}, advice, done, timedOut });
}
