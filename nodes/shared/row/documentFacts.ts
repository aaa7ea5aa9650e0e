import { blockAt, textOf } from './blocks';
import type { Blocks, Row } from './types';

/** What is known now, where something is known; what was known before otherwise. */
export const keep = (now: unknown, before: string | undefined): string => textOf(now) || textOf(before);

/** Header facts: what the trigger or the acknowledgement read of the document; what the row knew otherwise. */
export function documentFacts(json: Blocks, former: Partial<Row>) {
	const facts = blockAt(json, 'facts') ?? {};
	const funds = blockAt(json, 'funds');
	return {
		docId: keep(former.docId, textOf(json.docId)),
		docType: keep(json.docType, former.docType),
		companyId: keep(json.companyId, former.companyId),
		reportId: keep(json.reportId ?? facts.reportId, former.reportId),
		reportNumber: keep(facts.reportNumber ?? funds?.reference, former.reportNumber),
		reportName: keep(facts.reportName, former.reportName),
		person: keep(facts.person, former.person),
		documentDate: keep(facts.date, former.documentDate).slice(0, 10),
		amount: keep(facts.amount, former.amount),
		currency: keep(facts.currency, former.currency),
		instruction: keep(funds?.instruction, former.instruction),
		documentNumber: keep(funds?.documentNumber, former.documentNumber),
	};
}
