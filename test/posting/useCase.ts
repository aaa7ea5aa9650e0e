import { entry, journal } from './sample';

/** One use case of expense integration as a document of its own, with what is worth knowing about it. */
export interface UseCase {
	id: string;
	title: string;
	/** What the published description of the case gets wrong or leaves out, and what is done instead. */
	note?: string;
	document: unknown;
	profile?: object;
}

export const itemized = (payee: string) => [
	entry(250, journal('ROOM', 250, payee), { expenseTypeName: 'Room Rate' }),
	entry(50, journal('RTAX', 50, payee), { expenseTypeName: 'Room Tax' }),
	entry(25, journal('BRKF', 25, payee), { expenseTypeName: 'Breakfast' }),
];
