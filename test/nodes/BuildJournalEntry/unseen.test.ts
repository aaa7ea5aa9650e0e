/** What a form does not show is not lost: rows a person adds stand beside the defaults they do not speak of. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { BuildJournalEntry } from '../../../nodes/BuildJournalEntry/BuildJournalEntry.node';
import type { JournalEntryLine } from '../../../nodes/shared/journalEntry';
import { DEFAULT_PROFILE, type Profile } from '../../../nodes/shared/mapping';
import { runNode } from '../../helpers/engine';
import { expenseItem } from './samples';

const rl = (value: string) => ({ __rl: true, mode: 'path', value });
const rows = (...list: INodeParameters[]) => ({ rows: list });
const docId = 'd'.repeat(32);

function taxi(): IDataObject {
	const item = expenseItem({ docId, costs: [{ amount: 43.5, account: '611000' }] });
	const { expenseEntry } = item.document as unknown as { expenseEntry: Array<{ allocation: IDataObject[] }> };
	expenseEntry[0]!.allocation[0]!.allocationCustom6Code = 'EAST';
	return item;
}

async function linesOf(parameters: INodeParameters): Promise<JournalEntryLine[]> {
	const [ready] = await runNode({ nodeType: new BuildJournalEntry(), parameters }, [taxi()]);
	const { JournalEntryLines } = ready![0]!.json.journalEntry as unknown as { JournalEntryLines: JournalEntryLine[] };
	return JournalEntryLines;
}

async function exported(parameters: INodeParameters): Promise<Profile> {
	const nodeType = new BuildJournalEntry();
	const outputs = await runNode({ nodeType, parameters: { operation: 'exportProfile', ...parameters } }, [{}]);
	return outputs[0]![0]!.json.profile as unknown as Profile;
}

describe('the table of dimensions', () => {
	const dimensions = (...list: INodeParameters[]) => ({ costObjects: { dimensions: rows(...list) } });
	const region = { dimension: 2, path: rl('allocation.allocationCustom6Code') };

	test('a row for dimension 2 leaves the cost center where it was', async () => {
		expect(await linesOf(dimensions(region))).toMatchObject([{ CostingCode: 'SALES', CostingCode2: 'EAST' }, {}]);
	});

	test.each([3, 4, 5])('so does one for dimension %i', async (dimension) => {
		expect(await linesOf(dimensions({ ...region, dimension }))).toMatchObject([
			{ CostingCode: 'SALES', [`CostingCode${dimension}`]: 'EAST' },
			{},
		]);
	});

	test('no row at all leaves the cost center where it was', async () => {
		expect(await linesOf(dimensions())).toMatchObject([{ CostingCode: 'SALES' }, {}]);
	});

	test('a row for dimension 1 takes the place of the default fields', async () => {
		expect(await linesOf(dimensions({ ...region, dimension: 1 }))).toMatchObject([{ CostingCode: 'EAST' }, {}]);
	});

	test('a single row without a field leaves dimension 1 empty, since that is what the form shows', async () => {
		const [cost] = await linesOf(dimensions({ dimension: 1, path: rl('') }, region));
		expect(cost).toMatchObject({ CostingCode2: 'EAST' });
		expect(cost).not.toHaveProperty('CostingCode');
	});
});

describe('the partner table', () => {
	const table = rows({ from: 'E1001', partner: rl('LARSEN') });
	const byCode = { by: 'code', template: 'X{employeeId}' };

	test('counts although a rule for employees does not name it', async () => {
		const partners = { table, employeeVendor: rows(byCode) };
		expect(await linesOf({ partners })).toMatchObject([{}, { ShortName: 'LARSEN' }]);
	});

	test('an employee without a row is found by the rule', async () => {
		const partners = { table: rows({ from: 'E9', partner: rl('LARSEN') }), employeeVendor: rows(byCode) };
		expect(await linesOf({ partners })).toMatchObject([{}, { ShortName: 'XE1001' }]);
	});

	test.each(['employeeVendor', 'cardVendor', 'vendor'])('counts for %s', async (role) => {
		const { partners } = await exported({ partners: { table, [role]: rows(byCode) } });
		expect(partners).toEqual({ ...DEFAULT_PROFILE.partners, table: { E1001: 'LARSEN' }, [role]: [{ by: 'table' }, byCode] });
	});

	test('is asked where a rule names it', async () => {
		const { partners } = await exported({ partners: { table, employeeVendor: rows(byCode, { by: 'table', template: '' }) } });
		expect(partners.employeeVendor).toEqual([byCode, { by: 'table' }]);
	});

	test('without a row adds no rule', async () => {
		const { partners } = await exported({ partners: { table: rows(), employeeVendor: rows(byCode) } });
		expect(partners.employeeVendor).toEqual([byCode]);
	});
});

test('the default rules of partners stand in the form from the start, since rules a person states take their place', () => {
	const property = new BuildJournalEntry().description.properties.find(({ name }) => name === 'partners');
	const { table: _, ...rules } = DEFAULT_PROFILE.partners;
	const shown = (rule: object) => ({ template: '', ...rule });
	expect(property!.default).toEqual(
		Object.fromEntries(Object.entries(rules).map(([role, list]) => [role, { rows: list.map(shown) }])),
	);
});
