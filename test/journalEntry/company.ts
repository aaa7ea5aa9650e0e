/** A company in B1 for the tests of journal entries, and the way from a document to its entry. */
import {
	toJournalEntry,
	type JournalEntryResult,
	type MasterData,
	type PartnerFacts,
	type PeriodFacts,
} from '../../nodes/shared/journalEntry';
import { entry, journal, post, profileOf, report, wrapped } from '../posting/sample';

export const always = { frozen: false, frozenFrom: null, frozenTo: null, validFrom: null, validTo: null };

export const partner = (code: string, fields: Partial<PartnerFacts> = {}): PartnerFacts => ({
	code,
	name: `Partner ${code}`,
	type: 'supplier',
	currency: '##',
	taxId: null,
	email: null,
	...always,
	...fields,
});

export const period = (code: string, from: string, to: string, fields: Partial<PeriodFacts> = {}): PeriodFacts => ({
	code,
	postingFrom: from,
	postingTo: to,
	dueFrom: null,
	dueTo: null,
	taxFrom: null,
	taxTo: null,
	open: true,
	...fields,
});

/** A company in B1 that knows one account and one vendor; lists that are null are not asked for. */
export const company = (fields: Partial<MasterData> = {}): MasterData => ({
	company: { companyDb: 'SBODEMO', localCurrency: 'USD', systemCurrency: null, branchesEnabled: false },
	accounts: [{ code: 'TAXI', name: 'Taxi', isTitle: false, isControl: false, currency: '##', ...always }],
	partners: [partner('EMP1')],
	distributionRules: null,
	projects: null,
	taxGroups: null,
	currencies: null,
	branches: null,
	periods: null,
	...fields,
});

/** A report of one taxi ride. */
export const taxi = (fields = {}, more = {}) => wrapped(report(10, [entry(10, journal('TAXI', 10))], fields, more));

/** The journal entry of one document. */
export function build(
	document: unknown,
	options: unknown = {},
	masterData: MasterData | null = null,
	context = {},
): JournalEntryResult {
	return toJournalEntry(post(document, options), profileOf(options), masterData, context);
}

export const codes = ({ reasons }: JournalEntryResult) => reasons.map(({ code }) => code);
