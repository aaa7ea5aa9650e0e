import type { Operation } from '../core';

/**
 * Link to the next page: an absolute path of the version, or relative where a fault asks for it. `$skip` comes last, as in the Service
 * Layer User's Guide; the other options follow the request unless a fault drops them.
 */
export function nextLink(operation: Operation, next: { skip: number; top?: number }): string {
	const { withoutFilter, relative } = operation.nextLinkFaults();
	const options = withoutFilter ? [] : [...operation.query].filter(([name]) => name !== '$skip' && name !== '$top');
	const text = [
		...options.map(([name, value]) => `${name}=${encoded(value)}`),
		...(next.top === undefined ? [] : [`$top=${next.top}`]),
		`$skip=${next.skip}`,
	].join('&');
	const link = `${operation.path}?${text}`;
	return relative ? link : `/b1s/${operation.version}/${link}`;
}

/** Encodes what a query cannot hold, and leaves readable what it can. */
function encoded(value: string): string {
	return encodeURIComponent(value).replace(/%(24|27|28|29|2C|2F|3A|40)/g, (code) => decodeURIComponent(code));
}
