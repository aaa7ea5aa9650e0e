/** What the look-alike resources differ in. */
export interface MasterDataDefinition {
	/** Value of the resource, and prefix of its list search method. */
	resource: string;
	/** As labels show it. */
	name: string;
	/** As sentences name one and many of it. */
	one: string;
	many: string;
	article: 'a' | 'an';
	set: string;
	key: string;
	keyType: 'text' | 'number';
	keyExample: string;
	/** What people recognize it by. */
	nameFields: string[];
	/** Looked through by Search. */
	searchFields: string[];
	/** Properties when simplified, ten at most. */
	simple: string[];
}

export const definitions: MasterDataDefinition[] = [
	{
		resource: 'account',
		name: 'Account',
		one: 'account',
		many: 'accounts',
		article: 'an',
		set: 'ChartOfAccounts',
		key: 'Code',
		keyType: 'text',
		keyExample: '611000',
		nameFields: ['Name'],
		searchFields: ['Code', 'Name', 'FormatCode'],
		simple: [
			'Code',
			'Name',
			'FormatCode',
			'ActiveAccount',
			'AccountType',
			'AcctCurrency',
			'LockManualTransaction',
			'FrozenFor',
			'ValidFor',
			'FatherAccountKey',
		],
	},
	{
		resource: 'businessPartner',
		name: 'Business Partner',
		one: 'business partner',
		many: 'business partners',
		article: 'a',
		set: 'BusinessPartners',
		key: 'CardCode',
		keyType: 'text',
		keyExample: 'V10000',
		nameFields: ['CardName'],
		searchFields: ['CardCode', 'CardName', 'FederalTaxID', 'EmailAddress'],
		simple: [
			'CardCode',
			'CardName',
			'CardType',
			'GroupCode',
			'FederalTaxID',
			'EmailAddress',
			'Currency',
			'DebitorAccount',
			'Valid',
			'Frozen',
		],
	},
	{
		resource: 'costCenter',
		name: 'Cost Center',
		one: 'cost center',
		many: 'cost centers',
		article: 'a',
		set: 'ProfitCenters',
		key: 'CenterCode',
		keyType: 'text',
		keyExample: 'SALES',
		nameFields: ['CenterName'],
		searchFields: ['CenterCode', 'CenterName'],
		simple: [
			'CenterCode',
			'CenterName',
			'GroupCode',
			'InWhichDimension',
			'CostCenterType',
			'EffectiveFrom',
			'EffectiveTo',
			'Active',
		],
	},
	{
		resource: 'currency',
		name: 'Currency',
		one: 'currency',
		many: 'currencies',
		article: 'a',
		set: 'Currencies',
		key: 'Code',
		keyType: 'text',
		keyExample: 'EUR',
		nameFields: ['Name'],
		searchFields: ['Code', 'Name', 'DocumentsCode'],
		simple: ['Code', 'Name', 'DocumentsCode', 'Decimals'],
	},
	{
		resource: 'dimension',
		name: 'Dimension',
		one: 'dimension',
		many: 'dimensions',
		article: 'a',
		set: 'Dimensions',
		key: 'DimensionCode',
		keyType: 'number',
		keyExample: '1',
		nameFields: ['DimensionName', 'DimensionDescription'],
		searchFields: ['DimensionName', 'DimensionDescription'],
		simple: ['DimensionCode', 'DimensionName', 'DimensionDescription', 'IsActive'],
	},
	{
		resource: 'distributionRule',
		name: 'Distribution Rule',
		one: 'distribution rule',
		many: 'distribution rules',
		article: 'a',
		set: 'DistributionRules',
		key: 'FactorCode',
		keyType: 'text',
		keyExample: 'SALES',
		nameFields: ['FactorDescription'],
		searchFields: ['FactorCode', 'FactorDescription'],
		simple: ['FactorCode', 'FactorDescription', 'InWhichDimension', 'Direct', 'TotalFactor', 'Active', 'DistributionRuleLines'],
	},
	{
		resource: 'employee',
		name: 'Employee',
		one: 'employee',
		many: 'employees',
		article: 'an',
		set: 'EmployeesInfo',
		key: 'EmployeeID',
		keyType: 'number',
		keyExample: '17',
		nameFields: ['FirstName', 'LastName'],
		searchFields: ['FirstName', 'LastName', 'eMail'],
		simple: ['EmployeeID', 'FirstName', 'LastName', 'eMail', 'CostCenterCode', 'LinkedVendor', 'Manager', 'Active'],
	},
	{
		resource: 'project',
		name: 'Project',
		one: 'project',
		many: 'projects',
		article: 'a',
		set: 'Projects',
		key: 'Code',
		keyType: 'text',
		keyExample: 'P-2026-01',
		nameFields: ['Name'],
		searchFields: ['Code', 'Name'],
		simple: ['Code', 'Name', 'ValidFrom', 'ValidTo', 'Active'],
	},
	{
		resource: 'taxGroup',
		name: 'Tax Group',
		one: 'tax group',
		many: 'tax groups',
		article: 'a',
		set: 'VatGroups',
		key: 'Code',
		keyType: 'text',
		keyExample: 'I1',
		nameFields: ['Name'],
		searchFields: ['Code', 'Name'],
		simple: ['Code', 'Name', 'Category', 'TaxAccount', 'Inactive', 'VatGroups_Lines'],
	},
];
