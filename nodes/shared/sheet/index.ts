/** A posting on a sheet of paper, for those who print and file it. Pure. */
export { sheetsAsHtml, type Sheet } from './sheet';
