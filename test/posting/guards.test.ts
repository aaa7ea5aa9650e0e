/** Documents that are not ours to post: test users, other ledgers, too early, confirmed or posted before. */
import type { FisItem } from '../../nodes/shared/concur/types';
import { readDocuments } from '../../nodes/shared/document';
import { buildPosting } from '../../nodes/shared/posting';
import { leftOutBy } from '../../nodes/shared/n8n/filters';
import { answerFor } from '../../nodes/shared/review';
import { codes, entry, journal, post, profileOf, report, wrapped } from './sample';

describe('guards', () => {
	const document = (fields: object = {}, wrap: object = {}) =>
		wrapped(report(10, [entry(10, journal('TAXI', 10))], fields as never), wrap as never);

	test('test users post where the mapping says so', () =>
		expect(post(document({ isTest: true }), { postTestUsers: true }).status).toBe('ready'));

	test('before go-live, other ledgers, confirmed documents', () => {
		expect(codes(post(document(), { goLiveDate: '2024-03-06' }))).toEqual(['before-go-live']);
		expect(post(document(), { goLiveDate: '2024-03-05' }).status).toBe('ready');
		expect(codes(post(document(), { ledgers: ['GP'] }))).toEqual(['wrong-ledger']);
		const live = { allowedStatuses: ['READY', 'ACKNOWLEDGED'] };
		expect(codes(post(document({}, { docStatus: 'POSTING_CONFIRMED_SUCCESS' }), live))).toEqual(['already-confirmed']);
		expect(post(document({}, { docStatus: 'ACKNOWLEDGED' }), live).status).toBe('ready');
	});

	test('what a document does not say is no reason to hold it', () => {
		const live = { allowedStatuses: ['READY', 'ACKNOWLEDGED'] };
		expect(post(document({}, { docStatus: undefined }), live).status).toBe('ready');
		const undated = { reportSubmitDate: null, reportPaymentProcessingDate: null };
		expect(post(document(undated), { goLiveDate: '2024-03-06' }).status).toBe('ready');
		expect(post(document(), { ledgers: ['GP', 'DEFAULT'] }).status).toBe('ready');
	});

	test('the go-live date is compared with the approval, then the submission, then the creation', () => {
		const heldAt = (fields: object) => post(document(fields), { goLiveDate: '2030-01-01' }).reasons.map(({ value }) => value);
		const dates = { reportEndDate: '2024-02-02', reportCreationDate: '2024-01-01' };
		expect(heldAt(dates)).toEqual(['2024-03-05']);
		expect(heldAt({ ...dates, reportPaymentProcessingDate: null })).toEqual(['2024-03-01']);
		const neither = { reportPaymentProcessingDate: null, reportSubmitDate: null };
		expect(heldAt({ ...dates, ...neither })).toEqual(['2024-01-01']);
		expect(heldAt({ ...dates, ...neither, reportCreationDate: null })).toEqual([]);
	});

	test.each([
		['2024-03-05T23:30:00Z', 'Europe/Berlin', true],
		['2024-03-05T22:30:00Z', 'Europe/Berlin', false],
		['2024-03-06T03:00:00Z', 'America/New_York', false],
		['2024-03-06', 'America/New_York', true],
		['2024-03-06', 'Asia/Tokyo', true],
		['20240305', 'Asia/Tokyo', false],
	])('approved %s, go-live on 6 March in %s: taken is %s, by the trigger and by the mapping', (approved, timeZone, isTaken) => {
		const one = document({ reportPaymentProcessingDate: approved });
		expect(post(one, { goLiveDate: '2024-03-06', timeZone }).status === 'ready').toBe(isTaken);
		expect(leftOutBy({ goLiveDate: '2024-03-06' }, one as unknown as FisItem, timeZone) === undefined).toBe(isTaken);
	});

	test('one answer for all reasons: never an error for what may be posted already, an error for what must change in Concur', () => {
		const answer = (...list: string[]) =>
			answerFor(
				list.map((code) => ({ code, message: '', cure: 'none', docId: null })),
				'byReason',
			);
		expect(answer('missing-account')).toBe('confirmError');
		expect(answer('unmapped-tax')).toBe('keepAcknowledged');
		expect(answer('unmapped-tax', 'missing-account')).toBe('confirmError');
		expect(answer('missing-account', 'suspected-duplicate')).toBe('keepAcknowledged');
		expect(answer('missing-account', 'test-user')).toBe('leaveReady');
		expect(answerFor([{ code: 'suspected-duplicate', message: '', cure: 'person', docId: null }], 'confirmError')).toBe(
			'keepAcknowledged',
		);
	});
});

describe('reports that come again', () => {
	const again = (revision: string, prior: object[], options: object = {}) => {
		const document = readDocuments(wrapped(report(10, [entry(10, journal('TAXI', 10))], { revisionNumber: revision })))
			.documents[0]!;
		return buildPosting(document, profileOf(options), { priorPostings: prior as never });
	};
	const prior = { docId: 'older', reportId: 'R1', revision: '1', jdtNum: 77 };

	test('the same revision under another document id is a suspected duplicate', () => {
		const posting = again('1', [prior], { revisionPolicy: 'postAsIs' });
		expect(codes(posting)).toEqual(['suspected-duplicate']);
		expect(posting.reasons[0]!.message).toContain('journal entry 77');
	});

	test('the document itself, and other reports, are no duplicates', () => {
		expect(
			again('1', [
				{ ...prior, docId: '0123456789abcdef0123456789abcdef' },
				{ ...prior, reportId: 'R2' },
			]).status,
		).toBe('ready');
	});

	test('an earlier revision than the one that was posted waits for a person, too', () =>
		expect(codes(again('1', [{ ...prior, revision: '2' }]))).toEqual(['already-posted-revision']));

	test.each([null, 'A', '0', '1'])('revision %p of a report that nobody posted is a first one', (revision) =>
		expect(again(revision as string, [], { revisionPolicy: 'postAsIs' })).toMatchObject({ status: 'ready', warnings: [] }),
	);

	test('a later revision follows the policy', () => {
		expect(codes(again('2', [prior]))).toEqual(['already-posted-revision']);
		expect(again('2', [prior], { revisionPolicy: 'postAsIs' })).toMatchObject({
			status: 'ready',
			warnings: [{ code: 'later-revision' }],
		});
		expect(again('2', [{ ...prior, docId: 'oldest' }, prior], { revisionPolicy: 'reverseAndRepost' }).warnings).toMatchObject([
			{ code: 'later-revision' },
		]);
		expect(again('12', [], { revisionPolicy: 'postAsIs' }).warnings.map(({ code }) => code)).toEqual(['later-revision']);
		expect(codes(again('2', [], { revisionPolicy: 'reverseAndRepost' }))).toEqual(['already-posted-revision']);
	});
});
