/** Who the sandbox's company is, in both systems. Nothing here is secret: it opens nothing but the sandbox. */

export const concurIdentity = {
	clientId: 'sandbox-client',
	clientSecret: 'sandbox-secret',
	companyUuid: '0c1aa7c4-c7f3-4811-8bb0-3bb243dcf83d',
	requestToken: 'sandbox-request-token',
	userName: 'sandbox@example.com',
	password: 'sandbox-password',
	/** As the FIS envelope names the company; the demo B1 company goes with it. */
	companyId: '412077',
	entityId: 'p0041207sbx1',
} as const;

export const businessOneIdentity = {
	companyDb: 'SBODEMO',
	userName: 'manager',
	password: 'manager',
	localCurrency: 'USD',
} as const;
