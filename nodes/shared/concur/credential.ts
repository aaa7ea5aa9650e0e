import { createHash } from 'crypto';
import { addressProblem } from '../http';
import { DEFAULT_DATA_CENTER, isAllowed, originOf, type HostRules } from './dataCenters';
import { signInError, type GrantType } from './signIn';

/** The credential's settings and the tokens n8n stores beside them. */
export interface ConcurCredential {
	grantType: GrantType;
	dataCenter: string;
	customUrl: string;
	additionalHosts: string;
	clientId: string;
	clientSecret: string;
	companyUuid: string;
	requestToken: string;
	username: string;
	password: string;
	initialRefreshToken: string;
	accessToken: string;
	storedRefreshToken: string;
	geolocation: string;
	fingerprint: string;
}

/** What a renewal gives back for n8n to store. */
export interface Renewed {
	accessToken: string;
	storedRefreshToken: string;
	geolocation: string;
	fingerprint: string;
}

/** Short SHA-256 of several parts. */
export const hash = (...parts: string[]) => createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);

export const rulesOf = (credential: ConcurCredential): HostRules => ({
	baseUrl: credential.dataCenter === 'custom' ? credential.customUrl.trim() : credential.dataCenter || DEFAULT_DATA_CENTER,
	isCustom: credential.dataCenter === 'custom',
	additionalHosts: credential.additionalHosts,
});

/** Who the refresh token belongs to. A credential that was pointed at another company or app must not use the former one's. */
export const ownerOf = (credential: ConcurCredential) =>
	hash(credential.grantType, rulesOf(credential).baseUrl, credential.clientId, credential.companyUuid, credential.username);

/** The secret a person entered to connect: a new one is taken at once, an emptied one changes nothing. */
export const seedOf = (credential: ConcurCredential): string =>
	({
		clientCredentials: '',
		companyRequestToken: credential.requestToken,
		password: credential.password,
		refreshToken: credential.initialRefreshToken,
	})[credential.grantType].trim();

const secretHashOf = (credential: ConcurCredential) => hash('client secret', credential.clientSecret);
const seedHashOf = (credential: ConcurCredential) => hash('seed', seedOf(credential));

/**
 * What is stored beside the tokens: whose they are, and which secrets made them. An emptied seed keeps the former one's mark, so
 * that tokens outlive a request token that is taken out of the credential. n8n keeps it like a password, because a short secret
 * could be guessed by its hash.
 */
export function fingerprintOf(credential: ConcurCredential): string {
	const seed = seedOf(credential) === '' ? (marksOf(credential).seed ?? '') : seedHashOf(credential);
	return [ownerOf(credential), secretHashOf(credential), seed].join('.');
}

function marksOf({ fingerprint }: ConcurCredential) {
	const [owner, secret, seed] = fingerprint.split('.');
	return { owner, secret, seed };
}

/** Whether the stored refresh token belongs to the company and the app of the credential. */
export const tokensAreOurs = (credential: ConcurCredential) => marksOf(credential).owner === ownerOf(credential);

/** Whether a person entered another secret of the grant since the last sign-in: it may be that of another company. */
export function seedIsNew(credential: ConcurCredential): boolean {
	const { seed } = marksOf(credential);
	return seed !== undefined && seedOf(credential) !== '' && seed !== seedHashOf(credential);
}

/** Whether the stored access token was made by exactly the settings that the credential has now. */
export const tokenIsCurrent = (credential: ConcurCredential) =>
	tokensAreOurs(credential) && !seedIsNew(credential) && marksOf(credential).secret === secretHashOf(credential);

/** The data center to call: the one the token came with, else the one of the settings. Throws Error for a URL that is not allowed. */
export function originFor(credential: ConcurCredential): string {
	const rules = rulesOf(credential);
	const problem = addressProblem(rules.baseUrl.split(/[?#]/, 1).join(''));
	if (problem) throw signInError(`the Custom URL ${problem}`);
	const wanted = tokensAreOurs(credential) && credential.geolocation ? credential.geolocation : rules.baseUrl;
	const origin = originOf(wanted);
	if (!origin) throw signInError('the address that came with the tokens is no http or https address. Sign in again.');
	if (!isAllowed(origin, rules)) throw notAllowed(origin);
	return origin;
}

export const notAllowed = (origin: string) =>
	signInError(`${origin} is no address of SAP Concur and not named in the credential, so nothing is sent there.`);

const SETTINGS = [
	'grantType',
	'dataCenter',
	'customUrl',
	'additionalHosts',
	'clientId',
	'clientSecret',
	'companyUuid',
	'requestToken',
	'username',
	'password',
	'initialRefreshToken',
	'accessToken',
	'storedRefreshToken',
	'geolocation',
	'fingerprint',
] as const;

/** The credential as n8n hands it over: fields that the grant type hides are absent there, and empty here. */
export function readCredential(data: Record<string, unknown>): ConcurCredential {
	const read = Object.fromEntries(SETTINGS.map((name) => [name, typeof data[name] === 'string' ? data[name] : '']));
	return { ...(read as unknown as ConcurCredential), grantType: (read.grantType || 'companyRequestToken') as GrantType };
}

/** What of a credential must never be shown, with the logins in the form that a Basic header would take. */
export function secretsOf(data: Record<string, unknown>): string[] {
	const { clientId, clientSecret, requestToken, username, companyUuid, password, ...stored } = readCredential(data);
	const logins = [
		[clientId, clientSecret],
		[username, password],
		[companyUuid, requestToken],
	];
	const basic = logins.filter(([, secret]) => secret !== '').map((login) => login.join(':'));
	const { initialRefreshToken, accessToken, storedRefreshToken } = stored;
	return [clientSecret, requestToken, password, initialRefreshToken, accessToken, storedRefreshToken, ...basic].filter(
		(secret) => secret !== '',
	);
}
