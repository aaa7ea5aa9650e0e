import { NodeApiError, UserError, type INode } from 'n8n-workflow';
import { addressProblem, readThrown, shownAddress } from '../../nodes/shared/http';

describe('addresses that a person enters', () => {
	it.each([
		['b1.example.com:50000', 'has no scheme. Enter https://'],
		['localhost', 'has no scheme'],
		['ftp://b1.example.com', 'begin with https://'],
		['https://manager:geheim@b1.example.com:50000', 'before the @'],
		['https://geheim@b1.example.com', 'before the @'],
		['manager:geheim@b1.example.com', 'has no scheme'],
		['https://b1.example.com#geheim', 'from the ? or # on'],
		['https://b1.example.com/?token=geheim', 'from the ? or # on'],
		['https://b1 example.com', 'not a valid server URL'],
		['https://b1.example.com:99999', 'not a valid server URL'],
		['', 'is empty'],
	])('%s is named as wrong, without what may be secret', (entered, problem) => {
		expect(addressProblem(entered)).toContain(problem);
		expect(addressProblem(entered)).not.toContain('geheim');
		expect(shownAddress(entered)).not.toContain('geheim');
	});

	it.each(['https://b1.example.com:50000', 'HTTPS://B1', 'http://10.0.0.1:50001/', 'https://[::1]:50000/gateway'])(
		'%s can be used',
		(entered) => {
			expect(addressProblem(entered)).toBeUndefined();
		},
	);
});

describe('calls that ended without an answer', () => {
	class CredentialNotFoundError extends UserError {}
	class SsrfBlockedIpError extends UserError {}
	const coded = (code: string, message = 'failed') => Object.assign(new Error(message), { code });

	it.each([
		[coded('ECONNREFUSED'), 'unreachable'],
		[coded('ENOTFOUND'), 'unreachable'],
		[coded('ECONNRESET'), 'broken'],
		[coded('HPE_INVALID_CONSTANT'), 'broken'],
		[coded('ETIMEDOUT'), 'timeout'],
		[coded('ERR_CANCELED'), 'cancelled'],
		[coded('DEPTH_ZERO_SELF_SIGNED_CERT'), 'certificate'],
		[coded('SELF_SIGNED_CERT_IN_CHAIN'), 'certificate'],
		[coded('UNABLE_TO_GET_ISSUER_CERT_LOCALLY'), 'certificate'],
		[coded('UNABLE_TO_VERIFY_LEAF_SIGNATURE'), 'certificate'],
		[coded('CERT_HAS_EXPIRED'), 'certificate'],
		[coded('ERR_TLS_CERT_ALTNAME_INVALID'), 'certificate'],
		[coded('EPROTO', 'wrong version number'), 'notTls'],
		[coded('ERR_SSL_WRONG_VERSION_NUMBER'), 'notTls'],
		[coded('ERR_INVALID_URL'), 'address'],
		[new Error('socket hang up'), 'broken'],
		[new Error('timeout of 60000ms exceeded'), 'timeout'],
		[new CredentialNotFoundError('Credential with ID "x" does not exist.'), 'credential'],
		[new Error('Node does not have any credentials of type "x" set'), 'credential'],
		[new SsrfBlockedIpError('10.0.0.1 is blocked'), 'blocked'],
		[new TypeError("Cannot read properties of undefined (reading 'credentials')"), 'fault'],
		[new RangeError('Invalid array length'), 'fault'],
		[new Error('something else'), 'fault'],
		['a text', 'fault'],
		[undefined, 'fault'],
	])('%s is %s, also inside an error of n8n', (thrown, kind) => {
		expect(readThrown(thrown).kind).toBe(kind);
		if (thrown instanceof Error)
			expect(readThrown(new NodeApiError({ name: 'Node', type: 'x' } as INode, thrown as never)).kind).toBe(kind);
	});

	it('takes the words of n8n for a credential that cannot be decrypted, not those of the cipher', () => {
		class CredentialDataError extends Error {}
		const cause = coded('ERR_OSSL_BAD_DECRYPT', 'bad decrypt');
		const error = new CredentialDataError('Credentials could not be decrypted', { cause });
		expect(readThrown(error)).toMatchObject({ kind: 'credential', text: 'Credentials could not be decrypted' });
	});
});
