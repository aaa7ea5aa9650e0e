/** Posting with Consume Reservations: cost takes the place of what was reserved for its report and request. */
import type { IDataObject } from 'n8n-workflow';
import { contentHashOf } from '../../../nodes/shared/business-one';
import { startSandbox } from '../../../sandbox';
import type { Connection } from '../../business-one/connection';
import { FundsSandbox } from '../../fundsRegister/fundsSandbox';
import { expense, report, request, type EntrySpec } from '../../funds/documents';
import type { CredentialStore } from '../../helpers/engine';
import { run, runItems, sandboxCredential, setupOf } from './setup';

const LINK = { requestIds: ['R'] };
const ACCOUNTS = { encumbranceAccount: '147000', reserveAccount: '148000' };

let b1: FundsSandbox;
let connection: Connection;
let credentials: CredentialStore;

beforeAll(async () => {
	b1 = await FundsSandbox.start();
	credentials = sandboxCredential(b1.sandbox);
});
afterAll(async () => await b1.stop());
beforeEach(async () => {
	await b1.reset([{ key: '616000/SALES', amount: 100 }]);
	connection = b1.connect();
});
afterEach(() => connection.close());

const entry = (amount: number, changes: Partial<EntrySpec> = {}): EntrySpec[] => [
	{ amount, account: '616000', costCenter: 'SALES', linked: 'RE1', linkedRequest: 'R', ...changes },
];

/** Request R reserves 40, its report P takes 30 of them. */
async function reserve(parameters: IDataObject = {}, changes: Partial<EntrySpec> = {}): Promise<void> {
	const documents = [request('f1', 'obligate', 'R', entry(40, changes)), report('f2', 'obligate', 'P', entry(30, changes), LINK)];
	const setup = setupOf(credentials, { resource: 'funds', operation: 'checkReserveRelease', ...parameters });
	const items = documents.map(({ docId, docType, document }) => ({ docId, docType, document: document as never }));
	const [answered] = await run(setup, items);
	expect(answered!.map(({ funds }) => (funds as IDataObject).outcome)).toEqual(['applied', 'applied']);
	expect(await open()).toEqual({ 'report P': '30', 'request R': '10' });
}

const open = async () => await b1.open(connection.serviceLayer);

const posting = (options: IDataObject = {}, more = {}) =>
	setupOf(credentials, { resource: 'journalEntry', operation: 'post', options: { consumeReservations: true, ...options } }, more);

/** The expense document of report P as Build gives it with Add Profile to Output. */
function built(amount: number, changes: IDataObject = {}, spec: Partial<EntrySpec> = {}): IDataObject {
	const journalEntry = {
		ReferenceDate: '2026-03-06',
		JournalEntryLines: [
			{ AccountCode: '616000', CostingCode: 'SALES', Debit: amount },
			{ ShortName: 'E1001', Credit: amount },
		],
	};
	return {
		docId: 'x1',
		docType: 'expense',
		document: expense('x1', 'P', entry(amount, spec), LINK).document as never,
		postingKey: '412077:x1',
		contentHash: contentHashOf(journalEntry),
		reportId: 'P',
		journalEntry,
		profile: {},
		...changes,
	};
}

async function entries(): Promise<IDataObject[]> {
	return ((await b1.control('get', 'ledger')) as { entries: IDataObject[] }).entries;
}

/** Everything in B1 that a posting with consumption writes. */
async function written() {
	const [rows, steps] = [
		await b1.rows(connection.serviceLayer, 'U_CONCURB1FUNDS'),
		await b1.rows(connection.serviceLayer, 'U_CONCURB1STEPS'),
	];
	return { rows, steps, entries: await entries() };
}

async function balance(): Promise<IDataObject> {
	const [balances] = await run(setupOf(credentials, { resource: 'funds', operation: 'getBalances' }));
	return balances!.find(({ account, costCenter }) => account === '616000' && costCenter === 'SALES')!;
}

/** An entry's lines, such as `611000 D 5`. */
const lines = ({ JournalEntryLines }: IDataObject): string[] =>
	(JournalEntryLines as Array<Record<string, string>>).map(({ AccountCode, Debit, Credit }) =>
		Debit === '0' ? `${AccountCode} C ${Credit}` : `${AccountCode} D ${Debit}`,
	);

