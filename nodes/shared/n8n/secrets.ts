import type { ICredentialDataDecryptedObject, IExecuteFunctions, ILoadOptionsFunctions, IPollFunctions } from 'n8n-workflow';

/**
 * The secret values of a node's credential as it is stored now, a session or token that was just renewed included.
 * @param secretsOf which values of this type are secret
 * @returns nothing where the credential cannot be read: then nothing of it was sent either
 */
export async function secretsIn(
	context: IExecuteFunctions | ILoadOptionsFunctions | IPollFunctions,
	type: string,
	secretsOf: (data: ICredentialDataDecryptedObject) => string[],
): Promise<string[]> {
	try {
		return secretsOf(await context.getCredentials(type));
	} catch {
		return [];
	}
}
