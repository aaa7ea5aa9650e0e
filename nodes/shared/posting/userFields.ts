import { fill, type Profile, type TemplateValues } from '../mapping';
import type { Role } from './types';

type Place = Profile['userFields'][number]['on'];

/** Lines by what the mapping of user fields calls them; a rounding difference has no fields of its own. */
const PLACES: Readonly<Record<Role, Place | null>> = {
	expense: 'expense',
	shipping: 'expense',
	nonDeductibleVat: 'expense',
	deductibleVat: 'tax',
	owedVat: 'tax',
	employeeVendor: 'partner',
	cardVendor: 'partner',
	vendor: 'partner',
	cardClearing: 'clearing',
	cashAdvanceClearing: 'clearing',
	payrollClearing: 'clearing',
	interBranch: 'clearing',
	rounding: null,
};

/** Longer than any field of B1: a text that is too long is found where its field is known. */
const UNCUT = 100_000;

/** The fields that the mapping fills on a place, by their names; those without a value are left out unless they are required. */
export function fieldsAt(profile: Profile, places: readonly Place[], values: TemplateValues): Record<string, string> | undefined {
	const named = profile.userFields.filter(({ on }) => places.includes(on));
	if (named.length === 0) return undefined;
	const fields: Record<string, string> = {};
	for (const { field, value, required } of named) {
		const text = fill(value, values, UNCUT);
		if (text !== '' || required) fields[field] = text;
	}
	return Object.keys(fields).length > 0 ? fields : undefined;
}

/** The fields that the mapping fills on lines of a role. What it says of that kind of line comes before what it says of all. */
export function userFieldsOf(profile: Profile, role: Role, values: TemplateValues): Record<string, string> | undefined {
	const place = PLACES[role];
	if (profile.userFields.length === 0 || place === null) return undefined;
	const fields = { ...fieldsAt(profile, ['lines'], values), ...fieldsAt(profile, [place], values) };
	return Object.keys(fields).length > 0 ? fields : undefined;
}
