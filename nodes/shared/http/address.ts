/** What is shown of an address that a person entered: nothing of its user info, query and fragment. */
export function shownAddress(entered: string): string {
	const withoutUser = entered.trim().replace(/^([a-z][a-z\d+.-]*:\/\/)?[^/]*@/i, '$1');
	return withoutUser.split(/[?#]/, 1).join('').slice(0, 200);
}

/**
 * What is wrong with the address of a server as a person entered it, and what to enter instead.
 * @returns undefined for an address that can be used
 */
export function addressProblem(entered: string): string | undefined {
	const text = entered.trim();
	const shown = shownAddress(text);
	if (text === '') return 'is empty. Enter the address of the server, beginning with https://.';
	const invalid = `"${shown}" is not a valid server URL`;
	if (!/^[a-z][a-z\d+.-]*:\/\//i.test(text)) return `${invalid}: it has no scheme. Enter https:// before it.`;
	if (!/^https?:/i.test(text)) return `${invalid}: it has to begin with https:// (or http://).`;
	if (/^[^/]*\/\/[^/]*@/.test(text))
		return `${invalid}: take out the user name or password before the @, they have fields of their own.`;
	if (/[?#]/.test(text)) return `${invalid}: take out everything from the ? or # on.`;
	if (!URL.canParse(text)) return `${invalid}. Enter scheme, host and port, e.g. https://host.example.com:443.`;
	return undefined;
}
