import type { Words } from './words';

/** A sentence for each code: what was found. */
export type Findings = Readonly<Record<string, string>>;
/** A sentence for each code of a review reason: what to do. Warnings have none, since nobody has to do anything. */
export type Todos = Readonly<Record<string, string>>;

/** Everything that is written in one language. */
export interface Catalogue {
	words: Words;
	findings: Findings;
	todos: Todos;
}
