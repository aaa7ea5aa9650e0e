import { entityPath, getAll, type ApiVersion } from '../../nodes/shared/business-one';
import type { Connection } from './connection';
import { PostingSandbox } from './postingSandbox';

/** What the client takes for granted of a Service Layer, asked of the sandbox, which was written from the same documents by others. */
let b1: PostingSandbox;
let connection: Connection;

const COUNT = 53;

beforeAll(async () => {
	b1 = await PostingSandbox.start();
	await b1.control('post', 'master-data', {
		projects: Array.from({ length: COUNT }, (_, index) => ({
			Code: `PAGE${index + 100}`,
			Name: "Page's & more",
			Active: 'tYES',
		})),
	});
});

afterAll(async () => await b1.stop());

describe.each<ApiVersion>(['v1', 'v2'])('%s', (version) => {
	beforeEach(() => {
		connection = b1.connect(version);
	});

	afterEach(async () => {
		await b1.clearFaults();
		connection.close();
	});

	it.each(['', 'nextLinkWithoutFilter', 'relativeNextLink', 'sessionExpired', 'sessionLost304', 'nodeChange', 'html502', 'drop'])(
		'reads every page once, with its filter: %s',
		async (kind) => {
			if (kind !== '')
				await b1.faults({
					kind,
					system: 'businessOne',
					path: 'Projects',
					times: kind.includes('Link') ? 0 : 1,
					nth: kind.includes('Link') ? 1 : 2,
				});
			const { rows, truncated } = await getAll(
				connection.serviceLayer,
				'Projects',
				{ filter: "startswith(Code,'PAGE') and Name eq 'Page''s & more'", orderBy: 'Code' },
				{ pageSize: 20 },
			);
			expect(rows.map(({ Code }) => Code)).toEqual(Array.from({ length: COUNT }, (_, index) => `PAGE${index + 100}`));
			expect(truncated).toBe(false);
		},
	);

	it('says that a limit cut the list, and when it did not', async () => {
		const query = { filter: "startswith(Code,'PAGE')", orderBy: 'Code' };
		for (const [limit, truncated] of [
			[COUNT - 1, true],
			[COUNT, false],
			[20, true],
		] as const) {
			expect(await getAll(connection.serviceLayer, 'Projects', query, { limit, pageSize: 20 })).toMatchObject({ truncated });
		}
	});

	it('writes keys that need quoting', async () => {
		const Code = `O'N ${version} é&+?#%`;
		await connection.serviceLayer.post('Projects', { Code, Name: 'x' });
		const { body } = await connection.serviceLayer.get(entityPath('Projects', Code));
		expect(body).toMatchObject({ Code });
	});

	it('reads the error, its code and its place', async () => {
		const entry = {
			JournalEntryLines: [
				{ AccountCode: '611000', Debit: 1 },
				{ AccountCode: 'NONE', Credit: 1 },
			],
		};
		await expect(connection.serviceLayer.post('JournalEntries', entry)).rejects.toMatchObject({
			kind: 'masterData',
			status: 400,
			place: { field: 'AccountCode', line: 2, value: 'NONE' },
		});
		await expect(connection.serviceLayer.get('JournalEntries(99999)')).rejects.toMatchObject({
			kind: 'masterData',
			status: 404,
			code: '-2028',
		});
		await expect(connection.serviceLayer.get("Projects?$filter=Code in ('A')")).rejects.toMatchObject({
			kind: 'validation',
			mayHaveHappened: false,
		});
	});
});
