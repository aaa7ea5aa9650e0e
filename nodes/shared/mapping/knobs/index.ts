/** Every knob of a mapping, declared once: profile, its reader, the form and the handbook follow from these. */
import type { Section } from '../declare';
import { accounts } from './accounts';
import { costObjects } from './costObjects';
import { currency } from './currency';
import { dates } from './dates';
import { guards } from './guards';
import { invoices } from './invoices';
import { lines } from './lines';
import { partners } from './partners';
import { payees } from './payees';
import { review } from './review';
import { taxes } from './taxes';
import { memoTexts } from './texts';
import { userFields } from './userFields';

/** The sections in the order of the form. */
export const SECTIONS: readonly Section[] = [
	accounts,
	payees,
	partners,
	costObjects,
	taxes,
	invoices,
	memoTexts,
	userFields,
	dates,
	currency,
	lines,
	guards,
	review,
];

export const KNOBS = {
	...accounts.knobs,
	...payees.knobs,
	...partners.knobs,
	...costObjects.knobs,
	...taxes.knobs,
	...invoices.knobs,
	...memoTexts.knobs,
	...userFields.knobs,
	...dates.knobs,
	...currency.knobs,
	...lines.knobs,
	...guards.knobs,
	...review.knobs,
};