describe.each([
	['in the register alone', {}, []],
	['also as encumbrance entries', ACCOUNTS, [['148000 D 35', '147000 C 35']]],
])('reservations kept %s', (_, accounts, reversal) => {
	it('uses up what the report reserved, then what its request did, and does it once', async () => {
		await reserve({ options: accounts });
		expect(await balance()).toMatchObject({ actual: '0', committed: '40', available: '60' });
		const before = await entries();

		const [posted] = await run(posting(accounts), [built(35)]);
		expect(posted![0]!.posting).toMatchObject({ outcome: 'posted', jdtNum: expect.any(Number) });
		const after = await written();
		const states = after.rows.map((row) => [row.U_Kind, row.U_Amount, row.U_Used, row.U_Open, row.U_Status]);
		expect(states.sort()).toEqual([
			['report', '30', '30', '0', 'U'],
			['request', '40', '35', '5', 'O'],
		]);
		expect(after.steps.find(({ Code }) => Code === 'x1')).toMatchObject({ U_Kind: 'actuals', U_SourceId: 'P', U_Instr: 'post' });
		expect(after.entries.slice(before.length).map(lines)).toEqual([...reversal, ['616000 D 35', '211000 C 35']]);
		expect(await balance()).toMatchObject({ actual: '35', committed: '5', available: '60' });

		const [again] = await run(posting(accounts), [built(35)]);
		expect(again![0]!.posting).toMatchObject({ outcome: 'alreadyPosted' });
		expect(await written()).toEqual(after);
	});
});

it('finds the budgets by the mapping the entry was built with', async () => {
	const mapping = { costCenterMap: { CC9: 'SALES' } };
	const inConcur = { costCenter: 'CC9' };
	await reserve({ profile: JSON.stringify(mapping) }, inConcur);
	await run(posting(), [built(30, { profile: mapping }, inConcur)]);
	expect(await open()).toEqual({ 'request R': '10' });
});

it('posts nothing without that mapping, says where it comes from, and posts the others', async () => {
	await reserve();
	const { profile, ...item } = built(30);
	expect(profile).toEqual({});
	await expect(run(posting(), [item])).rejects.toMatchObject({
		message: expect.stringMatching(/does not carry the mapping/),
		description: expect.stringMatching(/Add Profile to Output.*Nothing was posted/),
	});
	expect(await entries()).toEqual([]);

	const other = built(5, {
		docId: 'x2',
		postingKey: '412077:x2',
		reportId: 'P2',
		document: expense('x2', 'P2', []).document as never,
	});
	const [posted, , failed] = await runItems(posting({}, { onError: 'continueErrorOutput' }), [{ json: item }, { json: other }]);
	expect(failed!.map(({ json }) => json.error)).toEqual([expect.stringMatching(/does not carry the mapping/)]);
	expect(posted!.map(({ json }) => (json.posting as IDataObject).outcome)).toEqual(['posted']);
	expect(await open()).toEqual({ 'report P': '30', 'request R': '10' });
});

it.each([
	['with the option off', built(30), { consumeReservations: false }],
	['that was made by hand', built(30, { document: null, docType: null, profile: null }), {}],
	['of a cash advance', built(30, { docType: 'cashadvance' }), {}],
	['whose document names no account for funds', built(30, {}, { account: null }), {}],
])('posts an entry %s and consumes nothing', async (_, item, options) => {
	await reserve();
	const [posted] = await run(posting(options), [item]);
	expect(posted![0]!.posting).toMatchObject({ outcome: 'posted' });
	expect(await open()).toEqual({ 'report P': '30', 'request R': '10' });
});

it('posts nothing with half of the encumbrance accounts', async () => {
	await expect(run(posting({ encumbranceAccount: '147000' }), [built(30)])).rejects.toThrow(/belong together/);
	expect(await entries()).toEqual([]);
});

it('posts nothing in a company without a register, and says what to set up', async () => {
	const company = await startSandbox({ now: new Date('2026-11-24T08:00:00Z') });
	try {
		const setup = { ...posting(), credentials: sandboxCredential(company) };
		await expect(run(setup, [built(30)])).rejects.toMatchObject({
			message: expect.stringMatching(/commitment register.*is not there/),
			description: expect.stringMatching(/Set Up Commitment Register/),
		});
		const other = await run(setup, [built(30, { docType: 'cashadvance' })]);
		expect(other.map((items) => items.length)).toEqual([1, 0, 0]);
	} finally {
		await company.stop();
	}
});
