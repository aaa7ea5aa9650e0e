/** The documents of a company with books of its own, from Concur to B1's reports in a real n8n. The others: test/long/companies.test.ts. */
import { expectBooksTieOut } from './companyBooks';

jest.setTimeout(10 * 60_000);

test('npm start -- --once --company germany ends with the reports that are checked in', async () =>
	await expectBooksTieOut('germany'));
