/** Texts of people and of other systems: made fit to be shown, and freed of secrets. Pure. */
export { cleanText, cutAt, MAX_TEXT } from './clean';
export { strikeKnown, strikeOut } from './secrets';
