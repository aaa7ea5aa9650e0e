import type {
	Icon,
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IDataObject,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';
import { withToken } from '../nodes/shared/concur/authenticate';
import { readCredential } from '../nodes/shared/concur/credential';
import { credentialProperties } from '../nodes/shared/concur/credentialProperties';
import { transactionsPath } from '../nodes/shared/concur/read';
import { renew } from '../nodes/shared/concur/renewal';

/**
 * An app's access to one Concur company. Tokens, the data center they came from and the rotated refresh token are kept in
 * n8n's credential store (hidden fields), so a person signs in once.
 */
export class ConcurFisApi implements ICredentialType {
	name = 'concurFisApi';

	displayName = 'SAP Concur FIS API';

	icon: Icon = {
		light: 'file:../nodes/ConcurFisTrigger/concurFisTrigger.svg',
		dark: 'file:../nodes/ConcurFisTrigger/concurFisTrigger.dark.svg',
	};

	documentationUrl = 'https://github.com/n8n-nodes-concur-b1/n8n-nodes-concur-b1/blob/main/docs/nodes/concur-fis-api.md';

	properties: INodeProperties[] = [...credentialProperties];

	/** Gets tokens. n8n calls it when there are none yet and when a request came back with 401, and stores what it returns. */
	async preAuthentication(this: IHttpRequestHelper, credentials: ICredentialDataDecryptedObject): Promise<IDataObject> {
		const renewed = await renew(async (options) => await this.helpers.httpRequest(options), readCredential(credentials));
		return { ...renewed };
	}

	/** Adds the access token and the data center it belongs to. */
	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		return withToken(readCredential(credentials), requestOptions);
	}

	/** Reads one ready expense document: it needs the scope FISVC and a company-level token, and changes nothing. */
	test: ICredentialTestRequest = {
		request: { url: transactionsPath('expense'), qs: { limit: 1 } },
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 403,
					message: 'Concur refused access. The app needs the scope FISVC, and the token must be a company-level token.',
				},
			},
		],
	};
}
