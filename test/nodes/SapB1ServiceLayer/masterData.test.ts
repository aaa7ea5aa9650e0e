import { startSandbox, type Sandbox } from '../../../sandbox';
import { resources } from '../../../nodes/SapB1ServiceLayer/actions/resources';
import { definitions } from '../../../nodes/SapB1ServiceLayer/actions/masterData/definitions';
import type { CredentialStore } from '../../helpers/engine';
import { node, pick, run, sandboxCredential, setupOf } from './setup';

let sandbox: Sandbox;
const credentials: Record<string, CredentialStore> = {};

beforeAll(async () => {
	sandbox = await startSandbox({ now: new Date('2026-11-24T08:00:00Z') });
	for (const apiVersion of ['v1', 'v2']) credentials[apiVersion] = sandboxCredential(sandbox, { apiVersion });
	const employee = { FirstName: 'Ada', LastName: "O'Neil", eMail: 'ada@example.com' };
	const create = { resource: 'custom', operation: 'call', method: 'POST', path: 'EmployeesInfo', body: JSON.stringify(employee) };
	await run(setupOf(credentials.v2 as CredentialStore, create));
});

afterAll(async () => await sandbox.stop());

describe.each(['v1', 'v2'])('%s', (version) => {
	const store = () => credentials[version] as CredentialStore;

	it.each(definitions)('$resource: many, one of them, and found by search', async ({ resource, key, searchFields, simple }) => {
		const [many] = await run(setupOf(store(), { resource, operation: 'getAll', returnAll: true, simplify: true }));
		expect(many!.length).toBeGreaterThan(0);
		const first = many![0]!;
		expect(Object.keys(first).filter((name) => !simple.includes(name))).toEqual([]);

		const code = { mode: 'id', value: String(first[key]) };
		const [one] = await run(setupOf(store(), { resource, operation: 'get', code }));
		expect(one).toEqual([first]);
		const [whole] = await run(setupOf(store(), { resource, operation: 'get', code, simplify: false }));
		expect(whole![0]).toMatchObject({ [key]: first[key] });

		const text = searchFields.map((field) => first[field]).find((value) => typeof value === 'string' && value !== '') as string;
		const [found] = await run(setupOf(store(), { resource, operation: 'search', searchText: text }));
		expect(found!.map((row) => row[key])).toContain(first[key]);

		const { results } = await pick(store(), `search_${resource}`, text);
		expect(results.map(({ value }) => value)).toContain(first[key]);
		expect(results.every(({ name }) => name.includes(' – '))).toBe(true);
	});

	it('takes filters with and, or, and text that tries to break out', async () => {
		const filter = (conditions: object[], combine: string) =>
			setupOf(store(), {
				resource: 'businessPartner',
				operation: 'getAll',
				returnAll: true,
				filters: { conditions } as never,
				combine,
			});
		const supplier = { field: 'CardType', operator: 'eq', type: 'text', value: 'cSupplier' };
		const customer = { field: 'CardType', operator: 'eq', type: 'text', value: 'cCustomer' };
		const [suppliers] = await run(filter([supplier], 'and'));
		const [both] = await run(filter([supplier, customer], 'or'));
		const [none] = await run(filter([supplier, customer], 'and'));
		expect(suppliers!.every(({ CardType }) => CardType === 'cSupplier')).toBe(true);
		expect(both!.length).toBeGreaterThan(suppliers!.length);
		expect(none).toEqual([]);
		const [evil] = await run(filter([{ field: 'CardName', operator: 'eq', type: 'text', value: "x' or CardCode ne '" }], 'and'));
		expect(evil).toEqual([]);
	});
});

it('says that a limit cut the list', async () => {
	const context = setupOf(credentials.v2 as CredentialStore, { resource: 'account', operation: 'getAll', limit: 2 });
	const { executeContext } = await import('../../helpers/engine');
	const execution = executeContext(context, [{ json: {} }]);
	const [rows] = (await node.execute.call(execution)) as unknown[][];
	expect(rows).toHaveLength(2);
	expect((execution as unknown as { hints: Array<{ message: string }> }).hints).toEqual([
		expect.objectContaining({ message: expect.stringContaining('more rows than the 2') }),
	]);
});

it('pages a picker until it has shown everything once', async () => {
	const shown: unknown[] = [];
	let token: string | undefined;
	for (let pages = 0; pages < 20; pages++) {
		const page = await pick(credentials.v2 as CredentialStore, 'search_account', undefined, token);
		shown.push(...page.results.map(({ value }) => value));
		token = page.paginationToken as string | undefined;
		if (token === undefined) break;
	}
	const [all] = await run(
		setupOf(credentials.v2 as CredentialStore, { resource: 'account', operation: 'getAll', returnAll: true }),
	);
	expect(shown).toEqual(all!.map(({ Code }) => Code));
});

it('finds a code with a slash, which no path can carry', async () => {
	const store = credentials.v2 as CredentialStore;
	await run(
		setupOf(store, {
			resource: 'custom',
			operation: 'call',
			method: 'POST',
			path: 'Projects',
			body: '{"Code":"P/1","Name":"Slash"}',
		}),
	);
	const [rows] = await run(setupOf(store, { resource: 'project', operation: 'get', code: { mode: 'id', value: 'P/1' } }));
	expect(rows![0]).toMatchObject({ Code: 'P/1', Name: 'Slash' });
	const missing = setupOf(store, { resource: 'project', operation: 'get', code: { mode: 'id', value: 'P/2' } });
	await expect(run(missing)).rejects.toThrow(/no record with Code "P\/2"/);
});

it('offers in the editor exactly what it can do', () => {
	const shown = node.description.properties.find(({ name }) => name === 'resource')?.options as Array<{ value: string }>;
	expect(shown.map(({ value }) => value).sort()).toEqual(Object.keys(resources).sort());
	for (const { choice, operations } of Object.values(resources)) {
		const options = choice.options as Array<{ value: string; action: string }>;
		expect(options.map(({ value }) => value).sort()).toEqual(Object.keys(operations).sort());
		expect(Object.keys(operations)).toContain(choice.default);
	}
	const methods = JSON.stringify(node.description.properties).match(/"searchListMethod":"[^"]+"/g) ?? [];
	for (const method of methods) expect(Object.keys(node.methods.listSearch)).toContain(method.split('"')[3]);
});
