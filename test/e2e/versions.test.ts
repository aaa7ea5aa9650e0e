/** The workflows as they are shipped, brought into n8n by its command line and run on the pinned version. */
import { N8N_VERSION } from '../../scripts/n8n/runtime';
import { expectEverythingRan } from './versions';

jest.setTimeout(12 * 60_000);

test('n8n 2.41: all workflows are imported by command line and run', async () => await expectEverythingRan(N8N_VERSION));
