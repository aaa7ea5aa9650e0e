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
import { credentialProperties } from '../nodes/shared/business-one/session/credentialProperties';
import { readCredential, sessionIsOurs, withSession } from '../nodes/shared/business-one/session/credentialSession';
import { sessionInsteadOf } from '../nodes/shared/business-one/session/sharedLogin';
import { ownerOf, REFUSED_SESSION_HEADER, USED_SESSION } from '../nodes/shared/business-one/session/session';

/**
 * A user of one B1 company. One session serves every node, item, execution and restart: it is kept in n8n's credential store
 * (hidden fields) and renewed only when B1 refuses it.
 */
export class SapB1ServiceLayerApi implements ICredentialType {
	name = 'sapB1ServiceLayerApi';

	displayName = 'SAP Business One (B1) Service Layer API';

	icon: Icon = {
		light: 'file:../nodes/SapB1ServiceLayer/sapB1ServiceLayer.svg',
		dark: 'file:../nodes/SapB1ServiceLayer/sapB1ServiceLayer.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-concur-b1/n8n-nodes-concur-b1/blob/main/docs/nodes/sap-b1-service-layer-api.md';

	properties: INodeProperties[] = [...credentialProperties];

	/** Logs in. n8n calls it when there is no session yet and when a request came back with 401. */
	async preAuthentication(this: IHttpRequestHelper, credentials: ICredentialDataDecryptedObject): Promise<IDataObject> {
		const data = readCredential(credentials);
		const refused = sessionIsOurs(data) ? data.sessionToken : '';
		const session = await sessionInsteadOf(refused, data, async (options) => await this.helpers.httpRequest(options), Date.now);
		return { sessionToken: session.token, routeId: session.routeId, sessionOwner: ownerOf(data, session.token) };
	}

	/** Adds the session's cookies, the service root and the TLS setting to a request. */
	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		return withSession(readCredential(credentials), requestOptions);
	}

	/**
	 * The test logs in and out again, so no session stays behind that keeps a licence busy. n8n 2.41 itself logs in only where no
	 * session is stored; the header asks for a login where the stored one was used before.
	 */
	test: ICredentialTestRequest = {
		request: { method: 'POST', url: 'Logout', headers: { [REFUSED_SESSION_HEADER]: USED_SESSION } },
	};
}
