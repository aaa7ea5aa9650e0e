import { LIVE_STATUSES, readProfile, type Profile } from '../shared/mapping';
import { accountKnobs } from './fields/accounts';
import { costObjectKnobs } from './fields/costObjects';
import { currencyKnobs } from './fields/currency';
import { dateKnobs } from './fields/dates';
import { guardKnobs } from './fields/guards';
import { partnerKnobs } from './fields/partners';
import { payeeKnobs } from './fields/payees';
import { reviewKnobs } from './fields/review';
import { taxKnobs } from './fields/taxes';
import { textKnobs } from './fields/texts';

const SECTIONS = [
	accountKnobs,
	payeeKnobs,
	partnerKnobs,
	costObjectKnobs,
	taxKnobs,
	textKnobs,
	dateKnobs,
	currencyKnobs,
	guardKnobs,
	reviewKnobs,
];

/**
 * The mapping as the node's parameters state it, in its fields or as pasted JSON: the same profile either way. Unlike a preview, the
 * node holds what Concur has a result for already, unless the mapping names other statuses.
 *
 * @param read gives the value of a parameter of the node
 * @throws {Error} that lists everything that cannot be used; nothing may be posted with a profile that was understood in part
 */
export function profileOf(read: (name: string) => unknown): Profile {
	const json = read('mappingMode') === 'profile' ? read('profile') : Object.assign({}, ...SECTIONS.map((knobs) => knobs(read)));
	const { profile, problems } = readProfile(json, { allowedStatuses: [...LIVE_STATUSES] });
	if (problems.length > 0) throw new Error(`The mapping cannot be used: ${problems.join(' ')}`);
	return profile;
}
