import type { Assembly, Flow } from './assembly';

/** The flows that belong to one B1 company; `company` is null when companies are not told apart. */
export interface CompanyPart {
	company: string | null;
	flows: readonly Flow[];
}

/**
 * Guards the borders of the company: with `companyPath` every allocation says which company it belongs to. One journal entry holds
 * one company, so other companies are held, or split off where the profile says so. Rows that name no company (cash advances) belong
 * to the profile's own. Where the profile names none, a document is posted for the one that it names only if it is to be split.
 */
export function splitCompanies(assembly: Assembly): CompanyPart[] {
	const { companyPath, company: own, crossCompany } = assembly.profile;
	if (companyPath === null) return [{ company: null, flows: assembly.flows }];
	const named = [...new Set(assembly.flows.map(({ company }) => company).filter((company) => company !== null))];
	if (own === null && crossCompany !== 'split' && named.length === 1) {
		const finding = `The allocations name company ${named[0]!}, and the mapping does not say which company this is.`;
		assembly.hold('company-not-named', finding, { field: companyPath, value: named[0]! });
		return [{ company: null, flows: assembly.flows }];
	}
	const home = own ?? (named.length === 1 ? named[0]! : null);
	const others = named.filter((company) => company !== home);
	if (others.length === 0) return [{ company: home, flows: assembly.flows }];
	const hasHomeless = assembly.flows.some(({ company }) => company === null) && home === null;
	if (crossCompany === 'split' && !hasHomeless) {
		const companies =
			home !== null && assembly.flows.some(({ company }) => (company ?? home) === home) ? [home, ...others] : others;
		return companies.map((company) => ({ company, flows: assembly.flows.filter((flow) => (flow.company ?? home) === company) }));
	}
	for (const company of others) {
		const flow = assembly.flows.find((candidate) => candidate.company === company)!;
		const finding =
			home === null
				? `The document names several companies: ${named.join(', ')}.`
				: `An allocation of ${flow.source.entryId ?? 'the document'} belongs to company ${company}, this is company ${home}.`;
		assembly.hold('cross-company-allocation', finding, { entry: flow.source.entryId, field: companyPath, value: company });
	}
	return [{ company: home, flows: assembly.flows }];
}
