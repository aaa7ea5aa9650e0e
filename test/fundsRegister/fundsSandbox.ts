import axios from 'axios';
import {
	contentHashOf,
	postJournalEntries,
	type ApiVersion,
	type PostingResult,
	type ServiceLayer,
} from '../../nodes/shared/business-one';
import type { FisDocument } from '../../nodes/shared/document';
import {
	applyFundsDocument,
	consumptionOf,
	readySettings,
	setUpFundsRegister,
	type ConsumptionSettings,
	type FundsOutcome,
	type FundsSettings,
	type ReadySettings,
} from '../../nodes/shared/fundsRegister';
import { DEFAULT_PROFILE } from '../../nodes/shared/mapping';
import { Decimal } from '../../nodes/shared/money';
import { startSandbox, type Sandbox } from '../../sandbox';
import { connect, type Connection } from '../business-one/connection';

export interface BudgetSpec {
	/** `account/rule`, or an account alone. */
	key: string;
	amount: number;
}

export const SETTINGS: FundsSettings = {
	profile: DEFAULT_PROFILE,
	policies: {},
	calendar: { basis: 'year', fiscalYearStart: 1, today: '2026-11-24' },
	scenario: 1,
	encumbrance: null,
};

/** An entry of the books that costs an account something. */
export const costEntry = (day: string, account: string, costCenter: string | undefined, amount: number) => ({
	ReferenceDate: day,
	JournalEntryLines: [
		{ AccountCode: account, CostingCode: costCenter, Debit: amount },
		{ AccountCode: '246000', Credit: amount },
	],
});

/** Posts an expense document as this entry, together with what that consumes, as the pipeline does. */
export async function postConsuming(
	serviceLayer: ServiceLayer,
	document: FisDocument,
	journalEntry: ReturnType<typeof costEntry>,
	settings: Partial<ConsumptionSettings> = {},
): Promise<PostingResult> {
	const { encumbrance, calendar } = SETTINGS;
	const { fiscalYearStart, today } = calendar;
	const consumption = { encumbrance, fiscalYearStart, today, ...settings };
	const [alongside] = await consumptionOf(serviceLayer, [{ document, profile: DEFAULT_PROFILE }], consumption);
	const contentHash = contentHashOf(journalEntry);
	const input = { postingKey: `412077:${document.docId}`, contentHash, journalEntry, alongside };
	return (await postJournalEntries(serviceLayer, [input]))[0]!;
}

/** A sandbox whose B1 keeps funds, with what tests ask of it. */
export class FundsSandbox {
	private constructor(readonly sandbox: Sandbox) {}

	static async start(): Promise<FundsSandbox> {
		return new FundsSandbox(await startSandbox({ now: new Date('2026-11-24T08:00:00Z') }));
	}

	async stop(): Promise<void> {
		await this.sandbox.stop();
	}

	connect(apiVersion: ApiVersion = 'v2', whileSleeping?: () => Promise<void>): Connection {
		const { companyDb, userName, password } = this.sandbox.businessOne;
		return connect({ url: this.sandbox.url, companyDb, userName, password }, apiVersion, whileSleeping);
	}

	/** The demo company with a register and these budgets, accounts and rules made where it has none. */
	async reset(budgets: BudgetSpec[] = [], version: ApiVersion = 'v2'): Promise<void> {
		await this.control('post', 'reset', {});
		await this.control('delete', 'faults');
		await this.budgets(budgets);
		const connection = this.connect(version);
		await setUpFundsRegister(connection.serviceLayer);
		connection.close();
	}

	/** Gives accounts their budgets: one row per account, rules as its cost accounting lines. */
	async budgets(specs: BudgetSpec[]): Promise<void> {
		const accounts = [...new Set(specs.map(({ key }) => key.split('/')[0]!))];
		const rules = [...new Set(specs.flatMap(({ key }) => key.split('/')[1] ?? []))];
		const rows = accounts.map((AccountCode, index) => {
			const own = specs.filter(({ key }) => key.split('/')[0] === AccountCode);
			return {
				// Beyond those of the demo company, which would be merged with them.
				Numerator: 1001 + index,
				AccountCode,
				BudgetScenario: 1,
				TotalAnnualBudgetDebitLoc: own.reduce((sum, { amount }) => sum.plus(amount), new Decimal(0)).toNumber(),
				BudgetCostAccountingLines: own
					.filter(({ key }) => key.includes('/'))
					.map(({ key, amount }) => ({ Dimension: 1, DistrRuleCode: key.split('/')[1], DistrRuleDebitLC: amount })),
			};
		});
		await this.load({
			accounts: accounts.map((Code) => ({ Code, Name: `Account ${Code}` })),
			profitCenters: rules.map((CenterCode) => ({ CenterCode, CenterName: `Cost center ${CenterCode}` })),
			budgets: rows,
		});
	}

	/** Loads master data, all of it or none that a test could miss. */
	async load(masterData: object): Promise<void> {
		const { rejected } = (await this.control('post', 'master-data', masterData)) as { rejected: unknown[] };
		if (rejected.length > 0) throw new Error(JSON.stringify(rejected));
	}

	async apply(serviceLayer: ServiceLayer, document: FisDocument, settings: Partial<FundsSettings> = {}): Promise<FundsOutcome> {
		return await this.applyReady(serviceLayer, document, await readySettings(serviceLayer, { ...SETTINGS, ...settings }));
	}

	/** The same in a run that has its settings already. */
	async applyReady(serviceLayer: ServiceLayer, document: FisDocument, settings: ReadySettings): Promise<FundsOutcome> {
		return await applyFundsDocument(serviceLayer, document, settings);
	}

	async faults(...rules: object[]): Promise<void> {
		await this.control('post', 'faults', rules);
	}

	async clearFaults(): Promise<void> {
		await this.control('delete', 'faults');
	}

	/** Open amounts by source, such as `{ 'request R': '4' }`. */
	async open(serviceLayer: ServiceLayer): Promise<Record<string, string>> {
		const rows = await this.rows(serviceLayer, 'U_CONCURB1FUNDS');
		const sums = new Map<string, Decimal>();
		for (const { U_Kind, U_SourceId, U_Open } of rows) {
			const source = `${String(U_Kind)} ${String(U_SourceId)}`;
			sums.set(source, (sums.get(source) ?? new Decimal(0)).plus(String(U_Open)));
		}
		return Object.fromEntries([...sums].filter(([, sum]) => !sum.isZero()).map(([source, sum]) => [source, sum.toFixed()]));
	}

	/** Debit less credit of every account that was posted to. */
	async trialBalance(): Promise<Map<string, Decimal>> {
		const { trialBalance } = (await this.control('get', 'ledger')) as {
			trialBalance: { account: string; debit: string; credit: string }[];
		};
		return new Map(trialBalance.map(({ account, debit, credit }) => [account, new Decimal(debit).minus(credit)]));
	}

	async rows(serviceLayer: ServiceLayer, set: string): Promise<Array<Record<string, unknown>>> {
		const { body } = await serviceLayer.get(set, { Prefer: 'odata.maxpagesize=0' });
		return (body as { value: Array<Record<string, unknown>> }).value;
	}

	async control(method: 'get' | 'post' | 'delete', call: string, body?: unknown): Promise<unknown> {
		const response = await axios.request({
			method,
			url: `${this.sandbox.url}/control/${call}`,
			data: body,
			proxy: false,
			maxBodyLength: Infinity,
		});
		return response.data as unknown;
	}
}
