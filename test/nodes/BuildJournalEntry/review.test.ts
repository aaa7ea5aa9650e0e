import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { BuildJournalEntry } from '../../../nodes/BuildJournalEntry/BuildJournalEntry.node';
import { runNode } from '../../helpers/engine';
import { expenseItem } from './samples';

const id = (number: number) => `${number}`.padStart(32, 'c');

interface Review {
	reasons: Array<{ code: string }>;
	answer: string;
}

async function reviewed(items: INodeExecutionData['json'][], parameters: INodeParameters): Promise<Review[]> {
	const outputs = await runNode({ nodeType: new BuildJournalEntry(), parameters }, items);
	return outputs[1]!.map(({ json }) => json.review as unknown as Review);
}

describe('what Concur is told about a document in review', () => {
	const badTotal = expenseItem({ docId: id(1), costs: [{ amount: 10 }], statedTotal: 11 });
	const unknownPayee = expenseItem({ docId: id(2), costs: [{ amount: 5, payee: 'XXXX' }] });
	const both = expenseItem({ docId: id(3), costs: [{ amount: 5, payee: 'XXXX' }], statedTotal: 6 });
	const testUser = expenseItem({ docId: id(4), costs: [{ amount: 5 }], isTest: true });
	const answers = async (parameters: INodeParameters) =>
		(await reviewed([badTotal, unknownPayee, both, testUser], parameters)).map(({ answer }) => answer);

	test('follows the reason unless set otherwise', async () => {
		expect(await answers({})).toEqual(['confirmError', 'keepAcknowledged', 'confirmError', 'leaveReady']);
		expect(await answers({ onHold: 'keepAcknowledged' })).toEqual([
			'keepAcknowledged',
			'keepAcknowledged',
			'keepAcknowledged',
			'leaveReady',
		]);
		expect(await answers({ onHold: 'confirmError' })).toEqual(['confirmError', 'confirmError', 'confirmError', 'leaveReady']);
	});

	test('can be set for single reasons', async () => {
		const table = (reason: string, answer: string) => ({ options: { answers: { rows: [{ reason, answer }] } } });
		expect(await answers(table('unknown-payee', 'confirmError'))).toEqual([
			'confirmError',
			'confirmError',
			'confirmError',
			'leaveReady',
		]);
		expect(await answers(table('report-total-mismatch', 'keepAcknowledged'))).toEqual([
			'keepAcknowledged',
			'keepAcknowledged',
			'keepAcknowledged',
			'leaveReady',
		]);
	});

	test('a report that may be in the books already is never confirmed as a failure', async () => {
		const priorPostings = JSON.stringify([{ docId: 'another', reportId: 'REPORTccc5', jdtNum: 12 }]);
		const singly = { rows: [{ reason: 'suspected-duplicate', answer: 'confirmError' }] };
		const lunch = expenseItem({ docId: id(5), costs: [{ amount: 24.3 }] });
		const [review] = await reviewed([lunch], { onHold: 'confirmError', options: { priorPostings, answers: singly } });
		expect(review).toMatchObject({ reasons: [{ code: 'suspected-duplicate' }], answer: 'keepAcknowledged' });
	});
});

describe('a document that Concur has a result for already', () => {
	const statuses = (...list: string[]) =>
		list.map((docStatus, index) => ({ ...expenseItem({ docId: id(10 + index), costs: [{ amount: 5 }] }), docStatus }));
	const outputs = async (items: INodeExecutionData['json'][], parameters: INodeParameters = {}) =>
		await runNode({ nodeType: new BuildJournalEntry(), parameters }, items);

	test.each(['fields', 'profile'])('goes to review, whatever was left out of the mapping (%s)', async (mappingMode) => {
		const items = statuses(
			'POSTING_CONFIRMED_SUCCESS',
			'POSTING_CONFIRMED_FAILURE',
			'PAYMENT_CONFIRMED_SUCCESS',
			'PAYMENT_CONFIRMED_REVERSED',
			'PAYMENT_CONFIRMED_OBSOLETE',
			'RECALLED',
			'VOID',
			'CANCEL',
		);
		const [ready, review] = await outputs(items, { mappingMode, profile: '{}' });
		expect(ready).toEqual([]);
		expect(review).toHaveLength(items.length);
		for (const { json } of review!) {
			expect(json.review).toMatchObject({ reasons: [{ code: 'already-confirmed' }], answer: 'keepAcknowledged' });
			expect(json).not.toHaveProperty('journalEntry');
		}
	});

	test('is ready where the mapping names its status, as are those that wait to be posted, or have no status', async () => {
		const [bare] = statuses('READY');
		const ready = await outputs([...statuses('READY', 'ACKNOWLEDGED'), { ...bare, docStatus: null }]);
		expect(ready.map((items) => items.length)).toEqual([3, 0, 0]);
		const named = await outputs(statuses('POSTING_CONFIRMED_FAILURE', 'READY'), {
			guards: { allowedStatuses: ['POSTING_CONFIRMED_FAILURE'] },
		});
		expect(named.map((items) => items.length)).toEqual([1, 1, 0]);
	});
});
