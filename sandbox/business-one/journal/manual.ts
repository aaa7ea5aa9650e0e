import type { Core } from '../core';
import { ruleBroken, ServiceError } from '../errors';
import { keyText, members, type Row } from '../store/store';
import { text } from './accounts';
import { COSTING_CODES } from './dimensions';

/**
 * What B1 checks of an entry that somebody writes himself, and not of one that a payment, a document or a reversal brings about. To be
 * called after the ordinary checks.
 */
export function checkManualEntry(core: Core, input: Row, entry: Row): void {
	// An entry that says nothing of it has what the company is set to.
	if ((input.AutoVAT ?? core.company().AutoVAT) === 'tYES')
		throw new ServiceError(400, -5006, 'Automatic tax (AutoVAT) is not simulated by the sandbox');
	members(entry, 'JournalEntryLines').forEach((line, index) => {
		checkTaxGroup(core, line, index + 1);
		if (core.company().BlockMissingCostObjects === 'tYES') checkRelevant(core, line, index + 1);
	});
}

/** Acquisition and reverse charge groups are not available in manual entries. */
function checkTaxGroup(core: Core, line: Row, number: number): void {
	const code = text(line.TaxGroup);
	if (code === undefined || core.store.get('VatGroups', keyText([code]))?.AcquisitionReverse !== 'tYES') return;
	throw ruleBroken('Tax group cannot be used in journal entries', 'JournalEntryLines.TaxGroup', { line: number, value: code });
}

const RELEVANCE = [
	'DistributionRuleRelevant',
	'DistributionRule2Relevant',
	'DistributionRule3Relevant',
	'DistributionRule4Relevant',
	'DistributionRule5Relevant',
];

/** A line has the distribution rules and the project that its account is relevant to. */
function checkRelevant(core: Core, line: Row, number: number): void {
	const account = core.store.get('ChartOfAccounts', keyText([String(line.AccountCode)])) ?? {};
	const fail = (what: string, property: string) =>
		ruleBroken(`Specify a ${what}`, `JournalEntryLines.${property}`, { line: number, value: account.Code });
	RELEVANCE.forEach((property, index) => {
		const costing = COSTING_CODES[index] ?? '';
		if (account[property] === 'tYES' && text(line[costing]) === undefined) throw fail('distribution rule', costing);
	});
	if (account.ProjectRelevant === 'tYES' && text(line.ProjectCode) === undefined) throw fail('project', 'ProjectCode');
}
