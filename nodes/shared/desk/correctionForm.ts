import type { Blank } from '../mapping';
import { html, type Html } from '../page';
import type { Offer } from './corrections';

function cellOf(offer: Offer, { column, label, about, example, choices, initial, mayBeEmpty }: Blank, index: number): Html {
	const name = `map-${column}`;
	if (offer.blank.isTable && index === 0)
		return html`<label>${label}<input name="${name}" value="${offer.from}" readonly /></label>`;
	const required = mayBeEmpty ? '' : html` required`;
	const candidates = index === 1 ? offer.candidates.map((code) => ({ value: code, label: code })) : [];
	const options = choices.length > 0 ? choices : candidates;
	if (options.length > 0)
		return html`<label title="${about}"
			>${label}<select name="${name}" ${required}>
				${options.map(
					({ value, label: shown }) => html`<option value="${value}" ${value === initial && html` selected`}>${shown}</option>`,
				)}
			</select></label
		>`;
	return html`<label title="${about}"
		>${label}<input name="${name}" value="${initial}" maxlength="200" placeholder="${example}" ${required}
	/></label>`;
}

/** The fields for a row that the mapping lacks. */
export const correctionFields = (offer: Offer): Html =>
	html`<p>
			Correct the mapping: <strong>${offer.blank.setting}</strong>. It holds for all documents from now on; all that wait for the
			mapping are tried again at once.
		</p>
		<input type="hidden" name="setting" value="${offer.blank.setting}" />
		<div class="bar">${offer.blank.cells.map((cell, index) => cellOf(offer, cell, index))}</div>`;
