import { batchReads, rowsOrThrow, type BatchQuery } from '../batch';
import type { ServiceLayer } from '../client';
import { serviceLayerError } from '../errors';
import { allOf, orChains, quote } from '../odata';
import type { Row } from '../types';
import { sortFound, type Found } from './found';
import { meansNoRegister, REGISTER_TABLE, registerQueries } from './register';
import type { Level, PostingInput } from './types';

const ENTRY_SELECT = [
	'JdtNum',
	'Number',
	'ReferenceDate',
	'DueDate',
	'TaxDate',
	'Reference',
	'Reference2',
	'Reference3',
	'JournalEntryLines',
];

export interface LookUp {
	level: Level;
	/** By posting key; every input has one. */
	found: Map<string, Found>;
	/** Entries of the same report under another key, by posting key of the input. */
	revisions: Map<string, Found[]>;
}

/**
 * Asks B1 what it knows of these documents: entries by posting key, entries of the same report, rows of the posting register; all in
 * one request for up to 30 documents.
 * @param wanted `auto` takes the register where there is one
 * @param withRevisions false after a write, when only the entries themselves are of interest
 * @throws ServiceLayerError; nothing was written
 */
export async function lookUp(
	serviceLayer: ServiceLayer,
	inputs: PostingInput[],
	wanted: Level | 'auto',
	withRevisions = true,
): Promise<LookUp> {
	const entryQueries = [
		...keyQueries(inputs.map(({ postingKey }) => postingKey)),
		...(withRevisions ? referenceQueries(inputs) : []),
	];
	const [firstRegister, ...moreRegister] = wanted === 'referenceCheck' ? [] : registerQueries(inputs, withRevisions);

	// A read that fails stops its batch, so the one that may fail comes last.
	const results = await batchReads(serviceLayer, firstRegister ? [...entryQueries, firstRegister] : entryQueries);
	const registerResult = firstRegister ? results.pop() : undefined;
	const entries = rowsOrThrow(results).flat();
	if (!registerResult || ('error' in registerResult && meansNoRegister(registerResult.error))) {
		if (wanted === 'register') throw noRegister();
		return assemble('referenceCheck', inputs, entries, []);
	}

	const [firstRows = []] = rowsOrThrow([registerResult]);
	const registerRows = [
		...firstRows,
		...rowsOrThrow(moreRegister.length > 0 ? await batchReads(serviceLayer, moreRegister) : []).flat(),
	];
	const missing = withRevisions ? unknownKeys(inputs, registerRows, entries) : [];
	if (missing.length > 0) entries.push(...rowsOrThrow(await batchReads(serviceLayer, keyQueries(missing))).flat());
	return assemble('register', inputs, entries, registerRows);
}

/** Entries by key alone: what is asked after a doubt and after a post. */
export async function findEntries(serviceLayer: ServiceLayer, keys: string[]): Promise<Map<string, Row[]>> {
	const rows = rowsOrThrow(await batchReads(serviceLayer, keyQueries(keys))).flat();
	return new Map(keys.map((key) => [key, distinct(rows.filter(({ Reference2 }) => Reference2 === key))]));
}

function keyQueries(keys: string[]): BatchQuery[] {
	return orChains('Reference2', keys).map((filter) => ({
		set: 'JournalEntries',
		query: { filter, select: ENTRY_SELECT, orderBy: 'JdtNum' },
	}));
}

/** Entries with the same human reference in the same Concur company: earlier documents of a report, where no register knows them. */
function referenceQueries(inputs: PostingInput[]): BatchQuery[] {
	const references = new Map<string, Set<string>>();
	for (const input of inputs) {
		const reference = referenceOf(input);
		const company = companyOf(input.postingKey);
		if (!input.reportId || reference === '' || company === '') continue;
		references.set(company, (references.get(company) ?? new Set()).add(reference));
	}
	return [...references].flatMap(([company, values]) =>
		orChains('Reference', [...values]).map((filter) => ({
			set: 'JournalEntries',
			query: { filter: allOf(filter, `startswith(Reference2,${quote(company)})`), select: ENTRY_SELECT, orderBy: 'JdtNum' },
		})),
	);
}

/** Keys of earlier documents that only the register names: their entries are still to be read. */
function unknownKeys(inputs: PostingInput[], registerRows: Row[], entries: Row[]): string[] {
	const known = new Set([...inputs.map(({ postingKey }) => postingKey), ...entries.map(({ Reference2 }) => String(Reference2))]);
	return [...new Set(registerRows.map(({ Code }) => String(Code)))].filter((key) => !known.has(key));
}

function assemble(level: Level, inputs: PostingInput[], entries: Row[], registerRows: Row[]): LookUp {
	const byKey = new Map<string, Row[]>();
	for (const entry of distinct(entries))
		byKey.set(String(entry.Reference2), [...(byKey.get(String(entry.Reference2)) ?? []), entry]);
	const rows = new Map(registerRows.map((row) => [String(row.Code), row]));
	const foundOf = (key: string): Found => sortFound(byKey.get(key) ?? [], rows.get(key));

	const found = new Map(inputs.map(({ postingKey }) => [postingKey, foundOf(postingKey)]));
	const revisions = new Map(
		inputs.map((input) => {
			const keys = [...new Set([...byKey.keys(), ...rows.keys()])].filter(
				(key) => key !== input.postingKey && isSameReport(input, byKey.get(key) ?? [], rows.get(key)),
			);
			return [input.postingKey, keys.map(foundOf)];
		}),
	);
	return { level, found, revisions };
}

function isSameReport(input: PostingInput, entries: Row[], register: Row | undefined): boolean {
	if (!input.reportId) return false;
	if (register) return register.U_ReportId === input.reportId;
	const reference = referenceOf(input);
	const company = companyOf(input.postingKey);
	if (reference === '' || company === '') return false;
	return entries.some((entry) => entry.Reference === reference && String(entry.Reference2).startsWith(company));
}

function referenceOf(input: PostingInput): string {
	return String(input.journalEntry.Reference ?? '').trim();
}

/** The part of a posting key that names the Concur company, colon included. */
function companyOf(postingKey: string): string {
	return postingKey.slice(0, postingKey.lastIndexOf(':') + 1);
}

function distinct(entries: Row[]): Row[] {
	return [...new Map(entries.map((entry) => [entry.JdtNum, entry])).values()];
}

function noRegister(): Error {
	return serviceLayerError({
		errorClass: 'masterData',
		message: `The posting register (user table ${REGISTER_TABLE}) is not there, or the user may not read it`,
		status: 0,
		code: '',
		text: '',
		place: { table: REGISTER_TABLE },
		advice: 'Run the operation Set Up Posting Register of the resource Company once, or choose the level Automatic.',
		done: 'no',
	});
}
