import type { Row } from '../row';

/** A row as a Data Table gives it out. */
export type DeskRow = Partial<Row> & { id: number; createdAt?: unknown; updatedAt?: unknown };

export const LIST_NAMES = ['waiting', 'running', 'warnings', 'left'] as const;
export type ListName = (typeof LIST_NAMES)[number];

export const SORT_NAMES = ['since', 'amount', 'person', 'report'] as const;
export type SortName = (typeof SORT_NAMES)[number];

/** What of the table a page shows. */
export interface View {
	list: ListName;
	search: string;
	/** Code of a reason; empty for all. */
	reason: string;
	sort: SortName;
	/** Counted from 1. */
	page: number;
	/** The row whose own page is shown; null for a list. */
	row: number | null;
}

export const ACT_NAMES = ['tryAgain', 'tryAllAgain', 'sendBack', 'settle', 'tick', 'correct'] as const;
export type ActName = (typeof ACT_NAMES)[number];

/** Acts behind which the pipeline is run at once. */
export const ACTS_THAT_RUN: ReadonlySet<ActName> = new Set(['tryAgain', 'tryAllAgain', 'correct']);

/** A row as a page showed it: its stamp was on that page, and changes with the row. */
export interface Shown {
	id: number;
	stamp: string;
}

/** What a person wants done. */
export interface Act {
	name: ActName;
	/** Whether the pipeline is run at once behind it. */
	runsPipeline: boolean;
	rows: Shown[];
	/** For Concur, where a document is sent back. */
	text: string;
	/** Number of the entry that a person made. */
	number: string;
	/** YYYY-MM-DD; empty where the number alone tells. */
	postingDate: string;
	/** Whether the entry may come to another amount than the document. */
	anyAmount: boolean;
	/** Label of the setting of the mapping that gets a row, and the cells of that row by column. */
	setting: string;
	cells: Record<string, string>;
	/** Time the page was made (ISO), for acts on all rows of a list. */
	shownAt: string;
}

/** A request of a browser, read. */
export interface DeskRequest {
	/** Who is asking, as n8n or the proxy before it has checked. */
	person: string;
	view: View;
	/** Null where a page is asked for. */
	act: Act | null;
	/** What a person is told on the next page; see `notices`. */
	said: string;
	count: number;
}
