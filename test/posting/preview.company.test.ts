import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axios from 'axios';
import { startSandbox, type Sandbox } from '../../sandbox';
import { entry, journal, report, wrapped } from './sample';

const project = join(__dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'preview-company-'));
const usa = join(project, 'sandbox/companies/usa');
const germany = join(project, 'sandbox/companies/germany');
let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox({ company: 'usa' });
	writeFileSync(join(folder, 'stranger.json'), JSON.stringify(wrapped(report(10, [entry(10, journal('666000', 10))]))));
});
afterAll(async () => {
	rmSync(folder, { recursive: true });
	await sandbox.stop();
});

interface Ended {
	status: number | null;
	stdout: string;
	stderr: string;
}

/** `npm run preview` as typed, with nobody at the terminal; the sandbox of this process answers meanwhile. */
async function preview(args: string[], env: Record<string, string> = {}): Promise<Ended> {
	const { B1_PASSWORD: _, ...own } = process.env;
	const child = spawn(process.execPath, ['--import', 'tsx', join(project, 'scripts/preview.ts'), ...args], {
		cwd: project,
		env: { ...own, INIT_CWD: folder, ...env },
		stdio: ['ignore', 'pipe', 'pipe'],
		timeout: 60_000,
	});
	const ended: Ended = { status: null, stdout: '', stderr: '' };
	child.stdout.on('data', (text) => (ended.stdout += String(text)));
	child.stderr.on('data', (text) => (ended.stderr += String(text)));
	ended.status = await new Promise((resolve) => child.once('close', resolve));
	return ended;
}

const address = (...more: string[]) => ['--b1', sandbox.tlsUrl, '--company-db', sandbox.businessOne.companyDb, ...more];
const asManager = () => address('--user', 'manager', '--ignore-ssl-issues');

/** How often somebody logged in to the sandbox of this process, and how many of these sessions still live. */
async function sessions(): Promise<{ logins: number; sessionsOpen: number }> {
	type Counters = { logins: number; sessionsOpen: number };
	const { data } = await axios.get<Counters>(`${sandbox.url}/control/counters`, { proxy: false });
	return { logins: data.logins, sessionsOpen: data.sessionsOpen };
}

describe('npm run preview -- --company', () => {
	test("checks against the company's master data with the company's own mapping", async () => {
		const { status, stdout } = await preview([join(germany, 'documents.json'), '--company', 'germany']);
		expect(stdout).toContain('666000 Reisekosten Flug');
		expect(stdout).toMatch(/157600 +Deductible VAT +V19 +57\.00/);
		expect(stdout).toContain('CARD Kartenbank AG');
		expect(stdout).toMatch(/8 ready to post.*\nChecked against the company germany of the sandbox; nothing was written\.\n$/);
		expect(status).toBe(0);
	});

	test('takes the mapping of --profile in place of it', async () => {
		writeFileSync(join(folder, 'own.json'), '{"cardVendors":{}}');
		const { status, stdout } = await preview([
			join(germany, 'documents.json'),
			'--company=germany',
			'--profile=own.json',
			'--json',
		]);
		const found = JSON.parse(stdout) as { reasons: { code: string }[] }[];
		expect(found).toHaveLength(8);
		expect(found.flatMap(({ reasons }) => reasons.map(({ code }) => code))).not.toEqual([]);
		expect(status).toBe(2);
	});

	test('finds what the company does not know', async () => {
		const { status, stdout } = await preview(['stranger.json', '--company', 'germany', '--json']);
		const [found] = JSON.parse(stdout) as { status: string; reasons: { code: string; value: string }[] }[];
		expect(found!.status).toBe('review');
		expect(found!.reasons).toContainEqual(expect.objectContaining({ code: 'vendor-not-found' }));
		expect(status).toBe(2);
	});

	test('names the companies where there is none of that name', async () => {
		const { status, stdout, stderr } = await preview(['stranger.json', '--company', 'atlantis']);
		expect([status, stdout]).toEqual([1, '']);
		expect(stderr).toMatch(/^There is no company atlantis; there are branches, canada, .*usa\.\n$/);
	});
});

describe('npm run preview -- --b1', () => {
	test('checks against the company at the address, and leaves no session behind', async () => {
		const args = [join(usa, 'documents.json'), '--profile', join(usa, 'mapping.csv'), ...asManager()];
		const { status, stdout, stderr } = await preview(args, { B1_PASSWORD: 'manager' });
		expect(stderr).toBe('');
		expect(stdout).toContain('61200001 Lodging');
		expect(stdout).toMatch(/7 ready to post.*\nChecked against the company SBODEMO; nothing was written\.\n$/);
		expect(status).toBe(0);
		expect(await sessions()).toEqual({ logins: 1, sessionsOpen: 0 });
	});

	test('says what B1 says of a wrong password, and never the password', async () => {
		const { status, stdout, stderr } = await preview(['stranger.json', ...asManager()], { B1_PASSWORD: 'not-this-one' });
		expect([status, stdout]).toEqual([1, '']);
		expect(stderr).toMatch(/^Business One could not be asked: .*user "manager" in company database "SBODEMO"/);
		expect(stderr).not.toContain('not-this-one');
	});

	test('does not go on without a password, a certificate or a server', async () => {
		const without = await preview(['stranger.json', ...asManager()]);
		expect(without).toMatchObject({ status: 1, stderr: expect.stringMatching(/^No password: set .* B1_PASSWORD/) as string });
		const unsigned = await preview(['stranger.json', ...address('--user', 'manager')], { B1_PASSWORD: 'manager' });
		expect(unsigned).toMatchObject({ status: 1, stderr: expect.stringMatching(/certificate/) as string });
		const nowhere = ['--b1', 'http://127.0.0.1:9', '--company-db', 'X', '--user', 'manager'];
		const gone = await preview(['stranger.json', ...nowhere], { B1_PASSWORD: 'manager' });
		expect(gone).toMatchObject({ status: 1, stderr: expect.stringMatching(/^Business One could not be asked: /) as string });
	});

	test.each([
		[['--b1', 'https://b1.example'], /^--b1 needs --company-db and --user/],
		[['--user', 'manager'], /^--company-db, --user and --ignore-ssl-issues go with --b1/],
		[['--company', 'usa', '--b1', 'https://b1.example'], /^Only one of --master-data, --company and --b1/],
		[['--company', '--json'], /^--company needs the name of a company/],
		[['--company', 'usa', '--budgets', 'budgets.json'], /^--budgets runs without a company/],
		[['--password', 'hush-hush'], /^A password is no argument: set the environment variable B1_PASSWORD/],
		[['--password=hush-hush'], /^A password is no argument/],
		[['--pwd=hush-hush'], /^Unknown option --pwd\./],
	])('%j is refused with what to do', async (args, message) => {
		const { status, stdout, stderr } = await preview(['stranger.json', ...args]);
		expect([status, stdout]).toEqual([1, '']);
		expect(stderr).toMatch(message);
		expect(stderr).not.toContain('hush-hush');
	});
});
