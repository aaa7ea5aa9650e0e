import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Amounts in thousandths, which are exact in every currency here. */
type Thousandths = bigint;

/** A line as it was booked by hand: debit positive, credit negative. */
export interface HandLine {
	target: string;
	amount: Thousandths;
	foreign: { currency: string; amount: Thousandths } | null;
	tax: string | null;
	base: Thousandths;
	due: string;
	/** Code of the rule by dimension, from 1. */
	rules: Record<number, string>;
	project: string;
	branch: number | null;
	isBlocked: boolean;
}

export interface HandEntry {
	date: string;
	reference: string;
	lines: HandLine[];
}

export const FOLDER = join(__dirname, '..', '..', '..', 'sandbox', 'companies');

export const thousandths = (text: string): Thousandths => {
	const match = /^(-?)(\d+)(?:\.(\d{1,3}))?$/.exec(text);
	if (!match) throw new Error(`"${text}" is no amount`);
	const size = BigInt(match[2]! + (match[3] ?? '').padEnd(3, '0'));
	return match[1] === '-' ? -size : size;
};

/** Shortest decimal text. */
export const amountText = (amount: Thousandths): string => {
	const digits = String(amount < 0n ? -amount : amount).padStart(4, '0');
	const fraction = digits.slice(-3).replace(/0+$/, '');
	return `${amount < 0n ? '-' : ''}${digits.slice(0, -3)}${fraction === '' ? '' : `.${fraction}`}`;
};

/** Reads the books of a company, which were written by hand from its documents. Throws Error for what cannot be read or does not balance. */
export function readBooks(name: string): HandEntry[] {
	const entries: HandEntry[] = [];
	for (const written of readFileSync(join(FOLDER, name, 'books.txt'), 'utf8').split('\n')) {
		const line = written.trim();
		if (line === '' || line.startsWith('#')) continue;
		const [first = '', second = '', ...rest] = line.split(' ');
		if (/^\d{4}-\d{2}-\d{2}$/.test(first)) entries.push({ date: first, reference: second, lines: [] });
		else entries.at(-1)!.lines.push(lineOf(first, second, rest));
	}
	for (const entry of entries) checkBalance(name, entry);
	return entries;
}

function lineOf(target: string, amount: string, rest: string[]): HandLine {
	const said = new Map(rest.map((word) => [word.split('=')[0]!, word.split('=')[1]] as const));
	for (const name of said.keys())
		if (!/^(fc|tax|base|due|dim[1-5]|project|branch|blocked)$/.test(name)) throw new Error(`What is ${name}?`);
	const [currency, foreign] = said.get('fc')?.split(':') ?? [];
	const rules: Record<number, string> = {};
	for (let dimension = 1; dimension <= 5; dimension++) {
		const rule = said.get(`dim${dimension}`);
		if (rule !== undefined) rules[dimension] = rule;
	}
	return {
		target,
		amount: thousandths(amount),
		foreign: currency === undefined ? null : { currency, amount: thousandths(foreign!) },
		tax: said.get('tax') ?? null,
		base: thousandths(said.get('base') ?? '0'),
		due: said.get('due') ?? '',
		rules,
		project: said.get('project') ?? '',
		branch: said.has('branch') ? Number(said.get('branch')) : null,
		isBlocked: said.has('blocked'),
	};
}

function checkBalance(name: string, { reference, lines }: HandEntry): void {
	const total = lines.reduce((sum, { amount }) => sum + amount, 0n);
	const foreign = lines.reduce((sum, line) => sum + (line.foreign?.amount ?? 0n), 0n);
	if (total !== 0n || foreign !== 0n)
		throw new Error(`${name}, ${reference}: the books are out by ${amountText(total)} / ${amountText(foreign)}`);
}
