import { CURRENCY_DECIMALS } from '../b1Names';
import { dayOf, rowsOf, textOf, type Json } from '../document';
import { FIELD_TABLES } from './masterData';
import type {
	AccountFacts,
	BranchFacts,
	DistributionRuleFacts,
	EmployeeFacts,
	MasterData,
	PartnerFacts,
	PaymentTerms,
	PeriodFacts,
	ProjectFacts,
	TaxGroupFacts,
	UserFieldFacts,
	Validity,
} from './masterData';

/** Service Layer yes: `tYES`; some builds write `Y`. */
const isOn = (value: unknown): boolean => value === 'tYES' || value === 'Y' || value === true;

const day = (value: unknown): string | null => dayOf(value) ?? null;

const text = (value: unknown): string => textOf(value) ?? '';

/** `Valid...` and `Frozen...` of accounts and partners: a validity window counts only while the record is marked valid. */
function validityOf(row: Json, valid: unknown, frozen: unknown): Validity {
	return {
		frozen: isOn(frozen),
		frozenFrom: day(row.FrozenFrom),
		frozenTo: day(row.FrozenTo),
		validFrom: isOn(valid) ? day(row.ValidFrom) : null,
		validTo: isOn(valid) ? day(row.ValidTo) : null,
	};
}

const RELEVANT = [
	'DistributionRuleRelevant',
	'DistributionRule2Relevant',
	'DistributionRule3Relevant',
	'DistributionRule4Relevant',
	'DistributionRule5Relevant',
];

/** A row of `ChartOfAccounts`. */
export function accountFacts(row: Json): AccountFacts {
	const relevant = RELEVANT.flatMap((property, index) => (isOn(row[property]) ? [index + 1] : []));
	return {
		code: text(row.Code),
		name: text(row.Name),
		isTitle: row.ActiveAccount === 'tNO',
		isControl: isOn(row.LockManualTransaction),
		...(isOn(row.BlockManualPosting) ? { isBlocked: true } : {}),
		...(relevant.length > 0 ? { relevantDimensions: relevant } : {}),
		...(isOn(row.ProjectRelevant) ? { isProjectRelevant: true } : {}),
		currency: text(row.AcctCurrency) || '##',
		...validityOf(row, row.ValidFor, row.FrozenFor),
	};
}

/** A row of `BusinessPartners`. */
export function partnerFacts(row: Json): PartnerFacts {
	const type =
		row.CardType === 'cCustomer' || row.CardType === 'C'
			? 'customer'
			: row.CardType === 'cLid' || row.CardType === 'L'
				? 'lead'
				: 'supplier';
	return {
		code: text(row.CardCode),
		name: text(row.CardName),
		type,
		currency: text(row.Currency) || '##',
		taxId: textOf(row.FederalTaxID),
		email: textOf(row.EmailAddress),
		...vendorTaxOf(row),
		...validityOf(row, row.Valid, row.Frozen),
	};
}

function vendorTaxOf(row: Json): Pick<PartnerFacts, 'withholdingTaxCode' | 'form1099'> {
	const code = row.SubjectToWithholdingTax === 'boYES' ? textOf(row.WTCode) : null;
	const [form, box] = [Number(row.FormCode1099 ?? 0), textOf(row.Box1099)];
	return {
		...(code === null ? {} : { withholdingTaxCode: code }),
		...(form > 0 && box !== null ? { form1099: { form, box } } : {}),
	};
}

/** A row of `EmployeesInfo`. */
export function employeeFacts(row: Json): EmployeeFacts {
	return {
		number: textOf(row.ExternalEmployeeNumber),
		email: textOf(row.eMail),
		linkedVendor: textOf(row.LinkedVendor),
	};
}

const START_FROM: Readonly<Record<string, PaymentTerms['startFrom']>> = {
	pdt_MonthStart: 'monthStart',
	pdt_HalfMonth: 'halfMonth',
	pdt_MonthEnd: 'monthEnd',
};

/** A row of `PaymentTermsTypes`. */
export function paymentTermsFacts(row: Json): PaymentTerms {
	return {
		from: row.BaselineDate === 'bld_TaxDate' ? 'document' : 'posting',
		startFrom: START_FROM[text(row.StartFrom)] ?? null,
		months: Number(row.NumberOfAdditionalMonths ?? 0),
		days: Number(row.NumberOfAdditionalDays ?? 0),
	};
}

/** A row of `DistributionRules`; its dates are those of its lines together. */
export function distributionRuleFacts(row: Json): DistributionRuleFacts {
	const lines = rowsOf(row.DistributionRuleLines);
	const froms = lines.map(({ EffectiveFrom }) => day(EffectiveFrom));
	const tos = lines.map(({ EffectiveTo }) => day(EffectiveTo));
	return {
		code: text(row.FactorCode),
		name: text(row.FactorDescription),
		dimension: Number(row.InWhichDimension ?? 1),
		active: row.Active === undefined || row.Active === null || isOn(row.Active),
		validFrom: froms.length === 0 || froms.includes(null) ? null : froms.reduce((a, b) => (a! < b! ? a : b))!,
		validTo: tos.length === 0 || tos.includes(null) ? null : tos.reduce((a, b) => (a! > b! ? a : b))!,
	};
}

