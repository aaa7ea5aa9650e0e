import { control, http } from '../concur/client';
import { refusal, ServiceLayer, versions, written } from './serviceLayer';

describe.each(versions)('several nodes of %s', (version) => {
	let b1: ServiceLayer;

	beforeAll(async () => {
		b1 = await ServiceLayer.start(version);
	});
	afterAll(() => b1.sandbox.stop());
	beforeEach(() => b1.reset());

	const nodes = (settings: object) => b1.order('/nodes', settings);
	const onNode = (node: number) => (b1.route = `ROUTEID=.node${node}`);

	async function makeTable(name: string): Promise<void> {
		const reply = await b1.post('UserTablesMD', { TableName: name, TableDescription: 'x', TableType: 'bott_NoObject' });
		expect(reply.status).toBe(201);
	}

	it('a login without ROUTEID goes to the next one in turn, and one with it stays', async () => {
		await nodes({ nodes: 3 });
		const seen = [];
		for (let login = 0; login < 3; login += 1) {
			b1.route = '';
			await b1.login();
			seen.push(b1.route);
		}
		expect(new Set(seen)).toEqual(new Set(['ROUTEID=.node1', 'ROUTEID=.node2', 'ROUTEID=.node3']));
		const pinned = b1.route;
		await b1.login();
		expect(b1.route).toBe(pinned);
		expect((await b1.get('Projects')).headers['set-cookie']).toBeUndefined();
	});

	it('there is one unless told', async () => {
		b1.route = '';
		await b1.login();
		expect(b1.route).toBe('ROUTEID=.node1');
		expect((await http.get(`${b1.sandbox.url}/ping/node/2`)).status).toBe(503);
	});

	it('a sick node answers every read with 500 and 407, and takes logins', async () => {
		await nodes({ nodes: 2, sick: [2] });
		await makeTable('ANY');
		onNode(2);
		expect((await b1.login()).status).toBe(200);
		expect(b1.route).toBe('ROUTEID=.node2');
		for (const resource of ['Projects', "BusinessPartners('E1001')", 'U_ANY', 'JournalEntries/$count']) {
			expect(refusal(await b1.get(resource))).toEqual([500, written(version, 407), "Table definition not found for '@ANY'."]);
		}
		onNode(1);
		expect((await b1.get('Projects')).status).toBe(200);
	});

	it('a user table is unknown to one node, while UserTablesMD has it on every node', async () => {
		await makeTable('LATE');
		await nodes({ nodes: 2, unknownTables: [{ node: 2, table: 'LATE' }] });
		onNode(2);
		for (const reply of [await b1.get('U_LATE'), await b1.post('U_LATE', { Code: 'a' })])
			expect(refusal(reply)).toEqual([400, written(version, -1002), 'Service Not Found']);
		expect((await b1.get("UserTablesMD('LATE')")).status).toBe(200);
		onNode(1);
		expect((await b1.get('U_LATE')).status).toBe(200);
	});

	it('a table made through one node comes to the others later', async () => {
		await nodes({ nodes: 2, othersLearnAfterMs: 25 * 60_000 });
		onNode(1);
		await makeTable('FRESH');
		expect((await b1.get('U_FRESH')).status).toBe(200);
		onNode(2);
		expect(refusal(await b1.get('U_FRESH'))[1]).toBe(written(version, -1002));
		expect((await b1.get("UserTablesMD('FRESH')")).status).toBe(200);
		await control(b1.sandbox, '/clock', { advanceMs: 26 * 60_000 });
		expect((await b1.get('U_FRESH')).status).toBe(200);
	});

	it.each([
		[{ nodes: 0 }, 'nodes'],
		[{ sick: [2] }, 'sick'],
		[{ unknownTables: [{ node: 1 }] }, 'unknownTables'],
		[{ othersLearnAfterMs: -1 }, 'othersLearnAfterMs'],
		[{ node: 2 }, '"node"'],
	])('settings that are wrong are refused: %j', async (settings, named) => {
		const reply = await control(b1.sandbox, '/nodes', settings);
		expect([reply.status, reply.data.message]).toEqual([400, expect.stringContaining(named)]);
		expect((await http.get(`${b1.sandbox.url}/control/nodes`)).data).toMatchObject({ nodes: 1, sick: [] });
	});
});
