import { barChart, type Bar } from '../chart';
import { framed, html, type Html } from '../page';
import type { Fate, Reconciliation, Total } from './types';

const FATES: Readonly<Record<Fate, string>> = {
	posted: 'Posted',
	inReview: 'In review',
	refused: 'Sent back to Concur',
	recalled: 'Recalled',
	inFlight: 'On their way',
	left: 'Left in Concur',
};

/** As it goes on in a sentence. */
const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** Bars of one chart; what is smaller stands in the table alone. */
const MOST_BARS = 12;
/** Headings of columns that hold figures. */
const FIGURES = new Set(['Documents', 'Concur approved', 'Debits in Business One', 'Difference', 'Debits less credits']);
/** Rows that a page shows of one table; the CSV has all. */
const MOST_ROWS = 500;

function countsSection({ counts, received, askedInConcur }: Reconciliation): Html {
	const parts = (Object.keys(FATES) as Fate[]).filter((fate) => fate !== 'left');
	const bars = parts.map((fate): Bar => ({ label: FATES[fate], value: counts[fate], text: String(counts[fate]) }));
	return html`<section class="card">
		<h2>What became of ${received} documents</h2>
		<p>
			${received} received = ${parts.map((fate, index) => `${index > 0 ? ' + ' : ''}${counts[fate]} ${lowered(FATES[fate])}`)}
		</p>
		${barChart('Documents by what became of them', bars)}
		<p class="soft small">
			${counts.left} more stay ready in Concur on purpose. Concur was asked for ${askedInConcur} of the documents.
		</p>
	</section>`;
}

/** A heading, and whether its column holds figures. */
const headCell = (head: string): Html =>
	FIGURES.has(head) ? html`<th scope="col" class="num">${head}</th>` : html`<th scope="col">${head}</th>`;

function table(caption: string, heads: readonly string[], rows: readonly Html[]): Html {
	return html`<table>
			<caption class="hidden">
				${caption}
			</caption>
			<thead>
				<tr>
					${heads.map(headCell)}
				</tr>
			</thead>
			<tbody>
				${rows.slice(0, MOST_ROWS)}
			</tbody>
		</table>
		${rows.length > MOST_ROWS && html`<p class="soft">And ${rows.length - MOST_ROWS} more, in the CSV file.</p>`}`;
}

function differencesSection({ differences }: Reconciliation): Html {
	if (differences.length === 0)
		return html`<section class="card">
			<h2>Differences</h2>
			<p>None: Concur, the table and Business One agree on every document.</p>
		</section>`;
	const rows = differences.map(
		(one) =>
			html`<tr>
				<td data-of="Document">${one.document}</td>
				<td data-of="Person">${one.person}</td>
				<td data-of="What"><span class="tag">${one.severity === 'wrong' ? 'Settle' : 'Look'}</span> ${one.text}</td>
				<td data-of="Concur">${one.concur}</td>
				<td data-of="Table">${one.table}</td>
				<td data-of="Business One">${one.businessOne}</td>
			</tr>`,
	);
	return html`<section>
		<h2>Differences (${differences.length})</h2>
		${table('Differences', ['Document', 'Person', 'What', 'Concur', 'Table', 'Business One'], rows)}
	</section>`;
}

function againstConcur(title: string, totals: readonly Total[]): Html | false {
	if (totals.length === 0) return false;
	const rows = totals.map(
		(one) =>
			html`<tr>
				<td data-of="${title}">${one.key}</td>
				<td data-of="Documents" class="num">${one.documents}</td>
				<td data-of="Concur" class="num">${one.concur} ${one.currency}</td>
				<td data-of="Business One" class="num">${one.businessOne} ${one.currency}</td>
				<td data-of="Difference" class="num">${one.difference}</td>
			</tr>`,
	);
	return html`<section>
		<h2>By ${title.toLowerCase()}</h2>
		${table(`By ${title.toLowerCase()}`, [title, 'Documents', 'Concur approved', 'Debits in Business One', 'Difference'], rows)}
	</section>`;
}

const sizeOf = ({ businessOne }: Total): number => Math.abs(Number(businessOne));

function inBusinessOne(title: string, totals: readonly Total[]): Html | false {
	if (totals.length === 0) return false;
	const largest = [...totals].sort((one, other) => sizeOf(other) - sizeOf(one)).slice(0, MOST_BARS);
	const bars = largest.map(
		(one): Bar => ({ label: one.key, value: Number(one.businessOne), text: `${one.businessOne} ${one.currency}` }),
	);
	const rows = totals.map(
		(one) =>
			html`<tr>
				<td data-of="${title}">${one.key}</td>
				<td data-of="Documents" class="num">${one.documents}</td>
				<td data-of="Balance" class="num">${one.businessOne} ${one.currency}</td>
			</tr>`,
	);
	const name = `By ${title.toLowerCase()}`;
	return html`<section class="card">
		<h2>${name}</h2>
		<p class="soft small">Debits less credits of these documents' entries, in local currency.</p>
		${barChart(name, bars)}
		<details>
			<summary>As a table</summary>
			${table(name, [title, 'Documents', 'Debits less credits'], rows)}
		</details>
	</section>`;
}

function accountsSection({ openAccounts }: Reconciliation): Html | false {
	if (openAccounts.length === 0) return false;
	return html`<section class="card">
		<h2>Accounts that should be empty</h2>
		<ul>
			${openAccounts.map(({ code, name, text }) => html`<li>${code} ${name}: ${text}</li>`)}
		</ul>
		<p class="soft small">Balances as Business One has them now, whatever the period.</p>
	</section>`;
}

/**
 * The reconciliation as a page: whole and self-contained, no script, nothing from elsewhere.
 *
 * @param madeAt when it was made, in words for people
 */
export function reconciliationPage(result: Reconciliation, madeAt: string): string {
	const { from, to, companyDb, verdict, agrees, totals } = result;
	const of = (by: Total['by']) => totals.filter((one) => one.by === by);
	const title = `Reconciliation ${from} to ${to}`;
	const content = html`<h2>${title} <span class="soft">${companyDb}</span></h2>
		<p class="notice ${agrees ? 'good' : 'bad'}">${verdict}</p>
		${countsSection(result)} ${differencesSection(result)} ${accountsSection(result)} ${againstConcur('Currency', of('currency'))}
		${againstConcur('Employee', of('employee'))} ${inBusinessOne('Account', of('account'))}
		${inBusinessOne('Cost center', of('costCenter'))}`;
	return framed({ title, skip: 'Skip to the figures', aside: madeAt }, content);
}
