import { cancelEntry, errorOfReply, getAll, quote, runBatch, type ServiceLayer, type ServiceLayerError } from '../business-one';

/** An entry that is tried and does not stay. */
interface ProbeEntry {
	companyDb: string;
	/** YYYY-MM-DD. */
	today: string;
	/** Decimals of amounts in the company; the entry is of the smallest amount. */
	accuracy: number;
	debit: string;
	credit: string;
	branch?: number;
	/** Whether it says that taxes are not B1's business, as the nodes' entries do. */
	saysAutoVat: boolean;
}

export type Probed =
	/** B1 would have taken it: only what was sure to be refused was refused. */
	| { outcome: 'taken' }
	/** B1 kept it, though the set it belongs to was refused; `cancelled` where it was taken back. */
	| { outcome: 'stayed'; jdtNum: number; cancelled: boolean }
	/** `text` is B1's own. */
	| { outcome: 'refused'; code: string; text: string; kind: string }
	| { outcome: 'unclear'; text: string };

/**
 * Tries an entry in one change set with a second one that no B1 takes (it has no lines). B1 undoes the whole set, and the number of the
 * change it names tells whether the first one was taken. What stays all the same is cancelled.
 *
 * @throws ServiceLayerError where B1 does not answer
 */
export async function probe(serviceLayer: ServiceLayer, entry: ProbeEntry): Promise<Probed> {
	const key = `PROBE:${Math.floor(serviceLayer.timing.random() * 1e12)}`;
	const changes = [entryOf(entry, key), { JournalEntryLines: [] }].map((body) => ({
		method: 'POST' as const,
		path: 'JournalEntries',
		body,
	}));
	const parts = await runBatch(serviceLayer, [{ changes }]).catch((error: ServiceLayerError) => error);
	const stayed = await removed(serviceLayer, key, entry);
	if (stayed) return stayed;
	if (parts instanceof Error) throw parts;
	const [part] = parts;
	if (part?.state !== 'answered' || part.ok) return { outcome: 'unclear', text: 'B1 gave no answer to the change set.' };
	const failed = part.replies.find(({ statusCode }) => statusCode < 200 || statusCode >= 300);
	if (part.failedChange === 1) return { outcome: 'taken' };
	const { code, text, message, kind } = errorOfReply(failed?.statusCode ?? 0, failed?.headers ?? {}, failed?.body, true);
	const said = text || message;
	if (part.failedChange === undefined) return { outcome: 'unclear', text: `B1 does not say which change it refused: ${said}` };
	return { outcome: 'refused', code, text: said, kind };
}

function entryOf({ today, accuracy, debit, credit, branch, saysAutoVat }: ProbeEntry, key: string) {
	const amount = Number(`1e-${Math.min(Math.max(accuracy, 0), 6)}`);
	const line = { ...(branch === undefined ? {} : { BPLID: branch }) };
	return {
		ReferenceDate: today,
		DueDate: today,
		TaxDate: today,
		// A rule of the customer may want the number of a report where the nodes write one.
		Memo: '0000 Readiness check',
		Reference: '0000',
		Reference2: key,
		...(saysAutoVat ? { AutoVAT: 'tNO', AutomaticWT: 'tNO' } : {}),
		JournalEntryLines: [
			{ AccountCode: debit, Debit: amount, Credit: 0, ...line },
			{ AccountCode: credit, Debit: 0, Credit: amount, ...line },
		],
	};
}

/** @returns undefined where nothing of it is in the books */
async function removed(serviceLayer: ServiceLayer, key: string, { today, companyDb }: ProbeEntry): Promise<Probed | undefined> {
	const query = { filter: `Reference2 eq ${quote(key)}`, orderBy: 'JdtNum' };
	const [entry] = (await getAll(serviceLayer, 'JournalEntries', query, { limit: 2 })).rows;
	if (entry === undefined) return undefined;
	const jdtNum = Number(entry.JdtNum);
	const options = { companyDb, reversalDate: 'original' as const, today };
	const result = await cancelEntry(serviceLayer, jdtNum, options).catch((error: ServiceLayerError) => error);
	return { outcome: 'stayed', jdtNum, cancelled: !(result instanceof Error) };
}
