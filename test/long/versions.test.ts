/** The workflows as they are shipped, on the lowest version of n8n that the package names. */
import { LOWEST_N8N_VERSION } from '../../scripts/n8n/runtime';
import { expectEverythingRan } from '../e2e/versions';

// The first run on a machine installs that n8n.
jest.setTimeout(30 * 60_000);

test(`n8n ${LOWEST_N8N_VERSION}: all workflows are imported by command line and run`, async () =>
	await expectEverythingRan(LOWEST_N8N_VERSION));
