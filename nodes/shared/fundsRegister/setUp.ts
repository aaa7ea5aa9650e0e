import { becomesVisible, createUserTable, isAtomic, type ServiceLayer } from '../business-one';
import { setUpCostQuery } from './costQuery';
import { FUNDS_TABLE, STEPS_TABLE } from './tables';

export interface FundsSetUp {
	tables: string[];
	/** What this run had to create; empty when everything was there. */
	created: string[];
	/** Whether steps can be applied now. */
	usable: boolean;
	/** Whether a failing change set left nothing behind. Undefined where it could not be tried. */
	atomic?: boolean;
	/** Whether B1 can be asked for the cost of an account. */
	sumsCost?: boolean;
	message: string;
}

/**
 * Creates the commitment register: two user tables. Can be run again at any time. At the end it tries on this very server what the
 * register relies on: a change set of which one change is refused must leave no row.
 * @throws ServiceLayerError where the user may not create tables, or another user is in the way
 */
export async function setUpFundsRegister(serviceLayer: ServiceLayer): Promise<FundsSetUp> {
	const created: string[] = [];
	const tables = [FUNDS_TABLE.name, STEPS_TABLE.name];
	for (const table of [FUNDS_TABLE, STEPS_TABLE]) created.push(...(await createUserTable(serviceLayer, table)));
	for (const table of [FUNDS_TABLE, STEPS_TABLE]) {
		if (await becomesVisible(serviceLayer, table)) continue;
		const message = `The register is created, but this Service Layer does not show ${table.name} yet. Wait some minutes or restart the Service Layer, then run this again.`;
		return { tables, created, usable: false, message };
	}
	if (await isAtomic(serviceLayer, STEPS_TABLE.name, { U_Kind: 'probe' })) {
		const ready = 'The register is ready: a step and its commitments are written together, and only once.';
		const sumsCost = await setUpCostQuery(serviceLayer);
		const how = sumsCost
			? 'B1 sums the cost of an account itself.'
			: 'Cost is added up from whole journal entries, because this server has no SQL queries or the user may not run them: fine, but slow with very many entries.';
		return { tables, created, usable: true, atomic: true, sumsCost, message: `${ready} ${how}` };
	}
	const message =
		'This server keeps parts of a failed change set. Commitments would drift from their steps here, so do not use the funds operations on it.';
	return { tables, created, usable: false, atomic: false, message };
}
