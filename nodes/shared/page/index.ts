/** Pages as HTML: templates that escape, one style, and the frame of every page. Pure. */
export { framed } from './frame';
export { html, Html } from './html';
