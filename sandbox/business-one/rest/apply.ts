import { amountText, parseAmount, type Millionths } from '../amounts';
import type { Core, Operation, Outcome } from '../core';
import { badQuery } from '../errors';
import { NumberText } from '../json';
import type { StructuredType } from '../metadata/model';
import { doubleText, metadataKey, renderSimple } from './render';
import type { ResolvedSet } from '../schema';
import type { Row } from '../store/store';
import { propertyOf } from '../odata/evaluate';
import { filtered } from '../odata/query';

type Method = 'sum' | 'min' | 'max' | 'average' | 'count' | 'countdistinct';

interface Measure {
	property: string;
	method: Method;
	alias: string;
}

/** `$apply=aggregate(...)` and `$apply=groupby((...),aggregate(...))` (Service Layer User's Guide, aggregation). */
export function aggregate(core: Core, operation: Operation, { set, type }: ResolvedSet): Outcome {
	const { groups, measures } = parseApply(operation.query.get('$apply') ?? '', type);
	const rows = filtered(core.store.rows(set.name), type, operation.query, false);
	const buckets = new Map<string, Row[]>();
	for (const row of rows) {
		const key = JSON.stringify(groups.map((name) => row[name] ?? null));
		buckets.set(key, [...(buckets.get(key) ?? []), row]);
	}
	if (groups.length === 0 && buckets.size === 0) buckets.set('[]', []);
	const value = [...buckets.values()].map((bucket) => ({
		...Object.fromEntries(
			groups.map((name) => [name, renderSimple(operation.version, propertyOf(type, name), bucket[0]?.[name])]),
		),
		...Object.fromEntries(measures.map((measure) => [measure.alias, measured(bucket, measure)])),
	}));
	return { status: 200, json: { [metadataKey(operation.version)]: `${operation.root}$metadata#${set.name}`, value } };
}

function parseApply(text: string, type: StructuredType): { groups: string[]; measures: Measure[] } {
	const grouped = /^\s*groupby\(\(([^()]*)\)(?:,\s*(aggregate\(.*\)))?\)\s*$/.exec(text);
	const list = /^\s*aggregate\((.*)\)\s*$/.exec(grouped ? (grouped[2] ?? '') : text);
	if (!grouped && !list) throw badQuery("Invalid value of '$apply'");
	const groups = grouped ? (grouped[1] ?? '').split(',').map((name) => name.trim()) : [];
	for (const name of groups) propertyOf(type, name);
	return { groups, measures: list ? (list[1] ?? '').split(',').map((item) => measure(item.trim(), type)) : [] };
}

function measure(text: string, type: StructuredType): Measure {
	const count = /^\$count as (\w+)$/.exec(text);
	if (count) return { property: '$count', method: 'count', alias: count[1] ?? '' };
	const match = /^(\w+) with (sum|min|max|average|count|countdistinct) as (\w+)$/.exec(text);
	if (!match) throw badQuery("Invalid value of '$apply'");
	return { property: propertyOf(type, match[1] ?? '').name, method: match[2] as Method, alias: match[3] ?? '' };
}

function measured(rows: Row[], { property, method }: Measure): unknown {
	if (method === 'count' && property === '$count') return rows.length;
	const values = rows.map((row) => row[property]).filter((value) => value !== null && value !== undefined);
	if (method === 'count') return values.length;
	if (method === 'countdistinct') return new Set(values.map(String)).size;
	const amounts = values.map((value) => parseAmount(String(value))).filter((value): value is Millionths => value !== null);
	return amounts.length === 0 ? null : new NumberText(doubleText(amountText(reduce(amounts, method))));
}

function reduce(amounts: Millionths[], method: 'sum' | 'min' | 'max' | 'average'): Millionths {
	const sum = amounts.reduce((total, amount) => total + amount, 0n);
	if (method === 'sum') return sum;
	if (method === 'average') return sum / BigInt(amounts.length);
	return amounts.reduce((best, amount) => ((method === 'min' ? amount < best : amount > best) ? amount : best));
}
