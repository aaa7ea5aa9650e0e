/** The mapping of a company: its knobs, and what they make of a document's codes. Pure. */
export { mapAccount, type MappedAccount } from './accounts';
export { compile, type Compiled, type CostObjects } from './compile';
export { DEFAULT_PROFILE, LIVE_STATUSES, type ElsewherePayer, type PartnerRule, type Profile } from './profile';
export {
	aboutOf,
	labelOf,
	type Choices,
	type Column,
	type DefaultRow,
	type Field,
	type Input,
	type Said,
	type Section,
} from './declare';
export { KNOBS, SECTIONS } from './knobs';
export { blankRow, settingFor, type Blank, type BlankRow } from './offers';
export { readProfile } from './profileReader';
export { knobsOf, MAPPING_COLUMNS, mappingVersion, saidInRows, tableRowsOf, writeMappingRows } from './rows';
export { fieldsIn } from './stated';
export { mapTaxKey, taxGuidsOf, taxKeyOf, type MappedTax } from './taxKeys';
export { cut, fill, isFilled, type TemplateValues } from './templates';
