import {
	getAll,
	readAdminInfo,
	readCompanyInfo,
	readExchangeRate,
	readPeriods,
	REGISTER_SET,
	type Row,
	type ServiceLayer,
	type ServiceLayerError,
} from '../business-one';
import { probe, type Probed } from './probe';
import { probeAccounts, type ProbeAccounts } from './probeAccounts';

/** Rows of one kind that are looked at. */
const MAX_ROWS = 500;
/** Foreign currencies whose rates are looked up. */
const MAX_RATES = 10;
/** Sessions by which the register is looked for, each on a node that the balancer chooses. */
const SESSIONS = 3;

/** What B1 says of itself; null where this user may not read it, or this B1 does not have it. */
export interface BusinessOneFacts {
	today: string;
	admin: Row;
	info: Row | null;
	currencies: Row[] | null;
	vatGroups: Row[] | null;
	salesTaxCodes: Row[] | null;
	dimensions: Row[] | null;
	branches: Row[] | null;
	userFields: Row[] | null;
	periods: Row[] | null;
	/** Foreign currencies that have no rate of today. */
	withoutRate: string[];
	accounts: ProbeAccounts;
	/** How often the register was there, on sessions of different nodes where there are some. */
	register: { seen: number; asked: number };
	/** Seconds by which the server's clock is ahead of ours; null where it does not say. */
	clockAheadSeconds: number | null;
	/** An entry as the nodes write them; null where no two accounts are there to try it on. */
	probe: Probed | null;
	/** The same without a word on automatic tax. */
	probeOfTax: Probed | null;
	/** The same on an account that is relevant to cost accounting, without cost objects; null where there is no such account. */
	probeOfCosts: Probed | null;
}

/**
 * Asks B1 everything that decides whether documents can be posted. Nothing is written that stays.
 *
 * @param today day of the probe, YYYY-MM-DD
 * @param now milliseconds since 1970
 * @throws ServiceLayerError where B1 cannot be asked at all
 */
export async function readFacts(
	serviceLayer: ServiceLayer,
	companyDb: string,
	today: string,
	now: number,
): Promise<BusinessOneFacts> {
	const admin = await readAdminInfo(serviceLayer);
	const read = async (set: string, filter?: string): Promise<Row[] | null> =>
		await ifAllowed(async () => (await getAll(serviceLayer, set, { filter }, { limit: MAX_ROWS })).rows);
	const currencies = await read('Currencies');
	const branches = admin.EnableBranches === 'tYES' ? await read('BusinessPlaces') : [];
	const accounts = probeAccounts((await read('ChartOfAccounts', POSTABLE)) ?? [], String(admin.LocalCurrency ?? ''));
	const entry = { companyDb, today, accuracy: Number(admin.TotalsAccuracy ?? 2), branch: firstBranch(branches) };
	const [one, other] = accounts.plain;
	const relevant = accounts.relevant[0];
	const tryEntry = async (debit: string | undefined, autoVat: boolean) =>
		debit === undefined || other === undefined
			? null
			: await probe(serviceLayer, { ...entry, debit, credit: other, saysAutoVat: autoVat });
	return {
		today,
		admin,
		info: await ifAllowed(async () => await readCompanyInfo(serviceLayer)),
		currencies,
		vatGroups: await read('VatGroups'),
		salesTaxCodes: await read('SalesTaxCodes'),
		dimensions: await read('Dimensions'),
		branches,
		userFields: await read('UserFieldsMD', USER_FIELDS),
		periods: await ifAllowed(async () => await readPeriods(serviceLayer, [today])),
		withoutRate: await withoutRates(serviceLayer, currencies ?? [], String(admin.LocalCurrency ?? ''), today),
		accounts,
		clockAheadSeconds: await clockAhead(serviceLayer, now),
		probe: await tryEntry(one, true),
		probeOfTax: await tryEntry(one, false),
		probeOfCosts: await tryEntry(relevant, true),
		register: await registerSeen(serviceLayer),
	};
}

const POSTABLE = "ActiveAccount eq 'tYES' and LockManualTransaction eq 'tNO'";
const USER_FIELDS = ['OJDT', 'JDT1', 'OPCH', 'PCH1'].map((table) => `TableName eq '${table}'`).join(' or ');

const firstBranch = (branches: Row[] | null): number | undefined => {
	const open = branches?.find(({ Disabled }) => Disabled !== 'tYES');
	return open === undefined ? undefined : Number(open.BPLID);
};

async function ifAllowed<Read>(read: () => Promise<Read>): Promise<Read | null> {
	const found = await read().catch((error: ServiceLayerError) => error);
	if (!(found instanceof Error)) return found;
	if (found.isRefusal) return null;
	throw found;
}

async function withoutRates(serviceLayer: ServiceLayer, currencies: Row[], local: string, today: string): Promise<string[]> {
	const foreign = currencies.map(({ Code }) => String(Code)).filter((code) => code !== local);
	const missing: string[] = [];
	for (const code of foreign.slice(0, MAX_RATES)) {
		const rate = await ifAllowed(async () => await readExchangeRate(serviceLayer, code, today));
		if (rate === null || !(rate > 0)) missing.push(code);
	}
	return missing;
}

async function clockAhead(serviceLayer: ServiceLayer, now: number): Promise<number | null> {
	const { headers } = await serviceLayer.get('UserTablesMD?$top=1&$select=TableName').catch(() => ({ headers: {} }));
	const time = Date.parse(String((headers as Record<string, unknown>).date ?? ''));
	return Number.isFinite(time) ? Math.round((time - now) / 1000) : null;
}

/** Every session may lead to another node, and a node that does not know a new table answers for it with an error. */
async function registerSeen(serviceLayer: ServiceLayer): Promise<{ seen: number; asked: number }> {
	const counts = { seen: 0, asked: 0 };
	for (let session = 0; session < SESSIONS; session++) {
		const answer = await serviceLayer.get(`${REGISTER_SET}?$top=1&$select=Code`).catch((error: unknown) => error);
		counts.asked += 1;
		if (!(answer instanceof Error)) counts.seen += 1;
		if (!serviceLayer.changeNode()) break;
	}
	return counts;
}
