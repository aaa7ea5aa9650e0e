/** Fields of a company's own, from the document over HTTP into B1 and back: read, filled, refused before B1 does, compared, reversed. */
import axios from 'axios';
import { masterDataOf, readRecords } from '../../../nodes/BuildJournalEntry/masterData';
import { postJournalEntries, setUpPostingRegister } from '../../../nodes/shared/business-one';
import { compareEntry } from '../../../nodes/shared/business-one/posting/compareEntry';
import { reversingEntry } from '../../../nodes/shared/business-one/posting/reversal';
import { readDocuments } from '../../../nodes/shared/document';
import { requiredMasterData, toJournalEntry, type JournalEntryResult } from '../../../nodes/shared/journalEntry';
import { knobsOf, readProfile, saidInRows } from '../../../nodes/shared/mapping';
import { buildPostings } from '../../../nodes/shared/posting';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { companySeed } from '../../../sandbox/companies';
import { connect, type Connection } from '../../business-one/connection';

const TODAY = '2026-04-01';
const FIELDS = [
	{ TableName: 'OJDT', Name: 'Nivel', Type: 'db_Alpha', EditSize: 1, ValidValuesMD: [{ Value: 'A', Description: 'Alto' }] },
	{ TableName: 'OJDT', Name: 'Conteo', Type: 'db_Numeric' },
	{ TableName: 'OJDT', Name: 'Dia', Type: 'db_Date' },
	{ TableName: 'OJDT', Name: 'Corto', Type: 'db_Alpha', EditSize: 4 },
];

let sandbox: Sandbox;
let connection: Connection;

beforeEach(async () => {
	sandbox = await startSandbox({ company: 'colombia', now: new Date(`${TODAY}T06:00:00Z`) });
	await axios.post(`${sandbox.url}/control/master-data`, { userFields: FIELDS }, { proxy: false });
	connection = connect({ url: sandbox.url, ...sandbox.businessOne }, 'v2');
});

afterEach(async () => {
	connection.close();
	await sandbox.stop();
});

/** The first document of the company, with more rows of the mapping, or with others. */
async function built(rows: string, mapping = companySeed('colombia').mapping): Promise<JournalEntryResult> {
	const { profile, problems } = readProfile(knobsOf(saidInRows(mapping + rows)));
	if (problems.length > 0) throw new Error(problems.join('\n'));
	const [first] = readDocuments(JSON.parse(companySeed('colombia').documents)).documents;
	const postings = buildPostings(first!, profile, { today: TODAY });
	const records = await readRecords(connection.serviceLayer, requiredMasterData(postings, profile, { today: TODAY }));
	return toJournalEntry(postings[0]!, profile, masterDataOf(records, sandbox.businessOne.companyDb), { today: TODAY });
}

async function post(result: JournalEntryResult) {
	await setUpPostingRegister(connection.serviceLayer);
	const { journalEntry, postingKey, contentHash } = result;
	const posting = { postingKey: postingKey!, contentHash: contentHash!, reportId: null, docType: 'expense' as const };
	return await postJournalEntries(connection.serviceLayer, [{ ...posting, journalEntry: { ...journalEntry! } as never }]);
}

type Stored = Record<string, unknown> & { JournalEntryLines: Record<string, unknown>[] };
const entries = async () =>
	(await axios.get<{ entries: Stored[] }>(`${sandbox.url}/control/ledger`, { proxy: false })).data.entries;

const row = (on: string, field: string, value: string) => `User Fields,User Fields,${on},${field},${value},\n`;
const onEntry = (field: string, value: string) => row('Journal Entry', field, value);

