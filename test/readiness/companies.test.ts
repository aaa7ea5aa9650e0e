/**
 * What the ten companies of the sandbox are found to be, by hand from their `company.json`: what needs a look or a cure, and which rows
 * the mapping should hold. Every other check has to be ready.
 */
import axios from 'axios';
import {
	judgeBusinessOne,
	judgeConcur,
	readFacts,
	reportOf,
	type BusinessOneFacts,
	type Readiness,
} from '../../nodes/shared/readiness';
import { connectTo } from '../../scripts/serviceLayer';
import { startSandbox } from '../../sandbox';
import { companySeed } from '../../sandbox/companies';

const DAY = '2026-03-16';

interface Expected {
	/** By check: state, and a piece of what is found. */
	notReady?: Record<string, [state: string, found: RegExp]>;
	found?: Record<string, RegExp>;
	/** Setting = value. */
	proposals?: string[];
}

const groups = (codes: RegExp): [string, RegExp] => ['look', codes];

const COMPANIES: Record<string, Expected> = {
	germany: {
		notReady: {
			'Tax codes': groups(/purchases: V0, V19, V7; of reverse charge.*: E19, R19$/),
			'Exchange rates': ['look', /: CHF$/],
		},
		found: { 'Automatic tax': /^On by default/, Company: /localization DE; local currency EUR/ },
	},
	usa: {
		notReady: { 'Tax codes': groups(/^Sales tax codes, no tax groups: CA, LA$/) },
		found: { 'Currency codes': /^\$ is USD, CAN is CAD/, 'Automatic tax': /^Does not touch/ },
	},
	'united-kingdom': { notReady: { 'Tax codes': groups(/: I0, I20, I5$/) } },
	canada: { notReady: { 'Tax codes': groups(/^Sales tax codes, no tax groups: GST, GSTQST$/) } },
	japan: { notReady: { 'Tax codes': groups(/: P10, P8$/) }, found: { Decimals: /^Amounts have 0$/ } },
	kuwait: { found: { 'Tax codes': /^None/, Decimals: /^Amounts have 3$/, 'Automatic tax': /^On by default/ } },
	colombia: {
		notReady: {
			'Tax codes': groups(/: D19$/),
			Decimals: ['look', /^B1 keeps 0 of COP, which has 2$/],
			'Journal entry': ['cure', /Falta el código de transacción GVJ/],
		},
		found: { 'Currency codes': /^\$ is COP, US\$ is USD/, 'User fields': /^2, none mandatory$/ },
	},
	branches: {
		notReady: { 'Tax codes': groups(/: V20$/), Branches: ['look', /one of 1, 2$/] },
		proposals: ['Branch Without a Field = 1'],
	},
	'cost-accounting': {
		notReady: {
			'Tax codes': groups(/: I25$/),
			'Cost accounting': ['look', /in use: 1, 2; 6 accounts ask/],
			'Missing cost objects': ['look', /distribution rule/],
		},
		proposals: ['Accounts That Lack a Cost Object = Send to Review'],
	},
	'two-currencies': {
		notReady: { 'Tax codes': groups(/: D0, D20$/) },
		found: { Company: /local currency EUR, system currency USD/ },
	},
};

async function readinessOf(
	company: string,
	prepare?: (control: (call: string, body: unknown) => Promise<unknown>) => Promise<unknown>,
) {
	const sandbox = await startSandbox({ company });
	try {
		const control = async (call: string, body: unknown) =>
			await axios.post(`${sandbox.url}/control/${call}`, body, { proxy: false });
		await prepare?.(control);
		const before = (await axios.get(`${sandbox.url}/control/ledger`, { proxy: false })).data as { entries: unknown[] };
		const { serviceLayer, close } = await connectTo({ serverUrl: sandbox.tlsUrl, ...sandbox.businessOne, ignoreSslIssues: true });
		const facts = await readFacts(serviceLayer, 'SBODEMO', DAY, Date.now());
		await close();
		const after = (await axios.get(`${sandbox.url}/control/ledger`, { proxy: false })).data as { entries: unknown[] };
		return { facts, readiness: judgeBusinessOne(facts), written: after.entries.length - before.entries.length };
	} finally {
		await sandbox.stop();
	}
}

const notReadyIn = ({ findings }: Readiness) =>
	Object.fromEntries(findings.filter(({ state }) => state !== 'ready').map(({ check, state }) => [check, state]));
const foundIn = ({ findings }: Readiness, check: string) => findings.find((finding) => finding.check === check)?.found ?? '';

test.each(Object.entries(COMPANIES))('%s', async (company, { notReady = {}, found = {}, proposals = [] }) => {
	const { readiness, written } = await readinessOf(company);
	expect(written).toBe(0);
	const expected = Object.fromEntries(Object.entries(notReady).map(([check, [state]]) => [check, state]));
	// No company of the sandbox has the register before it is set up.
	expect(notReadyIn(readiness)).toEqual({ ...expected, 'Posting register': 'cure' });
	for (const [check, [, text]] of Object.entries(notReady)) expect(foundIn(readiness, check)).toMatch(text);
	for (const [check, text] of Object.entries(found)) expect(foundIn(readiness, check)).toMatch(text);
	expect(readiness.proposals.map(({ setting, to }) => `${setting} = ${to}`)).toEqual(proposals);
	expect(readiness.differences).toEqual(
		company === 'colombia' ? [expect.stringMatching(/refused with code -1, taken for class/)] : [],
	);
	for (const { state, todo } of readiness.findings) if (state !== 'ready') expect(todo).not.toBe('');
});

