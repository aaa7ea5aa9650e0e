import fc from 'fast-check';
import { batchReads, readBatch, runBatch, writeBatch } from '../../nodes/shared/business-one';
import { fakeServer } from './fakeServer';

const ENTRY = { JournalEntryLines: [{ AccountCode: '1', Debit: 1.5 }] };

/** A batch answer as the Service Layer writes it. */
function answer(parts: string[], closed = true): string {
	const lines = parts.map((part) => `--batchresponse_1\r\n${part}`);
	return `${lines.join('\r\n')}\r\n${closed ? '--batchresponse_1--\r\n' : ''}`;
}

const plain = (status: string, body: string) =>
	`Content-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\nHTTP/1.1 ${status}\r\nContent-Type: application/json\r\n\r\n${body}`;

const changeSet = (...replies: string[]) =>
	`Content-Type: multipart/mixed;boundary=changesetresponse_2\r\n\r\n${replies.map((reply) => `--changesetresponse_2\r\n${reply}\r\n`).join('')}--changesetresponse_2--\r\n`;

const entrySet = { changes: [{ method: 'POST' as const, path: 'JournalEntries', body: ENTRY }] };

describe('writing', () => {
	it('writes what the guide asks for: CRLF, Content-IDs, two blank lines after a GET, unquoted boundary', () => {
		const { contentType, text } = writeBatch([{ path: 'Items' }, entrySet], 'v2');
		const boundary = /^multipart\/mixed;boundary=([A-Za-z0-9_]+)$/.exec(contentType)?.[1];
		expect(text.startsWith(`--${boundary}\r\n`)).toBe(true);
		expect(text.endsWith(`--${boundary}--\r\n`)).toBe(true);
		expect(text).not.toMatch(/[^\r]\n/);
		expect(text).toContain('\r\n\r\nGET /b1s/v2/Items\r\n\r\n\r\n--');
		expect(text).toMatch(/Content-ID: 1\r\n\r\nPOST \/b1s\/v2\/JournalEntries\r\nContent-Type: application\/json\r\n\r\n\{/);
	});

	it('never uses a boundary that the content holds', () => {
		const first = writeBatch([entrySet], 'v2');
		const boundary = first.contentType.split('=')[1] as string;
		const nasty = writeBatch(
			[{ changes: [{ method: 'POST', path: 'JournalEntries', body: { Memo: `--${boundary}--` } }] }],
			'v2',
		);
		expect(nasty.contentType).not.toContain(boundary);
	});
});

describe('reading', () => {
	it('reads change sets, single replies and failures', () => {
		const reply = readBatch(
			answer([
				changeSet(plain('201 Created', '{"JdtNum":1}'), plain('204 No Content', '')),
				plain('200 OK', '{"value":[]}'),
				plain('400 Bad Request', '{"error":{"code":"-5002","message":"x"}}'),
			]),
		);
		expect(reply?.complete).toBe(true);
		expect(reply?.parts.map(({ replies }) => replies.map(({ statusCode }) => statusCode))).toEqual([[201, 204], [200], [400]]);
		expect(reply?.parts[0]?.replies[0]?.body).toEqual({ JdtNum: 1 });
	});

	it.each(['<html>502</html>', '', '{"error":{}}'])('says that %j is no batch', (text) => {
		expect(readBatch(text)).toBeUndefined();
	});

	it('is not misled by boundaries inside a body', () => {
		const memo = 'a --batchresponse_1 and --batchresponse_1-- in the middle';
		const reply = readBatch(answer([plain('200 OK', JSON.stringify({ Memo: memo }))]));
		expect(reply?.parts).toHaveLength(1);
		expect(reply?.parts[0]?.replies[0]?.body).toEqual({ Memo: memo });
	});

	it('never takes a cut-off answer for a whole one', () => {
		const whole = answer([changeSet(plain('201 Created', '{"JdtNum":1}')), changeSet(plain('201 Created', '{"JdtNum":2}'))]);
		fc.assert(
			fc.property(fc.integer({ min: 1, max: whole.length - 4 }), (length) => {
				const reply = readBatch(whole.slice(0, length));
				expect(reply?.complete ?? false).toBe(false);
			}),
		);
	});
});

describe('running', () => {
	it('tells what was not run from what nobody knows', async () => {
		const failed = fakeServer([{ body: answer([changeSet(plain('201 Created', '{}')), plain('400 Bad Request', '{}')]) }]);
		const stopped = await runBatch(failed.serviceLayer, [entrySet, entrySet, entrySet]);
		expect(stopped.map(({ state }) => state)).toEqual(['answered', 'answered', 'notRun']);

		const cut = fakeServer([{ body: answer([changeSet(plain('201 Created', '{}'))], false) }]);
		const lost = await runBatch(cut.serviceLayer, [entrySet, entrySet, entrySet]);
		expect(lost.map(({ state }) => state)).toEqual(['unknown', 'unknown', 'unknown']);
	});

	it('places a failed change set, and the change that failed, by the Content-ID of the culprit', async () => {
		const pair = { changes: [...entrySet.changes, ...entrySet.changes] };
		const failure = plain('400 Bad Request', '{"error":{"code":"-5002","message":"x"}}').replace(/^/, 'Content-ID: 4\r\n');
		const { serviceLayer } = fakeServer([{ body: answer([failure]) }]);
		expect(await runBatch(serviceLayer, [pair, pair, pair])).toMatchObject([
			{ state: 'unknown' },
			{ state: 'answered', ok: false, failedChange: 1 },
			{ state: 'notRun' },
		]);
	});

	it("keeps B1's own error that comes in place of the whole answer: what became of the parts is open", async () => {
		const body = { error: { code: '-1116', message: 'Could not commit transaction: Error -1 detected during transaction' } };
		for (const statusCode of [200, 202]) {
			const { serviceLayer } = fakeServer([{ statusCode, body }]);
			await expect(runBatch(serviceLayer, [entrySet])).rejects.toMatchObject({
				kind: 'capacity',
				code: '-1116',
				mayHaveHappened: true,
				ended: true,
			});
		}
	});

	it('does not take HTTP 200 with another body for success', async () => {
		const { serviceLayer } = fakeServer([{ body: '<html>hello</html>' }]);
		await expect(runBatch(serviceLayer, [entrySet])).rejects.toMatchObject({ mayHaveHappened: true });
	});

	it('asks again for reads behind one that failed', async () => {
		const { serviceLayer } = fakeServer([
			{
				body: answer([
					plain('200 OK', '{"value":[{"n":1}]}'),
					plain('404 Not Found', '{"error":{"code":"-1002","message":"x"}}'),
				]),
			},
			{ body: answer([plain('200 OK', '{"value":[{"n":3}]}')]) },
		]);
		const query = (set: string) => ({ set, query: {} });
		expect(await batchReads(serviceLayer, [query('A'), query('B'), query('C')])).toEqual([
			{ rows: [{ n: 1 }] },
			{ error: expect.objectContaining({ code: '-1002' }) },
			{ rows: [{ n: 3 }] },
		]);
	});

	it('follows the next link of a read in a batch', async () => {
		const { serviceLayer, requests } = fakeServer([
			{ body: answer([plain('200 OK', `{"value":[{"n":1}],"@odata.nextLink":"A?$skip=1"}`), plain('200 OK', '{"value":[]}')]) },
			{ body: { value: [{ n: 2 }] } },
		]);
		const results = await batchReads(serviceLayer, [
			{ set: 'A', query: { filter: "X eq '1'" } },
			{ set: 'B', query: {} },
		]);
		expect(results).toEqual([{ rows: [{ n: 1 }, { n: 2 }] }, { rows: [] }]);
		expect(decodeURIComponent(requests[1]?.url ?? '')).toBe("A?$filter=X eq '1'&$skip=1");
	});
});
