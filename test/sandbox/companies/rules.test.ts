import axios, { type AxiosInstance } from 'axios';
import { startSandbox, type Sandbox } from '../../../sandbox';

interface Case {
	company: string;
	what: string;
	entry?: Record<string, unknown>;
	lines: Record<string, unknown>[];
	/** What the refusal says; null where the entry is taken. */
	says: string | null;
}

const DAY = { ReferenceDate: '2026-03-02', TaxDate: '2026-03-02', DueDate: '2026-03-02', AutoVAT: 'tNO' };
const bothRules = { CostingCode: 'SALES', CostingCode2: 'NORD' };
const cents = (currency: string) => [
	{ AccountCode: '612000', FCDebit: 33.33, FCCurrency: currency },
	{ AccountCode: '613000', FCDebit: 33.33, FCCurrency: currency },
	{ AccountCode: '614000', FCDebit: 33.34, FCCurrency: currency },
];

const CASES: Case[] = [
	{
		company: 'germany',
		what: 'automatic tax is on unless an entry says no',
		entry: { AutoVAT: undefined },
		lines: [
			{ AccountCode: '681000', Debit: 10 },
			{ ShortName: 'V100', Credit: 10 },
		],
		says: 'AutoVAT',
	},
	{
		company: 'germany',
		what: 'a reverse charge group in a manual entry',
		lines: [
			{ AccountCode: '157700', Debit: 19, TaxGroup: 'R19', BaseSum: 100, VatLine: 'tYES' },
			{ AccountCode: '178700', Credit: 19 },
		],
		says: 'Tax group cannot be used in journal entries',
	},
	{
		company: 'germany',
		what: 'a tax line of nothing with its base',
		lines: [
			{ AccountCode: '681000', Debit: 10 },
			{ AccountCode: '157600', Debit: 0, TaxGroup: 'V0', BaseSum: 10, VatLine: 'tYES' },
			{ ShortName: 'V100', Credit: 10 },
		],
		says: null,
	},
	{
		company: 'usa',
		what: 'a sales tax code as tax group',
		lines: [
			{ AccountCode: '_SYS00000061600', Debit: 10, TaxGroup: 'CA' },
			{ ShortName: 'V300', Credit: 10 },
		],
		says: 'Linked value does not exist',
	},
	{
		company: 'usa',
		what: 'the ISO code of a currency that is called $ there',
		lines: [
			{ AccountCode: '_SYS00000061600', FCDebit: 10, FCCurrency: 'USD' },
			{ ShortName: 'V300', FCCredit: 10, FCCurrency: 'USD' },
		],
		says: 'Invalid currency code',
	},
	{
		company: 'colombia',
		what: 'a memo that its own rule does not like',
		entry: { Memo: 'Taxi' },
		lines: [
			{ AccountCode: '513505', Debit: 10 },
			{ ShortName: 'E7001', Credit: 10 },
		],
		says: '(7) El comentario debe empezar por el número del documento',
	},
	{
		company: 'branches',
		what: 'a line without a branch',
		lines: [
			{ AccountCode: '616000', Debit: 10 },
			{ ShortName: 'V800', Credit: 10 },
		],
		says: 'Specify an active branch',
	},
	{
		company: 'branches',
		what: 'the series of another branch',
		entry: { Series: 18 },
		lines: [
			{ AccountCode: '616000', Debit: 10, BPLID: 1 },
			{ ShortName: 'V800', Credit: 10, BPLID: 1 },
		],
		says: '10000521',
	},
	{
		company: 'cost-accounting',
		what: 'a cost without the rule of the second dimension',
		lines: [
			{ AccountCode: '613000', Debit: 10, CostingCode: 'SALES' },
			{ ShortName: 'E9001', Credit: 10 },
		],
		says: '[JournalEntryLines.CostingCode2]',
	},
	{
		company: 'cost-accounting',
		what: 'a project cost without a project',
		lines: [
			{ AccountCode: '617000', Debit: 10, ...bothRules },
			{ ShortName: 'E9001', Credit: 10 },
		],
		says: 'Specify a project',
	},
	{
		company: 'cost-accounting',
		what: 'an account blocked for manual posting',
		lines: [
			{ AccountCode: '619000', Debit: 10 },
			{ ShortName: 'E9001', Credit: 10 },
		],
		says: 'Account is blocked for manual posting',
	},
	{
		company: 'cost-accounting',
		what: 'euros for an account kept in dollars',
		lines: [
			{ AccountCode: '112000', Credit: 10 },
			{ ShortName: 'E9001', Debit: 10 },
		],
		says: 'does not match the account currency',
	},
	{
		company: 'cost-accounting',
		what: 'euros for a partner kept in dollars',
		lines: [
			{ AccountCode: '613000', Debit: 10, ...bothRules },
			{ ShortName: 'V900-USD', Credit: 10 },
		],
		says: 'does not match the business partner currency',
	},
	{
		company: 'two-currencies',
		what: 'a cent that the rate leaves',
		lines: [...cents('USD'), { ShortName: 'E9501', FCCredit: 100, FCCurrency: 'USD' }],
		says: 'Unbalanced Transaction',
	},
];

