import { badQuery, unknownInQuery } from '../errors';
import type { StructuredType } from '../metadata/model';

/** Properties to write: by name, with the members wanted of a collection, or null for all of it. */
export type Selection = Map<string, Set<string> | null>;

/** Reads $select; null stands for everything. Nested names (`JournalEntryLines/AccountCode`) and `*` are allowed. */
export function parseSelect(
	text: string | null,
	type: StructuredType,
	typeNamed: (name: string) => StructuredType | undefined,
): Selection | null {
	if (text === null || text.trim() === '') return null;
	const selection: Selection = new Map();
	for (const item of text.split(',').map((name) => name.trim())) {
		if (item === '*') return null;
		const [name = '', member, ...rest] = item.split('/');
		const property = type.properties.get(name);
		if (!/^[A-Za-z_]\w*$/.test(name)) throw badQuery('Not supported query string');
		if (rest.length > 0 || (!property && type.properties.size > 0)) throw unknownInQuery(item);
		if (member === undefined) selection.set(name, null);
		else addMember(selection, name, member, property && typeNamed(property.type));
	}
	return selection;
}

function addMember(selection: Selection, name: string, member: string, type: StructuredType | undefined): void {
	if (!type?.properties.has(member)) throw unknownInQuery(`${name}/${member}`);
	const wanted = selection.get(name);
	if (wanted === null) return;
	selection.set(name, new Set([...(wanted ?? []), member]));
}
