import { readRequest } from '../../nodes/shared/desk';
import { basic } from './rows';

const headers = { authorization: basic('anna') };
const received = (body: object, query: object = {}) => ({ headers, query, body });

describe('who is asking', () => {
	it('is the user of the log-in that n8n has checked', () => {
		expect(readRequest(received({}), '')?.person).toBe('anna');
		expect(readRequest({ headers: { authorization: basic('jörg', 'a:b') } }, '')?.person).toBe('jörg');
	});

	it.each([
		[{}],
		[{ authorization: '**hidden**' }],
		[{ authorization: 'Bearer x' }],
		[{ authorization: basic(' ') }],
		[undefined],
	])('is nobody with %j', (others) => expect(readRequest({ headers: others }, '')).toBeUndefined());

	it('is whom the proxy names, and nobody where it names none: the log-in does not count then', () => {
		expect(readRequest({ headers: { ...headers, 'x-user': 'ben' } }, 'X-User')?.person).toBe('ben');
		expect(readRequest(received({}), 'X-User')).toBeUndefined();
	});
});

it('drops everything that is not part of the request, the password among it', () => {
	expect(JSON.stringify(readRequest(received({}, { row: '3' }), ''))).not.toMatch(/secret|authorization|Basic/);
});

it('reads a page with its filters, and takes the first page of what waits for anything else', () => {
	expect(
		readRequest(received({}, { list: 'warnings', search: ' kim ', sort: 'amount', page: '2', reason: 'x', row: '9' }), '')?.view,
	).toEqual({ list: 'warnings', search: 'kim', sort: 'amount', page: 2, reason: 'x', row: 9 });
	const odd = { list: '__proto__', search: ['a', 'b'], sort: {}, page: '-1', row: '1e9', reason: null };
	expect(readRequest(received({}, odd), '')?.view).toEqual({
		list: 'waiting',
		search: 'a',
		sort: 'since',
		page: 1,
		reason: '',
		row: null,
	});
});

describe('an act', () => {
	it.each([[['7.stamp-0007', '8.stamp-0008']], [{ 0: '7.stamp-0007', 1: '8.stamp-0008' }]])(
		'names rows with their stamps, however the form was read: %j',
		(shown) => {
			expect(readRequest(received({ act: 'tryAgain', shown }), '')?.act?.rows).toEqual([
				{ id: 7, stamp: 'stamp-0007' },
				{ id: 8, stamp: 'stamp-0008' },
			]);
		},
	);

	it('takes no row without a stamp, and not more rows than a page has', () => {
		const shown = ['7', '7.', '7.x', "7.' OR 1", ...Array.from({ length: 300 }, (_, n) => `${n}.stamp-0000`)];
		expect(readRequest(received({ act: 'tick', shown }), '')?.act?.rows).toHaveLength(196);
	});

	it.each([
		['tryAgain', true],
		['tryAllAgain', true],
		['correct', true],
		['sendBack', false],
		['settle', false],
		['tick', false],
	])('says that the pipeline is run at once behind %s: %s', (act, runsPipeline) => {
		expect(readRequest(received({ act, shown: '7.stamp-0007' }), '')?.act).toMatchObject({ runsPipeline });
	});

	it('that is not known is said to be not understood', () => {
		expect(readRequest(received({ act: 'delete' }), '')).toMatchObject({ act: null, said: 'notUnderstood' });
	});

	it('is none where only the address says so: what a link can do, changes nothing', () => {
		expect(readRequest(received({}, { act: 'tryAgain', shown: '7.stamp-0007' }), '')?.act).toBeNull();
	});
});
