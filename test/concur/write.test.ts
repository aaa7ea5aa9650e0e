import { postingConfirmation } from '../../nodes/shared/concur/confirmations';
import { FisError } from '../../nodes/shared/concur/errors';
import { createFis } from '../../nodes/shared/concur/fis';
import type { Reply } from '../../nodes/shared/concur/types';
import type { Written } from '../../nodes/shared/concur/write';
import { brokenConnection, fakeSend, fakeTime, page } from './fakeSend';

const ok = (docId: string, code = 0) => ({
	code,
	docId,
	acknowledgeResult: code ? 'FAILURE' : 'SUCCESS',
	systemId: 'B1',
	errorMessage: '',
});
const confirmed = (docId: string, code = 0) => ({ code, docId, postingConfirmationResult: code ? 'FAILURE' : 'SUCCESS' });
const outcomes = (written: Written) =>
	Object.fromEntries(
		[...written].map(([docId, reply]) => [docId, reply instanceof FisError ? `error ${reply.status}` : reply.outcome]),
	);
const documents = (...ids: string[]) => ids.map((docId) => ({ docId }));
const acknowledgement = { docType: 'expense', systemId: 'B1' };
const success = (docId: string) =>
	postingConfirmation(docId, {
		status: 'success',
		entries: [{ companyDb: 'SBODEMO', documentNumber: '1', fiscalYear: '2026', postingDate: '2026-03-31' }],
	});
const error = (docId: string) =>
	postingConfirmation(docId, { status: 'error', causes: [{ text: 'No account.' }], language: 'EN' });
const statusPage = (docId: string, docStatus: string, erpSystemId = '') => ({
	content: [{ id: docId, docType: 'expense', docStatus, erpSystemId, document: {} }],
	page: { number: 0, totalPages: 1 },
});

describe('acknowledging', () => {
	it('matches replies by id, in whatever order they come, and leaves none without an outcome', async () => {
		const { send, requests } = fakeSend({ body: [ok('C'), ok('a', 102)] });
		const written = await createFis(send, fakeTime()).acknowledge({ ...acknowledgement, documents: documents('a', 'b', 'c') });
		expect(outcomes(written)).toEqual({ a: 'recalled', b: 'noAnswer', c: 'done' });
		expect(requests[0]?.body).toEqual({ systemId: 'B1', ids: ['a', 'b', 'c'] });
	});

	it.each([[undefined], [[]], ['<html>'], [{}]])('takes HTTP 200 with %j for no success', async (body) => {
		const written = await createFis(fakeSend({ body }).send, fakeTime()).acknowledge({
			...acknowledgement,
			documents: documents('a'),
		});
		expect(outcomes(written)).toEqual({ a: 'noAnswer' });
	});

	it('sends chunks, and each document once', async () => {
		const { send, requests } = fakeSend(({ body }) => ({ body: (body as { ids: string[] }).ids.map((id) => ok(id)) }));
		const ids = ['a', 'b', 'c', 'a', 'd', 'e'];
		const written = await createFis(send, fakeTime()).acknowledge({
			...acknowledgement,
			documents: documents(...ids),
			chunkSize: 2,
		});
		expect(requests.map(({ body }) => (body as { ids: string[] }).ids)).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
		expect(written.size).toBe(5);
	});

	it('knows its own acknowledgement again when the reply to the first try was lost', async () => {
		const { send, requests } = fakeSend(brokenConnection(), { body: [ok('a', 101)] });
		const written = await createFis(send, fakeTime()).acknowledge({ ...acknowledgement, documents: documents('a') });
		expect(outcomes(written)).toEqual({ a: 'alreadyDone' });
		expect(requests).toHaveLength(2);
	});

	it('takes 101 for somebody else after a try that Concur turned away', async () => {
		const { send } = fakeSend({ statusCode: 429 }, { body: [ok('a', 101)] }, { body: statusPage('a', 'ACKNOWLEDGED', 'OTHER') });
		expect(outcomes(await createFis(send, fakeTime()).acknowledge({ ...acknowledgement, documents: documents('a') }))).toEqual({
			a: 'foreign',
		});
	});

	it.each([
		['B1', 'B1', 'ACKNOWLEDGED', 'alreadyDone'],
		['B1', 'OTHER', 'ACKNOWLEDGED', 'foreign'],
		['B1', '', 'ACKNOWLEDGED', 'foreign'],
		['', '', 'ACKNOWLEDGED', 'foreign'],
		['B1', 'B1', 'RECALLED', 'recalled'],
		['B1', 'B1', 'READY', 'foreign'],
	])('looks up who did it: ours "%s", there "%s" %s -> %s', async (systemId, there, status, outcome) => {
		const { send } = fakeSend({ body: [ok('a', 101)] }, { body: statusPage('a', status, there) });
		const written = await createFis(send, fakeTime()).acknowledge({ docType: 'expense', systemId, documents: documents('a') });
		expect(outcomes(written)).toEqual({ a: outcome });
	});

	it('believes its own ledger without asking, and somebody else without asking', async () => {
		for (const [ifAcknowledged, outcome] of [
			['ours', 'alreadyDone'],
			['foreign', 'foreign'],
		] as const) {
			const { send, requests } = fakeSend({ body: [ok('a', 101)] });
			const written = await createFis(send, fakeTime()).acknowledge({
				...acknowledgement,
				documents: [{ docId: 'a', ifAcknowledged }],
			});
			expect(outcomes(written)).toEqual({ a: outcome });
			expect(requests).toHaveLength(1);
		}
	});

	it.each([114, 199])('sends only the documents with code %d again, a few times', async (code) => {
		const time = fakeTime();
		const { send, requests } = fakeSend({ body: [ok('a'), ok('b', code)] }, { body: [ok('b', code)] });
		expect(outcomes(await createFis(send, time).acknowledge({ ...acknowledgement, documents: documents('a', 'b') }))).toEqual({
			a: 'done',
			b: 'tryLater',
		});
		expect(requests.map(({ body }) => (body as { ids: string[] }).ids)).toEqual([['a', 'b'], ['b'], ['b']]);
		expect(time.pauses).toHaveLength(2);
	});

	it('leaves documents for later when Concur stays away, and still sends the other chunks', async () => {
		const { send } = fakeSend(({ body }) => {
			const { ids } = body as { ids: string[] };
			return ids.includes('a') ? { statusCode: 503 } : { body: ids.map((id) => ok(id)) };
		});
		const written = await createFis(send, fakeTime()).acknowledge({
			...acknowledgement,
			documents: documents('a', 'b'),
			chunkSize: 1,
		});
		expect(outcomes(written)).toEqual({ a: 'tryLater', b: 'done' });
	});
});

