import { readMasterData, readPeriods, type ApiVersion, type MasterDataQuery } from '../../nodes/shared/business-one';
import type { Connection } from './connection';
import { PostingSandbox } from './postingSandbox';

let b1: PostingSandbox;
let connection: Connection;

beforeAll(async () => {
	b1 = await PostingSandbox.start();
	await b1.control('post', 'master-data', {
		businessPartners: Array.from({ length: 70 }, (_, index) => ({
			CardCode: `T${index}`,
			CardName: `Tester ${index} O'Neil & Co`,
			CardType: 'cSupplier',
			FederalTaxID: `TAX-${index}`,
			EmailAddress: `tester${index}@example.com`,
			Currency: '##',
			Valid: 'tYES',
		})),
	});
});

afterAll(async () => await b1.stop());

afterEach(() => connection.close());

const NOTHING: MasterDataQuery = {
	accounts: [],
	partnerCodes: [],
	partnerNames: [],
	taxIds: [],
	emails: [],
	distributionRules: [],
	projects: [],
	taxGroups: [],
	currencies: [],
	items: [],
	dates: [],
};

describe.each<ApiVersion>(['v1', 'v2'])('%s', (version) => {
	beforeEach(() => {
		connection = b1.connect(version);
	});

	it('finds partners by code, name, tax ID and address, each once', async () => {
		const { partners } = await readMasterData(connection.serviceLayer, {
			...NOTHING,
			partnerCodes: ['T1', 'NONE'],
			partnerNames: ["Tester 1 O'Neil & Co", "Tester 2 O'Neil & Co"],
			taxIds: ['TAX-3'],
			emails: ['TESTER4@example.com'],
		});
		expect(partners.map(({ CardCode }) => CardCode).sort()).toEqual(['T1', 'T2', 'T3', 'T4']);
	});

	it('finds all of a long list, over more pages than one', async () => {
		const partnerCodes = Array.from({ length: 70 }, (_, index) => `T${index}`);
		const { partners } = await readMasterData(connection.serviceLayer, { ...NOTHING, partnerCodes });
		expect(partners).toHaveLength(70);
	});

	it('gives everything an entry is checked against', async () => {
		const rows = await readMasterData(connection.serviceLayer, {
			...NOTHING,
			accounts: ['611000', 'NONE'],
			currencies: ['EUR'],
			dates: ['2026-11-24', '2025-02-01'],
		});
		expect(rows.accounts).toEqual([expect.objectContaining({ Code: '611000', ActiveAccount: 'tYES' })]);
		expect(rows.currencies).toEqual([expect.objectContaining({ Code: 'EUR' })]);
		expect(rows.company).toMatchObject({ LocalCurrency: 'USD' });
		for (const date of ['2026-11-24', '2025-02-01']) {
			expect(
				rows.periods.some(
					({ PostingDateFrom, PostingDateTo }) =>
						String(PostingDateFrom).slice(0, 10) <= date && date <= String(PostingDateTo).slice(0, 10),
				),
			).toBe(true);
		}
	});

	it('finds the period of a day without reading every year', async () => {
		await connection.serviceLayer.get('Currencies');
		await b1.control('post', 'counters/reset');
		await readPeriods(connection.serviceLayer, ['2026-11-24']);
		const { requests } = (await b1.counters()) as { requests: { businessOne: number } };
		expect(requests.businessOne).toBeLessThanOrEqual(4);
	});

	it('asks B1 a few times only, however many codes there are', async () => {
		await connection.serviceLayer.get('Currencies');
		await b1.control('post', 'counters/reset');
		const codes = Array.from({ length: 100 }, (_, index) => `CODE${index}`);
		await readMasterData(connection.serviceLayer, {
			...NOTHING,
			accounts: codes,
			partnerCodes: codes,
			projects: codes,
			distributionRules: codes,
			taxGroups: codes,
		});
		const { requests } = (await b1.counters()) as { requests: { businessOne: number } };
		expect(requests.businessOne).toBeLessThanOrEqual(4);
	});

	it('passes on that B1 cannot be asked', async () => {
		await b1.faults({ kind: 'html503', path: '/b1s/', times: 0 });
		await expect(readMasterData(connection.serviceLayer, { ...NOTHING, accounts: ['1'] })).rejects.toMatchObject({
			kind: 'capacity',
		});
		await b1.clearFaults();
	});
});
