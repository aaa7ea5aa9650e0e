import { Decimal } from './decimal';

/** ISO 4217 currencies whose minor unit is not a hundredth. */
const DECIMALS: Readonly<Record<string, number>> = {
	BIF: 0,
	CLP: 0,
	DJF: 0,
	GNF: 0,
	ISK: 0,
	JPY: 0,
	KMF: 0,
	KRW: 0,
	PYG: 0,
	RWF: 0,
	UGX: 0,
	UYI: 0,
	VND: 0,
	VUV: 0,
	XAF: 0,
	XOF: 0,
	XPF: 0,
	BHD: 3,
	IQD: 3,
	JOD: 3,
	KWD: 3,
	LYD: 3,
	OMR: 3,
	TND: 3,
	CLF: 4,
	UYW: 4,
};

let isoCodes: ReadonlySet<string> | undefined;

/** Whether a code is an ISO 4217 code. Codes of other systems are free: `$`, `US$`, `SOL`. */
export function isIsoCurrency(code: string): boolean {
	isoCodes ??= new Set(Intl.supportedValuesOf('currency'));
	return isoCodes.has(code);
}

/**
 * A small amount that is stated for currencies of hundredths, in a currency's own smallest units: 0.02 are 2 yen, and 2 fils.
 *
 * @param decimals of the currency
 */
export function inSmallestUnits(amount: Decimal, decimals: number): Decimal {
	return decimals === HUNDREDTHS ? amount : amount.times(new Decimal(10).pow(HUNDREDTHS - decimals));
}

const HUNDREDTHS = 2;

/**
 * Decimals of a currency's amounts.
 *
 * @param currency ISO 4217 alphabetic code, e.g. `JPY`
 * @returns 0 for yen and the like, 3 for dinars, 2 for every other code, unknown ones included
 */
export function decimalsOf(currency: string): number {
	return Object.hasOwn(DECIMALS, currency) ? DECIMALS[currency]! : 2;
}
