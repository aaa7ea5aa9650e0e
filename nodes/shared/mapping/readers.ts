import { dayOf, isRecord } from '../document';
import { nearestField, unknownFieldOf } from './templateFields';

/** Reads one knob: the value to use, or what is wrong with it. */
export type Reader<T> = (value: unknown, current: T) => { value: T } | { problem: string };

export const isText = (value: unknown): value is string => typeof value === 'string';
export const shown = (value: unknown): string => JSON.stringify(value)?.slice(0, 80) ?? String(value);

export function oneOf<T extends string>(...allowed: T[]): Reader<T> {
	return (value) =>
		allowed.includes(value as T)
			? { value: value as T }
			: { problem: `must be one of ${allowed.join(', ')}, not ${shown(value)}` };
}

export const flag: Reader<boolean> = (value) =>
	typeof value === 'boolean' ? { value } : { problem: `must be true or false, not ${shown(value)}` };

export const text: Reader<string> = (value) => (isText(value) ? { value } : { problem: `must be text, not ${shown(value)}` });

export const textOrNull: Reader<string | null> = (value) => {
	if (value === null) return { value };
	return isText(value) ? { value: value.trim() || null } : { problem: `must be text or null, not ${shown(value)}` };
};

export const texts: Reader<string[]> = (value) => {
	const list = isText(value) ? [value] : value;
	return Array.isArray(list) && list.every(isText)
		? { value: list }
		: { problem: `must be a list of texts, not ${shown(value)}` };
};

export const textsOrNull: Reader<string[] | null> = (value, current) =>
	value === null ? { value } : texts(value, current ?? []);

/** The number of a record of B1 as text, or nothing. */
export const wholeNumberOrNull: Reader<string | null> = (value, current) => {
	const read = textOrNull(typeof value === 'number' ? String(value) : value, current);
	if ('problem' in read || read.value === null || /^\d{1,9}$/.test(read.value)) return read;
	return { problem: `must be a whole number, not ${shown(value)}` };
};

export const amountText: Reader<string> = (value) => {
	const written = typeof value === 'number' ? String(value) : value;
	return isText(written) && /^\d+(\.\d+)?$/.test(written)
		? { value: written }
		: { problem: `must be an amount such as "0.02", not ${shown(value)}` };
};

export const dateOrNull: Reader<string | null> = (value) => {
	if (value === null || value === '') return { value: null };
	return isText(value) && dayOf(value) === value
		? { value }
		: { problem: `must be a date YYYY-MM-DD or null, not ${shown(value)}` };
};

/** A text with fields in braces, each of which some document has. */
export const template: Reader<string> = (value, current) => {
	const read = text(value, current);
	const problem = 'value' in read ? templateProblem(read.value) : null;
	return problem === null ? read : { problem };
};

/** What is wrong with the fields that a template names; null for nothing. */
export function templateProblem(written: string): string | null {
	const unknown = unknownFieldOf(written);
	if (unknown === null) return null;
	const nearest = nearestField(unknown);
	return `names the field {${unknown}}, which no document has${nearest === null ? '' : `; did you mean {${nearest}}?`}`;
}

/** A path names the section and the field; the employee's section is refused, since costs follow the allocation, not the person. */
function pathProblem(path: string): string | null {
	if (path === 'employee.employeeId') return null;
	if (/^employee(Data)?\./i.test(path) || /^ownerEmployee\./i.test(path))
		return `takes "${path}" from the employee; name an allocation, entry or report field`;
	return /^(allocation|entry|report)\.\w+$/.test(path)
		? null
		: `has the path "${path}"; it must be allocation.<field>, entry.<field> or report.<field>`;
}

/** A value that stands for itself, as the last of several paths or as the only one. */
const CONSTANT = /^constant\.\S.*$/;

export const paths: Reader<string[]> = (value, current) => {
	const read = texts(value, current);
	if ('problem' in read) return read;
	const problem = read.value
		.filter((path) => !CONSTANT.test(path))
		.map(pathProblem)
		.find((found) => found !== null);
	return problem ? { problem } : read;
};

export const pathOrNull: Reader<string | null> = (value, current) => {
	const read = textOrNull(value, current);
	if ('problem' in read || read.value === null) return read;
	const problem = pathProblem(read.value);
	return problem ? { problem } : read;
};

export const pathLists: Reader<string[][]> = (value) => {
	if (!Array.isArray(value) || value.length > 4)
		return { problem: 'must be a list of up to four lists of paths, for dimensions 2 to 5' };
	const lists: string[][] = [];
	for (const entry of value) {
		const read = paths(entry, []);
		if ('problem' in read) return read;
		lists.push(read.value);
	}
	return { value: lists };
};

export function mapOf<T>(of: Reader<T>, merge = false): Reader<Record<string, T>> {
	return (value, current) => {
		if (!isRecord(value)) return { problem: `must be an object, not ${shown(value)}` };
		const map: Record<string, T> = merge ? { ...current } : {};
		for (const [key, entry] of Object.entries(value)) {
			if (key.trim() === '__proto__') return { problem: 'has the key "__proto__", which cannot be kept; nothing is called so' };
			const read = of(entry, undefined as T);
			if ('problem' in read) return { problem: `${key}: ${read.problem}` };
			map[key.trim()] = read.value;
		}
		return { value: map };
	};
}

export type Readers<T> = { [Key in keyof T]: Reader<T[Key]> };

export function readBlock<T extends object>(
	json: Record<string, unknown>,
	current: T,
	readers: Readers<T>,
): { value: T } | { problem: string } {
	const value = { ...current };
	for (const [key, entry] of Object.entries(json)) {
		if (!Object.hasOwn(readers, key)) return { problem: `does not know "${key}"` };
		const read = readers[key as keyof T](entry, current[key as keyof T]);
		if ('problem' in read) return { problem: `${key} ${read.problem}` };
		value[key as keyof T] = read.value;
	}
	return { value };
}
