import { Decimal } from './decimal';

/** What reading an amount gives: the amount, nothing (null, absent or empty text), or why it cannot be read. */
export type AmountReading = { amount: Decimal } | { amount: null; problem?: string };

/** Digits of a JSON number that survive being read as a double, and back (IEEE 754 binary64). */
const EXACT_NUMBER_DIGITS = 15;
/** The longest amount Concur documents: 23 digits, 8 of them after the point (FIS v4 reference). */
const LONGEST_TEXT_DIGITS = 23;
const DECIMAL_TEXT = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,3})?$/;

const NOTHING: AmountReading = { amount: null };

/**
 * Amounts repeat a lot within a document (gross = net of tax = net of reclaim), and reading text is the dearest step of all, so the
 * last ones read are remembered. Decimals never change, so sharing them is safe.
 */
const REMEMBERED = 512;
const remembered = new Map<number, AmountReading>();

/**
 * Reads an amount as Concur may send it: a JSON number, or text such as `24.3`, `50.00000000` or `0E-8`.
 *
 * @param value the value of a JSON field; undefined, null and blank text are "no amount"
 * @returns the exact amount; or `problem` in words for anything that is no amount or is not exact: a JSON number with more than
 * 15 significant digits has already lost digits when it was parsed
 */
export function readAmount(value: unknown): AmountReading {
	if (typeof value === 'number') return readNumber(value);
	if (value === null || value === undefined) return NOTHING;
	if (typeof value === 'string') return readText(value);
	return {
		amount: null,
		problem: `is ${Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'an object' : typeof value}, not an amount`,
	};
}

function readNumber(value: number): AmountReading {
	const known = remembered.get(value);
	if (known) return known;
	const reading = readFreshNumber(value);
	if (remembered.size >= REMEMBERED) remembered.clear();
	remembered.set(value, reading);
	return reading;
}

function readFreshNumber(value: number): AmountReading {
	if (!Number.isFinite(value)) return { amount: null, problem: 'is not a finite number' };
	const amount = new Decimal(value);
	if (amount.precision() <= EXACT_NUMBER_DIGITS) return { amount };
	return {
		amount: null,
		problem: `has ${amount.precision()} significant digits as a JSON number; only ${EXACT_NUMBER_DIGITS} are exact (as text up to ${LONGEST_TEXT_DIGITS})`,
	};
}

function readText(value: string): AmountReading {
	const text = value.trim();
	if (text === '') return NOTHING;
	if (!DECIMAL_TEXT.test(text)) return { amount: null, problem: 'is not a plain decimal number' };
	const amount = new Decimal(text);
	if (amount.precision(true) > LONGEST_TEXT_DIGITS || amount.decimalPlaces() > LONGEST_TEXT_DIGITS) {
		return { amount: null, problem: `is longer than ${LONGEST_TEXT_DIGITS} digits` };
	}
	return { amount };
}
