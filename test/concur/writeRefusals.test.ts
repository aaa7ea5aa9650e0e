import { FisError } from '../../nodes/shared/concur/errors';
import { createFis } from '../../nodes/shared/concur/fis';
import type { Written } from '../../nodes/shared/concur/write';
import { fakeSend, fakeTime } from './fakeSend';

const ok = (docId: string, code: unknown = 0) => ({ code, docId, acknowledgeResult: code ? 'FAILURE' : 'SUCCESS' });
const outcomes = (written: Written) =>
	Object.fromEntries(
		[...written].map(([docId, reply]) => [docId, reply instanceof FisError ? `error ${reply.status}` : reply.outcome]),
	);
const documents = (...ids: string[]) => ids.map((docId) => ({ docId }));
const acknowledgement = { docType: 'expense', systemId: 'B1' };

describe('a request that Concur refuses in whole or in part', () => {
	it('gives documents back as refused when a 403 stays, with what it said', async () => {
		const { send, requests } = fakeSend({ statusCode: 403, body: { message: 'No right today.' } });
		const written = await createFis(send, fakeTime()).acknowledge({ ...acknowledgement, documents: documents('a') });
		expect(written.get('a')).toMatchObject({ outcome: 'refused', message: expect.stringContaining('No right today.') });
		expect(requests).toHaveLength(2);
	});

	it('finds the one document for whose sake Concur refuses a whole request', async () => {
		const { send } = fakeSend(({ body }) => {
			const { ids } = body as { ids: string[] };
			return ids.includes('b') ? { statusCode: 400 } : { body: ids.map((id) => ok(id)) };
		});
		const written = await createFis(send, fakeTime()).acknowledge({ ...acknowledgement, documents: documents('a', 'b', 'c') });
		expect(outcomes(written)).toEqual({ a: 'done', b: 'error 400', c: 'done' });
	});

	it('judges a refusal that names documents document by document', async () => {
		const { send } = fakeSend({ statusCode: 400, body: [ok('a'), ok('b', 777)] });
		const written = await createFis(send, fakeTime()).acknowledge({ ...acknowledgement, documents: documents('a', 'b', 'c') });
		expect(outcomes(written)).toEqual({ a: 'done', b: 'stopped', c: 'noAnswer' });
	});

	it.each([[null], ['text'], [[1]], [{ docId: null }], [{ code: 0 }]])(
		'takes no neighbour along with a row that names no document: %j',
		async (row) => {
			const written = await createFis(fakeSend({ body: [row, ok('b')] }).send, fakeTime()).acknowledge({
				...acknowledgement,
				documents: documents('a', 'b'),
			});
			expect(outcomes(written)).toEqual({ a: 'noAnswer', b: 'done' });
		},
	);

	it.each([[777], ['E-77'], [{}], [-1], [1e30]])('judges the one document that is answered with the code %j', async (code) => {
		const written = await createFis(fakeSend({ body: [ok('a'), ok('b', code), ok('c')] }).send, fakeTime()).acknowledge({
			...acknowledgement,
			documents: documents('a', 'b', 'c'),
		});
		expect(outcomes(written)).toEqual({ a: 'done', b: 'stopped', c: 'done' });
	});
});
