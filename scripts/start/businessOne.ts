import { setUpPostingRegister, type ServiceLayer } from '../../nodes/shared/business-one';
import type { Sandbox } from '../../sandbox';
import { connectTo } from '../serviceLayer';

/** The Service Layer of the sandbox, as a person with a log-in of their own. Throws LoginError. */
export async function logIn({ tlsUrl, businessOne }: Sandbox): Promise<ServiceLayer> {
	// The sandbox signs its certificate itself, as a Business One server does.
	const { serviceLayer } = await connectTo({ serverUrl: tlsUrl, ...businessOne, ignoreSslIssues: true });
	return serviceLayer;
}

/** Makes the posting register, as the set-up workflow would. Throws Error where it cannot be used. */
export async function setUpPosting(sandbox: Sandbox): Promise<void> {
	const { usable, message } = await setUpPostingRegister(await logIn(sandbox));
	if (!usable) throw new Error(message);
}
