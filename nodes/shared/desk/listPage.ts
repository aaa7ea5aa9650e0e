import { queryOf } from './answer';
import { html, type Html } from '../page';
import { causesOf, cureOf, isBusy, listOf, moneyOf, reasonsIn, rowsIn, sinceOf } from './lists';
import { LIST_NAMES, type DeskRequest, type DeskRow, type ListName, type View } from './types';

/** Rows on one page of a list. */
export const PAGE_SIZE = 50;
/** Rows of which an act on all shows the stamps, to prove that its page was seen. */
const PROOFS = 20;

const LISTS: Readonly<Record<ListName, { label: string; about: string; empty: string }>> = {
	waiting: {
		label: 'Waiting for you',
		about: 'Cannot go on until somebody corrects something or decides.',
		empty: 'Nothing waits for you.',
	},
	running: { label: 'On their way', about: 'Go on by themselves, or wait for a server.', empty: 'Nothing is on its way.' },
	warnings: {
		label: 'Warnings',
		about: 'Posted and confirmed, with something that an accountant should know. They stay here until somebody ticks them.',
		empty: 'No warning is left to be seen.',
	},
	left: {
		label: 'Left in Concur',
		about: 'Stay ready in Concur on purpose: test users, other companies or ledgers, documents from before the start.',
		empty: 'Nothing is left in Concur.',
	},
};

const SORTS = { since: 'Longest waiting', amount: 'Amount', person: 'Person', report: 'Report number' } as const;

export interface PageSettings {
	/** Milliseconds since 1970. */
	now: number;
	/** The day of a moment (milliseconds since 1970) where the people are, YYYY-MM-DD. */
	dayOf: (time: number) => string;
}

const DAY_MS = 24 * 3_600_000;

/** How long ago, in the largest unit that says something. */
export function ageOf(row: DeskRow, now: number): string {
	const ms = now - sinceOf(row);
	if (sinceOf(row) === 0) return '';
	const [count, unit] =
		ms >= DAY_MS ? [ms / DAY_MS, 'day'] : ms >= 3_600_000 ? [ms / 3_600_000, 'hour'] : [ms / 60_000, 'minute'];
	const whole = Math.max(0, Math.floor(count));
	return `${whole} ${unit}${whole === 1 ? '' : 's'}`;
}

export const nameOf = ({ reportNumber, reportName, docId }: DeskRow): string => reportNumber || reportName || docId || '';

export const shownValue = ({ id, stamp }: DeskRow): string => `${id}.${stamp ?? ''}`;

const hidden = (name: string, value: string | number): Html => html`<input type="hidden" name="${name}" value="${value}" />`;

/** Fields that bring a form back to the view it came from. */
export const viewFields = ({ list, search, reason, sort, page, row }: View): Html[] =>
	Object.entries({ list, search, reason, sort, page, row: row ?? '' }).map(([name, value]) => hidden(name, value));

function navigation(rows: readonly DeskRow[], view: View): Html {
	const counts = new Map<ListName | undefined, number>();
	for (const row of rows) counts.set(listOf(row), (counts.get(listOf(row)) ?? 0) + 1);
	const links = LIST_NAMES.map((list) => {
		const current = list === view.list && view.row === null ? html` aria-current="page"` : '';
		return html`<li><a href="${queryOf({ list })}" ${current}>${LISTS[list].label} (${counts.get(list) ?? 0})</a></li>`;
	});
	return html`<nav aria-label="Lists">
		<ul>
			${links}
		</ul>
	</nav>`;
}

function filters(rows: readonly DeskRow[], { list, search, reason, sort }: View): Html {
	const option = (value: string, label: string, chosen: string) =>
		html`<option value="${value}" ${value === chosen && html` selected`}>${label}</option>`;
	const codes = reasonsIn(rows, list);
	return html`<form class="bar" method="get" role="search">
		${hidden('list', list)}
		<label
			>Search<input type="search" name="search" value="${search}" placeholder="Report, person, amount, reason" accesskey="s"
		/></label>
		<label
			>Reason<select name="reason">
				${option('', 'All', reason)}${codes.map(({ code, count }) => option(code, `${code} (${count})`, reason))}
			</select></label
		>
		<label
			>Sort by<select name="sort">
				${Object.entries(SORTS).map(([value, label]) => option(value, label, sort))}
			</select></label
		>
		<button>Show</button>
	</form>`;
}

