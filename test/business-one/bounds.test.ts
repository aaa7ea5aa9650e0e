import { getAll, readErrorBody, runBatch } from '../../nodes/shared/business-one';
import { readCredential, withSession } from '../../nodes/shared/business-one/session/credentialSession';
import { ownerOf } from '../../nodes/shared/business-one/session/session';
import { fakeServer } from './fakeServer';

/** What servers and gateways may send without end, and how little it costs. */
function milliseconds(work: () => void): number {
	const start = performance.now();
	work();
	return performance.now() - start;
}

describe('pages', () => {
	it('end where a page behind the last row has none', async () => {
		const { serviceLayer, requests } = fakeServer((request) => {
			const skip = Number(/\$skip=(\d+)/.exec(request.url)?.[1] ?? 0);
			return { body: { value: skip < 40 ? [{ n: skip }] : [], '@odata.nextLink': `Orders?$skip=${skip + 20}` } };
		});
		const { rows, truncated } = await getAll(serviceLayer, 'Orders');
		expect({ rows, truncated, requests: requests.length }).toEqual({
			rows: [{ n: 0 }, { n: 20 }],
			truncated: false,
			requests: 3,
		});
	});

	it("end where a server's own tokens lead on without rows", async () => {
		let token = 0;
		const { serviceLayer, requests } = fakeServer(() => ({
			body: { value: [], '@odata.nextLink': `Orders?$skiptoken=${(token += 1)}` },
		}));
		await expect(getAll(serviceLayer, 'Orders')).rejects.toThrow(/leads on without end/);
		expect(requests.length).toBeLessThan(50);
	});

	it('are never read from the server that a link names', async () => {
		const { serviceLayer, requests } = fakeServer((request) => ({
			body: request.url.includes('skip')
				? { value: [] }
				: { value: [{ n: 1 }], '@odata.nextLink': 'https://elsewhere.example/b1s/v2/Orders?$skip=1' },
		}));
		await getAll(serviceLayer, 'Orders');
		expect(requests.map(({ url }) => url)).toEqual(['Orders', 'Orders?$skip=1']);
	});
});

describe('pages of a gateway', () => {
	it.each([
		['style that never closes', '<style '.repeat(60_000)],
		['script that never closes', '<script>'.repeat(50_000)],
		['tags that never close', '<'.repeat(400_000)],
		['white space', ' '.repeat(400_000)],
		['dashes', '-'.repeat(400_000)],
		['a title that never closes', `<title${' '.repeat(400_000)}`],
		['brackets', '['.repeat(400_000)],
	])('cost milliseconds: %s', (_, page) => {
		expect(milliseconds(() => readErrorBody(page))).toBeLessThan(50);
		expect(milliseconds(() => readErrorBody({ error: { code: '-1', message: page } }))).toBeLessThan(100);
		expect(readErrorBody(page).text.length).toBeLessThanOrEqual(200);
	});

	it('cost milliseconds in place of a batch, and come as a short reason', async () => {
		const { serviceLayer } = fakeServer([{ body: `--${'x'.repeat(400_000)}` }, { statusCode: 400, body: '<p>'.repeat(130_000) }]);
		const start = performance.now();
		const part = { changes: [{ method: 'POST' as const, path: 'JournalEntries', body: {} }] };
		for (let answers = 1; answers <= 2; answers++) {
			const error = await runBatch(serviceLayer, [part]).catch((thrown: Error) => thrown);
			expect(error).toBeInstanceOf(Error);
			expect((error as Error).message.length).toBeLessThan(400);
		}
		expect(performance.now() - start).toBeLessThan(500);
	});

	it('keep the title, or the first words without styles and scripts', () => {
		expect(readErrorBody('<HTML><Title>502 Proxy\n Error</Title><p>more</p></HTML>').text).toBe('502 Proxy Error');
		expect(readErrorBody('<style>p{}</style><p>Try <b>later</b></p><script>x()</script>').text).toBe('Try later');
	});
});

describe("B1's own texts", () => {
	it('are cut in the middle where they are very long, so that the place stays', () => {
		const { text } = readErrorBody({
			error: { code: -1, message: { value: `${'x'.repeat(100_000)} [JournalEntryLines.AccountCode][line: 2]` } },
		});
		expect(text.length).toBeLessThan(1_100);
		expect(text).toMatch(/\[JournalEntryLines\.AccountCode\]\[line: 2\]$/);
	});

	it('reach nobody with controls, marks of direction or halves of a pair', () => {
		const { text } = readErrorBody({ error: { code: '-1', message: 'a\u0000b\u001b[31mc\u202ed\ud800e' } });
		expect(text).toBe('ab[31mcde');
	});
});

describe('a relative path', () => {
	const data = readCredential({ serverUrl: 'https://b1.example:50000', companyDb: 'A', userName: 'B', sessionToken: 'T' });
	const signed = { ...data, sessionOwner: ownerOf(data, 'T') };

	it.each(['../../login', '%2e%2e/%2e%2e/x', 'Items/../../../x', '.%2E/v1/Items'])('never leaves the service root: %s', (url) => {
		expect(() => withSession(signed, { url })).toThrow(/leads out/);
	});

	it('may hold dots in keys and filters', () => {
		expect(withSession(signed, { url: "Items('a..b')?$filter=A eq '../..'" }).url).toMatch(
			/^https:\/\/b1\.example:50000\/b1s\/v2\/Items/,
		);
	});
});
