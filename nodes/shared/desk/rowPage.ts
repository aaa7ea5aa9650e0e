import { queryOf } from './answer';
import { html, type Html } from '../page';
import { causesOf, cureOf, isBusy, listOf, moneyOf, sinceOf, timeOf, todoOf } from './lists';
import { ageOf, nameOf, shownValue, viewFields, type PageSettings } from './listPage';
import { correctionFields } from './correctionForm';
import { offersOf } from './corrections';
import type { ActName, DeskRequest, DeskRow, View } from './types';

const form = (row: DeskRow, view: View, act: ActName, fields: Html, label: string, isMain = false): Html =>
	html`<form method="post" class="card">${viewFields({ ...view, row: row.id })}<input type="hidden" name="shown" value="${shownValue(row)}">
${fields}<button${isMain && html` class="main"`} name="act" value="${act}">${label}</button></form>`;

function causes(row: DeskRow): Html | undefined {
	const list = causesOf(row);
	if (list.length === 0) return undefined;
	const items = list.map(({ code, message }) => {
		const todo = todoOf(code);
		return html`<li>
			<p>${message} <span class="tag">${cureOf(code)}</span> <span class="soft small">${code}</span></p>
			${todo !== '' && !message.includes(todo) && html`<p class="soft">${todo}</p>`}
		</li>`;
	});
	return html`<section class="card">
		<h2>${row.open === true ? 'Why it waits' : 'Warnings'}</h2>
		<ul>
			${items}
		</ul>
		${row.reasonBefore && html`<p class="soft">Before that it was: ${row.reasonBefore}</p>`}
	</section>`;
}

/** What the last try came to that the one before did not. */
function changes(row: DeskRow): Html | undefined {
	if (row.open !== true || (row.attempts ?? 0) < 2) return undefined;
	const lines = (row.changed ?? '').split('\n').filter((line) => line !== '');
	return html`<section class="card">
		<h2>What changed since the last try</h2>
		${lines.length === 0
			? html`<p>Nothing: the last try came to the same as the one before.</p>`
			: html`<pre tabindex="0" role="region" aria-label="What changed">${lines.join('\n')}</pre>`}
	</section>`;
}

function facts(row: DeskRow, { now, dayOf }: PageSettings): Html {
	const due = timeOf(row.dueAt);
	const next =
		row.open !== true
			? ''
			: isBusy(row)
				? 'is being worked on'
				: due <= now
					? 'now'
					: `${new Date(due).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
	const since = sinceOf(row) > 0 ? `${dayOf(sinceOf(row))} (${ageOf(row, now)})` : '';
	const shown = Object.entries({
		Report: row.reportName,
		Person: row.person,
		Amount: moneyOf(row),
		'Date of the document': row.documentDate,
		Kind: row.docType,
		Status: row.status,
		'Here since': since,
		'Tried again': next,
		Tries: row.attempts,
		'Entry in Business One': row.number,
		'Posting date': row.postingDate,
		'Last act of a person': row.act,
		'Document ID in Concur': row.docId,
	}).filter(([, value]) => value !== undefined && value !== null && value !== '');
	return html`<section class="card">
		<dl>
			${shown.map(
				([name, value]) =>
					html`<dt>${name}</dt>
						<dd>${value as string | number}</dd>`,
			)}
		</dl>
	</section>`;
}

/** Rows of the mapping that the document lacks, to be filled in. */
function corrections(row: DeskRow, view: View): Html[] {
	if (isBusy(row) || !row.stamp || row.open !== true) return [];
	return offersOf(row).map((offer) => form(row, view, 'correct', correctionFields(offer), 'Add to the mapping', true));
}

function acts(row: DeskRow, view: View): Html | undefined {
	if (isBusy(row) || !row.stamp) return undefined;
	if (listOf(row) === 'warnings') return form(row, view, 'tick', html``, 'Seen', true);
	if (row.open !== true) return undefined;
	const again = form(
		row,
		view,
		'tryAgain',
		html`<p>After a correction in the mapping or in Business One.</p>`,
		'Try again',
		offersOf(row).length === 0,
	);
	if (row.readyInConcur === true) return again;
	return html`${again}${form(
		row,
		view,
		'sendBack',
		html`<label>What is to be corrected in Concur<textarea name="text" required maxlength="1000"></textarea></label>
			<p class="soft small">
				Concur shows it to the people who correct the report. The document ends here; the corrected report comes as a new one.
			</p>`,
		'Send back to Concur',
	)}${form(
		row,
		view,
		'settle',
		html`<p>For a document whose entry you made in Business One yourself. The entry is looked up there.</p>
			<div class="bar">
				<label>Number of the entry<input name="number" required maxlength="15" inputmode="numeric" pattern="[0-9]+" /></label
				><label>Posting date, if the number is there twice<input type="date" name="postingDate" /></label>
			</div>
			<label class="check"
				><input type="checkbox" name="anyAmount" value="yes" />It is the right entry, though it comes to another amount</label
			>`,
		'Settled by hand',
	)}`;
}

/** The page of one document: why it waits, what it is, its entry as it would be posted, and what a person can do. */
export function rowPage(row: DeskRow, { view }: DeskRequest, settings: PageSettings): Html {
	return html`<p><a href="${queryOf({ ...view, row: null })}">Back to the list</a></p>
		<h2>${nameOf(row)}</h2>
		${causes(row)}${corrections(row, view)}${changes(row)}${facts(row, settings)}
		${row.postingRecord &&
		html`<section class="card">
			<h2>${row.number ? 'The entry' : 'The entry as it would be posted'}</h2>
			<pre tabindex="0" role="region" aria-label="Lines of the entry">${row.postingRecord}</pre>
		</section>`}
		${acts(row, view)}`;
}
