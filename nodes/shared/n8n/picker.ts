/** How many records a list of the editor gets at a time. */
export const PICKER_PAGE = 50;

/** People search for names as they remember them; company databases on HANA compare capital letters too (User's Guide, query options). */
export const IGNORE_CASE = { 'B1S-CaseInsensitive': 'true' };

/** A record as every list of the editor shows it: its code, then what a person knows it by. */
export const recordLabel = (...parts: readonly unknown[]): string =>
	parts
		.map((part) => (typeof part === 'string' || typeof part === 'number' ? String(part).trim() : ''))
		.filter((text) => text !== '')
		.join(' – ');
