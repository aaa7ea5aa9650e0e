import { UserError } from 'n8n-workflow';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { core } from '../../helpers/engine';
import { builtItem, run, sandboxCredential, setupOf } from './setup';

jest.mock('n8n-workflow', () => ({ ...jest.requireActual<object>('n8n-workflow'), sleep: async () => undefined }));

class CredentialNotFoundError extends UserError {}

let sandbox: Sandbox;

beforeAll(async () => (sandbox = await startSandbox({ now: new Date('2026-11-24T08:00:00Z') })));
afterAll(async () => await sandbox.stop());

const operations = [
	{ resource: 'journalEntry', operation: 'post' },
	{ resource: 'account', operation: 'getAll', limit: 2 },
];

describe.each(operations)('$resource $operation', (parameters) => {
	it('stops the workflow when the credential was deleted or cannot be decrypted', async () => {
		const unreadable: unknown = await new core.Credentials({ id: 'x', name: 'X' }, 'sapB1ServiceLayerApi', 'no cipher text')
			.getData()
			.catch((error: unknown) => error);
		for (const error of [new CredentialNotFoundError('Credential with ID "b1" does not exist.'), unreadable as Error]) {
			const credentials = sandboxCredential(sandbox);
			credentials.fail('b1', error);
			await expect(run(setupOf(credentials, parameters), [builtItem()])).rejects.toThrow(error.message);
		}
	});

	it('stops the workflow when B1 refuses the password', async () => {
		const credentials = sandboxCredential(sandbox, { password: 'wrong' });
		await expect(run(setupOf(credentials, parameters), [builtItem()])).rejects.toThrow(/Check user name .* and password/);
	});
});

describe('while the node goes on', () => {
	const failing: Array<[string, string, string, number, string]> = [
		['company', 'check', 'company', 1, 'refused'],
		['journalEntry', 'findByDocument', 'posting', 3, 'uncertain'],
		['journalEntry', 'post', 'posting', 2, 'uncertain'],
		['funds', 'checkReserveRelease', 'funds', 2, 'uncertain'],
	];

	it.each(failing)(
		'%s > %s: what failed as a whole leaves by no output of success',
		async (resource, operation, block, output, outcome) => {
			const credentials = sandboxCredential(sandbox);
			credentials.fail('b1', new CredentialNotFoundError('Credential with ID "b1" does not exist.'));
			const setup = setupOf(credentials, { resource, operation }, { onError: 'continueRegularOutput' });
			const outputs = await run(setup, [{ docId: 'd', docType: 'expense', kept: true }]);
			expect(outputs.map((items) => items.length)).toEqual(outputs.map((_items, at) => (at === output ? 1 : 0)));
			expect(outputs[output]![0]).toMatchObject({
				docId: 'd',
				kept: true,
				[block]: { outcome, message: expect.stringMatching(/.+/) },
			});
		},
	);
});
