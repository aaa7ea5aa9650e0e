import type { INodeProperties } from 'n8n-workflow';
import { dataCenters, DEFAULT_DATA_CENTER } from './dataCenters';
import type { GrantType } from './signIn';

const shownFor = (...grants: GrantType[]) => ({ show: { grantType: grants } });

const grantProperties: INodeProperties[] = [
	{
		displayName: 'Grant Type',
		name: 'grantType',
		type: 'options',
		options: [
			{
				name: 'Client Credentials',
				value: 'clientCredentials',
				description: 'Token of the app itself, without a company. FIS refuses it unless SAP Concur enabled the app for it.',
			},
			{
				name: 'Company Request Token',
				value: 'companyRequestToken',
				description: 'Recommended: a token an administrator makes in Concur, exchanged once for a company-level token',
			},
			{
				name: 'Password',
				value: 'password',
				description: 'Login of a user. FIS refuses user-level tokens: only for logins that SAP Concur set up for a company.',
			},
			{
				name: 'Refresh Token',
				value: 'refreshToken',
				description: 'A company-level refresh token that somebody obtained elsewhere',
			},
		],
		default: 'companyRequestToken',
		description: 'How Concur lets n8n in. Company Request Token is the way that SAP Concur recommends for FIS.',
	},
	{
		displayName:
			'FIS takes company-level tokens only. A token of a user login or of the app alone is answered with 403: use a company request token then.',
		name: 'companyLevelNotice',
		type: 'notice',
		default: '',
		displayOptions: shownFor('password', 'clientCredentials'),
	},
	{
		displayName: 'Client ID',
		name: 'clientId',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 9f3c2b1a-5d6e-4f70-8a9b-0c1d2e3f4a5b',
		description: 'Of the app that your SAP Concur contact registered with the scope FISVC',
	},
	{
		displayName: 'Client Secret',
		name: 'clientSecret',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		required: true,
		description: 'Given together with the client ID',
	},
	{
		displayName: 'Company UUID',
		name: 'companyUuid',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 0c1aa7c4-c7f3-4811-8bb0-3bb243dcf83d',
		description: 'Shown with the company request token in Concur',
		displayOptions: shownFor('companyRequestToken'),
	},
	{
		displayName: 'Company Request Token',
		name: 'requestToken',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		description:
			'Made in Concur under Administration, Company Request Token. It is valid for 24 hours and needed once: the refresh token it brings lives for six months and is renewed by itself.',
		displayOptions: shownFor('companyRequestToken'),
	},
	{
		displayName: 'User Name',
		name: 'username',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. name@example.com',
		description: 'Login of the user in Concur',
		displayOptions: shownFor('password'),
	},
	{
		displayName: 'Password',
		name: 'password',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		description: 'Of the user named above',
		displayOptions: shownFor('password'),
	},
	{
		displayName: 'Refresh Token',
		name: 'initialRefreshToken',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		description: 'Used once; the ones that follow are stored by themselves. Nothing else may use the same refresh token.',
		displayOptions: shownFor('refreshToken'),
	},
];

const dataCenterProperties: INodeProperties[] = [
	{
		displayName: 'Data Center',
		name: 'dataCenter',
		type: 'options',
		options: dataCenters,
		default: DEFAULT_DATA_CENTER,
		description:
			'Where the first token is asked for. Afterwards the address that Concur returns with each token is used, also when Concur moves the company.',
	},
	{
		displayName: 'Custom URL',
		name: 'customUrl',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. https://us2.api.concursolutions.com',
		description: 'Address of a data center that is not in the list, or of a sandbox. Only scheme, host and port are used.',
		displayOptions: { show: { dataCenter: ['custom'] } },
	},
	{
		displayName:
			'Over http:// everybody on the way can read the secrets and every document. Use https://, except on one machine.',
		name: 'plainHttpNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { dataCenter: ['custom'], customUrl: [{ _cnd: { regex: '^\\s*[hH][tT][tT][pP]:' } }] } },
	},
	{
		displayName: 'Additional Hosts',
		name: 'additionalHosts',
		type: 'string',
		default: '',
		placeholder: 'e.g. concur-sandbox.example.com',
		description:
			'Host names, separated by commas, to which tokens may go besides the host of the custom URL and the hosts of SAP Concur. For test set-ups only.',
		displayOptions: { show: { dataCenter: ['custom'] } },
	},
];

/** What n8n keeps between requests. Tokens are marked as secrets, so that an opened credential does not show them. */
const storedProperties: INodeProperties[] = [
	{
		displayName: 'Access Token',
		name: 'accessToken',
		type: 'hidden',
		typeOptions: { expirable: true, password: true },
		default: '',
	},
	{
		displayName: 'Stored Refresh Token',
		name: 'storedRefreshToken',
		type: 'hidden',
		typeOptions: { password: true },
		default: '',
	},
	{ displayName: 'Geolocation', name: 'geolocation', type: 'hidden', default: '' },
	{
		displayName: 'Settings of the Tokens',
		name: 'fingerprint',
		type: 'hidden',
		typeOptions: { password: true },
		default: '',
	},
];

/** Fields of the Concur credential, the hidden ones that hold its tokens included. */
export const credentialProperties: INodeProperties[] = [...grantProperties, ...dataCenterProperties, ...storedProperties];
