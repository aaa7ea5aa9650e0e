import type { FullResponse } from '../types';
import { adviceFor } from './advice';
import { serviceLayerError, ServiceLayerError } from './serviceLayerError';

/** The connection was never made, so the server cannot have done anything. */
const NEVER_SENT =
	/^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ERR_INVALID_URL|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_VERIFY_LEAF_SIGNATURE|UNABLE_TO_GET_ISSUER_CERT.*|CERT_.*|ERR_TLS_CERT.*)$/;
const TIMED_OUT = /^(ECONNABORTED|ETIMEDOUT|UND_ERR_.*TIMEOUT)$/;
const CERTIFICATE = /CERT|SIGNATURE/;
const MAX_DEPTH = 6;

/**
 * Makes an error of a call that ended without an answer. What was thrown is read and then dropped: it holds the request with its
 * cookies.
 */
export function errorOfThrown(thrown: unknown): ServiceLayerError {
	if (thrown instanceof ServiceLayerError) return thrown;
	const login = causes(thrown).find((cause) => cause.name === 'LoginError');
	if (login) {
		const permanent = (login as { permanent?: boolean }).permanent !== false;
		return failure(permanent ? 'session' : 'capacity', String(login.message), 'no');
	}
	const code = codeOf(thrown);
	if (CERTIFICATE.test(code)) return failure('session', 'The certificate of the Service Layer is not trusted here', 'no');
	if (NEVER_SENT.test(code)) return failure('capacity', 'The Service Layer cannot be reached', 'no');
	if (TIMED_OUT.test(code)) return failure('unknown', 'The Service Layer did not answer in time', 'unknown', true);
	if (code === 'ERR_CANCELED') return failure('unknown', 'The call was cancelled before an answer came', 'unknown', true);
	return failure('unknown', 'The connection to the Service Layer broke before an answer came', 'unknown');
}

/** @returns the answer inside a thrown error, where there is one: helpers that throw on a status keep it in `response` */
export function replyInThrown(thrown: unknown): FullResponse | undefined {
	for (const cause of causes(thrown)) {
		const response = cause.response as { status?: number; headers?: Record<string, unknown>; data?: unknown } | undefined;
		if (response && typeof response.status === 'number' && response.data !== undefined) {
			return { statusCode: response.status, headers: { ...response.headers }, body: response.data };
		}
	}
	return undefined;
}

function failure(
	errorClass: 'session' | 'capacity' | 'unknown',
	message: string,
	done: 'no' | 'unknown',
	timedOut = false,
): ServiceLayerError {
	return serviceLayerError({
		errorClass,
		message,
		status: 0,
		code: '',
		text: '',
		place: {},
		advice: adviceFor(errorClass, 0),
		done,
		timedOut,
	});
}

function codeOf(thrown: unknown): string {
	for (const { code } of causes(thrown)) if (typeof code === 'string') return code;
	return '';
}

function causes(thrown: unknown): Array<Record<string, unknown>> {
	const chain: Array<Record<string, unknown>> = [];
	for (let cause = thrown; cause instanceof Object && chain.length < MAX_DEPTH; cause = (cause as { cause?: unknown }).cause) {
		chain.push(cause as Record<string, unknown>);
	}
	return chain;
}