describe('what is known of real companies is refused there', () => {
	let sandbox: Sandbox;
	let http: AxiosInstance;

	beforeAll(async () => {
		sandbox = await startSandbox({ now: new Date('2026-04-01T06:00:00Z') });
		http = axios.create({ baseURL: sandbox.url, proxy: false, validateStatus: () => true });
	});

	afterAll(async () => await sandbox.stop());

	async function logIn(company: string): Promise<string> {
		await http.post('/control/reset', { company });
		const { companyDb, userName, password } = sandbox.businessOne;
		const login = await http.post('/b1s/v2/Login', { CompanyDB: companyDb, UserName: userName, Password: password });
		return (login.headers['set-cookie'] ?? []).map((cookie) => cookie.split(';')[0]).join('; ');
	}

	it.each(CASES)('$company: $what', async ({ company, entry = {}, lines, says }) => {
		const Cookie = await logIn(company);
		const body = { ...DAY, ...entry, JournalEntryLines: lines };
		const reply = await http.post<{ error?: { message: string } }>('/b1s/v2/JournalEntries', body, { headers: { Cookie } });
		const entries = (await http.get<{ entries: unknown[] }>('/control/ledger')).data.entries.length;
		expect({ status: reply.status, entries }).toEqual(says === null ? { status: 201, entries: 1 } : { status: 400, entries: 0 });
		expect(reply.data.error?.message ?? '').toContain(says ?? '');
	});

	it('names the companies there are when another one is asked for', async () => {
		const { status, data } = await http.post<{ message: string }>('/control/reset', { company: 'atlantis' });
		expect({ status, message: data.message }).toEqual({
			status: 400,
			message: expect.stringContaining('There is no company atlantis; there are branches, canada') as string,
		});
	});

	it('closes open items that are paid or reconciled, and reports one partner and one month', async () => {
		const Cookie = await logIn('germany');
		for (const credit of [10, 20]) {
			const lines = [
				{ AccountCode: '681000', Debit: credit },
				{ ShortName: 'V100', Credit: credit, DueDate: `2026-03-${credit}` },
			];
			await http.post('/b1s/v2/JournalEntries', { ...DAY, JournalEntryLines: lines }, { headers: { Cookie } });
		}
		const open = async (query = '') =>
			(await http.get<{ amount: string }[]>(`/control/reports/open-items${query}`)).data.map(({ amount }) => amount);
		const run = async (until: string) =>
			(await http.get<{ amount: string }[]>(`/control/reports/payment-run?until=${until}`)).data.map(({ amount }) => amount);
		expect([await open(), await open('?partner=V200'), await run('2026-03-15'), await run('2026-03-31')]).toEqual([
			['10', '20'],
			[],
			['10'],
			['30'],
		]);
		await http.post('/control/reconciliations', { jdtNum: 1 });
		expect([await open(), await run('2026-03-31')]).toEqual([['20'], ['20']]);
		const refused = await http.post('/b1s/v2/JournalEntries(1)/Cancel', {}, { headers: { Cookie } });
		expect(refused.status).toBe(400);
		expect((await http.get('/control/reports/payment-run?until=soon')).status).toBe(400);
	});
});
