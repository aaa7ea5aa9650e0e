import { structuredTypes } from '../metadata/model';
import { withDefaults } from '../rest/defaults';
import { changeCompany } from '../company';
import type { Row, Store } from './store';

const years = { first: 2015, last: 2027 };

/** What a new, empty company has: its settings, the user manager, five dimensions, the local currency, periods and a number series. */
export function setUpCompany(store: Store): void {
	store.clear();
	changeCompany(store, {});
	store.commit(
		'Users',
		newRow('User', { InternalKey: 1, UserCode: 'manager', UserName: 'manager', UserPassword: 'manager', Superuser: 'tYES' }),
	);
	store.commit('Currencies', newRow('Currency', { Code: 'USD', Name: 'US Dollar', DocumentsCode: 'USD' }));
	for (let code = 1; code <= 5; code += 1) {
		store.commit(
			'Dimensions',
			newRow('Dimension', { DimensionCode: code, DimensionName: `Dimension ${code}`, DimensionDescription: `Dimension ${code}` }),
		);
	}
	store.commit('BusinessPartnerGroups', { Code: 100, Name: 'Customers', Type: 'bbpgt_CustomerGroup' });
	store.commit('*Series', {
		SeriesProperty: 17,
		Document: '30',
		Name: 'Primary',
		InitialNumber: 1001,
		NextNumber: 1001,
		Locked: 'tNO',
		PeriodIndicator: 'Default',
	});
	for (let year = years.first; year <= years.last; year += 1) addYear(store, year);
}

function addYear(store: Store, year: number): void {
	const category = year - years.first + 1;
	const window = {
		FromPostingDate: `${year}-01-01`,
		ToPostingDate: `${year}-12-31`,
		FinancialYear: year,
		BeginningofFinancialYear: `${year}-01-01`,
	};
	store.commit('*PeriodCategories', {
		AbsoluteEntry: category,
		PeriodCategoryProperty: String(year),
		PeriodName: String(year),
		NumberOfPeriods: 12,
		...window,
	});
	for (let month = 1; month <= 12; month += 1) store.commit('*Periods', monthOf(year, month, category));
}

/** A month as posting window; due and document dates may lie in the years beside it. */
function monthOf(year: number, month: number, category: number): Row {
	const name = `${year}-${String(month).padStart(2, '0')}`;
	return newRow('FinancePeriod', {
		AbsoluteEntry: 1000 + (category - 1) * 12 + month,
		PeriodCode: name,
		PeriodName: name,
		PostingDateFrom: `${name}-01`,
		PostingDateTo: new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10),
		ValueDateFrom: `${year - 1}-01-01`,
		ValueDateTo: `${year + 1}-12-31`,
		TaxDateFrom: `${year - 1}-01-01`,
		TaxDateTo: `${year + 1}-12-31`,
		PeriodIndicator: 'Default',
		Category: category,
		IsSetUp: 'tYES',
	});
}

function newRow(typeName: string, row: Row): Row {
	const type = structuredTypes.get(typeName);
	return type ? { ...row, ...withDefaults(type, row) } : row;
}
