import { hash, ownerOf, seedOf, type ConcurCredential, type Renewed } from './credential';
import { signIn } from './grants';
import type { TokenSend } from './signIn';

interface Remembered {
	renewed: Renewed;
	/** Milliseconds since 1970. */
	until: number;
}

const REMEMBER_MS = 60_000;
const MAX_REMEMBERED = 200;
const inFlight = new Map<string, Promise<Renewed>>();
const remembered = new Map<string, Remembered>();

/** Names the renewal of one token: equal for all calls that met the same expired token with the same settings. */
const renewalKey = (credential: ConcurCredential) =>
	hash(
		ownerOf(credential),
		credential.clientSecret,
		seedOf(credential),
		credential.additionalHosts,
		credential.accessToken || credential.storedRefreshToken,
	);

function remember(key: string, renewed: Renewed, now: number) {
	for (const [old, { until }] of remembered) if (until <= now || remembered.size >= MAX_REMEMBERED) remembered.delete(old);
	remembered.set(key, { renewed, until: now + REMEMBER_MS });
}

/**
 * The newest tokens that grew from these ones within the last minute. Followed to the end of the chain: a late call with
 * a token of two renewals ago must not store the middle one's refresh token over the newest.
 */
function rememberedFor(credential: ConcurCredential, now: number): Renewed | undefined {
	let newest: Renewed | undefined;
	let key = renewalKey(credential);
	for (let step = 0; step < 10; step++) {
		const found = remembered.get(key);
		if (!found || found.until <= now) break;
		newest = found.renewed;
		key = renewalKey({ ...credential, ...newest });
	}
	return newest;
}

/**
 * Renews the tokens of a credential, by one request however many calls of this process ask at the same time: n8n calls
 * this for each of them, and a refresh token that is used twice can lose the newer one. Calls that come late with the
 * old token within a minute get the same result. Other processes are not seen from here; when one of them has used the
 * refresh token up, the grant of the credential is tried, and the next call reads what the other one stored.
 * @param send n8n's plain HTTP helper, as a credential gets it
 * @throws Error with a text free of secrets
 */
export async function renew(send: TokenSend, credential: ConcurCredential, now = Date.now): Promise<Renewed> {
	const known = rememberedFor(credential, now());
	if (known) return known;
	const key = renewalKey(credential);
	const running = inFlight.get(key);
	if (running) return await running;
	const started = signIn(send, credential);
	inFlight.set(key, started);
	try {
		const renewed = await started;
		remember(key, renewed, now());
		return renewed;
	} finally {
		inFlight.delete(key);
	}
}
