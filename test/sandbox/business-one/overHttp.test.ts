import { Agent } from 'node:https';
import axios, { type AxiosInstance } from 'axios';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { credentials } from './company';

let sandbox: Sandbox;
let client: AxiosInstance;

beforeAll(async () => {
	sandbox = await startSandbox({ now: new Date('2026-05-15T10:00:00Z') });
	client = axios.create({
		baseURL: `${sandbox.tlsUrl}/b1s/v2`,
		httpsAgent: new Agent({ ca: sandbox.certificate }),
		validateStatus: () => true,
	});
	const login = await client.post('/Login', credentials);
	client.defaults.headers.common.Cookie = login.headers['set-cookie']!.map((cookie) => cookie.split(';')[0]).join('; ');
});

afterAll(() => sandbox.stop());

describe('the Service Layer over HTTPS', () => {
	test('takes a session, an entry and a filter with anything in it', async () => {
		const Reference2 = `a+b&c=d'e%/ü?#`;
		const lines = [
			{ AccountCode: '111000', Debit: 10 },
			{ ShortName: 'E1001', Credit: 10 },
		];
		const posted = await client.post('/JournalEntries', { Reference2, JournalEntryLines: lines });
		expect(posted.status).toBe(201);
		const filter = `Reference2 eq '${Reference2.replaceAll("'", "''")}'`;
		const found = await client.get(`/JournalEntries?$filter=${encodeURIComponent(filter)}&$select=JdtNum`);
		expect(found.data.value).toEqual([{ JdtNum: posted.data.JdtNum }]);
	});

	test('lets one of many posts of the same Code win, and counts one entry', async () => {
		await client.post('/UserTablesMD', { TableName: 'ONCE', TableType: 'bott_NoObject' });
		const posts = await Promise.all(Array.from({ length: 20 }, () => client.post('/U_ONCE', { Code: 'k' })));
		expect(posts.filter(({ status }) => status === 201)).toHaveLength(1);
		expect(posts.filter(({ data }) => data.error?.code === '-2035')).toHaveLength(19);
	});

	test('has done the work when the connection is lost after it', async () => {
		await axios.post(`${sandbox.url}/control/faults`, [
			{ system: 'businessOne', kind: 'commitThenDrop', path: 'JournalEntries' },
		]);
		const body = {
			Reference2: 'lost',
			JournalEntryLines: [
				{ AccountCode: '111000', Debit: 1 },
				{ ShortName: 'E1001', Credit: 1 },
			],
		};
		await expect(client.post('/JournalEntries', body)).rejects.toThrow();
		const found = await client.get("/JournalEntries/$count?$filter=Reference2 eq 'lost'", { transformResponse: (text) => text });
		expect(found.data).toBe('1');
	});

	test('sends an empty 500 to who expects 100-continue', async () => {
		const reply = await client.post('/Projects', { Code: 'X' }, { headers: { Expect: '100-continue' } });
		expect([reply.status, reply.data]).toEqual([500, '']);
	});
});
