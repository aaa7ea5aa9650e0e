import { badKey } from '../errors';
import type { KeyLiteral, Segment } from '../odata/path';
import type { ResolvedSet } from '../schema';

/** Values of a key in the order of the type's key properties. Throws where names or types do not fit. */
export function keyValues({ set }: ResolvedSet, segment: Segment): (string | number)[] {
	const names = Object.entries(set.key);
	const key = segment.key ?? { named: {} };
	if (key.single) {
		const [only, ...more] = names;
		if (!only || more.length > 0) throw badKey(`The key of '${set.name}' has ${names.length} parts`);
		return [keyValue(only, key.single)];
	}
	const unknown = Object.keys(key.named).find((name) => !(name in set.key));
	if (unknown !== undefined) throw badKey(`'${unknown}' is no key of '${set.name}'`);
	return names.map(([name, type]) => {
		const literal = key.named[name];
		if (!literal) throw badKey(`The key '${name}' of '${set.name}' is missing`);
		return keyValue([name, type], literal);
	});
}

function keyValue([name, type]: [string, string], { quoted, text }: KeyLiteral): string | number {
	if (type === 'Int32') {
		if (!/^-?\d{1,10}$/.test(text)) throw badKey(`Invalid value of the key '${name}'`);
		return Number(text);
	}
	if (!quoted) throw badKey(`The key '${name}' is text and stands in single quotes`);
	return text;
}

/** Key values as a path writes them: `'A'`, `5`, or `TableName='OCRD',FieldID=0` where there are several. */
export function keyLiterals({ set }: ResolvedSet, values: unknown[]): string {
	const literals = Object.entries(set.key).map(([name, type], index) => {
		const value = String(values[index]);
		return [name, type === 'Int32' ? value : `'${value.replaceAll("'", "''")}'`] as const;
	});
	return literals.map(([name, value]) => (literals.length === 1 ? value : `${name}=${value}`)).join(',');
}

/** Address of an object, such as `JournalEntries(5)` or `BusinessPartners('C1')`. */
export function keyPath({ set }: ResolvedSet, row: Record<string, unknown>): string {
	const literals = Object.entries(set.key).map(([name, type]) => {
		const value = String(row[name]);
		return [name, type === 'Int32' ? value : `'${encodeURIComponent(value.replaceAll("'", "''"))}'`] as const;
	});
	const [first] = literals;
	return literals.length === 1 && first
		? `${set.name}(${first[1]})`
		: `${set.name}(${literals.map(([name, value]) => `${name}=${value}`).join(',')})`;
}