interface Seed {
	company: { CompanyName: string };
	accounts: Array<{ Code: string }>;
	businessPartners: Array<{ CardCode: string }>;
	vatGroups?: Array<{ Code: string }>;
}

test('the report holds no name and no code of a company', async () => {
	for (const company of ['germany', 'colombia', 'usa']) {
		const { facts, readiness } = await readinessOf(company);
		const report = reportOf(readiness, facts);
		const { company: own, accounts, businessPartners, vatGroups = [] } = companySeed(company).company as Seed;
		const codes = [...accounts, ...businessPartners, ...vatGroups].flatMap((row) => Object.values(row).slice(0, 1));
		for (const secret of [own.CompanyName, ...codes].filter((code) => code.length > 1)) expect(report).not.toContain(secret);
		expect(report).not.toContain('GVJ');
		expect(report).toContain('Business One, Journal entry:');
	}
});

test('a rule that refuses every entry is told in its own words, and nothing stays', async () => {
	const rule = { field: 'Memo', pattern: '.', text: 'Closed for audit', onlyInChangeSets: true };
	const { readiness, written } = await readinessOf('japan', async (control) => await control('notifications', rule));
	expect(written).toBe(0);
	expect(foundIn(readiness, 'Journal entry')).toContain('Closed for audit');
});

test('what a company may have besides is told with what to do', async () => {
	const { facts } = await readinessOf('japan');
	const judged = (more: Partial<BusinessOneFacts>, check: string) => {
		const { state, found } = judgeBusinessOne({ ...facts, ...more }).findings.find((one) => one.check === check)!;
		return `${state}: ${found}`;
	};
	const field = { TableName: 'OJDT', Name: 'Region', Mandatory: 'tYES' };
	const period = { PostingDateFrom: '2026-03-01', PostingDateTo: '2026-03-31T00:00:00Z', PeriodStatus: 'ltLocked' };
	expect(judged({ userFields: [field] }, 'User fields')).toBe('cure: Mandatory without a default: OJDT.U_Region');
	expect(judged({ userFields: [{ ...field, DefaultValue: 'N' }] }, 'User fields')).toBe('ready: 1, none mandatory');
	expect(judged({ periods: [period] }, 'Posting period')).toBe('cure: That of 2026-03-16 is locked');
	expect(judged({ periods: [] }, 'Posting period')).toBe('cure: None for 2026-03-16');
	expect(judged({ currencies: [{ Code: 'Y' }] }, 'Currency codes')).toMatch(/^cure: Y is no ISO code/);
	expect(judged({ currencies: null }, 'Currency codes')).toMatch(/^unknown/);
	expect(judged({ clockAheadSeconds: -500 }, 'Clock')).toBe('look: 500 seconds behind');
	expect(judged({ register: { seen: 2, asked: 3 } }, 'Posting register')).toMatch(/^cure: There on 2 of 3/);
	expect(judged({ register: { seen: 3, asked: 3 } }, 'Posting register')).toMatch(/^ready/);
	const stayed = { outcome: 'stayed', jdtNum: 7, cancelled: false } as const;
	expect(judged({ probe: stayed }, 'Change sets')).toMatch(/^cure: B1 keeps parts/);
	expect(judgeBusinessOne({ ...facts, probe: stayed }).differences).toEqual([
		'A refused change set left its first entry in the books.',
	]);
	expect(
		judged({ probe: { outcome: 'refused', code: '-5002', text: 'No licence', kind: 'permission' } }, 'Journal entry'),
	).toMatch(/^cure/);
});

test('Concur is judged by what its first pages say', () => {
	const read = {
		docType: 'expense',
		documents: 2,
		problem: '',
		isRefused: false,
		companies: [],
		currencies: ['EUR', 'XOF'],
		ledgers: ['A', 'B'],
		testUsers: 1,
	};
	const states = ({ findings }: Pick<Readiness, 'findings'>) =>
		Object.fromEntries(findings.map(({ check, state }) => [check, state]));
	expect(states(judgeConcur([read], new Set(['EUR'])))).toEqual({
		Access: 'ready',
		'Ready documents': 'ready',
		Ledgers: 'look',
		'Currencies of documents': 'cure',
		'Test users': 'ready',
	});
	const refused = { ...read, documents: null, problem: 'No scope', isRefused: true };
	expect(judgeConcur([refused], null).findings[0]).toMatchObject({ state: 'cure', found: 'No scope' });
	expect(states(judgeConcur([{ ...refused, isRefused: false }], null)).Access).toBe('unknown');
	expect(states(judgeConcur([read, { ...refused, docType: 'invoice' }], null)).Access).toBe('look');
});
