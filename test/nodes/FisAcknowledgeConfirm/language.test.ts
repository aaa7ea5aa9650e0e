import { BuildJournalEntry } from '../../../nodes/BuildJournalEntry/BuildJournalEntry.node';
import { runNode } from '../../helpers/engine';
import { expenseItem } from '../BuildJournalEntry/samples';
import { acknowledged, confirm, item, run, stored } from './harness';

jest.mock('n8n-workflow', () => ({ ...jest.requireActual<object>('n8n-workflow'), sleep: async () => undefined }));

/** What Concur holds of a document after the confirmation. */
async function toldOf(docId: string): Promise<Array<[string, string]>> {
	const { postingConfirmation } = await stored(docId);
	const text = JSON.stringify(postingConfirmation);
	return [...text.matchAll(/"messageLanguage":"(\w+)","messageLongText":"","messageShortText":"([^"]+)"/g)].map(
		([, language, short]) => [language!, short!],
	);
}

async function inReview(docId: string, language: string) {
	const document = expenseItem({ docId, costs: [{ amount: 10, account: null }] });
	const [, review] = await runNode({ nodeType: new BuildJournalEntry(), parameters: { texts: { language } } }, [document]);
	return review![0]!.json;
}

test.each([
	['de', 'DE', /^Einer Buchungszeile fehlt das Konto\./],
	['fr', 'FR', /^Une ligne comptable/],
	['es', 'ES', /^A una línea contable/],
	['en', 'EN', /has no account/],
])('Concur hears of a review in the language of the mapping: %s', async (language, code, words) => {
	const [docId = ''] = await acknowledged();
	await run(confirm, [await inReview(docId, language)]);
	const told = await toldOf(docId);
	expect(told).not.toHaveLength(0);
	expect(told[0]).toEqual([code, expect.stringMatching(words)]);
});

test('the option of the node goes before the language of the item', async () => {
	const [docId = ''] = await acknowledged();
	await run({ ...confirm, options: { language: 'IT' } }, [await inReview(docId, 'de')]);
	expect((await toldOf(docId))[0]![0]).toBe('IT');
});

test('a refusal of Business One is introduced in the language of the item', async () => {
	const [docId = ''] = await acknowledged();
	const posting = { outcome: 'rejected', message: 'Locked (-4013)', code: '-4013' };
	await run(confirm, [item(docId, { posting, summary: { language: 'de' } })]);
	expect(await toldOf(docId)).toEqual([['DE', 'SAP Business One hat den Eintrag abgelehnt: Locked (-4013)']]);
});
