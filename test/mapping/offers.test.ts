/** Which row of the mapping cures a reason, and when none may be added. */
import { blankRow, DEFAULT_PROFILE, settingFor, type Profile } from '../../nodes/shared/mapping';

const always = () => true;
const offer = (code: string, value: string | undefined, profile: Partial<Profile> = {}, isOpen = always) =>
	settingFor({ code, value }, { ...DEFAULT_PROFILE, ...profile }, isOpen);
const accounts = (mode: 'asIs' | 'table' | 'expenseType') => ({ accountMap: { mode, table: {}, missing: 'review' as const } });

test.each([
	['unmapped-account', 'MEALS', accounts('table'), 'Account Table'],
	['unmapped-account', 'Lunch', accounts('expenseType'), 'Expense Type Table'],
	['unmapped-tax', 'VA', {}, 'Tax Codes'],
	['unknown-payee', 'XCBP', {}, 'Payee Roles'],
	['vendor-not-found', '1099', {}, 'Partner Table'],
	['cost-center-not-found', '40', {}, 'Cost Center Table'],
	['project-not-found', 'P1', {}, 'Project Table'],
	['branch-not-found', '7', {}, 'Branch Table'],
	['currency-not-found', 'EUR', {}, 'Currency Table'],
	['missing-shipping-account', undefined, {}, 'Account for Shipping'],
	['branch-missing', undefined, {}, 'Branch Without a Field'],
])('%s %s is cured by a row', (code, value, profile, label) => {
	expect(offer(code, value, profile)).toBe(label);
	expect(blankRow(label)).toMatchObject({ setting: label });
});

test.each([
	['the setting stands in fields that rows would take the place of', 'cost-center-not-found', '40', {}, () => false],
	['the mapping gave the code itself', 'cost-center-not-found', 'SALES', { costCenterMap: { 40: 'SALES' } }, always],
	['the document has no code', 'unmapped-tax', '', {}, always],
	['accounts come as they are', 'unmapped-account', '6100', accounts('asIs'), always],
	['the cure lies elsewhere', 'period-locked', '2026-03-31', {}, always],
	['the code is a name of every object', 'constructor', 'x', {}, always],
])('nothing is offered where %s', (_why, code, value, profile, isOpen) => {
	expect(offer(code, value, profile, isOpen)).toBeUndefined();
});

test('a row to fill in has the columns of its setting, and choices where there are some', () => {
	expect(blankRow('Account Table')!.cells.map(({ column, label }) => [column, label])).toEqual([
		['from', 'Concur Account Code'],
		['to', 'B1 Account'],
	]);
	expect(blankRow('Payee Roles')!.cells[1]).toMatchObject({
		choices: [
			{ value: 'employeeVendor', label: 'Employee' },
			{ value: 'cardVendor', label: 'Card Vendor' },
		],
		initial: 'employeeVendor',
	});
	expect(blankRow('Account for Shipping')).toMatchObject({ isTable: false, cells: [{ column: 'to' }] });
	// Two sections have a setting of that name.
	expect(blankRow('Card Vendors')).toBeUndefined();
});
