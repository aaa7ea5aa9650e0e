import { CURRENCY_DECIMALS } from '../b1Names';
import type { Row } from '../business-one';
import { decimalsOf, isIsoCurrency } from '../money';
import type { BusinessOneFacts } from './facts';
import { probeFindings } from './probeFindings';
import { finding, proposal } from './rows';
import type { Finding, Proposal, Readiness } from './types';

const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
const isOn = (value: unknown): boolean => value === 'tYES';

/** ISO code of a currency of B1: its code for documents where its own is none. */
const isoOf = ({ Code, DocumentsCode }: Row): string => (isIsoCurrency(text(Code)) ? text(Code) : text(DocumentsCode));

function company({ admin, info }: BusinessOneFacts): Finding {
	const version = [text(info?.Version), text(info?.Localization)].filter(Boolean).join(', localization ');
	const currencies = `local currency ${text(admin.LocalCurrency)}, system currency ${text(admin.SystemCurrency)}`;
	return finding('Company', 'ready', `${version === '' ? 'Version not told' : `Version ${version}`}; ${currencies}`);
}

function currencyCodes({ currencies }: BusinessOneFacts): Finding {
	const check = 'Currency codes';
	if (currencies === null) return finding(check, 'unknown', 'This user may not read the currencies', 'Let the user read them.');
	const own = currencies.filter(({ Code }) => !isIsoCurrency(text(Code)));
	const nameless = own.filter((row) => !isIsoCurrency(isoOf(row))).map(({ Code }) => text(Code));
	if (nameless.length > 0)
		return finding(
			check,
			'cure',
			`${nameless.join(', ')} is no ISO code, and B1 does not say which currency it is`,
			'Enter the ISO code as "International Code" of the currency in B1, or add a row to the Currency Table of the mapping.',
		);
	if (own.length === 0) return finding(check, 'ready', `${currencies.length}, all by ISO codes`);
	return finding(check, 'ready', `${own.map((row) => `${text(row.Code)} is ${isoOf(row)}`).join(', ')}; found by the nodes`);
}

function decimals({ admin, currencies }: BusinessOneFacts): Finding {
	const local = currencies?.find(({ Code }) => Code === admin.LocalCurrency) ?? { Code: admin.LocalCurrency };
	const accuracy = Number(admin.TotalsAccuracy ?? 2);
	const rows = (currencies ?? [local]).map((row) => ({
		iso: isoOf(row),
		kept: CURRENCY_DECIMALS[text(row.Decimals)] ?? (row.Code === admin.LocalCurrency ? accuracy : undefined),
	}));
	const fewer = rows.filter(({ iso, kept }) => isIsoCurrency(iso) && kept !== undefined && kept < decimalsOf(iso));
	if (fewer.length === 0) return finding('Decimals', 'ready', `Amounts have ${accuracy}`);
	const said = fewer.map(({ iso, kept }) => `${kept} of ${iso}, which has ${decimalsOf(iso)}`);
	return finding(
		'Decimals',
		'look',
		`B1 keeps ${said.join(', ')}`,
		'Costs are rounded so that the entry adds up; what is owed with more decimals than that goes to review.',
	);
}

function taxCodes({ vatGroups, salesTaxCodes }: BusinessOneFacts): Finding {
	const active = (rows: Row[] | null) => (rows ?? []).filter(({ Inactive }) => !isOn(Inactive));
	const input = active(vatGroups).filter(({ Category }) => Category !== 'bovcOutputTax' && Category !== 'O');
	const usable = input.filter(({ AcquisitionReverse }) => !isOn(AcquisitionReverse)).map(({ Code }) => text(Code));
	const owed = input.filter(({ AcquisitionReverse }) => isOn(AcquisitionReverse)).map(({ Code }) => text(Code));
	const sales = active(salesTaxCodes).map(({ Code }) => text(Code));
	if (usable.length > 0)
		return finding(
			'Tax codes',
			'look',
			`Tax groups of purchases: ${usable.join(', ')}${owed.length > 0 ? `; of reverse charge, which no manual entry takes: ${owed.join(', ')}` : ''}`,
			`Add a row to Tax Codes of the mapping for every tax code of Concur${owed.length > 0 ? '; one of reverse charge names both accounts' : ''}.`,
		);
	if (sales.length > 0)
		return finding(
			'Tax codes',
			'look',
			`Sales tax codes, no tax groups: ${sales.join(', ')}`,
			'Tax is cost, unless a row of Tax Codes in the mapping names the account that it is reclaimed from.',
		);
	return vatGroups === null && salesTaxCodes === null
		? finding('Tax codes', 'unknown', 'This user may not read them', 'Let the user read the tax groups.')
		: finding('Tax codes', 'ready', 'None: tax is cost');
}

function costAccounting({ dimensions, accounts }: BusinessOneFacts): Finding {
	const check = 'Cost accounting';
	if (dimensions === null) return finding(check, 'unknown', 'This user may not read the dimensions', 'Let the user read them.');
	const active = dimensions.filter(({ IsActive }) => isOn(IsActive)).map(({ DimensionCode }) => text(DimensionCode));
	const further = active.filter((code) => code !== '1');
	const relevant = `${accounts.relevant.length} accounts ask for a cost object`;
	if (active.length === 0) return finding(check, 'ready', `No dimension is active; ${relevant}`);
	return finding(
		check,
		further.length > 0 ? 'look' : 'ready',
		`Dimensions in use: ${active.join(', ')}; ${relevant}`,
		further.length > 0 ? `Say in Dimensions of the mapping which field of Concur holds dimension ${further.join(' and ')}.` : '',
	);
}

