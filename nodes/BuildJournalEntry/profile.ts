import { knobsOf, LIVE_STATUSES, readProfile, SECTIONS, type Profile, type Said, type Section } from '../shared/mapping';
import { fieldReader, type Read } from './fields/values';

const SECTION_READERS = SECTIONS.map((section) => [section, fieldReader(section)] as const);

type SaidBySection = ReadonlyMap<Section, Said>;

/**
 * What the node's fields and the rows of its mapping table say together. A setting that has rows is what they say of it.
 *
 * @param read gives the value of a parameter of the node
 */
export const mappingSaid = (read: Read, rows: SaidBySection): SaidBySection =>
	new Map(SECTION_READERS.map(([section, inFields]) => [section, { ...inFields(read), ...rows.get(section) }]));

/**
 * The mapping as the node's parameters state it, in its fields or as pasted JSON, and as the rows of its mapping table do: the same
 * profile each way. Unlike a preview, the node holds what Concur has a result for already, unless the mapping names other statuses.
 *
 * @param read gives the value of a parameter of the node
 * @param rows what the mapping table says
 * @throws Error that lists everything that cannot be used; nothing may be posted with a profile that was understood in part
 */
export function profileOf(read: Read, rows: SaidBySection): Profile {
	const isPasted = read('mappingMode') === 'profile';
	const pasted = isPasted ? readProfile(read('profile'), OWN_DEFAULTS) : { profile: OWN_DEFAULTS, problems: [] };
	const stated = readProfile(knobsOf(isPasted ? rows : mappingSaid(read, rows)), pasted.profile);
	const problems = [...pasted.problems, ...stated.problems];
	if (problems.length > 0) throw new Error(`The mapping cannot be used: ${problems.join(' ')}`);
	return stated.profile;
}

/**
 * Which settings take a further row of the mapping table without losing anything: those that have rows, and those that the node's own
 * fields leave empty. Where a profile is pasted, nothing tells what a row would take the place of.
 *
 * @param read gives the value of a parameter of the node
 * @param rows what the mapping table says
 */
export function openSettings(read: Read, rows: SaidBySection): (section: string, name: string) => boolean {
	const isPasted = read('mappingMode') === 'profile';
	const known = new Map<string, boolean>();
	const isOpen = (title: string, name: string): boolean => {
		const [section, inFields] = SECTION_READERS.find(([one]) => one.title === title)!;
		return rows.get(section)?.[name] !== undefined || (!isPasted && isEmpty(inFields(read)[name]));
	};
	return (title, name) => {
		const key = `${title}/${name}`;
		if (!known.has(key)) known.set(key, isOpen(title, name));
		return known.get(key)!;
	};
}

const isEmpty = (value: unknown): boolean => value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

const OWN_DEFAULTS: Partial<Profile> = { allowedStatuses: [...LIVE_STATUSES] };
