import { isRecord } from '../document';
import { readProfile, saidInRows } from '../mapping';
import type { Filters } from './filters';

/** The section of a mapping that says what is kept out of the books. */
const SECTION = 'guards';

/**
 * What the guards of a mapping keep out, as limits of what is taken from Concur at all: go-live date, ledgers and test users.
 *
 * @param parameters of the node that builds
 * @param rows of its mapping table, see `tableRowsOf`
 * @throws {Error} for a mapping that cannot be used
 */
export function limitsOfMapping(parameters: Readonly<Record<string, unknown>>, rows: unknown): Filters {
	const inRows = [...saidInRows(rows)].find(([section]) => section.collection?.name === SECTION)?.[1];
	const guards: Record<string, unknown> = { ...guardsIn(parameters), ...inRows };
	return {
		goLiveDate: guards.goLiveDate,
		includeTestUsers: guards.postTestUsers === true,
		ledgers: guards.ledgers,
	};
}

function guardsIn(parameters: Readonly<Record<string, unknown>>): Record<string, unknown> {
	if (parameters.mappingMode !== 'profile') return isRecord(parameters[SECTION]) ? parameters[SECTION] : {};
	const { profile, problems } = readProfile(parameters.profile);
	if (problems.length > 0) throw new Error(`The mapping cannot be used: ${problems.join(' ')}`);
	return { ...profile };
}

/** The limits of a node over those of the mapping; a limit that holds nothing leaves that of the mapping. */
export function withLimitsOfMapping(own: Filters, ofMapping: Filters): Filters {
	const stated = Object.entries(own).filter(([, value]) => value !== '' && value !== null && value !== undefined);
	return { ...ofMapping, ...Object.fromEntries(stated) };
}
