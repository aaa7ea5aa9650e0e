import type { Row } from '../types';

/**
 * In a segmented chart of accounts people, and so Concur, know an account by its format code, while the Service Layer wants an
 * internal code (`_SYS…`) in its place.
 *
 * @param accounts rows of the set ChartOfAccounts with Code and FormatCode
 * @returns internal codes by format code; empty where the chart is not segmented
 */
export function internalAccountCodes(accounts: readonly Row[]): Map<string, string> {
	return new Map(accounts.filter(isSegmented).map(({ Code, FormatCode }) => [String(FormatCode), String(Code)]));
}

/** Whether an account has a format code besides its own, internal one. */
export function isSegmented({ Code, FormatCode }: Row): boolean {
	return typeof FormatCode === 'string' && FormatCode !== '' && FormatCode !== Code && isInternalCode(String(Code));
}

export const isInternalCode = (code: string): boolean => code.startsWith('_SYS');
