import { batchReads, rowsOrThrow, type BatchQuery } from '../batch';
import type { ServiceLayer } from '../client';
import { allOf, chainsOf, orChains } from '../odata';
import type { Row } from '../types';
import { isUserField } from './compareEntry';
import { documentOf, isPostingKey, keyTerms, mayShareCompany } from './documentKey';
import { sortFound, type Found } from './found';
import { isPurchaseRow, PURCHASE_KINDS, readPurchases } from './purchases';
import { readRegister, registerQueries, tableQuery } from './register';
import { isSameSource, sourceOfEntry, sourceOfInput } from './source';
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
	'TransactionCode',
	'Indicator',
	'Series',
	'JournalEntryLines',
];

/** An earlier document that is, or may be, of the same report. */
export interface Earlier {
	found: Found;
	/** False where no id tells, only the reference that people see. */
	certain: boolean;
}

export interface LookUp {
	level: Level;
	/** By posting key; every input has one. */
	found: Map<string, Found>;
	/** Earlier documents of the same report, by posting key of the input. */
	revisions: Map<string, Earlier[]>;
}

/** What a look-up is made of: keys alone find entries, the rest finds earlier documents of the same report. */
export type ToFind = Pick<PostingInput, 'postingKey'> & Partial<PostingInput>;

/**
 * Asks B1 what it knows of these documents: entries by posting key in every spelling, entries of the same report, rows of the posting
 * register; all in one request for up to 30 documents.
 * @param wanted `auto` takes the register where there is one
 * @param withRevisions false after a write, when only the entries themselves are of interest
 * @throws ServiceLayerError; nothing was written
 */
export async function lookUp(
	serviceLayer: ServiceLayer,
	inputs: ToFind[],
	wanted: Level | 'auto',
	withRevisions = true,
): Promise<LookUp> {
	const keys = inputs.map(({ postingKey }) => postingKey);
	const entryQueries = [...keyQueries(keys, inputs.some(hasOwnFields)), ...(withRevisions ? referenceQueries(inputs) : [])];
	// The register is asked at the level Reference Check too: it alone knows of vouchers, and of entries whose reference was changed.
	const registerReads = registerQueries(inputs, withRevisions);
	const tableQueries = wanted === 'register' ? [] : [tableQuery];

	// A read that fails stops its batch, so those that may fail come last.
	const required = registerReads.length > 0 ? [...entryQueries, ...tableQueries] : entryQueries;
	const results = await batchReads(serviceLayer, [...required, ...registerReads], required.length);
	const registerResults = results.splice(required.length);
	const [table] = results.splice(entryQueries.length);
	const entries = rowsOrThrow(results).flat();
	const registerRows =
		registerReads.length > 0 ? await readRegister(serviceLayer, registerReads, registerResults, table) : undefined;
	if (!registerRows) return assemble('referenceCheck', inputs, entries, []);
	entries.push(...(await readPurchases(serviceLayer, purchaseKeys(registerRows), inputs.some(hasOwnFields))));

	if (withRevisions) await readUnknown(serviceLayer, keys, registerRows, entries);
	return assemble(wanted === 'referenceCheck' ? 'referenceCheck' : 'register', inputs, entries, registerRows);
}

function keyQueries(keys: string[], isWhole = false): BatchQuery[] {
	return chainsOf(keys.flatMap((key) => keyTerms('Reference2', key))).map((filter) => entryQuery(filter, isWhole));
}

function entryQuery(filter: string | undefined, isWhole = false): BatchQuery {
	return { set: 'JournalEntries', query: { filter, ...(isWhole ? {} : { select: ENTRY_SELECT }), orderBy: 'JdtNum' } };
}

/** Such entries are read whole: a user field that B1 does not know would make it refuse the question for all documents. */
const hasOwnFields = ({ journalEntry, purchase }: ToFind): boolean =>
	[...Object.keys(journalEntry ?? {}), ...Object.keys(purchase?.document ?? {})].some(isUserField);

/** Entries with the same human reference and a posting key: those that may be of the same report where no register knows them. */
function referenceQueries(inputs: ToFind[]): BatchQuery[] {
	const references = inputs.filter(({ reportId }) => reportId).map(referenceOf);
	return orChains('Reference', references).map((filter) => entryQuery(allOf(filter, "contains(Reference2,':')")));
}

/**
 * Reads what one side knows of earlier documents and the other does not yet: entries of keys that only the register names, and rows of
 * entries that carry no id of their own. Both are rare.
 */
