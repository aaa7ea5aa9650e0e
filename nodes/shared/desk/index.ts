import { html } from '../page';
import { listPage, type PageSettings } from './listPage';
import { pageOf } from './page';
import { rowPage } from './rowPage';
import type { DeskRequest, DeskRow } from './types';

export { actOn, type Acting } from './act';
export { answerOf, correctionOf } from './answer';
export { isMappingRow } from './corrections';
export { readRequest } from './request';
export type { DeskRequest, DeskRow } from './types';

/**
 * The page that a request asks for, whole and self-contained: no script, nothing from elsewhere.
 *
 * @param rows of the Data Table that are open or have warnings
 */
export function renderPage(rows: readonly DeskRow[], request: DeskRequest, settings: PageSettings): string {
	const { row: id } = request.view;
	if (id === null) return pageOf('Documents from Concur', request, listPage(rows, request, settings));
	const row = rows.find((one) => one.id === id);
	if (row) return pageOf(`Document ${row.reportNumber ?? ''}`.trim(), request, rowPage(row, request, settings));
	const gone = html`<p class="card">
		This document is done, and waits for nobody any more. <a href="?list=waiting">To the list</a>
	</p>`;
	return pageOf('Document done', request, gone);
}