function rowOf(row: DeskRow, view: View, { now, dayOf }: PageSettings): Html {
	const causes = causesOf(row);
	const code = causes[0]?.code ?? '';
	const since = sinceOf(row);
	const canTick = view.list !== 'running' && Boolean(row.stamp);
	return html`<tr>
		<td>
			${canTick && html`<input type="checkbox" name="shown" value="${shownValue(row)}" aria-label="Choose ${nameOf(row)}" />`}
		</td>
		<td data-of="Document">
			<a href="${queryOf({ ...view, row: row.id })}">${nameOf(row)}</a>
			<div class="small soft">${row.reportName}</div>
		</td>
		<td data-of="Person">${row.person}</td>
		<td data-of="Amount" class="num">${moneyOf(row)}</td>
		<td data-of="Since">
			${since > 0 && html`<span class="small since">${dayOf(since)}<br /><span class="soft">${ageOf(row, now)}</span></span>`}
		</td>
		<td data-of="Why">
			${row.reason || (isBusy(row) ? 'Is being worked on' : 'Will be taken up by itself')}${causes.length > 1 &&
			html` <span class="soft">and ${causes.length - 1} more</span>`}
		</td>
		<td data-of="Cure">${code !== '' && html`<span class="tag">${cureOf(code)}</span>`}</td>
	</tr>`;
}

function table(rows: readonly DeskRow[], view: View, settings: PageSettings): Html {
	const heads = ['Document', 'Person', 'Amount', 'Since', 'Why', 'Cure'].map((head) => html`<th scope="col">${head}</th>`);
	return html`<table>
		<caption class="hidden">
			${LISTS[view.list].label}
		</caption>
		<thead>
			<tr>
				<td><span class="hidden">Choose</span></td>
				${heads}
			</tr>
		</thead>
		<tbody>
			${rows.map((row) => rowOf(row, view, settings))}
		</tbody>
	</table>`;
}

function pages(count: number, view: View): Html | undefined {
	const last = Math.max(1, Math.ceil(count / PAGE_SIZE));
	if (last === 1) return undefined;
	const link = (page: number, label: string) =>
		page < 1 || page > last ? undefined : html`<a href="${queryOf({ ...view, page })}">${label}</a>`;
	return html`<nav class="pages" aria-label="Pages">
		${link(view.page - 1, 'Previous')}<span>Page ${view.page} of ${last}</span>${link(view.page + 1, 'Next')}
	</nav>`;
}

/** One click for all that waits, or for all that waits for a reason; what a search finds is chosen row by row. */
function allAgain(found: readonly DeskRow[], shown: readonly DeskRow[], view: View, now: number): Html | undefined {
	if (view.list !== 'waiting' || view.search !== '') return undefined;
	const label = `Try ${view.reason === '' ? 'all' : 'these'} ${found.length} again`;
	const proofs = shown.slice(0, PROOFS).map((row) => hidden('shown', shownValue(row)));
	return html`<form method="post">
		${viewFields(view)}${proofs}${hidden('shownAt', new Date(now).toISOString())}
		<button name="act" value="tryAllAgain">${label}</button>
	</form>`;
}

/** One page of a list, with search, filter, order, and what can be done about its rows. */
export function listPage(rows: readonly DeskRow[], request: DeskRequest, settings: PageSettings): Html {
	const found = rowsIn(rows, request.view);
	const page = Math.min(request.view.page, Math.max(1, Math.ceil(found.length / PAGE_SIZE)));
	const view = { ...request.view, page };
	const shown = found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
	const button =
		view.list === 'warnings'
			? html`<button class="main" name="act" value="tick">Seen</button>`
			: html`<button class="main" name="act" value="tryAgain">Try again</button>`;
	const { about, empty, label } = LISTS[view.list];
	const isFiltered = view.search !== '' || view.reason !== '';
	return html`${navigation(rows, view)}
		<h2>${label}</h2>
		<p class="soft">${about}</p>
		${filters(rows, view)}
		${found.length === 0
			? html`<p class="card">${isFiltered ? 'Nothing fits this search.' : empty}</p>`
			: html`${allAgain(found, shown, view, settings.now)}
					<form method="post">
						${viewFields(view)}
						${table(shown, view, settings)}${view.list !== 'running' && html`<p class="acts">With those chosen: ${button}</p>`}
					</form>
					${pages(found.length, view)}`}`;
}
