import axios from 'axios';
import {
	setUpPostingRegister,
	internalAccountCodes,
	postJournalEntries,
	type PostingResult,
} from '../../../nodes/shared/business-one';
import { masterDataOf, readRecords } from '../../../nodes/BuildJournalEntry/masterData';
import { readDocuments } from '../../../nodes/shared/document';
import { requiredMasterData, toJournalEntry, type JournalEntryResult } from '../../../nodes/shared/journalEntry';
import { knobsOf, readProfile, saidInRows } from '../../../nodes/shared/mapping';
import { buildPostings } from '../../../nodes/shared/posting';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { companySeed } from '../../../sandbox/companies';
import { connect } from '../../business-one/connection';
import { amountText, thousandths } from './books';
import { CLOSING_DAY, type ExpectedReports } from './model';

const TODAY = '2026-04-01';

export interface Closed {
	built: JournalEntryResult[];
	posted: PostingResult[];
	reports: ExpectedReports;
	entries: BookedEntry[];
}

/** An entry as far as books written by hand tell it; lines as `target amount`, in the order of their text. */
export interface BookedEntry {
	date: string;
	reference: string;
	lines: string[];
}

/**
 * Posts the three months of a company to the sandbox as the workflow does, and reads the reports of its B1.
 *
 * @param look at the sandbox before it stops
 */
export async function closed(name: string, look?: (sandbox: Sandbox) => Promise<void>): Promise<Closed> {
	const sandbox = await startSandbox({ company: name, now: new Date(`${TODAY}T06:00:00Z`) });
	const connection = connect({ url: sandbox.url, ...sandbox.businessOne }, 'v2');
	try {
		const { mapping, documents } = companySeed(name);
		const { profile, problems } = readProfile(knobsOf(saidInRows(mapping)));
		if (problems.length > 0) throw new Error(problems.join('\n'));
		const postings = readDocuments(JSON.parse(documents)).documents.flatMap((one) =>
			buildPostings(one, profile, { today: TODAY }),
		);
		const records = await readRecords(connection.serviceLayer, requiredMasterData(postings, profile, { today: TODAY }));
		const masterData = masterDataOf(records, sandbox.businessOne.companyDb);
		const internal = internalAccountCodes(records.accounts);
		const built = postings.map((posting) => toJournalEntry(posting, profile, masterData, { today: TODAY }));
		await setUpPostingRegister(connection.serviceLayer);
		const posted = await postJournalEntries(
			connection.serviceLayer,
			built.flatMap(({ journalEntry, postingKey, contentHash }, index) => {
				if (journalEntry === null) return [];
				for (const line of journalEntry.JournalEntryLines)
					line.AccountCode = internal.get(line.AccountCode ?? '') ?? line.AccountCode;
				const { reportId, docType } = postings[index]!;
				return [
					{ postingKey: postingKey!, contentHash: contentHash!, reportId, docType, journalEntry: { ...journalEntry } as never },
				];
			}),
		);
		await look?.(sandbox);
		return { built, posted, reports: await reportsOf(sandbox), entries: await entriesOf(sandbox) };
	} finally {
		connection.close();
		await sandbox.stop();
	}
}

/** The reports of the sandbox, without the numbers of entries and the names. */
async function reportsOf({ url }: Sandbox): Promise<ExpectedReports> {
	const get = async (report: string): Promise<Record<string, unknown>[]> =>
		(await axios.get<Record<string, unknown>[]>(`${url}/control/reports/${report}`, { proxy: false })).data;
	const without = (rows: Record<string, unknown>[], ...names: string[]) =>
		rows.map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name))));
	return {
		vat: await get('vat'),
		openItems: without(await get('open-items'), 'entry', 'name'),
		paymentRun: await get(`payment-run?until=${CLOSING_DAY}`),
		costs: await get('costs'),
		trialBalance: without(await get('trial-balance'), 'name'),
	} as unknown as ExpectedReports;
}

interface LedgerLine {
	ShortName: string;
	Debit: string;
	Credit: string;
	Reference1: string;
}

async function entriesOf({ url }: Sandbox): Promise<BookedEntry[]> {
	const { entries } = (
		await axios.get<{ entries: { ReferenceDate: string; JournalEntryLines: LedgerLine[] }[] }>(`${url}/control/ledger`, {
			proxy: false,
		})
	).data;
	return entries.map(({ ReferenceDate, JournalEntryLines: lines }) => ({
		date: ReferenceDate.slice(0, 10),
		reference: lines[0]!.Reference1,
		lines: lines
			.map(({ ShortName, Debit, Credit }) => `${ShortName} ${amountText(thousandths(Debit) - thousandths(Credit))}`)
			.sort(),
	}));
}
