import type { MasterDataResult } from '../../context';
import { changeCompany } from '../company';
import type { Core } from '../core';
import { parseDate } from '../dates';
import { amountText, parseAmount } from '../amounts';
import { structuredTypes } from '../metadata/model';
import { withDefaults } from '../rest/defaults';
import { readInput } from '../rest/input';
import { keepDirectRule } from '../rest/masterData';
import { addUserField } from '../usertables/structure';
import { keyText, type Row } from './store';
import { addPeriod } from './periods';

type Loader = (core: Core, row: Record<string, unknown>) => void;

/** Lists a company is loaded from, and the set each row goes to; in this order, because cost centres bring distribution rules. */
const setOfList: Record<string, string> = {
	currencies: 'Currencies',
	dimensions: 'Dimensions',
	branches: 'BusinessPlaces',
	accounts: 'ChartOfAccounts',
	businessPartners: 'BusinessPartners',
	profitCenters: 'ProfitCenters',
	distributionRules: 'DistributionRules',
	projects: 'Projects',
	vatGroups: 'VatGroups',
	salesTaxCodes: 'SalesTaxCodes',
	costElements: 'CostElements',
	transactionCodes: 'TransactionCodes',
	employees: 'EmployeesInfo',
	houseBankAccounts: 'HouseBankAccounts',
	items: 'Items',
	additionalExpenses: 'AdditionalExpenses',
	withholdingTaxCodes: 'WithholdingTaxCodes',
	paymentTerms: 'PaymentTermsTypes',
	budgets: 'Budgets',
	budgetScenarios: 'BudgetScenarios',
	users: 'Users',
};

const otherLists: Record<string, Loader> = { periods: addPeriod, rates: addRate, series: addSeries, userFields: addField };
const SETTINGS_LISTS = ['company', 'companyInfo'];

/**
 * Adds or changes master data, in Service Layer property names; what a row leaves out keeps its value. A row that is refused is told with
 * its reason, and the others are loaded all the same.
 */
export function loadMasterData(core: Core, body: unknown): MasterDataResult {
	const result: MasterDataResult = { loaded: {}, rejected: [] };
	const lists = isObject(body) ? body : {};
	for (const name of SETTINGS_LISTS)
		if (name in lists) attempt(result, name, 0, () => changeCompany(core.store, checkedObject(lists[name])));
	for (const list of [...Object.keys(setOfList), ...Object.keys(otherLists)]) {
		if (!(list in lists)) continue;
		const rows = lists[list];
		if (!Array.isArray(rows)) result.rejected.push({ list, index: 0, reason: 'a list of rows is expected' });
		else rows.forEach((row: unknown, index) => attempt(result, list, index, () => load(core, list, checkedObject(row))));
	}
	const known = new Set([...SETTINGS_LISTS, ...Object.keys(setOfList), ...Object.keys(otherLists)]);
	for (const list of Object.keys(lists))
		if (!known.has(list)) result.rejected.push({ list, index: 0, reason: 'there is no such list' });
	return result;
}

function attempt(result: MasterDataResult, list: string, index: number, work: () => void): void {
	try {
		work();
		result.loaded[list] = (result.loaded[list] ?? 0) + 1;
	} catch (error) {
		result.rejected.push({ list, index, reason: error instanceof Error ? error.message : String(error) });
	}
}

function load(core: Core, list: string, row: Record<string, unknown>): void {
	core.store.transaction(() => {
		const loader = otherLists[list];
		if (loader) loader(core, row);
		else loadRow(core, setOfList[list] ?? '', row);
	});
}

function loadRow(core: Core, setName: string, body: Record<string, unknown>): void {
	const resolved = core.schema.set(setName);
	if (!resolved) throw new Error(`There is no set ${setName}`);
	const input = readInput(core, resolved.type, body, true);
	const missing = resolved.type.key.find((name) => input[name] === undefined || input[name] === null || input[name] === '');
	if (missing !== undefined) throw new Error(`The key '${missing}' is missing`);
	const before = core.store.get(setName, keyText(resolved.type.key.map((name) => input[name] as string | number)));
	const row = before ? { ...before, ...input } : withDefaults(resolved.type, input);
	core.store.put(setName, row);
	if (setName === 'ProfitCenters') keepDirectRule(core, row);
}

/** A row of SBOBobService_SetCurrencyRate; with RateDate null it holds for every day that has no row of its own. */
function addRate(core: Core, body: Record<string, unknown>): void {
	const { Currency: currency, RateDate: date = null, Rate: rate, ...others } = body;
	const unknown = Object.keys(others)[0];
	if (unknown !== undefined) throw new Error(`Property '${unknown}' of a rate is invalid`);
	const amount = parseAmount(String(rate));
	const day = date === null ? null : parseDate(String(date));
	if (typeof currency !== 'string' || !core.store.get('Currencies', keyText([currency])))
		throw new Error(`Currency ${String(currency)} is not there`);
	if (amount === null || amount <= 0n) throw new Error('Rate is a number above 0');
	if (date !== null && day === null) throw new Error('RateDate is a date or null');
	core.store.put('*Rates', { Currency: currency, RateDate: day, Rate: amountText(amount) });
}

/** A row of UserFieldsMD. */
function addField(core: Core, body: Record<string, unknown>): void {
	const resolved = core.schema.set('UserFieldsMD');
	if (!resolved) throw new Error('There is no set UserFieldsMD');
	addUserField(core, resolved.type, readInput(core, resolved.type, body));
}

function addSeries(core: Core, body: Record<string, unknown>): void {
	const type = structuredTypes.get('Series');
	if (!type) throw new Error('The type Series is missing');
	const input = readInput(core, type, body, true);
	if (typeof input.SeriesProperty !== 'number') throw new Error("The key 'SeriesProperty' is missing");
	const before = core.store.get('*Series', keyText([input.SeriesProperty])) ?? {};
	const first = input.InitialNumber ?? before.InitialNumber ?? 1;
	core.store.put('*Series', {
		InitialNumber: first,
		NextNumber: first,
		Document: '30',
		Locked: 'tNO',
		...before,
		...input,
	} as Row);
}

function checkedObject(value: unknown): Record<string, unknown> {
	if (!isObject(value)) throw new Error('an object is expected');
	return value;
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