/** A row of `Projects`. */
export function projectFacts(row: Json): ProjectFacts {
	return {
		code: text(row.Code),
		name: text(row.Name),
		active: row.Active === undefined || row.Active === null || isOn(row.Active),
		validFrom: day(row.ValidFrom),
		validTo: day(row.ValidTo),
	};
}

/** A row of `VatGroups`. */
export function taxGroupFacts(row: Json): TaxGroupFacts {
	const rates = rowsOf(row.VatGroups_Lines).flatMap(({ Effectivefrom, Rate }) => {
		const rate = textOf(Rate);
		return rate === null ? [] : [{ from: day(Effectivefrom), rate }];
	});
	return {
		code: text(row.Code),
		name: text(row.Name),
		taxAccount: textOf(row.TaxAccount),
		inactive: isOn(row.Inactive),
		isOutput: row.Category === 'bovcOutputTax' || row.Category === 'O',
		isAcquisition: isOn(row.AcquisitionReverse),
		isPartlyDeductible: Number(row.NonDeduct ?? 0) > 0,
		rates,
	};
}

/** A row of `SalesTaxCodes`. */
export function salesTaxCodeFacts(row: Json): TaxGroupFacts {
	return {
		code: text(row.Code),
		name: text(row.Name),
		taxAccount: null,
		inactive: isOn(row.Inactive),
		isSalesTaxCode: true,
		...(textOf(row.Rate) === null ? {} : { rates: [{ from: null, rate: textOf(row.Rate)! }] }),
	};
}

/** A row of `BusinessPlaces` (branches). */
export function branchFacts(row: Json): BranchFacts {
	return { id: Number(row.BPLID), name: text(row.BPLName), active: !isOn(row.Disabled) };
}

const TYPES: Readonly<Record<string, UserFieldFacts['type']>> = {
	db_Alpha: 'text',
	db_Memo: 'longText',
	db_Numeric: 'wholeNumber',
	db_Float: 'number',
	db_Date: 'date',
};

/** A row of `UserFieldsMD`. A time of day is a date to B1, and a text to people. */
export function userFieldFacts(row: Json): UserFieldFacts {
	const valid = rowsOf(row.ValidValuesMD).map(({ Value, Description }) => ({
		value: textOf(Value) ?? '',
		description: textOf(Description) ?? '',
	}));
	return {
		table: FIELD_TABLES.find((table) => table === row.TableName) ?? 'OJDT',
		name: `U_${textOf(row.Name) ?? ''}`,
		description: textOf(row.Description) ?? '',
		type: row.SubType === 'st_Time' ? 'text' : (TYPES[String(row.Type)] ?? 'text'),
		size: Number(row.EditSize ?? row.Size ?? 0),
		isDemanded: row.Mandatory === 'tYES' && textOf(row.DefaultValue) === null,
		validValues: valid.filter(({ value }) => value !== ''),
	};
}

/**
 * Rows of `Currencies`. Where two of them stand for one ISO code, the company's own counts, then the one that is called like it.
 *
 * @param company `AdminInfo`: the decimals of currencies that have none of their own, and the local currency
 */
export function currencyFacts(
	rows: readonly Json[],
	company: Json,
): Required<Pick<MasterData, 'currencies' | 'isoCurrencies' | 'currencyDecimals'>> {
	const isoCurrencies: Record<string, string> = {};
	const currencyDecimals: Record<string, number> = {};
	for (const row of rows) {
		const [code, iso] = [text(row.Code), text(row.DocumentsCode)];
		const decimals = CURRENCY_DECIMALS[text(row.Decimals)] ?? company.TotalsAccuracy;
		if (typeof decimals === 'number') currencyDecimals[code] = decimals;
		if (iso !== '' && (!(iso in isoCurrencies) || code === iso)) isoCurrencies[iso] = code;
	}
	const own = rows.find((row) => row.Code === company.LocalCurrency);
	if (textOf(own?.DocumentsCode)) isoCurrencies[text(own!.DocumentsCode)] = text(own!.Code);
	return { currencies: rows.map((row) => text(row.Code)), isoCurrencies, currencyDecimals };
}

/** A period as `CompanyService_GetFinancePeriod(s)` gives it; closing and locked periods take no ordinary postings. */
export function periodFacts(row: Json): PeriodFacts {
	const status = textOf(row.PeriodStatus) ?? 'ltUnlocked';
	return {
		code: text(row.PeriodCode),
		postingFrom: day(row.PostingDateFrom) ?? '0000-01-01',
		postingTo: day(row.PostingDateTo) ?? '9999-12-31',
		dueFrom: day(row.ValueDateFrom),
		dueTo: day(row.ValueDateTo),
		taxFrom: day(row.TaxDateFrom),
		taxTo: day(row.TaxDateTo),
		open: ['ltUnlocked', 'ltUnlockedExceptSales', 'N', 'S'].includes(status) && !isOn(row.Locked),
	};
}
