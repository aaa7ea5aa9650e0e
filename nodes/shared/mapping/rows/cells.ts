import { labelOf, type Choices, type Input } from '../declare';
import { plain } from './layout';

type Read = { value: unknown } | { problem: string };

const FLAGS: Readonly<Record<string, boolean>> = {
	yes: true,
	true: true,
	on: true,
	1: true,
	no: false,
	false: false,
	off: false,
	0: false,
};

const partsOf = (text: string): string[] =>
	text
		.split(',')
		.map((part) => part.trim())
		.filter((part) => part !== '');

/** What a cell says in a field of that kind. Choices may be named by what the form calls them, or by their values. */
export function readCell(input: Input, text: string): Read {
	switch (input.kind) {
		case 'flag': {
			const value = FLAGS[text.toLowerCase()];
			return value === undefined ? { problem: `"${text}" is neither yes nor no` } : { value };
		}
		case 'list':
			return { value: partsOf(text) };
		case 'choice':
			return choiceNamed(input.choices, text);
		case 'choices': {
			const found = partsOf(text).map((part) => choiceNamed(input.choices, part));
			return found.find((one) => 'problem' in one) ?? { value: found.map((one) => 'value' in one && one.value) };
		}
		case 'number': {
			const number = text.replace(new RegExp(`^${input.unit}\\s*`, 'i'), '');
			const isInside = /^\d+$/.test(number) && Number(number) >= input.from && Number(number) <= input.to;
			return isInside ? { value: number } : { problem: `"${text}" is no number from ${input.from} to ${input.to}` };
		}
		default:
			return { value: text };
	}
}

function choiceNamed(choices: Choices, text: string): Read {
	const found = Object.entries(choices).find(([value, choice]) =>
		[value, labelOf(choice)].some((name) => plain(name) === plain(text)),
	);
	if (found) return { value: found[0] };
	const names = Object.values(choices).map(labelOf).join(', ');
	return { problem: text === '' ? `is empty; it is one of: ${names}` : `"${text}" is none of: ${names}` };
}

/** A value as a person reads it in a cell; the other way round of `readCell`. */
export function cellOf(input: Input, value: unknown): string {
	switch (input.kind) {
		case 'flag':
			return value === true ? 'yes' : 'no';
		case 'list':
			return listOf(value).join(', ');
		case 'choice':
			return choiceLabel(input.choices, value);
		case 'choices':
			return listOf(value)
				.map((one) => choiceLabel(input.choices, one))
				.join(', ');
		default:
			return value === null || value === undefined ? '' : String(value as string | number);
	}
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? (value as unknown[]) : value ? [value] : []);

const choiceLabel = (choices: Choices, value: unknown): string => {
	const choice = choices[String(value)];
	return choice === undefined ? String(value) : labelOf(choice);
};
