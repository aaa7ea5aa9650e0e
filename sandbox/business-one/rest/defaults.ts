import type { Property, StructuredType } from '../metadata/model';
import { ruleBroken } from '../errors';
import type { Row, Value } from '../store/store';

/** What a new object holds where the client says nothing, beyond "no", zero and empty. */
const typeDefaults: Record<string, Row> = {
	WithholdingTaxCode: { Category: 'wtcc_Invoice' },
	Item: { PurchaseItem: 'tYES', InventoryItem: 'tNO', Valid: 'tYES', Frozen: 'tNO' },
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

interface Template {
	row: Row;
	/** User fields that must not stay empty. */
	mandatory: string[];
}

const templates = new WeakMap<StructuredType, Template>();

/** A new object: what the client sent over what the type starts with. Throws where a mandatory user field stays empty. */
export function withDefaults(type: StructuredType, input: Row): Row {
	const template = templateOf(type);
	const row: Row = { ...template.row };
	for (const name of Object.keys(input)) {
		const value = input[name];
		if (value !== null && value !== undefined && type.properties.has(name)) row[name] = value;
	}
	const missing = template.mandatory.find((name) => row[name] === null || row[name] === '');
	if (missing !== undefined) throw ruleBroken(`Field '${missing}' of '${type.name}' is mandatory`);
	return row;
}

/** Made once a type: entries have thousands of lines with dozens of properties each. */
function templateOf(type: StructuredType): Template {
	const known = templates.get(type);
	if (known) return known;
	const properties = [...type.properties.values()];
	const values = properties.map((property) => [property.name, typeDefaults[type.name]?.[property.name] ?? emptyValue(property)]);
	const mandatory = properties.filter((property) => property.mandatory).map((property) => property.name);
	const template = { row: Object.fromEntries(values) as Row, mandatory };
	templates.set(type, template);
	return template;
}

function emptyValue(property: Property): Value {
	if (property.collection) return [];
	if (property.defaultValue !== undefined) return property.kind === 'int' ? Number(property.defaultValue) : property.defaultValue;
	if (property.type === 'BoYesNoEnum') return 'tNO';
	return property.kind === 'double' && !property.name.startsWith('U_') ? '0' : null;
}
