/**
 * Servers that repeat what they were sent: no secret of a credential, no token and no session appears in an item, an error or what n8n
 * keeps of one, whichever operation asked and however the repetition is written.
 */
import { inspect } from 'node:util';
import { ConcurFisApi } from '../../credentials/ConcurFisApi.credentials';
import { SapB1ServiceLayerApi } from '../../credentials/SapB1ServiceLayerApi.credentials';
import { concurCredential } from '../concur/company';
import { CredentialStore, runNodeOn, type NodeSetup } from '../helpers/engine';
import { goodValues, itemOf } from '../nodes/operations/cases';
import type { Row } from '../nodes/operations/rows';
import { buildRows } from '../nodes/operations/rows.build';
import { businessOneRows } from '../nodes/operations/rows.businessOne';
import { concurRows } from '../nodes/operations/rows.concur';
import { masterDataRows } from '../nodes/operations/rows.masterData';
import { byExpression, operations, type Walked } from '../nodes/operations/walk';
import { startWorld, type World } from '../nodes/operations/world';
import { EchoServer, STYLES, type Style } from './echo';

jest.mock('n8n-workflow', () => ({ ...jest.requireActual<object>('n8n-workflow'), sleep: async () => undefined }));

const PASSWORD = 'pa55-"quoted"&<w>ord';
const STATUS: Record<Style, number[]> = {
	businessOneV1: [400, 401],
	businessOneV2: [400, 500],
	concur: [400, 403],
	html: [502, 200],
	text: [500, 302],
	encoded: [400],
};

let world: World;
let echo: EchoServer;
let rows: Record<string, Row>;
let runs = 0;
let items = 90_000;

beforeAll(async () => {
	world = await startWorld();
	echo = await EchoServer.start(world.sandbox.url);
	rows = Object.assign({}, ...[concurRows, businessOneRows, masterDataRows, buildRows].map((make) => make(world))) as typeof rows;
	await fetch(`${world.sandbox.url}/control/master-data`, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json' },
		body: JSON.stringify({ users: [{ InternalKey: 1, UserPassword: PASSWORD }] }),
	});
}, 60_000);

afterAll(async () => {
	await echo?.stop();
	await world?.stop();
});

/** Credentials of their own for every run, so that each signs in anew. */
function setupFor({ nodeType }: Walked, parameters: NodeSetup['parameters'], onError?: NodeSetup['onError']): NodeSetup {
	const id = `echo-${++runs}`;
	const { companyDb, userName } = world.sandbox.businessOne;
	const b1 = { serverUrl: echo.url, companyDb, userName, password: PASSWORD, apiVersion: runs % 2 === 0 ? 'v1' : 'v2' };
	const concur = { ...concurCredential(world.sandbox), customUrl: echo.url };
	const credentials = new CredentialStore([
		{ id: `b1-${id}`, name: 'B1', type: new SapB1ServiceLayerApi(), data: b1 },
		{ id: `concur-${id}`, name: 'Concur', type: new ConcurFisApi(), data: concur },
	]);
	const credentialIds = { sapB1ServiceLayerApi: `b1-${id}`, concurFisApi: `concur-${id}` };
	return { nodeType, parameters, credentials, credentialIds, onError };
}

/** What came out and what was thrown, with everything that hangs on an error, as a database or a log would keep it. */
async function written(setup: NodeSetup, operation: Walked, row: Row): Promise<string> {
	const n = items++;
	const outcome = await runNodeOn(setup, [itemOf(row, n, goodValues(operation, row, n))]).catch((error: unknown) => error);
	return `${inspect(outcome, { depth: 12, maxStringLength: null, maxArrayLength: null })} ${JSON.stringify(outcome)} ${String(outcome)}`;
}

function secretsIn(text: string): string[] {
	const { clientSecret, requestToken } = world.sandbox.concur;
	const all = [PASSWORD, clientSecret, requestToken, ...echo.secrets];
	const spellings = (secret: string) => [
		secret,
		JSON.stringify(secret).slice(1, -1),
		JSON.stringify(JSON.stringify(secret)).slice(3, -3),
		encodeURIComponent(secret),
		secret.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`),
	];
	return all.filter((secret) => spellings(secret).some((spelling) => spelling.length > 7 && text.includes(spelling)));
}

describe.each(operations.map((operation) => [operation.name, operation] as const))('%s', (name, operation) => {
	test.each(STYLES)('answered with what it sent, written as %s', async (style) => {
		const row = rows[name] ?? {};
		for (const status of STATUS[style])
			for (const signIn of [false, true])
				for (const onError of [undefined, 'continueErrorOutput'] as const) {
					Object.assign(echo, { style, status, signIn });
					const text = await written(setupFor(operation, byExpression(operation), onError), operation, row);
					expect({ status, signIn, onError, found: secretsIn(text) }).toEqual({ status, signIn, onError, found: [] });
				}
	});
});

test('the secrets are there to be found: what the server repeats holds them', async () => {
	Object.assign(echo, { style: 'text', status: 500, signIn: true });
	const reply = await fetch(`${echo.url}/b1s/v2/Login`, { method: 'POST', body: JSON.stringify({ Password: PASSWORD }) });
	expect(secretsIn(await reply.text())).toEqual([PASSWORD]);
	expect(echo.sessions).toBeGreaterThanOrEqual(2);
	expect(echo.secrets.length - echo.sessions).toBeGreaterThan(20);
});
