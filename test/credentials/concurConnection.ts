/** A Concur credential as n8n keeps it, connected to a sandbox that every test starts anew. */
import { ConcurFisApi } from '../../credentials/ConcurFisApi.credentials';
import { createFis } from '../../nodes/shared/concur/fis';
import type { FullResponse } from '../../nodes/shared/http';
import { ConcurFisTrigger } from '../../nodes/ConcurFisTrigger/ConcurFisTrigger.node';
import { pollContext, testCredential } from '../helpers/engine';
import { startCompany, type Company } from '../concur/company';

export let company: Company;
export const secrets = ['sandbox-secret', 'sandbox-request-token', 'sandbox-password'];

afterEach(async () => await company.stop());

export const connect = async (changes: Record<string, string> = {}) => (company = await startCompany(changes));
export const stored = () => company.store.dataOf('concur') as Record<string, string>;
export const testCredentials = async () => await testCredential(new ConcurFisApi(), company.store, 'concur');
export const tokens = async () => (await company.control<{ tokensIssued: number }>('GET', '/counters')).tokensIssued;

/** A FIS client whose every call goes through n8n's own helper with the stored credential. */
function client() {
	const context = pollContext(company.node(new ConcurFisTrigger()));
	return createFis(
		async (options) =>
			(await context.helpers.httpRequestWithAuthentication.call(context, 'concurFisApi', options)) as FullResponse,
	);
}

export const read = async () => await client().listReady({ docType: 'expense', limit: 1 });
