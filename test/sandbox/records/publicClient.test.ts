import { createRequire } from 'node:module';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { credentials, versions } from './serviceLayer';

/** What is used of node-sapb1, a public client that was written for real servers and knows nothing of this sandbox. */
interface Answer {
	statusCode(): number;
	body(): string;
}
type Failed = (error: Answer | Error, type: number) => void;
interface Query {
	select(fields: string): this;
	where(filter: object): this;
	orderBy(field: string, direction: string): this;
	limit(top: number, skip: number): this;
	inlineCount(): this;
	count(done: (count: number) => void, failed: Failed): void;
	findAll(done: (page: Page) => void, failed: Failed): void;
	find(id: string | number, done: (row: Record<string, unknown>) => void, failed: Failed): void;
}
interface Page {
	value: Record<string, unknown>[];
	[key: string]: unknown;
}
interface Resource {
	create(data: object, done: (row: Record<string, unknown>) => void, failed: Failed): void;
	update(id: string | number, data: object, done: (nothing: object) => void, failed: Failed): void;
	delete(id: string | number, done: (nothing: object) => void, failed: Failed): void;
	action(id: string | number, name: string, done: (nothing: object) => void, failed: Failed): void;
	queryBuilder(): Query;
}
interface Client {
	resource(name: string): Resource;
}
interface Library {
	createSession(config: object, done: (client: Client) => void, failed: Failed): void;
}

const load = createRequire(__filename);
const library = load('node-sapb1') as Library;
type Filter = new (field: string, value: unknown) => object;
const { Equal, InArray } = load('node-sapb1/lib/filters.js') as { Equal: Filter; InArray: Filter };

/** A step of the client as a promise; a failing one tells what the server said. */
const step = <Result>(run: (done: (result: Result) => void, failed: Failed) => void): Promise<Result> =>
	new Promise((resolve, reject) =>
		run(resolve, (error) => reject(error instanceof Error ? error : new Error(`${error.statusCode()} ${error.body()}`))),
	);

describe.each(versions)('a public client over HTTPS with %s', (version) => {
	let sandbox: Sandbox;
	let client: Client;

	beforeAll(async () => {
		sandbox = await startSandbox();
		const { hostname, port } = new URL(sandbox.tlsUrl);
		const { CompanyDB: company, UserName: username, Password: password } = credentials;
		const config = {
			host: `https://${hostname}`,
			port,
			version: version.slice(1),
			company,
			username,
			password,
			ca: sandbox.certificate,
		};
		client = await step<Client>((done, failed) => library.createSession(config, done, failed));
	});
	afterAll(() => sandbox.stop());

	const partners = () => client.resource('BusinessPartners');
	const all = (query: Query) => step<Page>((done, failed) => query.findAll(done, failed));

	it('selects, sorts, pages, counts and finds', async () => {
		const page = await all(
			partners().queryBuilder().select('CardCode, CardName').orderBy('CardCode', 'desc').limit(3, 1).inlineCount(),
		);
		expect(page.value).toHaveLength(3);
		const count = await step<number>((done, failed) => partners().queryBuilder().count(done, failed));
		if (version === 'v1') expect(page['odata.count']).toBe(String(count));
		const found = await step<Record<string, unknown>>((done, failed) => partners().queryBuilder().find('E1001', done, failed));
		expect(found.CardCode).toBe('E1001');
	});

	it('filters', async () => {
		const equal = await all(partners().queryBuilder().where(new Equal('CardCode', 'E1001')));
		const among = await all(
			partners()
				.queryBuilder()
				.where(new InArray('CardCode', ['E1001', 'E1002'])),
		);
		expect([equal.value.length, among.value.length]).toEqual([1, 2]);
	});

	it('creates, changes and removes a partner', async () => {
		const data = { CardCode: 'PUB1', CardName: 'Public', CardType: 'cSupplier' };
		expect((await step<Record<string, unknown>>((done, failed) => partners().create(data, done, failed))).CardCode).toBe('PUB1');
		await step((done, failed) => partners().update('PUB1', { CardName: 'Changed' }, done, failed));
		await step((done, failed) => partners().delete('PUB1', done, failed));
	});

	it('posts a journal entry, with numbers as text too, and cancels it', async () => {
		const entries = client.resource('JournalEntries');
		const lines = [
			{ AccountCode: '611000', Debit: 10 },
			{ ShortName: 'E1001', Credit: '10' },
		];
		const { JdtNum } = await step<Record<string, unknown>>((done, failed) =>
			entries.create({ JournalEntryLines: lines }, done, failed),
		);
		await step((done, failed) => entries.action(JdtNum as number, 'Cancel', done, failed));
	});

	it('is told what is wrong', async () => {
		const entries = client.resource('JournalEntries');
		const lost = step((done, failed) => entries.create({ JournalEntryLines: [{ AccountCode: 'x', Debit: 1 }] }, done, failed));
		await expect(lost).rejects.toThrow(/^400 [\s\S]*Invalid account code/);
	});
});
