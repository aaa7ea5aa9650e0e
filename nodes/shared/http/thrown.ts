/**
 * Why a call ended without an answer. Only the first seven are the network's doing; `credential` means that n8n could not read or
 * find the credential, `fault` that this package or n8n itself failed.
 */
export type ThrownKind =
	| 'unreachable'
	| 'certificate'
	| 'notTls'
	| 'timeout'
	| 'cancelled'
	| 'broken'
	| 'blocked'
	| 'address'
	| 'credential'
	| 'fault';

export interface Thrown {
	kind: ThrownKind;
	/** Code of the network or of TLS; empty where there is none. */
	code: string;
	/** Text of the innermost error; not free of secrets. */
	text: string;
}

const CERTIFICATE =
	/^(CERT_.*|ERR_TLS_CERT.*|.*SELF_SIGNED.*|UNABLE_TO_(VERIFY|GET|DECRYPT|DECODE)_.*(SIGNATURE|CERT|ISSUER|CRL|KEY).*|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE)$/;
const NOT_TLS = /^(EPROTO|ERR_SSL_.*)$/;
const UNREACHABLE =
	/^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EAI_FAIL|EAI_NODATA|EHOSTUNREACH|EHOSTDOWN|ENETUNREACH|ENETDOWN|EADDRNOTAVAIL|UND_ERR_CONNECT_TIMEOUT)$/;
const TIMEOUT = /^(ECONNABORTED|ETIMEDOUT|ESOCKETTIMEDOUT|UND_ERR_.*TIMEOUT)$/;
const CANCELLED = /^(ERR_CANCELED|ABORT_ERR)$/;
const BROKEN = /^(ECONNRESET|EPIPE|ENOTCONN|HPE_.*|UND_ERR_.*|ERR_NETWORK|ERR_BAD_RESPONSE|ERR_STREAM_.*|ERR_FR_.*|Z_.*)$/;
const BROKEN_TEXT = /socket hang up|network error|network socket|socket disconnected|connection (was )?(closed|reset|aborted)/i;

const BY_CODE: [RegExp, ThrownKind][] = [
	[CERTIFICATE, 'certificate'],
	[NOT_TLS, 'notTls'],
	[UNREACHABLE, 'unreachable'],
	[TIMEOUT, 'timeout'],
	[CANCELLED, 'cancelled'],
	[BROKEN, 'broken'],
	[/^ERR_INVALID_(URL|PROTOCOL)$/, 'address'],
];

const MAX_DEPTH = 8;

/** @returns a thrown error and what caused it, outermost first */
export function causesOf(thrown: unknown): Array<Record<string, unknown>> {
	const chain: Array<Record<string, unknown>> = [];
	for (let cause = thrown; cause instanceof Object && chain.length < MAX_DEPTH; cause = (cause as { cause?: unknown }).cause) {
		chain.push(cause as Record<string, unknown>);
	}
	return chain;
}

const textOf = (cause: Record<string, unknown> | undefined) => (typeof cause?.message === 'string' ? cause.message : '');

/** n8n's own errors carry their kind in the name of the class alone. */
const classOf = (cause: Record<string, unknown>) => (cause as object).constructor?.name ?? '';

/**
 * Tells what the network did from what went wrong at home. n8n wraps every error into one of its own, so the whole chain counts.
 */
export function readThrown(thrown: unknown): Thrown {
	const chain = causesOf(thrown);
	const text = textOf(chain.at(-1)) || textOf(chain[0]);
	const names = chain.map(classOf);
	if (names.some((name) => name.startsWith('Credential'))) return { kind: 'credential', code: '', text: credentialText(chain) };
	if (names.some((name) => name.startsWith('Ssrf'))) return { kind: 'blocked', code: '', text };
	for (const { code } of chain) {
		const kind = typeof code === 'string' ? BY_CODE.find(([pattern]) => pattern.test(code))?.[1] : undefined;
		if (kind) return { kind, code: code as string, text };
	}
	if (chain.some(isProgramError)) return { kind: 'fault', code: '', text };
	if (/\bcredentials?\b/i.test(text)) return { kind: 'credential', code: '', text };
	if (/timeout of \d+ ?ms|timed out/i.test(text)) return { kind: 'timeout', code: '', text };
	if (BROKEN_TEXT.test(text)) return { kind: 'broken', code: '', text };
	return { kind: 'fault', code: '', text: text || String(thrown) };
}

const isProgramError = (cause: unknown) =>
	['TypeError', 'ReferenceError', 'RangeError', 'SyntaxError', 'EvalError'].includes(String((cause as Error).name));

/** The words of n8n's own error; what lies behind it is of the cipher. */
const credentialText = (chain: Array<Record<string, unknown>>) =>
	textOf(chain.find((cause) => classOf(cause).startsWith('Credential')));
