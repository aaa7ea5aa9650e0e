/** The mapping of a company: its knobs, and what they make of a document's codes. Pure. */
export { mapAccount, type MappedAccount } from './accounts';
export { compile, type Compiled, type CostObjects } from './compile';
export {
	DEFAULT_PROFILE,
	LIVE_STATUSES,
	type AccountMap,
	type ElsewherePayer,
	type PartnerRule,
	type PartnerRules,
	type Profile,
	type TaxMapping,
} from './profile';
export { readProfile } from './profileReader';
export { mapTaxKey, taxGuidsOf, taxKeyOf } from './taxKeys';
export { cut, fill, isFilled, type TemplateValues } from './templates';
