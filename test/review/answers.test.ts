/** Why a document is held, and what Concur hears of it. */
import { answerFor, isRefused, onHoldFor, REASONS, reviewAnswer, warning } from '../../nodes/shared/review';
import type { ReasonCode, ReviewReason } from '../../nodes/shared/review';

describe('what Concur is told', () => {
	const found = (code: string): ReviewReason => ({ code, message: '', cure: 'person', docId: null });

	test('only what is to be changed in Concur is an error there; what nobody has to cure stays READY', () => {
		const answers = new Set(Object.values(REASONS).map(({ cure, answer }) => `${cure}: ${answer}`));
		expect([...answers].sort()).toEqual([
			'businessOne: keepAcknowledged',
			'concur: confirmError',
			'mapping: keepAcknowledged',
			'none: leaveReady',
			'person: keepAcknowledged',
		]);
	});

	test.each<ReasonCode>(['suspected-duplicate', 'already-posted-revision', 'already-confirmed', 'missing-document-id'])(
		'%s is never an error, whatever the mapping says: an entry may exist',
		(code) => {
			expect(answerFor([found('missing-account'), found(code)], 'confirmError')).toBe('keepAcknowledged');
		},
	);

	test('a reason of another version waits for a person', () => {
		expect(answerFor([found('reason-of-tomorrow')], 'byReason')).toBe('keepAcknowledged');
	});

	test('a remark asks nobody for a cure', () => {
		expect(warning('paid-by-concur', { docId: 'D1' }, 'Paid.', { entry: 'E1' })).toEqual({
			code: 'paid-by-concur',
			message: 'Paid.',
			cure: 'none',
			docId: 'D1',
			entry: 'E1',
		});
	});

	test('a date that B1 refuses is an error where the mapping says fail, and nothing else is', () => {
		const dates = [found('period-locked')];
		expect(onHoldFor('byReason', 'fail', dates)).toBe('confirmError');
		expect(onHoldFor('byReason', 'fail', [])).toBe('byReason');
		expect(onHoldFor('byReason', 'review', dates)).toBe('byReason');
		expect(onHoldFor('keepAcknowledged', 'fail', dates)).toBe('keepAcknowledged');
	});

	test.each<[string, string[], Record<string, 'confirmError' | 'keepAcknowledged'>, string]>([
		['another reason changes nothing', ['unmapped-tax'], { 'missing-account': 'confirmError' }, 'general'],
		['its own answer counts', ['unmapped-tax'], { 'unmapped-tax': 'confirmError' }, 'confirmError'],
		['one error is enough', ['unmapped-tax', 'missing-account'], { 'unmapped-tax': 'keepAcknowledged' }, 'confirmError'],
		['an entry may exist', ['suspected-duplicate'], { 'suspected-duplicate': 'confirmError' }, 'keepAcknowledged'],
		['nobody has to touch it', ['test-user'], { 'test-user': 'confirmError' }, 'leaveReady'],
	])('answers by reason: %s', (_, codes, byReason, answer) => {
		expect(reviewAnswer(codes.map(found), 'general' as never, 'byReason', byReason)).toBe(answer);
	});

	test('a funds document is refused only where Concur alone can cure it', () => {
		const inConcur = { ...found('missing-currency'), cure: 'concur' } as const;
		expect(isRefused([inConcur])).toBe(true);
		expect(isRefused([inConcur, found('no-budget')])).toBe(false);
		expect(isRefused([{ ...inConcur, code: 'test-user' }])).toBe(false);
	});
});
