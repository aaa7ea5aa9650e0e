import { startSandbox, type Sandbox } from '../../../sandbox';
import type { CredentialStore } from '../../helpers/engine';
import { builtItem, run, runItems, sandboxCredential, setupOf } from './setup';

let sandbox: Sandbox;
const stores: Record<string, CredentialStore> = {};

beforeAll(async () => {
	sandbox = await startSandbox({ now: new Date('2026-11-24T08:00:00Z') });
	for (const apiVersion of ['v1', 'v2']) stores[apiVersion] = sandboxCredential(sandbox, { apiVersion });
});

afterAll(async () => await sandbox.stop());

describe.each(['v1', 'v2'])('%s', (version) => {
	const setup = (resource: string, operation: string, parameters = {}) =>
		setupOf(stores[version] as CredentialStore, { resource, operation, ...parameters });

	it('reads the company', async () => {
		const [[info] = []] = await run(setup('company', 'getInfo'));
		expect(info).toMatchObject({ companyDb: 'SBODEMO', localCurrency: 'USD' });
	});

	it('reads the posting periods of a day', async () => {
		const [periods] = await run(setup('company', 'getPostingPeriods', { date: '2026-11-24' }));
		expect(periods).toHaveLength(1);
		expect(String(periods![0]!.PostingDateFrom) <= '2026-11-24').toBe(true);
		const [all] = await run(setup('company', 'getPostingPeriods'));
		expect(all!.length).toBeGreaterThan(1);
	});

	it('reads exchange rates', async () => {
		const [rates] = await run(setup('company', 'getExchangeRates', { currencies: 'EUR, USD', date: '2026-11-24' }));
		expect(rates).toEqual([
			{ currency: 'EUR', date: '2026-11-24', rate: expect.any(Number) },
			{ currency: 'USD', date: '2026-11-24', rate: 1 },
		]);
	});

	it('sets up the posting register, again and again', async () => {
		const [[first] = []] = await run(setup('company', 'setUpPostingRegister'));
		expect(first).toMatchObject({ usable: true, atomic: true });
		const [[again] = []] = await run(setup('company', 'setUpPostingRegister'));
		expect(again).toMatchObject({ created: [], usable: true });
		const [posted] = await run(setup('journalEntry', 'post'), [builtItem()]);
		expect(posted![0]!.posting).toMatchObject({ outcome: 'posted', level: 'register' });
		const [left] = await run(setup('custom', 'call', { method: 'GET', path: "U_CONCURB1POST?$filter=startswith(Code,'PROBE')" }));
		expect(left).toEqual([]);
	});

	it('uploads files and links them to an entry', async () => {
		const [posted] = await run(setup('journalEntry', 'post'), [builtItem()]);
		const { jdtNum } = posted![0]!.posting as { jdtNum: number };
		const file = (text: string, fileName: string) => ({
			data: Buffer.from(text).toString('base64'),
			mimeType: 'text/plain',
			fileName,
		});
		const binary = { data: file('receipt ä\r\n--files', `receipt-${version}.txt`), more: file('more', `more-${version}.txt`) };
		const [uploaded] = await runItems(setup('attachment', 'upload', { binaryFields: 'data, more' }), [{ json: {}, binary }]);
		const attachment = uploaded![0]!.json as { AbsoluteEntry: number; Attachments2_Lines: object[] };
		expect(attachment.Attachments2_Lines).toHaveLength(2);

		const [linked] = await run(setup('attachment', 'link', { jdtNum: { mode: 'id', value: String(jdtNum) } }), [
			{ AbsoluteEntry: attachment.AbsoluteEntry },
		]);
		expect(linked).toEqual([{ jdtNum, attachmentEntry: attachment.AbsoluteEntry, linked: true }]);
		const [[entry] = []] = await run(setup('journalEntry', 'get', { jdtNum: { mode: 'id', value: String(jdtNum) } }));
		expect(entry).toMatchObject({ AttachmentEntry: attachment.AbsoluteEntry });
	});

	it('parks a voucher', async () => {
		const [posted, rejected, uncertain] = await run(setup('journalVoucher', 'post'), [builtItem()]);
		expect(uncertain![0]!.posting).toMatchObject({ outcome: 'waiting', jdtNum: null });
		expect([posted, rejected]).toEqual([[], []]);
	});
});

describe('custom call', () => {
	const call = (parameters: object) =>
		setupOf(stores.v2 as CredentialStore, { resource: 'custom', operation: 'call', ...parameters });

	it('reads lists page by page, single records and counts', async () => {
		const [accounts] = await run(call({ method: 'GET', path: 'ChartOfAccounts?$select=Code', returnAll: true }));
		const [[count] = []] = await run(call({ method: 'GET', path: 'ChartOfAccounts/$count' }));
		expect(count).toEqual({ value: accounts!.length });
		const [one] = await run(call({ method: 'GET', path: "/b1s/v2/ChartOfAccounts('611000')" }));
		expect(one![0]).toMatchObject({ Code: '611000' });
		const [few] = await run(
			call({ method: 'GET', path: "ChartOfAccounts?$filter=startswith(Code,'6') and ActiveAccount eq 'tYES'", limit: 1 }),
		);
		expect(few).toHaveLength(1);
	});

	it('writes and deletes', async () => {
		await run(call({ method: 'POST', path: 'Projects', body: '{"Code":"CUSTOM","Name":"One"}' }));
		await run(call({ method: 'PATCH', path: "Projects('CUSTOM')", body: '{"Name":"Two"}' }));
		const [[project] = []] = await run(call({ method: 'GET', path: "Projects('CUSTOM')" }));
		expect(project).toMatchObject({ Name: 'Two' });
		expect(await run(call({ method: 'DELETE', path: "Projects('CUSTOM')" }))).toEqual([[{ deleted: true }]]);
	});

	it.each(['https://elsewhere.example/b1s/v2/Items', '../Login', '', '//elsewhere.example/x:y'])(
		'does not call %j',
		async (path) => {
			await expect(run(call({ method: 'GET', path }))).rejects.toThrow();
		},
	);

	it('keeps session and password out of items and errors', async () => {
		const failing = call({ method: 'GET', path: 'NoSuchSet' });
		const error = await run(failing).catch((thrown: unknown) => thrown);
		const [items] = await runItems({ ...failing, onError: 'continueRegularOutput' }, [{ json: {} }]);
		const token = String((stores.v2 as CredentialStore).dataOf('b1').sessionToken);
		expect(token.length).toBeGreaterThan(10);
		const { inspect } = await import('node:util');
		for (const value of [error, items]) expect(inspect(value, { depth: 20, showHidden: true })).not.toContain(token);
		expect(items![0]!.json.error).toBeDefined();
	});
});
