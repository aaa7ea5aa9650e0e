/** B1 keeps amounts with the decimals of their currency: Colombian pesos have none, dollars there have two. Worked out by hand. */
import axios, { type AxiosInstance } from 'axios';
import { startSandbox, type Sandbox } from '../../../sandbox';

let sandbox: Sandbox;
let http: AxiosInstance;

beforeAll(async () => {
	sandbox = await startSandbox({ company: 'colombia', now: new Date('2026-04-01T06:00:00Z') });
	const { companyDb, userName, password } = sandbox.businessOne;
	http = axios.create({ baseURL: `${sandbox.url}/b1s/v2`, proxy: false, validateStatus: () => true });
	const login = await http.post('/Login', { CompanyDB: companyDb, UserName: userName, Password: password });
	http.defaults.headers.common.Cookie = String(
		login.headers['set-cookie']?.map((cookie: string) => cookie.split(';')[0]).join('; '),
	);
});

afterAll(async () => await sandbox.stop());

const DAY = { ReferenceDate: '2026-03-26', TaxDate: '2026-03-26', DueDate: '2026-03-26', AutoVAT: 'tNO' };
const OWN = { TransactionCode: 'GVJ', U_Soporte: '1', Memo: '7199 Prueba' };
const post = async (...lines: object[]) => await http.post('/JournalEntries', { ...DAY, ...OWN, JournalEntryLines: lines });
const cost = (amounts: object) => ({ AccountCode: '513505', CostingCode: 'BOG', ...amounts });
const owed = (amounts: object) => ({ ShortName: 'E7001', ...amounts });

test('19,000.19 pesos are 19,000', async () => {
	const { status, data } = await post(cost({ Debit: 19000.19 }), owed({ Credit: 19000.19 }));
	expect([status, data.JournalEntryLines?.map(({ Debit, Credit }: Record<string, number>) => [Debit, Credit])]).toEqual([
		201,
		[
			[19000, 0],
			[0, 19000],
		],
	]);
});

test('halves of a peso that made up a whole one no longer balance', async () => {
	const { status, data } = await post(cost({ Debit: 1000.5 }), cost({ Debit: 999.5 }), owed({ Credit: 2000 }));
	expect([status, JSON.stringify(data)]).toEqual([400, expect.stringContaining('Unbalanced Transaction')]);
});

test('dollars have cents all the same', async () => {
	const { status, data } = await post(cost({ FCDebit: 10.1, FCCurrency: 'US$' }), owed({ FCCredit: 10.1, FCCurrency: 'US$' }));
	// At 4,150.25 pesos 10.10 dollars are 41,917.525.
	expect([status, data.JournalEntryLines?.[0]]).toMatchObject([201, { FCDebit: 10.1, Debit: 41918 }]);
});
