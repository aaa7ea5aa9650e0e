import type { Finding, Proposal, State } from './types';

/** What a check of B1 found. */
export const finding = (check: string, state: State, found: string, todo = ''): Finding => ({
	system: 'Business One',
	check,
	state,
	found,
	todo,
});

/** A row that the mapping should hold. */
export const proposal = (section: string, setting: string, to: string, note: string, from = ''): Proposal => ({
	section,
	setting,
	from,
	to,
	note,
});