test('B1 gets the fields in their types, keeps them, and what it keeps is what was sent', async () => {
	const rows = [
		['U_Nivel', 'alto'],
		['U_Conteo', '7'],
		['U_Dia', '2026-01-29'],
	].map(([field, value]) => onEntry(field!, value!));
	const result = await built(rows.join(''));
	expect(result.reasons).toEqual([]);
	expect(await post(result)).toMatchObject([{ outcome: 'posted' }]);
	const [entry] = await entries();
	expect(entry).toMatchObject({ TransactionCode: 'GVJ', U_Soporte: '7101', U_Nivel: 'A', U_Conteo: 7 });
	expect(String(entry!.U_Dia)).toMatch(/^2026-01-29/);
	expect(entry!.JournalEntryLines.map(({ AccountCode, U_Ciudad }) => [AccountCode, U_Ciudad ?? null])).toEqual(
		expect.arrayContaining([
			['513510', 'Medellín'],
			['240805', null],
		]),
	);
	const sent = { ...result.journalEntry! } as never as Stored;
	expect(compareEntry(sent as never, entry as never)).toEqual([]);
	expect(
		compareEntry(sent as never, { ...entry, U_Soporte: '7102', TransactionCode: 'X' } as never)
			.map(({ field }) => field)
			.sort(),
	).toEqual(['TransactionCode', 'U_Soporte']);
});

test.each([
	['a text that is too long', onEntry('U_Corto', 'largo'), 'user-field-value'],
	['none of the valid values', onEntry('U_Nivel', 'B'), 'user-field-value'],
	['no number', onEntry('U_Conteo', 'siete'), 'user-field-value'],
	['no date', onEntry('U_Dia', 'mañana'), 'user-field-value'],
	['a field that B1 has on lines only', onEntry('U_Ciudad', 'x'), 'user-field-not-found'],
])('%s is found before B1 is asked to post it', async (_what, rows, code) => {
	const { reasons, journalEntry } = await built(rows);
	expect({ codes: reasons.map((reason) => reason.code), journalEntry }).toEqual({ codes: [code], journalEntry: null });
});

test('a field that B1 demands is found where the mapping fills none', async () => {
	const mapping = companySeed('colombia').mapping.replace(/^User Fields.*\n/gm, '');
	const { serviceLayer } = connection;
	const read = serviceLayer.call.bind(serviceLayer);
	expect((await built('', mapping)).reasons).toEqual([]);
	// B1 keeps no such field without a default, unless it was made so in the database: the reply is changed on its way.
	const demanding: typeof serviceLayer.get = async (path, headers) => {
		const reply = await read({ method: 'GET', path, ...(headers === undefined ? {} : { headers }) });
		return JSON.parse(JSON.stringify(reply).replace(/"Mandatory":"tNO"/, '"Mandatory":"tYES"')) as typeof reply;
	};
	connection = { ...connection, serviceLayer: { ...serviceLayer, get: demanding } };
	const { reasons } = await built('', mapping);
	expect(reasons.map(({ code, field }) => [code, field])).toEqual([['user-field-missing', 'U_Ciudad']]);
});

test('without them the rules of the company refuse the entry, and both kinds of reversal carry them', async () => {
	const seeded = companySeed('colombia').mapping;
	const without = await built('', seeded.replace(/^User Fields.*U_Soporte.*\n/m, ''));
	expect((await post(without))[0]).toMatchObject({
		outcome: 'rejected',
		message: expect.stringContaining('(9) Indique') as string,
	});
	expect(await post(await built(''))).toMatchObject([{ outcome: 'posted' }]);
	const [entry] = await entries();
	const back = reversingEntry(entry as never, TODAY) as never as Stored;
	expect(back).toMatchObject({ U_Soporte: '7101', TransactionCode: 'GVJ' });
	expect(back.JournalEntryLines.filter(({ U_Ciudad }) => U_Ciudad !== undefined && U_Ciudad !== '').length).toBe(
		entry!.JournalEntryLines.filter(({ U_Ciudad }) => U_Ciudad).length,
	);
	await connection.serviceLayer.post(`JournalEntries(${String(entry!.JdtNum)})/Cancel`);
	expect((await entries()).map(({ U_Soporte }) => U_Soporte)).toEqual(['7101', '7101']);
});
