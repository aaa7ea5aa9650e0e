import { createHash } from 'crypto';
import { defaultDataCenter, isAllowed, originOf, type HostRules } from './dataCenters';
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
	baseUrl: credential.dataCenter === 'custom' ? credential.customUrl.trim() : credential.dataCenter || defaultDataCenter,
	isCustom: credential.dataCenter === 'custom',
	additionalHosts: credential.additionalHosts,
});

/** Who the tokens belong to. A credential that was pointed at another company or app must not use the former one's tokens. */
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

/** Whether the stored tokens belong to the settings of the credential. */
export const tokensAreOurs = (credential: ConcurCredential) => credential.fingerprint.split('.')[0] === ownerOf(credential);

/** The data center to call: the one the token came with, else the one of the settings. Throws Error for a URL that is not allowed. */
export function originFor(credential: ConcurCredential): string {
	const rules = rulesOf(credential);
	const wanted = tokensAreOurs(credential) && credential.geolocation ? credential.geolocation : rules.baseUrl;
	const origin = originOf(wanted);
	if (!origin)
		throw signInError('the URL of the credential is no http or https address. Choose a data center, or enter a Custom URL.');
	if (!isAllowed(origin, rules)) throw notAllowed(origin);
	return origin;
}

export const notAllowed = (origin: string) =>
	signInError(`${origin} is no address of SAP Concur and not named in the credential, so nothing is sent there.`);

const settings = [
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
	const read = Object.fromEntries(settings.map((name) => [name, typeof data[name] === 'string' ? data[name] : '']));
	return { ...(read as unknown as ConcurCredential), grantType: (read.grantType || 'companyRequestToken') as GrantType };
}
