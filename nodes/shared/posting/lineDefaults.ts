import type { Profile } from '../mapping';
import type { Draft } from './line';
import type { Role } from './types';

type LineKind = keyof Profile['lineDefaults'];

/** Lines that come from no allocation, by what the mapping calls them; partners have no cost objects. */
const KINDS: Partial<Record<Role, LineKind>> = {
	deductibleVat: 'tax',
	cardClearing: 'clearing',
	cashAdvanceClearing: 'clearing',
	payrollClearing: 'clearing',
	interBranch: 'clearing',
	rounding: 'rounding',
};

/** The cost objects that the mapping gives to lines of a role; only what a line has not of its own. */
export function withDefaults(draft: Draft, { lineDefaults }: Profile): Draft {
	const kind = KINDS[draft.role];
	const defaults = kind === undefined ? undefined : lineDefaults[kind];
	if (defaults === undefined) return draft;
	const { costCenters, project } = costObjectsOf(defaults);
	const own = draft.line.costCenters ?? [];
	const merged = Array.from({ length: Math.max(own.length, costCenters.length) }, (_, index) => own[index] ?? costCenters[index]);
	const line = { ...draft.line, costCenters: merged, project: draft.line.project ?? project };
	return { ...draft, line };
}

/** Defaults as cost objects: distribution rules by dimension, and a project. */
export function costObjectsOf(defaults: Readonly<Record<string, string>>): {
	costCenters: (string | undefined)[];
	project?: string;
} {
	const highest = Math.max(0, ...Object.keys(defaults).map((key) => Number(key) || 0));
	const costCenters = Array.from({ length: highest }, (_, index) => defaults[String(index + 1)]);
	return defaults.project === undefined ? { costCenters } : { costCenters, project: defaults.project };
}
