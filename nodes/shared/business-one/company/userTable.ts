import type { IDataObject } from 'n8n-workflow';
import { runBatch } from '../batch';
import type { ServiceLayer } from '../client';
import { ServiceLayerError } from '../errors';
import { entityPath } from '../odata';

/** A user table of ours, its fields as columns `U_<name>`. */
export interface UserTable {
	/** At most 20 characters, without `@`. */
	name: string;
	/** At most 30 characters. */
	description: string;
	fields: ReadonlyArray<UserField>;
}

export interface UserField {
	name: string;
	description: string;
	/** Characters, at most 254; a long text without it. */
	size?: number;
}

const ALREADY_THERE = '-2035';
const VISIBLE_DELAYS_MS = [0, 2_000, 5_000, 10_000];

/**
 * Creates a table (type "no object") and its fields where they are missing.
 * @returns what had to be created, in words
 * @throws ServiceLayerError where the user may not create tables, or another user is in the way
 */
export async function createUserTable(serviceLayer: ServiceLayer, { name, description, fields }: UserTable): Promise<string[]> {
	const created: string[] = [];
	const table = { TableName: name, TableDescription: description, TableType: 'bott_NoObject' };
	if (await createIfMissing(serviceLayer, 'UserTablesMD', table)) created.push(`table ${name}`);
	for (const field of fields) if (await createUserField(serviceLayer, `@${name}`, field)) created.push(`field U_${field.name}`);
	return created;
}

/**
 * Creates a user field where it is missing.
 * @param table name of a system table, or of a user table with its `@`
 * @returns whether it had to be created
 */
export async function createUserField(serviceLayer: ServiceLayer, table: string, field: UserField): Promise<boolean> {
	const type = field.size === undefined ? { Type: 'db_Memo' } : { Type: 'db_Alpha', Size: field.size, EditSize: field.size };
	const body = { Name: field.name, ...type, Description: field.description, TableName: table };
	return await createIfMissing(serviceLayer, 'UserFieldsMD', body);
}

async function createIfMissing(serviceLayer: ServiceLayer, set: string, body: IDataObject): Promise<boolean> {
	const result = await serviceLayer.post(set, body).catch((error: ServiceLayerError) => error);
	if (!(result instanceof Error)) return true;
	if (result.code === ALREADY_THERE) return false;
	// A lost answer is no harm here: running again finds what is there.
	throw result;
}

/** @returns whether the Service Layer reads the table with all its fields already; waits some seconds for it */
export async function becomesVisible(serviceLayer: ServiceLayer, { name, fields }: UserTable): Promise<boolean> {
	const columns = fields.map((field) => `U_${field.name}`).join(',');
	for (const delayMs of VISIBLE_DELAYS_MS) {
		if (delayMs > 0) await serviceLayer.timing.sleep(delayMs);
		const result = await serviceLayer.get(`U_${name}?$top=1&$select=Code,${columns}`).catch((error: ServiceLayerError) => error);
		if (!(result instanceof Error)) return true;
		if (!result.isRefusal) throw result;
	}
	return false;
}

/**
 * Writes a probe row together with an entry that no B1 takes (it has no lines), and looks whether the row stayed.
 * @param row columns of the probe besides Code and Name
 */
export async function isAtomic(serviceLayer: ServiceLayer, table: string, row: IDataObject): Promise<boolean> {
	const Code = `PROBE:${Math.floor(serviceLayer.timing.random() * 1e12)}`;
	const changes = [
		{ method: 'POST' as const, path: `U_${table}`, body: { Code, Name: Code, ...row } },
		{ method: 'POST' as const, path: 'JournalEntries', body: { JournalEntryLines: [] } },
	];
	const [part] = await runBatch(serviceLayer, [{ changes }]);
	if (part?.state === 'answered' && part.ok) throw probeWentThrough();
	const path = entityPath(`U_${table}`, Code);
	const found = await serviceLayer.get(path).catch((error: ServiceLayerError) => error);
	if (found instanceof Error) {
		if (found.status === 404 || found.code === '-2028') return true;
		throw found;
	}
	await serviceLayer.call({ method: 'DELETE', path });
	return false;
}

function probeWentThrough(): ServiceLayerError {
	return new ServiceLayerError({
		kind: 'unknown',
		message: 'B1 accepted a journal entry without lines, which it never should',
		status: 200,
		advice: 'Look at the last journal entry of the company and choose the level Reference Check.',
		mayHaveHappened: true,
	});
}
