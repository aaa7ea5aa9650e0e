/** A run that is recorded, and played: nothing of the original is in the file, and what comes out of it has the same shape. */
import axios from 'axios';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { companySeed } from '../../../sandbox/companies';
import { Mask } from '../../../sandbox/replay/masked';
import { Player } from '../../../sandbox/replay/player';
import { Recorder } from '../../../sandbox/replay/recorder';
import { masked, type RawCall, type RecordedCall } from '../../../sandbox/replay/recording';
import { connectTo } from '../../../scripts/serviceLayer';
import { getAll } from '../../../nodes/shared/business-one';

const HEX = /t[0-9a-f]{12}/;

async function fisDocuments({ url, concur }: Sandbox): Promise<Array<Record<string, unknown>>> {
	const form = { grant_type: 'password', credtype: 'authtoken', username: concur.companyUuid, password: concur.requestToken };
	const token = await axios.post<{ access_token: string; geolocation: string }>(
		`${url}/oauth2/v0/token`,
		new URLSearchParams({ client_id: concur.clientId, client_secret: concur.clientSecret, ...form }),
		{ proxy: false },
	);
	expect(token.data.geolocation).toBe(url);
	const path = '/financialintegration/fi/v4/companies/transactiontypes/expense/transactions?limit=25&page=0';
	const reply = await axios.get(`${url}${path}`, {
		proxy: false,
		headers: { Authorization: `Bearer ${token.data.access_token}` },
	});
	return Object.values(reply.data as object).find((value) => Array.isArray(value)) as Array<Record<string, unknown>>;
}

const connected = async (sandbox: Sandbox) =>
	await connectTo({ serverUrl: sandbox.tlsUrl, ...sandbox.businessOne, ignoreSslIssues: true });

async function booked(sandbox: Sandbox) {
	const { serviceLayer, close } = await connected(sandbox);
	const { rows } = await getAll(serviceLayer, 'JournalEntries', { orderBy: 'JdtNum' });
	await close();
	return rows;
}

/** What stands in addresses and in lists of Concur and B1. */
const PROTOCOL =
	/^(\d{4}|expense|invoice|cashadvance|companies|transactiontypes|transactions|financialintegration|limit|false|READY|c(Supplier|Customer)|(bo|cd|lt|at)[A-Z]\w+)$/;

/** Every text and every amount of the original that a person could know again. */
function secretsOf(json: unknown): string[] {
	if (Array.isArray(json)) return json.flatMap(secretsOf);
	if (typeof json === 'object' && json !== null) return Object.entries(json).flatMap(([, value]) => secretsOf(value));
	if (typeof json === 'number') return Number.isInteger(json) ? [] : [String(json)];
	const words = typeof json === 'string' ? (json.match(/[\p{L}\p{N}_]{5,}/gu) ?? []) : [];
	return words.filter((word) => !PROTOCOL.test(word));
}

