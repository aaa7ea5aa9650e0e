import { setUpPostingRegister } from '../../nodes/shared/business-one';
import { fakeServer, type Fake } from './fakeServer';

const REFUSED = '{"error":{"code":"-5002","message":"No lines"}}';
const batchAnswer = (status: number, body: string) =>
	`--b\r\nContent-Type: application/http\r\n\r\nHTTP/1.1 ${status} X\r\n\r\n${body}\r\n--b--\r\n`;

interface Server {
	tableThere?: boolean;
	visible?: boolean;
	atomic?: boolean;
	probe?: { status: number; body: string };
}

function server({ tableThere = false, visible = true, atomic = true, probe = { status: 400, body: REFUSED } }: Server): Fake {
	return fakeServer(({ method, url }) => {
		if (method === 'POST' && url.endsWith('MD')) {
			return tableThere
				? { statusCode: 400, body: { error: { code: '-2035', message: 'exists' } } }
				: { statusCode: 201, body: {} };
		}
		if (url === '$batch') return { body: batchAnswer(probe.status, probe.body) };
		if (method === 'DELETE') return { statusCode: 204 };
		if (url.includes('PROBE'))
			return atomic ? { statusCode: 404, body: { error: { code: '-2028', message: 'none' } } } : { body: { Code: 'PROBE' } };
		return visible
			? { body: { value: [] } }
			: { statusCode: 400, body: { error: { code: '-1002', message: 'Service Not Found' } } };
	});
}

const deleted = ({ requests }: Fake) =>
	requests.filter(({ method }) => method === 'DELETE').map(({ url }) => decodeURIComponent(url));

it('leaves no register behind where change sets are not atomic', async () => {
	const fake = server({ atomic: false });
	expect(await setUpPostingRegister(fake.serviceLayer)).toMatchObject({ usable: false, atomic: false, created: [] });
	expect(deleted(fake)).toEqual([expect.stringMatching(/^U_CONCURB1POST\('PROBE:\d+'\)$/), "UserTablesMD('CONCURB1POST')"]);
});

it('keeps a table that was there before, and says what to choose', async () => {
	const fake = server({ atomic: false, tableThere: true });
	expect(await setUpPostingRegister(fake.serviceLayer)).toMatchObject({
		usable: false,
		message: expect.stringContaining('Choose the guard Reference Check'),
	});
	expect(deleted(fake)).toHaveLength(1);
});

it('waits for a new table to show, and says so where it does not', async () => {
	const fake = server({ visible: false });
	expect(await setUpPostingRegister(fake.serviceLayer)).toMatchObject({
		usable: false,
		message: expect.stringContaining('restart the Service Layer'),
	});
	expect(fake.sleeps).toEqual([2_000, 5_000, 10_000]);
});

it('stops at once where B1 takes the entry of the probe', async () => {
	const fake = server({ probe: { status: 201, body: '{}' } });
	await expect(setUpPostingRegister(fake.serviceLayer)).rejects.toThrow(/accepted a journal entry without lines/);
});

it('passes on that the user may not create tables', async () => {
	const { serviceLayer } = fakeServer([
		{ statusCode: 403, body: { error: { code: '-6006', message: 'You are not permitted to perform this action' } } },
	]);
	await expect(setUpPostingRegister(serviceLayer)).rejects.toMatchObject({ kind: 'permission' });
});
