import { cancelEntry, readPeriods } from '../../nodes/shared/business-one';
import type { Connection } from './connection';
import { PostingSandbox, postOne } from './postingSandbox';

let b1: PostingSandbox;
let connection: Connection;

beforeAll(async () => {
	b1 = await PostingSandbox.start();
});

afterAll(async () => await b1.stop());

beforeEach(async () => {
	await b1.reset(false);
	connection = b1.connect('v2');
});

afterEach(() => connection.close());

const OPTIONS = { companyDb: 'SBODEMO', today: '2026-11-24' };

async function posted(day: string): Promise<number> {
	const document = b1.document();
	document.journalEntry.ReferenceDate = day;
	return (await postOne(connection, document)).jdtNum!;
}

it.each([
	['original', '2026-11-02', '2026-11-02'],
	['today', '2026-11-02', '2026-11-24'],
	['nextOpenDay', '2026-11-02', '2026-11-02'],
] as const)('dates the reversal by the rule %s: entry of %s, reversal of %s', async (reversalDate, day, expected) => {
	const jdtNum = await posted(day);
	expect(await cancelEntry(connection.serviceLayer, jdtNum, { ...OPTIONS, reversalDate })).toMatchObject({
		jdtNum,
		alreadyCancelled: false,
		reversalDate: expected,
	});
});

it('goes on to the next open period, and says so where there is none', async () => {
	const jdtNum = await posted('2025-12-15');
	const periods = (status: string, codes: string[]) =>
		b1.control('post', 'master-data', {
			periods: codes.map((PeriodCode) => ({ PeriodCode, PeriodStatus: status, ValueDateFrom: '2025-01-01' })),
		});
	const codes = (await readPeriods(connection.serviceLayer)).map(({ PeriodCode }) => String(PeriodCode));
	await periods('ltLocked', codes);
	const cancel = async () =>
		await cancelEntry(connection.serviceLayer, jdtNum, { ...OPTIONS, today: '2026-11-02', reversalDate: 'nextOpenDay' });
	await expect(cancel()).rejects.toMatchObject({
		kind: 'period',
		message: expect.stringMatching(/No posting period is unlocked/),
	});
	await periods('ltUnlocked', ['2026']);
	expect(await cancel()).toMatchObject({ reversalDate: '2026-01-01' });
});

it('finds a reversal whose entry somebody gave another reference since', async () => {
	const jdtNum = await posted('2026-11-02');
	await cancelEntry(connection.serviceLayer, jdtNum, OPTIONS);
	await connection.serviceLayer.call({
		method: 'PATCH',
		path: `JournalEntries(${jdtNum})`,
		body: { Reference2: 'changed by hand' },
	});
	expect(await cancelEntry(connection.serviceLayer, jdtNum, OPTIONS)).toMatchObject({
		cancelled: true,
		alreadyCancelled: true,
		reversalJdtNum: expect.any(Number),
	});
	expect(await b1.entries()).toHaveLength(2);
});

it.each(['original', 'nextOpenDay', 'today'] as const)(
	'leaves an entry alone that a person reconciled: %s',
	async (reversalDate) => {
		const jdtNum = await posted('2026-11-02');
		await b1.control('post', 'reconciliations', { jdtNum });
		await expect(cancelEntry(connection.serviceLayer, jdtNum, { ...OPTIONS, reversalDate })).rejects.toMatchObject({
			code: 'entry-in-use',
			message: expect.stringContaining('reconciled'),
		});
		expect(await b1.entries()).toHaveLength(1);
	},
);

it.each(['commitThenDrop', 'commitThen500'])('makes one reversal of another day where the answer is lost: %s', async (kind) => {
	const jdtNum = await posted('2026-11-02');
	await b1.faults({ kind, path: 'JournalEntries$', method: 'POST' });
	expect(await cancelEntry(connection.serviceLayer, jdtNum, { ...OPTIONS, reversalDate: 'today' })).toMatchObject({
		reversalDate: '2026-11-24',
		byOwnEntry: true,
	});
	expect(await cancelEntry(connection.serviceLayer, jdtNum, OPTIONS)).toMatchObject({ alreadyCancelled: true });
	expect(await b1.entries()).toHaveLength(2);
});

it.each(['drop', 'commitThenDrop', 'commitThen500', 'html502'])(
	'settles a cancellation whose answer is lost: %s',
	async (kind) => {
		const jdtNum = await posted('2026-11-02');
		await b1.faults({ kind, path: 'JournalEntries\\(\\d+\\)/Cancel$', method: 'POST' });
		expect(await cancelEntry(connection.serviceLayer, jdtNum, OPTIONS)).toMatchObject({
			alreadyCancelled: false,
			reversalJdtNum: expect.any(Number),
		});
		expect(await b1.entries()).toHaveLength(2);
	},
);

it('leaves a reversal of its own that may still be on its way to a later run, and sends no second one', async () => {
	const jdtNum = await posted('2026-11-02');
	await b1.faults({ kind: 'status', status: 504, path: 'JournalEntries$', method: 'POST', times: 0 });
	await expect(cancelEntry(connection.serviceLayer, jdtNum, { ...OPTIONS, reversalDate: 'today' })).rejects.toMatchObject({
		mayHaveHappened: true,
		status: 504,
	});
	expect(await b1.entries()).toHaveLength(1);
});
