import { runBatch } from '../batch';
import type { ServiceLayer } from '../client';
import { serviceLayerError, ServiceLayerError } from '../errors';
import { entityPath } from '../odata';
import { REGISTER_FIELDS, REGISTER_SET, REGISTER_TABLE } from '../posting/register';

export interface RegisterSetUp {
	table: string;
	/** What this run had to create; empty when everything was there. */
	created: string[];
	/** Whether the table can be read and written already; new tables can take minutes, or a restart of the Service Layer. */
	usable: boolean;
	/** Whether a failing change set left nothing behind. Undefined where it could not be tried. */
	atomic?: boolean;
	message: string;
}

const ALREADY_THERE = '-2035';
const NEW_TABLE = `table ${REGISTER_TABLE}`;
const VISIBLE_DELAYS_MS = [0, 2_000, 5_000, 10_000];

/**
 * Creates the posting register: a user table and its fields. Can be run again at any time. At the end it tries on this very server
 * what the register relies on: a change set whose entry is refused must leave no row.
 * @throws ServiceLayerError where the user may not create tables, or another user is in the way
 */
export async function setUpRegister(serviceLayer: ServiceLayer): Promise<RegisterSetUp> {
	const created: string[] = [];
	const table = { TableName: REGISTER_TABLE, TableDescription: 'Concur posting register', TableType: 'bott_NoObject' };
	if (await createIfMissing(serviceLayer, 'UserTablesMD', table)) created.push(NEW_TABLE);
	for (const { name, description, size } of REGISTER_FIELDS) {
		const field = {
			Name: name,
			Type: 'db_Alpha',
			Size: size,
			EditSize: size,
			Description: description,
			TableName: `@${REGISTER_TABLE}`,
		};
		if (await createIfMissing(serviceLayer, 'UserFieldsMD', field)) created.push(`field U_${name}`);
	}
	if (!(await becomesVisible(serviceLayer))) {
		return {
			table: REGISTER_TABLE,
			created,
			usable: false,
			message:
				'The register is created, but this Service Layer does not show it yet. Wait some minutes or restart the Service Layer, then run this again.',
		};
	}
	if (await isAtomic(serviceLayer)) {
		const message = 'The register is ready: entries are posted with a row that the database accepts only once.';
		return { table: REGISTER_TABLE, created, usable: true, atomic: true, message };
	}
	return await giveUp(serviceLayer, created);
}

/** On a server that keeps parts of a failed change set, rows would stay behind without entries: better no register at all. */
async function giveUp(serviceLayer: ServiceLayer, created: string[]): Promise<RegisterSetUp> {
	const isOurs = created.includes(NEW_TABLE);
	if (isOurs) await serviceLayer.call({ method: 'DELETE', path: entityPath('UserTablesMD', REGISTER_TABLE) });
	return {
		table: REGISTER_TABLE,
		created: isOurs ? [] : created,
		usable: false,
		atomic: false,
		message: `This server keeps parts of a failed change set, so a register is no safe ground here. ${
			isOurs
				? 'The table was removed again; entries'
				: 'Choose the guard Reference Check, or remove the table in B1, so that entries'
		} are guarded by the reference check.`,
	};
}

async function createIfMissing(serviceLayer: ServiceLayer, set: string, body: Record<string, string | number>): Promise<boolean> {
	const result = await serviceLayer.post(set, body).catch((error: ServiceLayerError) => error);
	if (!(result instanceof Error)) return true;
	if (result.code === ALREADY_THERE) return false;
	// A lost answer is no harm here: running again finds what is there.
	throw result;
}

async function becomesVisible(serviceLayer: ServiceLayer): Promise<boolean> {
	for (const delayMs of VISIBLE_DELAYS_MS) {
		if (delayMs > 0) await serviceLayer.timing.sleep(delayMs);
		const names = REGISTER_FIELDS.map(({ name }) => `U_${name}`).join(',');
		const result = await serviceLayer
			.get(`${REGISTER_SET}?$top=1&$select=Code,${names}`)
			.catch((error: ServiceLayerError) => error);
		if (!(result instanceof Error)) return true;
		if (result.status < 400 || result.status >= 500 || result.errorClass === 'session') throw result;
	}
	return false;
}

/** Writes a probe row together with an entry that no B1 takes (it has no lines), and looks whether the row stayed. */
async function isAtomic(serviceLayer: ServiceLayer): Promise<boolean> {
	const Code = `PROBE:${Math.floor(serviceLayer.timing.random() * 1e12)}`;
	const changes = [
		{ method: 'POST' as const, path: REGISTER_SET, body: { Code, Name: Code, U_Hash: '', U_ReportId: '', U_Kind: '' } },
		{ method: 'POST' as const, path: 'JournalEntries', body: { JournalEntryLines: [] } },
	];
	const [part] = await runBatch(serviceLayer, [{ changes }]);
	if (part?.state === 'answered' && part.ok) throw probeWentThrough();
	const path = entityPath(REGISTER_SET, Code);
	const row = await serviceLayer.get(path).catch((error: ServiceLayerError) => error);
	if (row instanceof Error) {
		if (row.status === 404 || row.code === '-2028') return true;
		throw row;
	}
	await serviceLayer.call({ method: 'DELETE', path });
	return false;
}

function probeWentThrough(): ServiceLayerError {
	return serviceLayerError({
		errorClass: 'unknown',
		message: 'B1 accepted a journal entry without lines, which it never should',
		status: 200,
		code: '',
		text: '',
		place: {},
		advice: 'Look at the last journal entry of the company and choose the level Reference Check.',
		done: 'unknown',
	});
}
