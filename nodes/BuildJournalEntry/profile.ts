import { LIVE_STATUSES, readProfile, SECTIONS, type Profile } from '../shared/mapping';
import { knobReader } from './fields/values';

const KNOBS_BY_SECTION = SECTIONS.map(knobReader);

/**
 * The mapping as the node's parameters state it, in its fields or as pasted JSON: the same profile either way. Unlike a preview, the
 * node holds what Concur has a result for already, unless the mapping names other statuses.
 *
 * @param read gives the value of a parameter of the node
 * @throws {Error} that lists everything that cannot be used; nothing may be posted with a profile that was understood in part
 */
export function profileOf(read: (name: string) => unknown): Profile {
	const json =
		read('mappingMode') === 'profile' ? read('profile') : Object.assign({}, ...KNOBS_BY_SECTION.map((knobs) => knobs(read)));
	const { profile, problems } = readProfile(json, { allowedStatuses: [...LIVE_STATUSES] });
	if (problems.length > 0) throw new Error(`The mapping cannot be used: ${problems.join(' ')}`);
	return profile;
}
