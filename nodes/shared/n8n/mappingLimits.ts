import { isRecord, textOf } from '../document';
import { readProfile, saidInRows } from '../mapping';
import type { Filters } from './filters';

/** What a mapping keeps out of the books, and the zone whose days count for that; none where it names no zone. */
export interface Limits extends Filters {
	timeZone?: string;
}

type Said = Record<string, unknown>;

/**
 * What the guards of a mapping keep out, as limits of what is taken from Concur at all: go-live date, ledgers and test users, by days
 * of the mapping's time zone.
 *
 * @param parameters of the node that builds, or of the one that checks funds
 * @param rows of its mapping table, see `tableRowsOf`
 * @throws Error for a mapping that cannot be used
 */
export function limitsOfMapping(parameters: Readonly<Said>, rows: unknown): Limits {
	const inRows = saidInRows(rows);
	const rowsOf = (collection: string): Said => ({
		...[...inRows].find(([section]) => section.collection?.name === collection)?.[1],
	});
	const { guards, dates } = sectionsIn(parameters);
	const said = { ...guards, ...rowsOf('guards') };
	const timeZone = textOf({ ...dates, ...rowsOf('dates') }.timeZone);
	return {
		goLiveDate: said.goLiveDate,
		includeTestUsers: said.postTestUsers === true,
		ledgers: said.ledgers,
		...(timeZone === null ? {} : { timeZone }),
	};
}

/** The two sections as the node states them: in fields, or in a profile, which is all that the node of funds has. */
function sectionsIn(parameters: Readonly<Said>): { guards: Said; dates: Said } {
	const isOfFunds = parameters.resource === 'funds';
	if (parameters.mappingMode !== 'profile' && !isOfFunds)
		return { guards: sectionIn(parameters, 'guards'), dates: sectionIn(parameters, 'dates') };
	const { profile, problems } = readProfile(written(parameters.profile));
	if (problems.length > 0) throw new Error(`The mapping cannot be used: ${problems.join(' ')}`);
	const { testUsers } = sectionIn(parameters, 'options');
	const postTestUsers = isOfFunds && typeof testUsers === 'boolean' ? testUsers : profile.postTestUsers;
	return { guards: { ...profile, postTestUsers }, dates: { ...profile } };
}

const sectionIn = (parameters: Readonly<Said>, name: string): Said => {
	const section = parameters[name];
	return isRecord(section) ? section : {};
};

/** A profile as a field holds it: JSON as text, or nothing. */
function written(profile: unknown): unknown {
	if (typeof profile !== 'string') return profile ?? {};
	try {
		return JSON.parse(profile.trim() || '{}') as unknown;
	} catch {
		return profile;
	}
}

/** The limits of a node over those of the mapping; a limit that holds nothing leaves that of the mapping. */
export function withLimitsOfMapping(own: Filters, ofMapping: Filters): Filters {
	const stated = Object.entries(own).filter(([, value]) => value !== '' && value !== null && value !== undefined);
	return { ...ofMapping, ...Object.fromEntries(stated) };
}
