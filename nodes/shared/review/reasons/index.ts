import type { ReasonRule, Translated } from '../rules';
import { accounts } from './accounts';
import { datesAndRates } from './datesAndRates';
import { documents } from './documents';
import { FUNDS_REASONS } from './funds';
import { masterData } from './masterData';
import { purchases } from './purchases';
import { standing } from './standing';
import { taxes } from './taxes';
import { WARNINGS } from './warnings';

/**
 * Every review reason of a posting: where its cure lies, what Concur is told by default, and what it says in each language. The codes
 * are part of the public interface, after the hold reasons of the FIS use cases.
 */
export const REASONS = {
	...documents,
	...standing,
	...taxes,
	...purchases,
	...accounts,
	...masterData,
	...datesAndRates,
} as const satisfies Record<string, ReasonRule>;

export { FUNDS_REASONS, WARNINGS };

export type ReasonCode = keyof typeof REASONS;
export type FundsReasonCode = keyof typeof FUNDS_REASONS;
/** A remark; a reason may be one where the mapping lets the document pass. */
export type WarningCode = keyof typeof WARNINGS | ReasonCode;

const ALL: Readonly<Record<string, ReasonRule>> = { ...REASONS, ...FUNDS_REASONS };

/** The rule of a review reason, of postings or funds; undefined for a code of another version. */
export const ruleOf = (code: string): ReasonRule | undefined => (Object.hasOwn(ALL, code) ? ALL[code] : undefined);

/** What a code says in a language that is not English: what was found, and what to do; undefined for a code of another version. */
export function sentencesOf(code: string, language: Translated): readonly [finding: string, todo: string] | undefined {
	const rule = ruleOf(code);
	if (rule) return rule.sentences[language];
	return Object.hasOwn(WARNINGS, code) ? [WARNINGS[code as keyof typeof WARNINGS][language], ''] : undefined;
}
