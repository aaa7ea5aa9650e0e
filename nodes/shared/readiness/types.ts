/** Whether something keeps documents from being posted: nothing, a person should look, it has to be cured, or nobody could say. */
export type State = 'ready' | 'look' | 'cure' | 'unknown';

/** What one check found, as a row that people read. */
export interface Finding {
	system: 'Business One' | 'Concur';
	check: string;
	state: State;
	found: string;
	/** Empty where nothing is to do. */
	todo: string;
}

/** A row of the mapping table, with what speaks for it. */
export interface Proposal {
	section: string;
	setting: string;
	from: string;
	to: string;
	note: string;
}

/** What all checks of a system came to. */
export interface Readiness {
	findings: Finding[];
	/** Rows that the mapping should hold; a person decides. */
	proposals: Proposal[];
	/** What this server does otherwise than the sandbox assumes, without a name, a code of the company or an amount. */
	differences: string[];
}

export const isReady = ({ findings }: Pick<Readiness, 'findings'>): boolean => findings.every(({ state }) => state !== 'cure');