test('nothing of the original is in a recording, sums hold, and the recording plays', async () => {
	const origin = await startSandbox({ company: 'germany', now: new Date('2026-03-31T08:00:00Z') });
	const calls: RecordedCall[] = [];
	const recorder = new Recorder({ concur: origin.url, businessOne: origin.url, ignoreSslIssues: true }, (call) =>
		calls.push(call),
	);
	const recording = await startSandbox({ instead: async (...asked) => await recorder.pass(...asked) });
	const documents = await fisDocuments(recording);
	const { serviceLayer, close } = await connected(recording);
	const lines = [
		{ AccountCode: '668000', Debit: 118.37, Credit: 0, CostingCode: 'SALES' },
		{ AccountCode: '157600', Debit: 0, Credit: 118.37 },
	];
	const texts = { Memo: 'Reise Musterfrau', Reference2: 'holzwerk:GEHEIM7' };
	await serviceLayer.post('JournalEntries', { ReferenceDate: '2026-03-30', AutoVAT: 'tNO', ...texts, JournalEntryLines: lines });
	await close();
	await booked(recording);
	await recording.stop();
	await origin.stop();

	const file = calls.map((call) => JSON.stringify(call)).join('\n');
	const seed = companySeed('germany');
	const secrets = [
		...secretsOf(documents),
		...secretsOf((seed.company as { company: object }).company),
		'Musterfrau',
		'GEHEIM',
		'holzwerk',
		'118.37',
	];
	for (const secret of [origin.concur.clientSecret, origin.concur.requestToken, 'B1SESSION', 'Bearer', '127.0.0.1', ...secrets])
		expect(file.includes(secret) ? secret : '').toBe('');

	const playing = await startSandbox({
		instead: async (_system, request) => await Promise.resolve(player.reply(request)),
	});
	const player = new Player(calls);
	const played = await fisDocuments(playing);
	expect(played).toHaveLength(documents.length);
	expect(Object.keys(played[0]!)).toEqual(Object.keys(documents[0]!));
	const entries = await booked(playing);
	const own = entries.at(-1)! as unknown as { Memo: string; JournalEntryLines: Array<{ Debit: number; Credit: number }> };
	await playing.stop();
	expect(own.Memo).toMatch(HEX);
	const sum = (side: 'Debit' | 'Credit') => own.JournalEntryLines.reduce((total, line) => total + line[side], 0);
	expect(sum('Debit')).toBeGreaterThan(0);
	expect(sum('Debit')).toBeCloseTo(sum('Credit'), 6);
}, 60_000);

describe('a mask', () => {
	const mask = new Mask();
	const call = (more: Partial<RawCall>): RawCall => ({
		system: 'businessOne',
		method: 'GET',
		url: '/b1s/v2/JournalEntries',
		request: '',
		status: 200,
		type: 'application/json',
		reply: '',
		isSignIn: false,
		...more,
	});

	test('keeps equal what is equal, also as a part of a composed text', () => {
		const [one, other] = [mask.text('holzwerk:AB12'), mask.text('AB12')];
		expect(one.endsWith(`:${other}`)).toBe(true);
		expect(new Mask().text('AB12')).not.toBe(other);
	});

	test('multiplies all amounts by one number, decimals and signs kept', () => {
		const [ten, five, debt] = ['10.00', '5.00', '-15.00'].map((text) => Number(mask.amount(text)));
		expect(ten! + five! + debt!).toBe(0);
		expect(ten).toBe(2 * five!);
		expect(mask.json({ Debit: 10, DebitText: '10.00' })).toMatchObject({ Debit: ten });
	});

	test('leaves names of the protocols in addresses, and nothing else', () => {
		const { url } = masked(
			call({
				url: "/b1s/v2/JournalEntries?$filter=endswith(Reference2,'%3Aab12')%20and%20U_Kostenart%20eq%20'X1'&$select=JdtNum&systemId=ACME",
			}),
			mask,
		);
		expect(decodeURIComponent(url)).toBe(
			`/b1s/v2/JournalEntries?$filter=endswith(Reference2,':${mask.token('ab12')}') and ${mask.name('U_Kostenart')} eq '${mask.token('X1')}'&$select=JdtNum&systemId=${mask.token('ACME')}`,
		);
		expect(masked(call({ url: "/b1s/v2/BusinessPartners('ANNA')" }), mask).url).not.toContain('ANNA');
		expect(masked(call({ url: '/b1s/v2/U_CONCURB1POST' }), mask).url).toBe('/b1s/v2/U_CONCURB1POST');
	});

	test('drops the bodies of a sign-in, and masks what is no JSON', () => {
		expect(masked(call({ isSignIn: true, request: '{"Password":"x"}', reply: 'y' }), mask)).toMatchObject({
			request: '',
			reply: '',
		});
		expect(masked(call({ reply: '<html>Frau Muster</html>' }), mask).reply).not.toMatch(/Frau|Muster/);
	});
});
