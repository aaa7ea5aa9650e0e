import { hash } from 'crypto';

/** One step of a document, as the log keeps it. Texts are empty where there is nothing to say. */
export interface Line {
	docId: string;
	/** Id of the document's row in the Data Table: each row has a chain of its own. */
	row: number;
	/** Counted from 1 in each chain. */
	number: number;
	/** ISO time. */
	at: string;
	/** The execution that did it, or the person. */
	who: string;
	step: string;
	detail: string;
	/** Version of the mapping, where the step rests on one. */
	mapping: string;
	/** Number of the entry in B1. */
	entry: string;
	/** Hash of the line before; empty in the first line. */
	before: string;
	hash: string;
}

/** What happened, before it has its place in a chain. */
export type Step = Pick<Line, 'at' | 'who' | 'step'> & Partial<Pick<Line, 'detail' | 'mapping' | 'entry'>>;

export const digestOf = (parts: readonly unknown[]): string => hash('sha256', JSON.stringify(parts), 'base64url');

/** SHA-256 over all that a line says and the hash of the line before, as base64url. The recipe never changes: logs exist. */
export const hashOf = ({ docId, row, number, at, who, step, detail, mapping, entry, before }: Omit<Line, 'hash'>): string =>
	digestOf([docId, row, number, at, who, step, detail, mapping, entry, before]);

/** Which chain a line belongs to. */
export type Chain = Pick<Line, 'docId' | 'row'>;

/** The next line of a chain. */
export function lineAfter({ docId, row }: Chain, number: number, before: string, step: Step): Line {
	const line = { docId, row, number: number + 1, detail: '', mapping: '', entry: '', ...step, before };
	return { ...line, hash: hashOf(line) };
}
