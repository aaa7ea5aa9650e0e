import {
	confirm,
	run,
	item,
	posted,
	uncertain,
	review,
	acknowledged,
	fault,
	only,
	block,
	stored,
	company,
	type Setup,
} from './harness';

jest.mock('n8n-workflow', () => ({ ...jest.requireActual<object>('n8n-workflow'), sleep: async () => undefined }));

describe('Confirm a posting', () => {
	it('confirms a success with the entry in B1', async () => {
		const [docId] = await acknowledged();
		const outputs = await run(confirm, [item(docId ?? '', posted)]);
		expect(outputs[0]?.[0]?.json.confirmation).toMatchObject({ outcome: 'done', sent: true, status: 'success', code: 0 });
		expect((await stored(docId ?? '')).postingConfirmation).toMatchObject({
			overallPostingStatusCode: 'success',
			postingDocs: [{ companyId: 'SBODEMO', documentNumber: '1001', fiscalYear: '2026', postingDate: '2026-03-31' }],
		});
	});

	it('confirms the reasons of a review, in the language of the node', async () => {
		const [docId] = await acknowledged();
		await run({ ...confirm, options: { language: 'de' } }, [item(docId ?? '', review)]);
		expect(await company.statusOf(docId ?? '')).toBe('POSTING_CONFIRMED_FAILURE');
		expect((await stored(docId ?? '')).postingConfirmation).toMatchObject({
			systemMessages: [{ messageId: 'missing-account', messageLanguage: 'DE', messageShortText: 'Entry 1 has no account.' }],
		});
	});

	it('confirms nothing to post as a success without an entry', async () => {
		const [docId] = await acknowledged();
		await run(confirm, [item(docId ?? '', { journalEntry: null })]);
		expect((await stored(docId ?? '')).postingConfirmation).toMatchObject({
			overallPostingStatusCode: 'success',
			postingDocs: [],
		});
	});

	it('never confirms what is uncertain', async () => {
		const [docId] = await acknowledged();
		const outputs = await run(confirm, [item(docId ?? '', uncertain)]);
		expect(outputs[2]?.[0]?.json.confirmation).toMatchObject({ outcome: 'stopped', sent: false, status: null });
		expect(await company.statusOf(docId ?? '')).toBe('ACKNOWLEDGED');
	});

	it('never confirms as failed, by hand, what exists in B1', async () => {
		const [docId] = await acknowledged();
		const manual: Setup = { ...confirm, result: 'error', messages: { message: [{ text: 'No account.' }] } };
		expect(block(await run(manual, [item(docId ?? '', posted)]), 'confirmation')[0]).toMatchObject({
			outcome: 'stopped',
			sent: false,
		});
		expect(block(await run(manual, [item(docId ?? '')]), 'confirmation')[0]).toMatchObject({ outcome: 'done', status: 'error' });
	});

	it('confirms a success by hand', async () => {
		const [docId] = await acknowledged();
		await run({ ...confirm, result: 'success', companyId: 'SBODEMO', documentNumber: '5', postingDate: '2026-01-31' }, [
			item(docId ?? ''),
		]);
		expect((await stored(docId ?? '')).postingConfirmation).toMatchObject({
			postingDocs: [{ documentNumber: '5', fiscalYear: '2026' }],
		});
	});

	it.each([
		[99, 'otherSystem', 2],
		[112, 'recalled', 1],
		[114, 'tryLater', 2],
		[115, 'wrongType', 2],
		[116, 'unknown', 2],
		[198, 'stopped', 2],
		[199, 'tryLater', 2],
		[777, 'stopped', 2],
	])('code %d is %s and leaves by output %d', async (code, outcome, output) => {
		const [docId, other] = await acknowledged(2);
		await fault({ kind: 'serviceCode', code, docId, path: 'postingconfirmations', times: 0 });
		const outputs = await run(confirm, [item(docId ?? '', posted), item(other ?? '', posted)]);
		expect(outputs[output]?.[0]?.json).toMatchObject({ docId, confirmation: { outcome, code, confirmedAt: null } });
		expect(outputs[0]?.at(-1)?.json).toMatchObject({ docId: other, confirmation: { outcome: 'done' } });
	});

	it('acknowledges first what was never acknowledged', async () => {
		const [docId] = await company.ready(1);
		expect(only(await run(confirm, [item(docId ?? '', posted)]))).toEqual([1, 0, 0]);
		expect(await company.statusOf(docId ?? '')).toBe('POSTING_CONFIRMED_SUCCESS');
	});

	it.each([
		[posted, posted, 'alreadyDone', [1, 0, 0]],
		[review, review, 'alreadyDone', [1, 0, 0]],
		[posted, review, 'conflict', [0, 0, 1]],
		[review, posted, 'conflict', [0, 0, 1]],
	])('compares a second confirmation with the first: %#', async (first, second, outcome, outputs) => {
		const [docId] = await acknowledged();
		await run(confirm, [item(docId ?? '', first)]);
		const again = await run(confirm, [item(docId ?? '', second)]);
		expect(block(again, 'confirmation')[0]).toMatchObject({ outcome, code: 113 });
		expect(only(again)).toEqual(outputs);
	});

	it('finds its own confirmation again after a lost reply', async () => {
		const [docId] = await acknowledged();
		await fault({ kind: 'commitThenDrop', path: 'postingconfirmations' });
		expect(block(await run(confirm, [item(docId ?? '', posted)]), 'confirmation')[0]).toMatchObject({ outcome: 'alreadyDone' });
	});

	it('tells to cancel the entry of a document that was recalled after it was posted', async () => {
		const [docId] = await acknowledged();
		await company.control('POST', `/documents/${docId}/status`, { status: 'RECALLED', force: true });
		const outputs = await run(confirm, [item(docId ?? '', posted)]);
		expect(only(outputs)).toEqual([0, 1, 0]);
		expect(block(outputs, 'confirmation')[0]?.message).toContain('Cancel the entry in B1');
	});

	it('sends nothing in read-only mode', async () => {
		const [docId] = await acknowledged();
		const outputs = await run({ ...confirm, options: { readOnly: true } }, [item(docId ?? '', posted)]);
		expect(block(outputs, 'confirmation')[0]).toMatchObject({ outcome: 'done', sent: false, confirmedAt: null });
		expect(await company.statusOf(docId ?? '')).toBe('ACKNOWLEDGED');
	});
});
