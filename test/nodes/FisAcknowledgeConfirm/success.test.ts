import { acknowledged, block, confirm, item, only, run, stored, type Setup } from './harness';

jest.mock('n8n-workflow', () => ({ ...jest.requireActual<object>('n8n-workflow'), sleep: async () => undefined }));

const success: Setup = { ...confirm, result: 'success', companyId: 'SBODEMO', postingDate: '2026-03-31' };

describe('Confirm Posting with the result Success', () => {
	it.each([
		['nothing says that there is nothing to post', {}],
		['the entry was refused', { posting: { outcome: 'rejected' } }],
		['nobody knows whether the entry exists', { posting: { outcome: 'uncertain' }, journalEntry: null }],
	])('and no number is not sent where %s', async (_why, json) => {
		const [docId = ''] = await acknowledged();
		const outputs = await run(success, [item(docId, json)]);
		expect(only(outputs)).toEqual([0, 0, 1]);
		expect(block(outputs, 'confirmation')[0]).toMatchObject({ outcome: 'stopped', sent: false });
		expect((await stored(docId)).postingConfirmation).toBeNull();
	});

	it('and no number is sent where Build said that there is nothing to post', async () => {
		const [docId = ''] = await acknowledged();
		expect(only(await run(success, [item(docId, { journalEntry: null })]))).toEqual([1, 0, 0]);
	});

	it('reads the date of an expression, and no other way of writing', async () => {
		const [docId = ''] = await acknowledged();
		const by = (postingDate: string) => run({ ...success, documentNumber: '7', postingDate }, [item(docId)]);
		await expect(by('31.03.2026')).rejects.toThrow(/Posting Date "31.03.2026" is no date/);
		await expect(by('2026-02-30')).rejects.toThrow(/Posting Date/);
		expect(only(await by('={{ DateTime.fromISO("2026-03-31") }}'))).toEqual([1, 0, 0]);
		expect((await stored(docId)).postingConfirmation).toMatchObject({ postingDocs: [{ postingDate: '2026-03-31' }] });
	});

	it('takes a number for a message', async () => {
		const [docId = ''] = await acknowledged();
		const messages = { message: [{ text: '={{ 404 }}', id: '={{ 7 }}' }] };
		expect(
			only(await run({ ...confirm, result: 'error', messages, options: { language: 'German' } } as Setup, [item(docId)])),
		).toEqual([1, 0, 0]);
		expect((await stored(docId)).postingConfirmation).toMatchObject({
			systemMessages: [{ messageShortText: '404', messageId: '7', messageLanguage: 'DE' }],
		});
	});

	it('acts on each item by the options of its own', async () => {
		const ids = await acknowledged(2);
		const options = { readOnly: '={{ $json.readOnly }}' };
		const items = ids.map((docId, index) => item(docId, { journalEntry: null, readOnly: index === 0 }));
		const sent = block(await run({ ...success, options } as Setup, items), 'confirmation').map((one) => one.sent);
		expect(sent).toEqual([false, true]);
	});
});
