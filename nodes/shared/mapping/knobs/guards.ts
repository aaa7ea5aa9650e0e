import { choice, flag, optionalDate, optionalText, section, type Knob } from '../declare';
import { pathOrNull, textsOrNull } from '../readers';

/** Statuses a document may have when it is posted: READY, or ours and ACKNOWLEDGED (FIS v4 reference, document status). */
export const LIVE_STATUSES: readonly string[] = ['READY', 'ACKNOWLEDGED'];

const companyPath: Knob<string | null> = {
	default: null,
	read: pathOrNull,
	fields: [
		{
			label: 'Company Field',
			about: 'Field of the document that holds the company of an allocation',
			hint: 'E.g. allocation.allocationCustom2Code',
			input: { kind: 'documentField' },
		},
	],
	from: (said) => said.companyPath,
};

const ledgers: Knob<string[] | null> = {
	default: null,
	read: textsOrNull,
	fields: [
		{
			label: 'Concur Ledgers',
			example: 'DEFAULT, US-GAAP',
			about: 'Ledger codes this company takes, separated by commas. When empty, documents of every ledger are taken.',
			input: { kind: 'list' },
			default: '',
		},
	],
	from: (said) => ((said.ledgers as string[]).length > 0 ? said.ledgers : undefined),
};

const allowedStatuses: Knob<string[] | null> = {
	default: null,
	read: textsOrNull,
	fields: [
		{
			label: 'Statuses',
			about: 'Concur statuses a document may have to be posted; one with another status goes to review',
			input: {
				kind: 'choices',
				choices: {
					READY: 'Ready',
					ACKNOWLEDGED: 'Acknowledged',
					POSTING_CONFIRMED_FAILURE: ['Posting Failed', 'Only if you post a document after its failure was confirmed'],
				},
			},
			default: [...LIVE_STATUSES],
		},
	],
	from: (said) => said.allowedStatuses,
};

/** What must never be posted, or not without a person. */
export const guards = section({
	title: 'Guards',
	collection: { name: 'guards', label: 'Guards', add: 'Add Guard', about: 'What is kept out of the books' },
	knobs: {
		companyPath,
		company: optionalText({
			label: 'Company',
			example: '0021',
			about: 'The code Concur has for the company of this B1 database. Allocations of another one are never posted here.',
			hint: 'Belongs to Company Field: fill in both, or neither',
		}),
		crossCompany: choice({
			label: 'Documents of Several Companies',
			default: 'review',
			about: 'What to do with a document whose allocations name another company than this one',
			choices: {
				review: ['Send to Review', 'A person decides'],
				split: ['Split', 'One journal entry a company, each for its own database'],
			},
		}),
		/** null takes documents of all ledgers. */
		ledgers,
		goLiveDate: optionalDate({
			label: 'Go-Live Date',
			example: '2026-01-01',
			about:
				'Documents approved before this day go to review, because the former system has posted them. Where a document does not tell its approval, its submission or creation counts.',
		}),
		postTestUsers: flag({
			label: 'Post Test Users',
			default: false,
			about: 'Whether documents of users whom Concur marks as test users are posted as well',
		}),
		revisionPolicy: choice({
			label: 'Reports Posted Before',
			default: 'hold',
			about: 'What to do with a report of which an earlier revision is in the books already',
			choices: {
				hold: ['Send to Review', 'A person decides'],
				postAsIs: ['Post as It Is', 'The document itself carries the reversal lines'],
				reverseAndRepost: ['Reverse and Post Again', 'Name the entry that has to be cancelled first'],
			},
		}),
		/** null does not look at the status. */
		allowedStatuses,
	},
});
