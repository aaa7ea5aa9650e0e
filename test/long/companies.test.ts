/** Every company of the sandbox from Concur to B1's reports in a real n8n. */
import { companyNames } from '../../sandbox/companies';
import { expectBooksTieOut } from '../e2e/companyBooks';

jest.setTimeout(10 * 60_000);

test.each(companyNames())(
	'npm start -- --once --company %s ends with the reports that are checked in',
	async (company) => await expectBooksTieOut(company),
);
