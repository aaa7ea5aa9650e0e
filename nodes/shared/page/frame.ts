import { hash } from 'crypto';
import { html, Html } from './html';
import { STYLE } from './style';

/**
 * Nothing but this page's own style may be loaded, and forms go nowhere but back to it. n8n sends a policy of its own beside it, which
 * takes the page its origin: without cookies and storage, and with every read of another page refused.
 */
const policy = `default-src 'none'; style-src 'sha256-${hash('sha256', STYLE, 'base64')}'; base-uri 'none'; form-action 'self'`;

const STYLE_ELEMENT = new Html(`<style>${STYLE}</style>`);

/** What a page says around its content. */
export interface Frame {
	title: string;
	/** What the link says that leads keyboards past the head of the page. */
	skip: string;
	/** Who is logged in, or when the page was made. */
	aside: string;
}

/** A whole page: its policy, title and head around the content. It loads nothing and runs nothing. */
export const framed = ({ title, skip, aside }: Frame, content: Html): string =>
	`<!DOCTYPE html>\n${
		html`<html lang="en">
			<head>
				<meta charset="utf-8" />
				<meta http-equiv="Content-Security-Policy" content="${policy}" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<meta name="robots" content="noindex" />
				<meta name="referrer" content="same-origin" />
				<title>${title}</title>
				${STYLE_ELEMENT}
			</head>
			<body>
				<a class="skip" href="#main">${skip}</a>
				<header>
					<h1>Concur to Business One</h1>
					<span class="soft small">${aside}</span>
				</header>
				<main id="main">${content}</main>
			</body>
		</html>`.text
	}`;
