import type { Core } from '../core';
import { within } from '../dates';
import { ruleBroken } from '../errors';
import { keyText, type Row } from '../store/store';

export interface LineParty {
	account: Row;
	/** Set on partner lines. */
	partner?: Row;
}

const place = (property: string) => `JournalEntryLines.${property}`;

/**
 * Finds the account and the partner a line means. ShortName is a partner's CardCode or repeats the account; a partner brings its
 * control account, which ControlAccount overrides.
 * @param number the line, from 1
 */
export function partyOf(core: Core, line: Row, number: number, day: string): LineParty {
	const shortName = text(line.ShortName);
	const accountCode = text(line.AccountCode);
	const partner = shortName === undefined ? undefined : core.store.get('BusinessPartners', keyText([shortName]));
	const party = partner
		? partnerParty(core, line, partner, number)
		: { account: plainAccount(core, shortName, accountCode, number) };
	checkAccount(party.account, number, day);
	if (party.partner) checkPartner(party.partner, number, day);
	return party;
}

/** Accounts and partners kept in one currency take no other (`##` stands for any). */
export function checkCurrency(
	core: Core,
	{ account, partner }: LineParty,
	lineCurrency: string | undefined,
	number: number,
): void {
	const currency = lineCurrency ?? core.company().LocalCurrency;
	if (!takes(account.AcctCurrency, currency)) {
		throw ruleBroken('Currency of the line does not match the account currency', place('FCCurrency'), {
			line: number,
			value: currency,
		});
	}
	if (partner && !takes(partner.Currency, currency)) {
		throw ruleBroken('Currency of the line does not match the business partner currency', place('FCCurrency'), {
			line: number,
			value: currency,
		});
	}
}

function takes(kept: unknown, currency: string): boolean {
	return typeof kept !== 'string' || kept === '' || kept === '##' || kept === currency;
}

function partnerParty(core: Core, line: Row, partner: Row, number: number): LineParty {
	const code = text(line.ControlAccount) ?? text(line.AccountCode) ?? text(partner.DebitorAccount);
	if (code === undefined)
		throw ruleBroken('Control account missing', place('ShortName'), { line: number, value: partner.CardCode });
	const account = accountOf(core, code, number);
	if (account.LockManualTransaction !== 'tYES') {
		throw ruleBroken('Account is not a control account', place('AccountCode'), { line: number, value: code });
	}
	return { account, partner };
}

function plainAccount(core: Core, shortName: string | undefined, accountCode: string | undefined, number: number): Row {
	const code = accountCode ?? shortName;
	if (code === undefined) throw ruleBroken('Enter an account or a business partner', place('AccountCode'), { line: number });
	if (shortName !== undefined && shortName !== code) {
		throw ruleBroken('Invalid BP code', place('ShortName'), { line: number, value: shortName });
	}
	const account = accountOf(core, code, number);
	if (account.LockManualTransaction === 'tYES') {
		// Reported with one space before the bracket and none before the comma, unlike other refusals.
		const where = `[${place('AccountCode')}][line: ${number}], '${code}'`;
		throw ruleBroken(`Cannot perform transaction in controlling type account ${where}`);
	}
	return account;
}

function accountOf(core: Core, code: string, number: number): Row {
	const account = core.store.get('ChartOfAccounts', keyText([code]));
	if (!account) throw ruleBroken('Invalid account code', place('AccountCode'), { line: number, value: code });
	return account;
}

function checkAccount(account: Row, number: number, day: string): void {
	const details = { line: number, value: account.Code };
	if (account.ActiveAccount !== 'tYES') throw ruleBroken('Title account cannot be posted to', place('AccountCode'), details);
	if (!isActive(account, 'ValidFor', 'FrozenFor', day)) throw ruleBroken('Inactive account', place('AccountCode'), details);
	if (account.BlockManualPosting === 'tYES') {
		throw ruleBroken('Account is blocked for manual posting', place('AccountCode'), details);
	}
}

function checkPartner(partner: Row, number: number, day: string): void {
	if (isActive(partner, 'Valid', 'Frozen', day)) return;
	throw ruleBroken('Business partner is inactive', place('ShortName'), { line: number, value: partner.CardCode });
}

/**
 * Active and inactive ranges of a master record. Frozen on the day means inactive; with "valid" the day lies within its range, and
 * a range without "valid" says nothing.
 */
function isActive(row: Row, valid: string, frozen: string, day: string): boolean {
	const from = (name: string) => row[`${name.replace(/For$/, '')}From`];
	const to = (name: string) => row[`${name.replace(/For$/, '')}To`];
	if (row[frozen] === 'tYES' && within(day, from(frozen), to(frozen))) return false;
	return row[valid] !== 'tYES' || within(day, from(valid), to(valid));
}

/** Text that says something: neither missing nor empty. */
export function text(value: unknown): string | undefined {
	return typeof value === 'string' && value !== '' ? value : undefined;
}
