import {
	fingerprintOf,
	notAllowed,
	originFor,
	rulesOf,
	seedIsNew,
	seedOf,
	tokensAreOurs,
	type ConcurCredential,
	type Renewed,
} from './credential';
import { isAllowed, type HostRules } from './dataCenters';
import {
	causeOf,
	isRefusal,
	requestToken,
	signInError,
	type GrantType,
	type TokenAnswer,
	type TokenForm,
	type TokenRefusal,
	type TokenSend,
} from './signIn';
import { judge } from './verdict';

function grantForm(credential: ConcurCredential): TokenForm | undefined {
	const seed = seedOf(credential);
	if (credential.grantType === 'clientCredentials') return { grant_type: 'client_credentials' };
	if (!seed) return undefined;
	if (credential.grantType === 'refreshToken') return { grant_type: 'refresh_token', refresh_token: seed };
	if (credential.grantType === 'password')
		return { grant_type: 'password', username: credential.username.trim(), password: seed, credtype: 'password' };
	return { grant_type: 'password', username: credential.companyUuid.trim(), password: seed, credtype: 'authtoken' };
}

/** Asks, and follows the company to its data center once (code 16). */
async function ask(
	send: TokenSend,
	credential: ConcurCredential,
	origin: string,
	form: TokenForm,
): Promise<TokenAnswer | TokenRefusal> {
	const rules = rulesOf(credential);
	const complete = { client_id: credential.clientId.trim(), client_secret: credential.clientSecret.trim(), ...form };
	const answer = await requestToken(send, origin, complete);
	if (!isRefusal(answer)) return checked(answer, rules, origin);
	if (nextOf(answer) !== 'moveDatacenter' || !answer.geolocation || answer.geolocation === origin) return answer;
	if (!isAllowed(answer.geolocation, rules)) throw notAllowed(answer.geolocation);
	const moved = await requestToken(send, answer.geolocation, complete);
	return isRefusal(moved) ? moved : checked(moved, rules, answer.geolocation);
}

function checked(answer: TokenAnswer, rules: HostRules, askedAt: string): TokenAnswer {
	const geolocation = answer.geolocation || askedAt;
	if (!isAllowed(geolocation, rules)) throw notAllowed(geolocation);
	return { ...answer, geolocation };
}

const nextOf = ({ status, code }: TokenRefusal) => judge('token', { http: status, code }).next;

const RECONNECT =
	'Make a new company request token in Concur (Administration, Company Request Token; valid for 24 hours) and enter it in the credential.';

/** Refusals of the app itself: no other grant of the same app would fare better. */
const APP_REFUSALS = [53, 59, 61, 62, 63, 64, 65, 115];

interface Attempt {
	grant: GrantType;
	origin: string;
	form: TokenForm;
	/** Refresh token to keep when the answer brings no new one. */
	keeps: string;
}

/**
 * The stored refresh token first. A secret that a person entered since the last sign-in stands alone: it may be another company's,
 * and where it is refused, the former company's tokens must not answer for it.
 */
function attemptsOf(credential: ConcurCredential): Attempt[] {
	const stored = tokensAreOurs(credential) && !seedIsNew(credential) ? credential.storedRefreshToken : '';
	const form = grantForm(credential);
	const grants: Attempt[] = form
		? [{ grant: credential.grantType, origin: originFor({ ...credential, geolocation: '' }), form, keeps: '' }]
		: [];
	const refreshes: Attempt[] = stored
		? [
				{
					grant: 'refreshToken',
					origin: originFor(credential),
					form: { grant_type: 'refresh_token', refresh_token: stored },
					keeps: stored,
				},
			]
		: [];
	return [...refreshes, ...grants];
}

function failureText(credential: ConcurCredential, refusals: { grant: GrantType; refusal: TokenRefusal }[]): string {
	if (refusals.length === 0) return 'the credential holds nothing to sign in with: the secret of its grant type is missing.';
	const causes = refusals.map(({ grant, refusal }) => causeOf(refusal, grant, credential.companyUuid)).join(' Then ');
	const isLost = refusals.some(({ refusal }) => nextOf(refusal) === 'reconnect');
	return isLost && credential.grantType !== 'clientCredentials' ? `${causes} ${RECONNECT}` : causes;
}

/**
 * Gets new tokens: with the stored refresh token, or, when Concur refuses it (another process may have used it up),
 * with the grant of the credential.
 * @throws Error with a text free of secrets, naming Concur's code and the cure
 */
export async function signIn(send: TokenSend, credential: ConcurCredential): Promise<Renewed> {
	const refusals: { grant: GrantType; refusal: TokenRefusal }[] = [];
	for (const { grant, origin, form, keeps } of attemptsOf(credential)) {
		const answer = await ask(send, credential, origin, form);
		if (!isRefusal(answer))
			return {
				accessToken: answer.accessToken,
				storedRefreshToken: answer.refreshToken || keeps,
				geolocation: answer.geolocation,
				fingerprint: fingerprintOf(credential),
			};
		refusals.push({ grant, refusal: answer });
		if (APP_REFUSALS.includes(answer.code ?? -1)) break;
	}
	throw signInError(failureText(credential, refusals));
}
