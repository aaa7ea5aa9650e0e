import { hash } from 'crypto';
import { noticeOf } from './answer';
import { html, Html } from './html';
import { style } from './style';
import type { DeskRequest } from './types';

/**
 * Nothing but this page's own style may be loaded, and forms go nowhere but back to it. n8n sends a policy of its own beside it, which
 * takes the page its origin: without cookies and storage, and with every read of another page refused.
 */
const policy = `default-src 'none'; style-src 'sha256-${hash('sha256', style, 'base64')}'; base-uri 'none'; form-action 'self'`;

const STYLE = new Html(`<style>${style}</style>`);

/** The frame of every page: policy, title, who is logged in, what the last act came to. */
export function pageOf(title: string, request: DeskRequest, content: Html): string {
	const notice = noticeOf(request);
	return `<!DOCTYPE html>\n${
		html`<html lang="en">
			<head>
				<meta charset="utf-8" />
				<meta http-equiv="Content-Security-Policy" content="${policy}" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<meta name="robots" content="noindex" />
				<meta name="referrer" content="same-origin" />
				<title>${title}</title>
				${STYLE}
			</head>
			<body>
				<a class="skip" href="#main">Skip to the documents</a>
				<header>
					<h1>Concur to Business One</h1>
					<span class="soft small">${request.person}</span>
				</header>
				<main id="main">
					${notice && html`<p class="notice ${notice.isGood ? 'good' : 'bad'}" role="status">${notice.text}</p>`} ${content}
				</main>
			</body>
		</html>`.text
	}`;
}
