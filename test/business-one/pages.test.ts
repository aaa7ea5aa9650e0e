import { getAll } from '../../nodes/shared/business-one';
import { fakeServer } from './fakeServer';

/** Rows 0 to `total` - 1 in pages of `size`, with links written by `link`. */
function pagesOf(total: number, size: number, link: (skip: number, path: string) => string, key = '@odata.nextLink') {
	return fakeServer((request) => {
		const url = new URL(request.url, 'http://b1/b1s/v2/');
		const skip = Number(url.searchParams.get('$skip') ?? 0);
		const value = Array.from({ length: Math.min(size, total - skip) }, (_, index) => ({ n: skip + index }));
		const next = skip + size < total ? { [key]: link(skip + size, request.url) } : {};
		return { body: { value, ...next } };
	});
}

const numbers = (rows: object[]) => rows.map((row) => (row as { n: number }).n);
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);

describe('next links', () => {
	it.each([
		['absolute path', (skip: number) => `/b1s/v2/Orders?$filter=A%20eq%20'x'&$skip=${skip}`],
		['relative', (skip: number) => `Orders?$filter=A%20eq%20'x'&$skip=${skip}`],
		['whole URL of another host', (skip: number) => `https://inside.example/b1s/v2/Orders?$skip=${skip}`],
		['without the filter', (skip: number) => `Orders?$skip=${skip}`],
		['encoded', (skip: number) => `Orders?%24skip=${skip}`],
	])('%s: every row once, with the filter on every page', async (_, link) => {
		const { serviceLayer, requests } = pagesOf(45, 20, link);
		const { rows, truncated, pages } = await getAll(serviceLayer, 'Orders', { filter: "A eq 'x'" });
		expect(numbers(rows)).toEqual(upTo(45));
		expect({ truncated, pages }).toEqual({ truncated: false, pages: 3 });
		for (const { url } of requests) expect(decodeURIComponent(url)).toMatch(/^Orders\?\$filter=A eq 'x'(&\$skip=\d+)?$/);
	});

	it("takes v1's key too", async () => {
		const { serviceLayer } = pagesOf(45, 20, (skip) => `Orders?$skip=${skip}`, 'odata.nextLink');
		expect((await getAll(serviceLayer, 'Orders')).rows).toHaveLength(45);
	});

	it.each([
		['another collection', 'Login?$skip=20'],
		['the same page', 'Orders?$skip=0'],
		['no position', 'Orders?$filter=x'],
	])('refuses a link to %s', async (_, link) => {
		const { serviceLayer, requests } = pagesOf(45, 20, () => link);
		await expect(getAll(serviceLayer, 'Orders')).rejects.toThrow(/link to the next page/);
		expect(requests).toHaveLength(1);
	});

	it('ends with a server that links forward for ever', async () => {
		const { serviceLayer } = fakeServer((request) => {
			const skip = Number(/\$skip=(\d+)/.exec(request.url)?.[1] ?? 0);
			return { body: { value: [{ n: skip }], '@odata.nextLink': skip === 0 ? 'Orders?$skip=1' : 'Orders?$skip=1' } };
		});
		await expect(getAll(serviceLayer, 'Orders')).rejects.toThrow(/earlier page/);
	});
});

describe('limits', () => {
	it.each([
		[10, 45, 20, true],
		[20, 45, 20, true],
		[21, 45, 20, true],
		[45, 45, 20, false],
		[50, 45, 20, false],
		[20, 20, 20, false],
	])('limit %i of %i rows in pages of %i: truncated %s', async (limit, total, size, truncated) => {
		const { serviceLayer } = pagesOf(total, size, (skip) => `Orders?$skip=${skip}`);
		const result = await getAll(serviceLayer, 'Orders', {}, { limit });
		expect(numbers(result.rows)).toEqual(upTo(Math.min(limit, total)));
		expect(result.truncated).toBe(truncated);
	});

	it('does not take a short page for the last one', async () => {
		const { serviceLayer } = pagesOf(7, 2, (skip) => `Orders?$skip=${skip}`);
		expect((await getAll(serviceLayer, 'Orders', {}, { pageSize: 5 })).rows).toHaveLength(7);
	});
});
