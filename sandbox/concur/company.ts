import type { Clock } from '../clock';
import type { DataCenter } from '../http';
import { concurIdentity } from '../identity';

export const GRANT_TYPES = ['password', 'client_credentials', 'refresh_token'] as const;

/** What the control API can set about the company and its app. */
export interface CompanySettings {
	/** Where the company lives. */
	dataCenter: DataCenter;
	requestToken: string;
	requestTokenIssuedAt: string;
	/** Scopes the app was granted. */
	scopes: string[];
	/** Grants the app may use. */
	grants: string[];
	clientDisabled: boolean;
	/** Whether the company has enabled the app (code 53 when not). */
	companyEnabled: boolean;
	/** Whether the app may refresh (code 107 when not). */
	refreshAllowed: boolean;
	/** Whether every refresh gives a new refresh token. */
	rotateRefreshTokens: boolean;
	/** How long a replaced refresh token is still taken. */
	refreshGraceSeconds: number;
	/** What the client credentials grant gives: a token FIS takes, or one it refuses. */
	clientCredentialsToken: 'company' | 'application';
	/** Whether a success without posting documents is refused. */
	postingDocsRequired: boolean;
}

export function newCompany(clock: Clock): CompanySettings {
	return {
		dataCenter: 'first',
		requestToken: concurIdentity.requestToken,
		requestTokenIssuedAt: clock.now().toISOString(),
		scopes: ['FISVC'],
		grants: [...GRANT_TYPES],
		clientDisabled: false,
		companyEnabled: true,
		refreshAllowed: true,
		rotateRefreshTokens: true,
		refreshGraceSeconds: 0,
		clientCredentialsToken: 'company',
		postingDocsRequired: false,
	};
}

const checks: { [Name in keyof CompanySettings]: { is(value: unknown): boolean; expected: string } } = {
	dataCenter: { is: (value) => value === 'first' || value === 'other', expected: '"first" or "other"' },
	requestToken: { is: (value) => typeof value === 'string' && value !== '', expected: 'text' },
	requestTokenIssuedAt: { is: (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value)), expected: 'an ISO time' },
	scopes: { is: isTextList, expected: 'an array of texts' },
	grants: { is: isTextList, expected: `an array of ${GRANT_TYPES.join(', ')}` },
	clientDisabled: { is: isBoolean, expected: 'true or false' },
	companyEnabled: { is: isBoolean, expected: 'true or false' },
	refreshAllowed: { is: isBoolean, expected: 'true or false' },
	rotateRefreshTokens: { is: isBoolean, expected: 'true or false' },
	refreshGraceSeconds: { is: (value) => typeof value === 'number' && value >= 0, expected: 'a number of seconds' },
	clientCredentialsToken: {
		is: (value) => value === 'company' || value === 'application',
		expected: '"company" or "application"',
	},
	postingDocsRequired: { is: isBoolean, expected: 'true or false' },
};

/**
 * The settings with some of them changed. A new request token counts as issued now unless the change says otherwise.
 * Throws Error that names the setting that is unknown or has the wrong value.
 */
export function changedCompany(company: CompanySettings, change: Record<string, unknown>, clock: Clock): CompanySettings {
	for (const [name, value] of Object.entries(change)) {
		const check = Object.hasOwn(checks, name) ? checks[name as keyof CompanySettings] : null;
		if (!check) throw new Error(`"${name}" is not a setting; there are ${Object.keys(checks).join(', ')}`);
		if (!check.is(value)) throw new Error(`${name} is ${check.expected}`);
	}
	const issued = 'requestToken' in change ? { requestTokenIssuedAt: clock.now().toISOString() } : {};
	return { ...company, ...issued, ...(change as Partial<CompanySettings>) };
}

function isBoolean(value: unknown): boolean {
	return typeof value === 'boolean';
}

function isTextList(value: unknown): boolean {
	return Array.isArray(value) && value.every((element) => typeof element === 'string');
}
