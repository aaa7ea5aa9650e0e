/** Codes of the token endpoint (SAP Concur, Authentication API, "Response Codes", /token). */
export interface OAuthFailure {
	error: string;
	description: string;
	status: number;
}

const invalidRequest = (description: string): OAuthFailure => ({ error: 'invalid_request', description, status: 400 });
const invalidGrant = (description: string): OAuthFailure => ({ error: 'invalid_grant', description, status: 400 });
const invalidClient = (description: string): OAuthFailure => ({ error: 'invalid_client', description, status: 401 });

export const oauthFailures: Record<number, OAuthFailure> = {
	5: invalidGrant('Incorrect credentials. Please Retry'),
	10: invalidGrant('Account is disabled. Please contact support'),
	11: invalidGrant('Account is disabled. Please contact support'),
	12: invalidGrant('Logon Denied. Please contact support'),
	13: invalidGrant('Logon Denied. Please contact support'),
	14: invalidGrant('Account Locked. Please contact support'),
	16: invalidRequest('user lives elsewhere'),
	19: invalidGrant('Incorrect credentials. Please Retry'),
	20: invalidGrant('Logon Denied. Please contact support'),
	21: invalidGrant('Logon Denied. Please contact support'),
	51: invalidRequest('username was not supplied'),
	52: invalidRequest('password was not supplied'),
	53: invalidClient('company is not enabled for this client'),
	54: { error: 'invalid_scope', description: 'requested scope exceeds granted scope', status: 400 },
	59: { error: 'access_denied', description: 'client disabled', status: 403 },
	60: invalidGrant('these are not the grants you are looking for'),
	61: invalidClient('client not found'),
	62: invalidRequest('client_id was not supplied'),
	63: invalidRequest('client_secret was not supplied'),
	64: invalidClient('Incorrect credentials. Please Retry'),
	65: invalidRequest('grant_type was not supplied'),
	106: invalidRequest('refresh_token was not supplied'),
	107: invalidRequest('refresh disallowed for app'),
	108: invalidGrant('bad or expired refresh token'),
	115: invalidRequest('unauthenticated client will not be issued token!'),
	120: invalidRequest('credtype is invalid'),
	123: invalidRequest('principal is disabled'),
	136: invalidRequest('token was not issued to this client'),
	139: invalidRequest('account is not usable'),
};
