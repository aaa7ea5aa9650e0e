import { framed, html, type Html } from '../page';
import { noticeOf, queryOf } from './answer';
import type { DeskRequest } from './types';

/** The frame of every page of the desk: title, who is logged in, what the last act came to. */
export function pageOf(title: string, request: DeskRequest, content: Html): string {
	const notice = noticeOf(request);
	const again = notice?.isUnderWay && html` <a href="${queryOf(request.view)}">Look again</a>`;
	const said = notice && html`<p class="notice ${notice.isGood ? 'good' : 'bad'}" role="status">${notice.text}${again}</p>`;
	return framed({ title, skip: 'Skip to the documents', aside: request.person }, html`${said} ${content}`);
}
