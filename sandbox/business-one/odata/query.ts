import { badFilter, badQuery } from '../errors';
import type { StructuredType } from '../metadata/model';
import type { Row } from '../store/store';
import { compile, propertyOf, reader, type Comparable } from './evaluate';
import { parseFilter } from './parser';

export interface Page {
	rows: Row[];
	/** Rows that match the filter, before paging. */
	total: number;
	/** `$skip` and the `$top` left for the next page, where there is one. */
	next?: { skip: number; top?: number };
}

const KNOWN = ['$filter', '$select', '$orderby', '$skip', '$top', '$inlinecount', '$count', '$expand', '$apply', '$format'];
const DEFAULT_PAGE_SIZE = 20;

/** Refuses query options that do not exist, or exist elsewhere only. */
export function checkOptions(query: URLSearchParams): void {
	const unknown = [...query.keys()].find((name) => name.startsWith('$') && !KNOWN.includes(name));
	if (unknown !== undefined) throw badQuery(`The query option '${unknown}' is not supported`);
}

/** Filters, sorts and cuts the rows of a set. `$skip` counts before `$top` (Service Layer User's Guide). */
export function page(rows: Row[], type: StructuredType, query: URLSearchParams, pageSize: number, ignoreCase: boolean): Page {
	const matching = filtered(rows, type, query, ignoreCase);
	const sorted = matching.sort(order(query.get('$orderby'), type));
	const skip = wholeNumber(query, '$skip') ?? 0;
	const top = wholeNumber(query, '$top');
	const rest = sorted.slice(skip);
	const wanted = top === undefined ? rest : rest.slice(0, top);
	// A page that is just full has a link even where it is the last one: it leads to an empty page.
	const full = pageSize > 0 && wanted.length >= pageSize && (top === undefined || top > pageSize);
	if (!full) return { rows: wanted, total: matching.length };
	const next = { skip: skip + pageSize, ...(top === undefined ? {} : { top: top - pageSize }) };
	return { rows: wanted.slice(0, pageSize), total: matching.length, next };
}

/** Rows that match $filter, in a new array. */
export function filtered(rows: Row[], type: StructuredType, query: URLSearchParams, ignoreCase: boolean): Row[] {
	const filter = query.get('$filter');
	if (filter === null) return [...rows];
	if (filter.trim() === '') throw badFilter();
	if (type.properties.size === 0) {
		parseFilter(filter);
		return [];
	}
	return rows.filter(compile(parseFilter(filter), type, ignoreCase));
}

/** Page size a request asks for: B1S-PageSize or `Prefer: odata.maxpagesize`; 0 switches paging off. */
export function pageSizeOf(headers: Record<string, string>): { size: number; preferred?: string } {
	const preferred = /odata\.maxpagesize\s*=\s*(\d+)/.exec(headers.prefer ?? '')?.[1];
	if (preferred !== undefined) return { size: Number(preferred), preferred };
	const option = headers['b1s-pagesize'];
	return { size: option !== undefined && /^\d+$/.test(option) ? Number(option) : DEFAULT_PAGE_SIZE };
}

function wholeNumber(query: URLSearchParams, name: string): number | undefined {
	const text = query.get(name);
	if (text === null) return undefined;
	if (!/^\d{1,9}$/.test(text.trim())) throw badQuery(`Invalid value of '${name}'`);
	return Number(text);
}

/** Order by $orderby, then by key, so that pages never overlap. */
function order(text: string | null, type: StructuredType): (left: Row, right: Row) => number {
	const terms = (text === null || text.trim() === '' ? [] : text.split(',')).map((term) => sortTerm(term.trim(), type));
	const keys = type.key.flatMap((name) => {
		const property = type.properties.get(name);
		return property ? [{ read: reader(property, false), sign: 1 }] : [];
	});
	return (left, right) => {
		for (const { read, sign } of [...terms, ...keys]) {
			const result = compare(read(left), read(right)) * sign;
			if (result !== 0) return result;
		}
		return 0;
	};
}

function sortTerm(term: string, type: StructuredType) {
	const match = /^([\w@/]+)(?:\s+(asc|desc))?$/.exec(term);
	if (!match) throw badQuery(`Invalid value of '$orderby'`);
	if (type.properties.size === 0) return { read: () => null, sign: 1 };
	return { read: reader(propertyOf(type, match[1] ?? ''), false), sign: match[2] === 'desc' ? -1 : 1 };
}

/** Missing values come first, as HANA sorts them. */
function compare(left: Comparable, right: Comparable): number {
	if (left === null || right === null) return left === right ? 0 : left === null ? -1 : 1;
	return left < right ? -1 : left > right ? 1 : 0;
}
