import { readAmount, ZERO } from '../../money';
import type { ServiceLayer } from '../client';
import { getAll } from '../odata';
import type { Row } from '../types';
import { dayOf, linesOf } from './compareEntry';
import { documentOf, isPostingKey } from './documentKey';
import { entryRef, nameOf } from './found';

/** Entries that may share a number, over series and years; more are no answer to the question of a person. */
const MAX_ALIKE = 50;

/** What a person says of an entry that was made in B1 by hand for a document. */
export interface MadeByHand {
	/** Number or transaction number, as B1 shows it. */
	number: number;
	/** YYYY-MM-DD; empty where the number alone tells which entry it is. */
	postingDate: string;
	/** Decimal text, in `currency`; what the entry has to come to. */
	amount: string;
	currency: string;
	/** Of the document; the entry may carry this one, and no other. */
	postingKey: string;
	/** Whether another amount was seen and is meant. */
	anyAmount: boolean;
}

export type ByHand =
	| { outcome: 'fits'; jdtNum: number; number: number; postingDate: string }
	| { outcome: 'refused'; message: string };

/**
 * Looks up the entry that a person made for a document, and sees whether it can be that.
 *
 * @returns its numbers and its posting date, or in words why it is not the one
 * @throws ServiceLayerError where B1 does not answer
 */
export async function checkMadeByHand(serviceLayer: ServiceLayer, asked: MadeByHand): Promise<ByHand> {
	const entry = await entryNumbered(serviceLayer, asked);
	const message = typeof entry === 'string' ? entry : whyNot(entry, asked);
	if (message !== undefined || typeof entry === 'string') return { outcome: 'refused', message: message ?? '' };
	const { jdtNum, number } = entryRef(entry);
	return { outcome: 'fits', jdtNum, number: number ?? jdtNum, postingDate: dayOf(entry.ReferenceDate) };
}

/** The entry with that number, else with that transaction number; a sentence where there is none, or more than one. */
async function entryNumbered(serviceLayer: ServiceLayer, { number, postingDate }: MadeByHand): Promise<Row | string> {
	for (const field of ['Number', 'JdtNum']) {
		const filter = `${field} eq ${number}`;
		const { rows } = await getAll(serviceLayer, 'JournalEntries', { filter, orderBy: 'JdtNum' }, { limit: MAX_ALIKE });
		const [found, another] = rows.filter(({ ReferenceDate }) => postingDate === '' || dayOf(ReferenceDate) === postingDate);
		if (found && !another) return found;
		if (found) return `Business One has ${rows.length} entries with the number ${number}: give the posting date, too.`;
		if (rows[0])
			return `Entry ${number} is posted on ${rows.map((row) => dayOf(row.ReferenceDate)).join(', ')}, not ${postingDate}.`;
	}
	return `Business One has no entry with the number ${number}.`;
}

function whyNot(entry: Row, { amount, currency, postingKey, anyAmount }: MadeByHand): string | undefined {
	const key = entry.Reference2;
	if (isPostingKey(key) && documentOf(String(key)) !== documentOf(postingKey))
		return `${nameOf(entry)} belongs to another document of Concur already (Reference 2 ${String(key)}).`;
	const wanted = readAmount(amount).amount?.abs();
	if (anyAmount || wanted === undefined) return undefined;
	const totals = totalsIn(entry, currency);
	if (totals.some((total) => total.equals(wanted))) return undefined;
	return `${nameOf(entry)} comes to ${totals[0]!.toFixed()}, the document to ${wanted.toFixed()} ${currency}.`;
}

/** What an entry comes to in a currency: its debits together, and what stands on each of its lines. */
function totalsIn(entry: Row, currency: string) {
	const sides = linesOf(entry).map((line) => {
		const isForeign = String(line.FCCurrency ?? '') === currency;
		return (isForeign ? ['FCDebit', 'FCCredit'] : ['Debit', 'Credit']).map((name) => readAmount(line[name]).amount ?? ZERO);
	});
	const debits = sides.map(([debit]) => debit!).reduce((sum, debit) => sum.plus(debit), ZERO);
	return [debits, ...sides.flat()].map((total) => total.abs());
}