function branches({ branches: rows }: BusinessOneFacts): { finding: Finding; proposals: Proposal[] } {
	const check = 'Branches';
	if (rows === null)
		return { finding: finding(check, 'unknown', 'This user may not read them', 'Let the user read them.'), proposals: [] };
	const open = rows.filter(({ Disabled }) => !isOn(Disabled)).map(({ BPLID }) => text(BPLID));
	if (open.length === 0) return { finding: finding(check, 'ready', 'None'), proposals: [] };
	const [first] = open;
	const todo = 'Say in Branch Fields and Branch Table of the mapping where a document names its branch.';
	return {
		finding: finding(
			check,
			'look',
			`Every line needs one of ${open.join(', ')}`,
			open.length === 1 ? 'Take the proposed row.' : todo,
		),
		proposals: [proposal('Cost Objects', 'Branch Without a Field', first!, 'For lines whose document names no branch')],
	};
}

function userFields({ userFields: rows }: BusinessOneFacts): Finding {
	const check = 'User fields';
	if (rows === null)
		return finding(check, 'unknown', 'This user may not read them', 'Look for mandatory ones of journal entries in B1.');
	const demanded = rows.filter(({ Mandatory, DefaultValue }) => isOn(Mandatory) && text(DefaultValue) === '');
	const names = demanded.map(({ TableName, Name }) => `${text(TableName)}.U_${text(Name)}`);
	if (names.length === 0) return finding(check, 'ready', `${rows.length}, none mandatory`);
	return finding(
		check,
		'cure',
		`Mandatory without a default: ${names.join(', ')}`,
		'Add them to User Fields of the mapping, with what fills them.',
	);
}

function period({ periods, today }: BusinessOneFacts): Finding {
	const check = 'Posting period';
	if (periods === null) return finding(check, 'unknown', 'This user may not read them', 'Let the user read the posting periods.');
	const own = periods.find(({ PostingDateFrom, PostingDateTo }) => {
		const [from, to] = [text(PostingDateFrom).slice(0, 10), text(PostingDateTo).slice(0, 10)];
		return from <= today && today <= to;
	});
	if (!own)
		return finding(
			check,
			'cure',
			`None for ${today}`,
			'Create it in B1 (Administration > System Initialization > Posting Periods).',
		);
	const isLocked = text(own.PeriodStatus) !== 'ltUnlocked' && text(own.PeriodStatus) !== 'ltUnlockedExceptSales';
	return isLocked
		? finding(check, 'cure', `That of ${today} is locked`, 'Unlock it, or choose another posting date rule in the mapping.')
		: finding(check, 'ready', `That of ${today} is open`);
}

function rates({ withoutRate, today }: BusinessOneFacts): Finding {
	const check = 'Exchange rates';
	if (withoutRate.length === 0) return finding(check, 'ready', `There for ${today}`);
	return finding(
		check,
		'look',
		`No rate for ${today}: ${withoutRate.join(', ')}`,
		'B1 refuses an entry in a currency without the rate of its day. Enter the rates daily, or have them loaded.',
	);
}

function register({ register: { seen, asked } }: BusinessOneFacts): Finding {
	const check = 'Posting register';
	const setUp = 'Run "Set up the posting of Concur documents".';
	if (seen === asked) return finding(check, 'ready', `There on ${asked} of ${asked} sessions`);
	return seen === 0
		? finding(check, 'cure', 'Not there', setUp)
		: finding(
				check,
				'cure',
				`There on ${seen} of ${asked} sessions: a node does not know it`,
				'Restart the Service Layer, so that all nodes read the new table.',
			);
}

/** Above that, tokens, log times and "today" are told wrongly. */
const MAX_CLOCK_SECONDS = 120;

function clock({ clockAheadSeconds: seconds }: BusinessOneFacts): Finding {
	if (seconds === null) return finding('Clock', 'unknown', 'The server does not say its time');
	return Math.abs(seconds) <= MAX_CLOCK_SECONDS
		? finding('Clock', 'ready', 'Agrees with the one here')
		: finding(
				'Clock',
				'look',
				`${Math.abs(seconds)} seconds ${seconds > 0 ? 'ahead' : 'behind'}`,
				'Set both clocks by a time server.',
			);
}

/** What the facts of a B1 mean for the posting of documents. */
export function judgeBusinessOne(facts: BusinessOneFacts): Readiness {
	const branch = branches(facts);
	const probed = probeFindings(facts);
	return {
		findings: [
			company(facts),
			currencyCodes(facts),
			decimals(facts),
			taxCodes(facts),
			costAccounting(facts),
			branch.finding,
			userFields(facts),
			period(facts),
			rates(facts),
			...probed.findings,
			register(facts),
			clock(facts),
		],
		proposals: [...branch.proposals, ...probed.proposals],
		differences: probed.differences,
	};
}
