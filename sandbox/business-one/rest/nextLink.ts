import type { Core, Operation } from '../core';

/**
 * Link to the next page: v1 gives an absolute path, v2 one relative to the version (Service Layer User's Guide, paging; OData Client for
 * Service Layer). The company setting NextLink asks for one form in both; a fault for the relative one. `$skip` comes last; the other
 * options follow the request unless a fault drops them.
 */
export function nextLink(core: Core, operation: Operation, next: { skip: number; top?: number }): string {
	const { withoutFilter, relative } = operation.nextLinkFaults();
	const options = withoutFilter ? [] : [...operation.query].filter(([name]) => name !== '$skip' && name !== '$top');
	const text = [
		...options.map(([name, value]) => `${name}=${encoded(value)}`),
		...(next.top === undefined ? [] : [`$top=${next.top}`]),
		`$skip=${next.skip}`,
	].join('&');
	const link = `${operation.path}?${text}`;
	const usual = operation.version === 'v1' ? 'absolute' : 'relative';
	const form = relative ? 'relative' : core.company().NextLink || usual;
	if (form === 'relative') return link;
	return form === 'full' ? `${operation.root}${link}` : `/b1s/${operation.version}/${link}`;
}

/** Encodes what a query cannot hold, and leaves readable what it can. */
function encoded(value: string): string {
	return encodeURIComponent(value).replace(/%(24|27|28|29|2C|2F|3A|40)/g, (code) => decodeURIComponent(code));
}