async function readUnknown(serviceLayer: ServiceLayer, keys: string[], registerRows: Row[], entries: Row[]): Promise<void> {
	const codes = registerRows.map(({ Code }) => String(Code));
	const inEntries = entries.filter((entry) => !sourceOfEntry(entry)).map(({ Reference2 }) => String(Reference2));
	const [withoutEntry, withoutRow] = [
		unknownTo([...keys, ...entries.map(({ Reference2 }) => String(Reference2))], codes),
		unknownTo([...keys, ...codes], inEntries),
	];
	const queries = [...keyQueries(withoutEntry), ...registerQueries(asked(withoutRow), false)];
	if (queries.length === 0) return;
	const results = rowsOrThrow(await batchReads(serviceLayer, queries));
	const entryQueries = keyQueries(withoutEntry).length;
	entries.push(...results.slice(0, entryQueries).flat());
	registerRows.push(...results.slice(entryQueries).flat());
}

/** Keys under which the register knows a purchasing document: without its row none is ever posted. */
function purchaseKeys(registerRows: Row[]): string[] {
	const kinds: unknown[] = Object.values(PURCHASE_KINDS);
	return registerRows.filter(({ U_Kind }) => kinds.includes(U_Kind)).map(({ Code }) => String(Code));
}

const asked = (keys: string[]) => keys.map((postingKey) => ({ postingKey }));

/** @returns keys of documents that are not among those that are known */
function unknownTo(known: string[], keys: string[]): string[] {
	const documents = new Set(known.map(documentOf));
	return [...new Set(keys)].filter((key) => !documents.has(documentOf(key)));
}

/** What tells a row from every other: a draft has no entry of its own yet. */
const identityOf = (row: Row): string =>
	isPurchaseRow(row) ? `${String(row.purchaseSet)} ${String(row.DocEntry)}` : String(row.JdtNum);

function assemble(level: Level, inputs: ToFind[], entries: Row[], registerRows: Row[]): LookUp {
	const keys = new Set(inputs.map(({ postingKey }) => postingKey));
	const posted = entries.filter(({ Reference2 }) => isPostingKey(Reference2) || keys.has(String(Reference2)));
	const distinct = [...new Map(posted.map((entry) => [identityOf(entry), entry])).values()];
	const byDocument = grouped(distinct, ({ Reference2 }) => documentOf(String(Reference2)));
	const rows = grouped(registerRows, ({ Code }) => documentOf(String(Code)));
	const foundOf = (document: string): Found => sortFound(byDocument.get(document) ?? [], rows.get(document) ?? []);

	const documents = [...new Set([...byDocument.keys(), ...rows.keys()])];
	const earlierOf = (input: ToFind): Earlier[] =>
		documents.flatMap((document) => {
			if (document === documentOf(input.postingKey)) return [];
			const relation = relationOf(input, byDocument.get(document) ?? [], rows.get(document)?.[0]);
			return relation === 'other' ? [] : [{ found: foundOf(document), certain: relation === 'same' }];
		});
	return {
		level,
		found: new Map(inputs.map(({ postingKey }) => [postingKey, foundOf(documentOf(postingKey))])),
		revisions: new Map(inputs.map((input) => [input.postingKey, earlierOf(input)])),
	};
}

/**
 * Whether an earlier document is of the same report. The id decides: that of the register, or that of the entry's first line. Where
 * neither has one, an equal reference makes it possible, and no more than that.
 */
function relationOf(input: ToFind, entries: Row[], register: Row | undefined): 'same' | 'other' | 'unknown' {
	const source = sourceOfInput(input);
	if (!source) return 'other';
	const carried = entries.map(sourceOfEntry).find((one) => one !== undefined);
	const id = String(register?.U_ReportId ?? '') || carried?.id;
	if (id !== undefined) return isSameSource(source, { type: carried?.type ?? 'id', id }) ? 'same' : 'other';
	if (register) return 'other';
	const isAlike = entries.some(
		(entry) =>
			referenceOf(input) !== '' &&
			String(entry.Reference ?? '').trim() === referenceOf(input) &&
			mayShareCompany(String(entry.Reference2), input.postingKey),
	);
	return isAlike ? 'unknown' : 'other';
}

function referenceOf(input: ToFind): string {
	return String(input.journalEntry?.Reference ?? '').trim();
}

function grouped(rows: Row[], nameOf: (row: Row) => string): Map<string, Row[]> {
	const groups = new Map<string, Row[]>();
	for (const row of rows) groups.set(nameOf(row), [...(groups.get(nameOf(row)) ?? []), row]);
	return groups;
}
