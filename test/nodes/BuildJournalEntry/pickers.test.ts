import { BuildJournalEntry } from '../../../nodes/BuildJournalEntry/BuildJournalEntry.node';
import { loadOptionsContext } from '../../helpers/engine';
import { DemoCompany } from './company';
import { expenseItem } from './samples';

const id = (number: number) => `${number}`.padStart(32, 'f');
const company = new DemoCompany().use();

describe('the pickers of the editor', () => {
	test('find accounts, partners and tax groups by code and by name', async () => {
		const { listSearch } = new BuildJournalEntry().methods;
		const values = async (search: keyof typeof listSearch, text: string) =>
			(await listSearch[search].call(loadOptionsContext(company.node()), text)).results.map(({ value }) => value);
		expect(await values('searchAccounts', 'meals')).toEqual(['613000']);
		expect(await values('searchAccounts', '600000')).toEqual([]);
		expect(await values('searchPartners', 'larsen')).toEqual(['E1001']);
		expect(await values('searchTaxGroups', 'V1')).toEqual(['V1']);
		expect(await values('searchCostCenters', 'SALES')).toEqual(['SALES']);
		expect(await values('searchProjects', 'roll')).toEqual(['ROLLOUT']);
	});

	test('offer sales tax codes of purchases behind the tax groups, page by page', async () => {
		const codes = Array.from({ length: 60 }, (_, index) => ({
			Code: `T${String(index).padStart(2, '0')}`,
			Name: `County ${index}`,
			ValidForAP: index === 3 ? 'tNO' : 'tYES',
		}));
		await company.control('master-data', { salesTaxCodes: codes });
		const { searchTaxGroups } = new BuildJournalEntry().methods.listSearch;
		const context = loadOptionsContext(company.node());
		const { results: found } = await searchTaxGroups.call(context, 'county 7');
		expect(found).toEqual([{ name: 'T07 – County 7 (Sales Tax Code)', value: 'T07' }]);
		const pages = [await searchTaxGroups.call(context)];
		while (pages.at(-1)!.paginationToken !== undefined && pages.length < 5)
			pages.push(await searchTaxGroups.call(context, undefined, pages.at(-1)!.paginationToken as string));
		expect(pages).toHaveLength(2);
		const values = pages.flatMap(({ results }) => results.map(({ value }) => String(value)));
		expect(values).toContain('V1');
		const expected = codes.map(({ Code }) => Code).filter((code) => code !== 'T03');
		expect(values.filter((value) => value.startsWith('T'))).toEqual(expected);
	});

	test('offer user fields of entries and of A/P invoices, each once, before the fields of B1 itself', async () => {
		const field = (TableName: string, Name: string, Description: string) => ({ TableName, Name, Description, Type: 'db_Alpha' });
		await company.control('master-data', {
			userFields: [
				field('OJDT', 'Region', 'Region'),
				field('OPCH', 'Region', 'Region'),
				field('JDT1', 'City', 'City of the cost'),
				field('INV1', 'Job', ''),
				field('OCRD', 'Region', 'Region of a partner'),
			],
		});
		const { searchUserFields } = new BuildJournalEntry().methods.listSearch;
		const found = async (text?: string) => (await searchUserFields.call(loadOptionsContext(company.node()), text)).results;
		expect((await found()).map(({ name }) => name)).toEqual([
			'U_City – City of the cost (Lines)',
			'U_Job (A/P Invoice Lines)',
			'U_Region – Region (Journal Entry, A/P Invoice)',
			'TransactionCode – Journal Entry',
			'Indicator – Journal Entry',
			'Series – Journal Entry',
			'ControlAccount – Partner Lines',
		]);
		expect(await found('city OF')).toEqual([{ name: 'U_City – City of the cost (Lines)', value: 'U_City' }]);
		await company.control('faults', {
			system: 'businessOne',
			kind: 'status',
			status: 403,
			path: '/b1s/v2/UserFieldsMD',
			times: 0,
		});
		await expect(found()).rejects.toThrow();
	});

	test('take sales tax codes where the company has no tax groups, and fail where it has neither', async () => {
		const { searchTaxGroups } = new BuildJournalEntry().methods.listSearch;
		await company.control('master-data', { salesTaxCodes: [{ Code: 'GST', Name: 'GST 5 %', ValidForAP: 'tYES' }] });
		const refusing = async (path: string) =>
			await company.control('faults', { system: 'businessOne', kind: 'status', status: 404, path, times: 0 });
		await refusing('/b1s/v2/VatGroups');
		const { results } = await searchTaxGroups.call(loadOptionsContext(company.node()));
		expect(results).toEqual([{ name: 'GST – GST 5 % (Sales Tax Code)', value: 'GST' }]);
		await refusing('/b1s/v2/SalesTaxCodes');
		await expect(searchTaxGroups.call(loadOptionsContext(company.node()))).rejects.toThrow();
	});

	test('list the codes of the document at hand', async () => {
		const { listSearch } = new BuildJournalEntry().methods;
		const costs = [
			{ amount: 1 },
			{ amount: 2, account: '612000', payee: 'IBCP' },
			{ amount: 11.9, tax: { amount: 1.9, code: 'V1' } },
		];
		const setup = company.node({ document: JSON.stringify(expenseItem({ docId: id(10), costs })) });
		const names = async (search: keyof typeof listSearch) =>
			(await listSearch[search].call(loadOptionsContext(setup))).results.map(({ name }) => name);
		expect(await names('searchDocumentAccounts')).toEqual(['613000 (Lunch)', '612000 (Lunch)']);
		expect(await names('searchDocumentExpenseTypes')).toEqual(['LUNCH (Lunch)']);
		expect(await names('searchDocumentPayees')).toEqual(['EMPL', 'IBCP']);
		expect(await names('searchDocumentTaxes')).toEqual(['V1 (Lunch)']);
		expect(await names('searchDocumentParties')).toEqual(['E1001 (Anna Larsen)']);
	});

	test('list the codes of cost objects from the fields that the mapping names, with what Concur calls them', async () => {
		const { listSearch } = new BuildJournalEntry().methods;
		const item = expenseItem({ docId: id(11), costs: [{ amount: 1 }, { amount: 2 }] });
		const entries = (item.document as unknown as { expenseEntry: Array<{ allocation: Array<Record<string, unknown>> }> })
			.expenseEntry;
		Object.assign(entries[0]!.allocation[0]!, { allocationCustom5Code: 'P-9', allocationCustom5Value: 'Roll-out' });
		const names = async (search: keyof typeof listSearch, costObjects: object, text = '') => {
			const setup = company.node({ document: JSON.stringify(item), costObjects: costObjects as never });
			return (await listSearch[search].call(loadOptionsContext(setup), text)).results.map(({ name }) => name);
		};
		expect(await names('searchDocumentCostCenters', {})).toEqual(['SALES (allocationCustom4Code)']);
		const projectPath = { rows: [{ path: { __rl: true, mode: 'path', value: 'allocation.allocationCustom5Code' } }] };
		expect(await names('searchDocumentProjects', { projectPath })).toEqual(['P-9 (Roll-out)']);
		expect(await names('searchDocumentBranches', {})).toEqual(['SALES (allocationCustom4Code)', 'P-9 (Roll-out)']);
		expect(await names('searchDocumentBranches', {}, 'roll')).toEqual(['P-9 (Roll-out)']);
	});

	test('list the fields of the document at hand with their values, and none of the employee', async () => {
		const { listSearch } = new BuildJournalEntry().methods;
		const context = loadOptionsContext(
			company.node({ document: JSON.stringify(expenseItem({ docId: id(9), costs: [{ amount: 1 }] })) }),
		);
		const { results } = await listSearch.searchDocumentFields.call(context, 'custom');
		expect(results).toEqual([{ name: 'allocation.allocationCustom4Code (SALES)', value: 'allocation.allocationCustom4Code' }]);
		const all = await listSearch.searchDocumentFields.call(context);
		expect(all.results.filter(({ value }) => /^(employee|ownerEmployee)/.test(String(value)))).toEqual([]);
		const without = await listSearch.searchDocumentFields.call(loadOptionsContext(company.node({ document: '' })), 'Custom4');
		expect(without.results.map(({ value }) => value)).toEqual(['allocation.allocationCustom4Code']);
	});
});