describe('confirming postings', () => {
	const request = { docType: 'expense', systemId: 'B1' };

	it('acknowledges first where Concur has no acknowledgement, and repeats the confirmation once', async () => {
		const { send, requests } = fakeSend(
			{ body: [confirmed('a', 111), confirmed('b')] },
			{ body: [ok('a')] },
			{ body: [confirmed('a')] },
		);
		const written = await createFis(send, fakeTime()).confirmPostings({
			...request,
			confirmations: [success('a'), success('b')],
		});
		expect(outcomes(written)).toEqual({ a: 'done', b: 'done' });
		expect(requests.map(({ url }) => url.split('/').pop())).toEqual([
			'postingconfirmations',
			'acknowledgements',
			'postingconfirmations',
		]);
	});

	it('tells a recall that shows only at that acknowledgement', async () => {
		const { send } = fakeSend({ body: [confirmed('a', 111)] }, { body: [ok('a', 102)] });
		expect(outcomes(await createFis(send, fakeTime()).confirmPostings({ ...request, confirmations: [success('a')] }))).toEqual({
			a: 'recalled',
		});
	});

	it('does not go round in circles when Concur keeps asking for the acknowledgement', async () => {
		const { send, requests } = fakeSend({ body: [confirmed('a', 111)] }, { body: [ok('a')] }, { body: [confirmed('a', 111)] });
		expect(outcomes(await createFis(send, fakeTime()).confirmPostings({ ...request, confirmations: [success('a')] }))).toEqual({
			a: 'notAcknowledged',
		});
		expect(requests).toHaveLength(3);
	});

	it.each([
		['success', 'POSTING_CONFIRMED_SUCCESS', 'alreadyDone'],
		['success', 'PAYMENT_CONFIRMED_SUCCESS', 'alreadyDone'],
		['success', 'POSTING_CONFIRMED_FAILURE', 'conflict'],
		['error', 'POSTING_CONFIRMED_FAILURE', 'alreadyDone'],
		['error', 'POSTING_CONFIRMED_SUCCESS', 'conflict'],
		['success', 'RECALLED', 'recalled'],
		['success', 'PENDING_SYSTEM_REFRESH', 'conflict'],
	])('looks up what was confirmed before: sending %s over %s -> %s', async (status, docStatus, outcome) => {
		const { send } = fakeSend({ body: [confirmed('a', 113)] }, { body: statusPage('a', docStatus) });
		const confirmation = status === 'success' ? success('a') : error('a');
		const written = await createFis(send, fakeTime()).confirmPostings({ ...request, confirmations: [confirmation] });
		expect(outcomes(written)).toEqual({ a: outcome });
	});

	it('leaves it for later when that look-up does not work', async () => {
		const { send } = fakeSend({ body: [confirmed('a', 113)] }, { statusCode: 404 });
		expect(outcomes(await createFis(send, fakeTime()).confirmPostings({ ...request, confirmations: [success('a')] }))).toEqual({
			a: 'tryLater',
		});
	});

	it('tells to cancel the entry when a posted document was recalled, and only then', async () => {
		const answer = { body: [confirmed('a', 112)] };
		const posted = await createFis(fakeSend(answer).send, fakeTime()).confirmPostings({
			...request,
			confirmations: [success('a')],
		});
		const failed = await createFis(fakeSend(answer).send, fakeTime()).confirmPostings({
			...request,
			confirmations: [error('a')],
		});
		expect((posted.get('a') as Reply).message).toContain('Cancel the entry');
		expect((failed.get('a') as Reply).message).not.toContain('Cancel the entry');
	});

	it("keeps Concur's own text beside ours", async () => {
		const { send } = fakeSend({ body: [{ ...confirmed('a', 198), errorMessage: 'postingDate is wrong' }] });
		const reply = (await createFis(send, fakeTime()).confirmPostings({ ...request, confirmations: [success('a')] })).get(
			'a',
		) as Reply;
		expect(reply).toMatchObject({ outcome: 'stopped', code: 198 });
		expect(reply.message).toContain('postingDate is wrong');
	});
});

describe('looking a document up', () => {
	it('asks for the page of that id only', async () => {
		const { send, requests } = fakeSend({ body: page(['a']) });
		await createFis(send, fakeTime()).findById('cashadvance', 'a', 'B1');
		expect(requests[0]).toMatchObject({ qs: { docId: 'a', ignoreDocumentStatus: 'yes', systemId: 'B1' } });
	});
});
