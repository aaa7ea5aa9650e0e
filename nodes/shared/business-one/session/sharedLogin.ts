import { login } from './login';
import { LoginError } from './loginError';
import { digest, settingsOf, type LoginData, type Session } from './session';

type HttpRequest = Parameters<typeof login>[0];

interface Attempt {
	session: Promise<Session>;
	/** When a finished attempt may be forgotten; undefined while it runs. */
	keepUntilMs?: number;
}

/** Long enough for calls that were sent with the old session and are refused late; short enough to try a corrected user again. */
const REMEMBER_MS = 60_000;
const MAX_REMEMBERED = 1_000;

/**
 * Logins of this process, by who logs in and which session was refused. n8n has no lock around a credential's renewal: 50 calls
 * that meet the same dead session would log in 50 times, each keeping one of B1's licences busy for half an hour.
 */
const attempts = new Map<string, Attempt>();

/** Sessions of this process that no request has used yet. */
const unused = new Set<string>();

/** @returns whether the session was made by this process and never asked for before */
export const takeUnused = (token: string): boolean => unused.delete(token);

/**
 * Gives a session in place of a refused one, by one login however many calls ask at once. A refused password is not tried again
 * with the same settings for a minute: B1 locks a user after a few. Everything else is asked anew.
 * @param refused token of the session that does not work any more; empty where there never was one
 * @throws LoginError
 */
export async function sessionInsteadOf(
	refused: string,
	data: LoginData,
	httpRequest: HttpRequest,
	nowMs: () => number,
): Promise<Session> {
	forgetOld(nowMs());
	const key = keyOf(refused, data);
	const known = attempts.get(key);
	if (known) return await newestSession(known, data);

	// No await between the look and the entry in the map: that is what makes it one login.
	const attempt: Attempt = { session: login(httpRequest, data) };
	attempts.set(key, attempt);
	const failure = await attempt.session.then(
		() => undefined,
		(error: unknown) => error,
	);
	const remember = failure === undefined || (failure instanceof LoginError && failure.reason === 'refused');
	if (remember) attempt.keepUntilMs = nowMs() + REMEMBER_MS;
	else attempts.delete(key);
	const session = await attempt.session;
	if (unused.size >= MAX_REMEMBERED) unused.clear();
	unused.add(session.token);
	return session;
}

/** Follows refused sessions to the newest one: what replaced the given one may have been refused and replaced itself since. */
async function newestSession(first: Attempt, data: LoginData): Promise<Session> {
	let session = await first.session;
	for (let hops = 0; hops < MAX_REMEMBERED; hops++) {
		const next = attempts.get(keyOf(session.token, data));
		if (!next) break;
		session = await next.session;
	}
	return session;
}

function keyOf(refused: string, data: LoginData): string {
	return digest([...settingsOf(data), refused]);
}

function forgetOld(nowMs: number): void {
	for (const [key, attempt] of attempts) {
		if (attempt.keepUntilMs === undefined) continue;
		if (attempt.keepUntilMs < nowMs || attempts.size > MAX_REMEMBERED) attempts.delete(key);
	}
}
