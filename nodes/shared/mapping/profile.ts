import type { Knob } from './declare';
import { KNOBS } from './knobs';

export type { AccountMap } from './knobs/accounts';
export { LIVE_STATUSES } from './knobs/guards';
export type { PartnerRule, PartnerRules } from './knobs/partners';
export type { DueDateRule } from './knobs/dates';
export type { ElsewherePayer, PayeeRole } from './knobs/payees';
export type { TaxMapping } from './knobs/taxes';

/** The mapping of a company: the value of each knob. */
export type Profile = { -readonly [Name in keyof typeof KNOBS]: (typeof KNOBS)[Name] extends Knob<infer Value> ? Value : never };

export const DEFAULT_PROFILE = Object.freeze(
	Object.fromEntries(Object.entries(KNOBS).map(([name, knob]) => [name, knob.default])),
) as Readonly<Profile>;
