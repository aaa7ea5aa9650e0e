import * as fc from 'fast-check';
import { createFis } from '../../nodes/shared/concur/fis';
import { fakeSend, fakeTime, page } from './fakeSend';

const query = { docType: 'expense' as const, limit: 100 };
const idsOf = (items: { docId: string }[]) => items.map(({ docId }) => docId);

describe('listing ready documents', () => {
	it('reads page after page, beginning with 0, with the same page size', async () => {
		const { send, requests } = fakeSend({ body: page(['a', 'b'], 0, 2) }, { body: page(['c'], 1, 2) });
		const listed = await createFis(send, fakeTime()).listReady({ ...query, pageSize: 2, systemId: 'B1' });
		expect(idsOf(listed.items)).toEqual(['a', 'b', 'c']);
		expect(requests.map(({ qs }) => qs)).toEqual([
			{ page: 0, limit: 2, systemId: 'B1' },
			{ page: 1, limit: 2, systemId: 'B1' },
		]);
		expect(
			requests.every(({ url }) => url === '/financialintegration/fi/v4/companies/transactiontypes/expense/transactions'),
		).toBe(true);
	});

	it('takes no neighbour along with a row that is no document, and counts it', async () => {
		const rows = [null, 'text', 7, [], { id: null }, { id: {} }, { id: 'x'.repeat(5_000) }, ...page(['a']).content];
		const { send } = fakeSend({ body: { ...page([], 0, 2), content: rows } }, { body: page(['b'], 1, 2) });
		const listed = await createFis(send, fakeTime()).listReady(query);
		expect(idsOf(listed.items)).toEqual(['a', 'b']);
		expect(listed.unreadable).toBe(7);
	});

	it('reads on behind a page without one document, and ends where such pages never end', async () => {
		const empty = { links: [{ rel: 'next' }], content: [null, {}] };
		const behind = fakeSend({ body: empty }, { body: page(['a'], 1, 2) });
		expect(idsOf((await createFis(behind.send, fakeTime()).listReady(query)).items)).toEqual(['a']);
		const endless = fakeSend({ body: empty });
		expect(await createFis(endless.send, fakeTime()).listReady(query)).toMatchObject({ pages: 3, truncated: true });
	});

	it('does not take a short page for the last one', async () => {
		const { send } = fakeSend({ body: page(['a'], 0, 2) }, { body: page(['b'], 1, 2) });
		expect(idsOf((await createFis(send, fakeTime()).listReady({ ...query, pageSize: 25 })).items)).toEqual(['a', 'b']);
	});

	it('gives a document once that moved to the next page while it was read', async () => {
		const { send } = fakeSend({ body: page(['a', 'b'], 0, 2) }, { body: page(['b', 'c'], 1, 2) });
		expect(idsOf((await createFis(send, fakeTime()).listReady(query)).items)).toEqual(['a', 'b', 'c']);
	});

	it('reads the older envelope, also where it names no next page although one follows', async () => {
		const old = (ids: string[]) => ({ fIDocuments: ids.map((id) => ({ id })), offset: null, nextPage: null });
		const { send, requests } = fakeSend({ body: old(['a', 'b']) }, { body: old(['c']) });
		const { items } = await createFis(send, fakeTime()).listReady({ ...query, pageSize: 2 });
		expect(idsOf(items)).toEqual(['a', 'b', 'c']);
		expect(items[0]).toMatchObject({ docType: 'expense', docStatus: null, companyId: null, systemId: null });
		expect(requests).toHaveLength(2);
	});

	it('reads documents that come as text, and keeps text that is no JSON', async () => {
		const { send } = fakeSend({ body: page(['a'], 0, 1, '{"report":{"reportId":"R1"}}') });
		expect((await createFis(send, fakeTime()).listReady(query)).items[0]?.document).toEqual({ report: { reportId: 'R1' } });
		const broken = fakeSend({ body: page(['a'], 0, 1, '{"report":') });
		expect((await createFis(broken.send, fakeTime()).listReady(query)).items[0]?.document).toBe('{"report":');
	});

	it('stops at the limit and at the deadline, and says that more is there', async () => {
		const { send } = fakeSend({ body: page(['a', 'b', 'c'], 0, 1) });
		expect(await createFis(send, fakeTime()).listReady({ ...query, limit: 2 })).toMatchObject({ truncated: true, pages: 1 });
		const many = fakeSend({ body: page(['a'], 0, 9) });
		expect(await createFis(many.send, fakeTime()).listReady({ ...query, deadlineMs: 0 })).toMatchObject({
			truncated: true,
			pages: 1,
		});
	});

	it('reads on past documents that do not count', async () => {
		const { send } = fakeSend({ body: page(['a', 'b'], 0, 2) }, { body: page(['c'], 1, 2) });
		const accept = ({ docId }: { docId: string }) => docId === 'c';
		expect(await createFis(send, fakeTime()).listReady({ ...query, limit: 1, accept })).toMatchObject({ leftOut: 2, pages: 2 });
	});

	it('ends with a server that gives the same page for ever', async () => {
		const { send, requests } = fakeSend({ body: page(['a'], 0, 1000) });
		expect(await createFis(send, fakeTime()).listReady(query)).toMatchObject({ truncated: true });
		expect(requests).toHaveLength(2);
	});

	it.each([['<html>maintenance</html>'], [{ error: 'x' }], [[]]])('says clearly that %j is no page', async (body) => {
		await expect(createFis(fakeSend({ body }).send, fakeTime()).listReady(query)).rejects.toThrow('no page of documents');
	});

	it('gives every document exactly once, whatever the size of pages and the limit', async () => {
		await fc.assert(
			fc.asyncProperty(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 12 }), async (count, size) => {
				const ids = Array.from({ length: count }, (_, index) => `d${index}`);
				const { send } = fakeSend(({ qs }) => {
					const number = Number(qs?.page);
					return { body: page(ids.slice(number * size, (number + 1) * size), number, Math.ceil(count / size)) };
				});
				const listed = await createFis(send, fakeTime()).listReady({ ...query, pageSize: size });
				expect(idsOf(listed.items)).toEqual(ids);
				expect(listed.truncated).toBe(false);
			}),
		);
	});

	it('never follows a link to another host', async () => {
		const linked = { ...page(['a'], 0, 2), links: [{ rel: 'next', href: 'https://evil.example/next' }] };
		const { send, requests } = fakeSend({ body: linked }, { body: page(['b'], 1, 2) });
		await createFis(send, fakeTime()).listReady(query);
		expect(requests.every(({ url, baseURL }) => url.startsWith('/financialintegration/') && baseURL === undefined)).toBe(true);
	});
});

it('finds a document by id, whatever its status', async () => {
	const { send, requests } = fakeSend({ body: page(['a']) });
	expect(idsOf(await createFis(send, fakeTime()).findById('expense', 'R1'))).toEqual(['a']);
	expect(requests[0]?.qs).toEqual({ docId: 'R1', ignoreDocumentStatus: 'yes' });
});
