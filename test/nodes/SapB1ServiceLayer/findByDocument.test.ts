import { BOOKS, DocumentBooks, JOURNAL, NOT_THERE, UNCERTAIN } from './documentBooks';
import { run, runItems, setupOf } from './setup';

const b1 = new DocumentBooks().use();

describe('documents that nobody recalled', () => {
	it('leave by In the Books or Not There, whatever built them and however the company is spelled', async () => {
		const there = await b1.posted();
		const notThere = b1.document().item;
		const asRow = { id: 7, row: { docId: there.item.docId, companyId: 'concur' } };
		const without = { ...there.item, companyId: null };
		const outputs = await b1.find([there.item, { ...notThere, posting: { outcome: 'uncertain' } }, asRow, without]);
		expect(outputs.map((items) => items.length)).toEqual([1, 3, 0, 0]);
		for (const json of outputs[BOOKS]!)
			expect(json.posting).toMatchObject({
				outcome: 'alreadyPosted',
				jdtNum: there.jdtNum,
				number: expect.any(Number),
				postingDate: '2026-11-24',
				fiscalYear: 2026,
				companyDb: 'SBODEMO',
				level: 'referenceCheck',
				postingKey: there.built.postingKey,
				retrySafe: true,
			});
		expect(outputs[NOT_THERE]).toEqual([notThere]);
	});

	it('are found by two requests, a hundred at once, each for itself', async () => {
		const { item } = await b1.posted();
		const items = Array.from({ length: 100 }, (_, index) => (index === 50 ? item : b1.document().item));
		await b1.control('post', 'counters/reset');
		const outputs = await runItems(
			setupOf(b1.credentials, { ...JOURNAL, operation: 'findByDocument' }),
			items.map((json) => ({ json })),
		);
		const { requests } = (await b1.control('get', 'counters')) as { requests: { businessOne: number } };
		expect(requests.businessOne).toBeLessThanOrEqual(2);
		expect(outputs[BOOKS]!.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 50 }]);
		expect(outputs[NOT_THERE]).toHaveLength(99);
	});

	it('leave by Uncertain where B1 holds them twice', async () => {
		const { item, built, jdtNum } = await b1.posted();
		const second = await b1.call('POST', 'JournalEntries', { ...(built.journalEntry as object), Reference2: built.postingKey });
		const { output, json } = await b1.findOne(item);
		expect(output).toBe(UNCERTAIN);
		expect(json.posting).toMatchObject({
			outcome: 'alreadyPosted',
			doubled: true,
			entries: [expect.objectContaining({ jdtNum }), expect.objectContaining({ jdtNum: second.JdtNum })],
		});
		const [, , uncertain] = await run(setupOf(b1.credentials, { ...JOURNAL, operation: 'post' }), [built]);
		expect(uncertain?.[0]?.posting).toMatchObject({ outcome: 'alreadyPosted', doubled: true, retrySafe: false });
	});

	it('leave by In the Books with the first entry once the second is cancelled', async () => {
		const { item, built, jdtNum } = await b1.posted();
		const second = await b1.call('POST', 'JournalEntries', { ...(built.journalEntry as object), Reference2: built.postingKey });
		await b1.call('POST', `JournalEntries(${String(second.JdtNum)})/Cancel`);
		const { output, json } = await b1.findOne(item);
		expect(output).toBe(BOOKS);
		expect(json.posting).toMatchObject({ outcome: 'alreadyPosted', jdtNum });
	});

	it('leave by Uncertain where B1 does not answer, or where a person cancelled the entry', async () => {
		const { item, jdtNum } = await b1.posted();
		await b1.control('post', 'faults', {
			kind: 'status',
			system: 'businessOne',
			path: 'batch|Journal',
			status: 500,
			body: '',
			times: 0,
		});
		const silent = await b1.findOne(item);
		expect(silent).toMatchObject({
			output: UNCERTAIN,
			json: { posting: { outcome: 'uncertain', retrySafe: true, errorClass: 'unknown', jdtNum: null } },
		});
		await b1.control('delete', 'faults');
		await b1.call('POST', `JournalEntries(${jdtNum})/Cancel`);
		expect(await b1.findOne(item)).toMatchObject({ output: UNCERTAIN, json: { posting: { cancelledInB1: true, jdtNum } } });
	}, 30_000);

	it.each(['POSTING_CONFIRMED_SUCCESS', 'PAYMENT_CONFIRMED', 'PAID', 'VOIDED', 'CANCELLED'])(
		'are left alone where Concur holds them as %s and B1 has nothing of them',
		async (docStatus) => {
			const { output, json } = await b1.findOne(b1.document({ docStatus }).item);
			expect(output).toBe(BOOKS);
			expect(json.lookup).toMatchObject({ outcome: 'settledElsewhere', message: expect.stringContaining(docStatus) });
			expect(json).not.toHaveProperty('posting');
		},
	);

	it('without an id go to the error output', async () => {
		const setup = setupOf(b1.credentials, { ...JOURNAL, operation: 'findByDocument' }, { onError: 'continueErrorOutput' });
		const [first] = (await runItems(setup, [{ json: {} }])).filter(({ length }) => length > 0);
		expect(first?.[0]?.json.error).toMatch(/Document ID is empty/);
	});
});
