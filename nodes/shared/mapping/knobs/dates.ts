import { choice, optionalDate, section, text, type Choices, type Knob } from '../declare';
import { isText, shown, type Reader } from '../readers';
import type { DateRule } from '../../document';

const DOCUMENT_DATES: Choices<DateRule> = {
	processing: ['Payment Processing Date', 'The day the processor approved it for payment'],
	submit: ['Submit Date', 'The day the employee submitted it'],
	creation: ['Creation Date', 'The day the report or request was created'],
	userDefined: ['User-Defined Date', 'The user-defined date of the report, if your Concur configuration fills it'],
	document: ['Document Date', 'The date of the report or invoice itself'],
};

const isDocumentDate = (value: unknown): value is DateRule => typeof value === 'string' && Object.hasOwn(DOCUMENT_DATES, value);

const readDateRules: Reader<DateRule[]> = (value) =>
	Array.isArray(value) && value.every(isDocumentDate)
		? { value }
		: { problem: `must be a list of ${Object.keys(DOCUMENT_DATES).join(', ')}` };

/** Tried in order when the document has no date of the `postingDate` rule. */
const postingDateFallback: Knob<DateRule[]> = {
	default: ['submit', 'creation', 'document'],
	read: readDateRules,
	fields: [
		{
			label: 'If the Date Is Missing',
			about: 'Dates to try, in this order, when the document has no date of the chosen kind',
			input: { kind: 'choices', choices: DOCUMENT_DATES },
			default: ['submit', 'creation', 'document'],
		},
	],
	from: (said) => said.postingDateFallback,
};

/**
 * Where a due date comes from. `document`: the document states it; `terms`: its own date and its net payment terms; `partner`: the
 * payment terms of the B1 partner; `documentDate` and `posting`: that date itself, or days after it (`posting+14`).
 */
export type DueDateRule = 'document' | 'terms' | 'partner' | `${'documentDate' | 'posting'}${'' | `+${number}`}`;

const DUE_DATE = /^(document|terms|partner|(documentDate|posting)(\+\d{1,3})?)$/;

const isDueDateRule = (value: unknown): value is DueDateRule => isText(value) && DUE_DATE.test(value);

const readDueDates: Reader<DueDateRule[]> = (value) =>
	Array.isArray(value) && value.length > 0 && value.every(isDueDateRule)
		? { value }
		: {
				problem:
					'must be a list of document, terms, partner, documentDate, posting, or days after the last two such as posting+14',
			};

const DUE_DATES: Choices = {
	document: ['Due Date of the Document', 'The payment due date that an invoice states'],
	terms: ['Terms of the Document', 'The invoice date and its net payment terms'],
	partner: ['Terms of the Partner', 'The payment terms of the business partner, where B1 is asked'],
	documentDate: ['Document Date', 'The date of the report or invoice itself'],
	posting: ['Posting Date', 'The date the journal entry is posted under'],
};

const dueDates = (label: string, about: string, initial: DueDateRule[]): Knob<DueDateRule[]> => ({
	default: initial,
	read: readDueDates,
	fields: [
		{
			label,
			about,
			hint: 'In this order; the first that has a date counts. A profile may also name days after the last two, such as posting+14.',
			input: { kind: 'choices', choices: DUE_DATES },
			default: initial,
		},
	],
	from: (said, name) => said[name],
});

/** The name of a time zone in the IANA database, as the platform knows it; empty for none. Offsets such as +01:00 know no summer time. */
const timeZone: Reader<string> = (value) => {
	const name = isText(value) ? value.trim() : value;
	return name === '' || (isText(name) && /^[A-Za-z]/.test(name) && isKnownZone(name))
		? { value: name }
		: { problem: `must be the name of a time zone such as "Europe/Berlin", not ${shown(value)}` };
};

function isKnownZone(timeZone: string): boolean {
	try {
		new Intl.DateTimeFormat('en', { timeZone });
		return true;
	} catch {
		return false;
	}
}

/** Under which date the entry is posted. */
export const dates = section({
	title: 'Dates and Periods',
	collection: { name: 'dates', label: 'Date Settings', add: 'Add Date Setting' },
	knobs: {
		postingDate: choice({
			label: 'Posting Date',
			default: 'processing',
			about: 'The date the journal entry is posted under in B1',
			choices: {
				...DOCUMENT_DATES,
				today: ['Today', 'The day the workflow runs'],
				fixed: ['Fixed Date', 'A date you set, e.g. the last day of the old year'],
			},
			alone: true,
		}),
		fixedDate: optionalDate({
			label: 'Fixed Posting Date',
			example: '2026-12-31',
			about: 'Posting date of every document, as year-month-day',
			alone: true,
			shownFor: { postingDate: ['fixed'] },
		}),
		postingDateFallback,
		timeZone: text(
			{
				label: 'Time Zone',
				default: '',
				example: 'America/Los_Angeles',
				about: 'Time zone whose days count, as its IANA name. When empty, the time zone of the workflow.',
			},
			timeZone,
		),
		dueDate: dueDates('Due Date', 'When a vendor or a card is to be paid', ['document', 'terms', 'partner', 'posting']),
		employeeDueDate: dueDates('Due Date of Employees', 'When an employee is to be paid', ['document', 'posting']),
		periodPolicy: choice({
			label: 'If the Period Is Locked',
			default: 'review',
			about: 'What to do when B1 takes no posting on the date. It is asked if a credential is selected.',
			choices: {
				fail: ['Confirm a Failure', 'Needs review, with the answer that Concur gets the document back'],
				nextOpenDay: ['Take the Next Open Day', 'Post under the first day after it that B1 accepts'],
				review: ['Send to Review', 'Needs review; Concur is told nothing until a person has decided'],
			},
		}),
	},
});
