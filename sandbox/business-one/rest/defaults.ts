import type { StructuredType } from '../metadata/model';
import { ruleBroken } from '../errors';
import type { Row, Value } from '../store/store';

/** What a new object holds where the client says nothing, beyond "no", zero and empty. */
const typeDefaults: Record<string, Row> = {
	ChartOfAccount: { ActiveAccount: 'tYES', AcctCurrency: '##', AccountType: 'at_Other', AccountLevel: 5, PrimaryAccount: 'tNO' },
	BusinessPartner: { CardType: 'cCustomer', Currency: '##', Valid: 'tYES', GroupCode: 100, PayTermsGrpCode: -1, Series: 1 },
	ProfitCenter: { Active: 'tYES', InWhichDimension: 1 },
	DistributionRule: { Active: 'tYES', Direct: 'tNO', InWhichDimension: 1, TotalFactor: '100' },
	Dimension: { IsActive: 'tYES' },
	Project: { Active: 'tYES' },
	Currency: { Decimals: 'cdDefault', Rounding: 'rsNoRounding' },
	EmployeeInfo: { Active: 'tYES' },
	VatGroup: { Category: 'bovcInputTax' },
	SalesTaxCode: { ValidForAR: 'tYES', ValidForAP: 'tYES' },
	UserTablesMD: { TableType: 'bott_NoObject', DisplayMenu: 'tYES' },
	UserFieldMD: { Type: 'db_Alpha', SubType: 'st_None' },
	UserKeysMD: { Unique: 'tNO' },
	FinancePeriod: { PeriodStatus: 'ltUnlocked' },
};

/** A new object: what the client sent over what the type starts with. Throws where a mandatory user field stays empty. */
export function withDefaults(type: StructuredType, input: Row): Row {
	const row: Row = {};
	for (const property of type.properties.values()) {
		const given = input[property.name];
		row[property.name] = given ?? typeDefaults[type.name]?.[property.name] ?? emptyValue(property);
		if (property.mandatory && (row[property.name] === null || row[property.name] === '')) {
			throw ruleBroken(`Field '${property.name}' of '${type.name}' is mandatory`);
		}
	}
	return row;
}

function emptyValue(property: StructuredType['properties'] extends Map<string, infer P> ? P : never): Value {
	if (property.collection) return [];
	if (property.defaultValue !== undefined) return property.kind === 'int' ? Number(property.defaultValue) : property.defaultValue;
	if (property.type === 'BoYesNoEnum') return 'tNO';
	return property.kind === 'double' && !property.name.startsWith('U_') ? '0' : null;
}
