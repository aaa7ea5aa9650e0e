import type { ServiceLayer } from '../client';
import { entityPath } from '../odata';
import { REGISTER_FIELDS, REGISTER_TABLE } from '../posting/register';
import { KEY_FIELD, POSTING_KEY_LENGTH } from '../../b1Names';
import { becomesVisible, createUserField, createUserTable, isAtomic } from './userTable';

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

/** Any table of marketing documents: a user field of one is one of all. */
const MARKETING_DOCUMENTS = 'OPCH';
const KEY = { name: KEY_FIELD.slice('U_'.length), description: 'Concur posting key', size: POSTING_KEY_LENGTH };

const NEW_TABLE = `table ${REGISTER_TABLE}`;

/**
 * Creates the posting register: a user table and its fields. Can be run again at any time. At the end it tries on this very server
 * what the register relies on: a change set whose entry is refused must leave no row.
 * @param withInvoices also gives marketing documents the user field that A/P invoices are found by
 * @throws ServiceLayerError where the user may not create tables, or another user is in the way
 */
export async function setUpPostingRegister(serviceLayer: ServiceLayer, withInvoices = false): Promise<RegisterSetUp> {
	const table = { name: REGISTER_TABLE, description: 'Concur posting register', fields: REGISTER_FIELDS };
	const created = await createUserTable(serviceLayer, table);
	if (withInvoices && (await createUserField(serviceLayer, MARKETING_DOCUMENTS, KEY))) created.push(`field ${KEY_FIELD}`);
	if (!(await becomesVisible(serviceLayer, table))) {
		return {
			table: REGISTER_TABLE,
			created,
			usable: false,
			message:
				'The register is created, but this Service Layer does not show it yet. Wait some minutes or restart the Service Layer, then run this again.',
		};
	}
	if (await isAtomic(serviceLayer, REGISTER_TABLE, { U_Hash: '', U_ReportId: '', U_Kind: '' })) {
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
