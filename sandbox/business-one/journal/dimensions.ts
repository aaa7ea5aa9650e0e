import type { Core } from '../core';
import { within } from '../dates';
import { ruleBroken, ServiceError } from '../errors';
import { keyText, members, type Row } from '../store/store';
import { text } from './accounts';

export const COSTING_CODES = ['CostingCode', 'CostingCode2', 'CostingCode3', 'CostingCode4', 'CostingCode5'];

/** Checks the cost objects, tax codes and the branch of a line. */
export function checkAssignments(core: Core, line: Row, number: number, day: string): void {
	COSTING_CODES.forEach((property, index) => {
		const code = text(line[property]);
		if (code !== undefined) checkRule(core, code, index + 1, { property, number, day });
	});
	checkProject(core, text(line.ProjectCode), 'JournalEntryLines.ProjectCode', day, number);
	checkCode(core, line, 'TaxGroup', 'VatGroups', number);
	checkCode(core, line, 'TaxCode', 'SalesTaxCodes', number);
	checkCode(core, line, 'CostElementCode', 'CostElements', number);
}

function checkRule(core: Core, code: string, dimension: number, at: { property: string; number: number; day: string }): void {
	const fail = (reason: string) => ruleBroken(reason, `JournalEntryLines.${at.property}`, { line: at.number, value: code });
	const rule = core.store.get('DistributionRules', keyText([code]));
	// The real server names neither the line nor the field: to it this is a record that it did not find.
	if (!rule) throw new ServiceError(400, -2028, 'No matching records found (ODBC -2028)');
	if (rule.InWhichDimension !== dimension) throw fail('Distribution rule belongs to another dimension');
	if (core.store.get('Dimensions', keyText([dimension]))?.IsActive !== 'tYES') throw fail('Dimension is inactive');
	if (rule.Active !== 'tYES') throw fail('Distribution rule is inactive');
	const lines = members(rule, 'DistributionRuleLines');
	const valid = lines.length === 0 || lines.some((line) => within(at.day, line.EffectiveFrom, line.EffectiveTo));
	if (!valid) throw fail('Distribution rule is not valid on the posting date');
}

/** A project of a header or a line exists, is active and valid on the posting date. */
export function checkProject(core: Core, code: string | undefined, place: string, day: string, number?: number): void {
	if (code === undefined) return;
	const details = { value: code, ...(number === undefined ? {} : { line: number }) };
	const project = core.store.get('Projects', keyText([code]));
	if (!project) throw ruleBroken('Invalid project code', place, details);
	if (project.Active !== 'tYES') throw ruleBroken('Project is inactive', place, details);
	if (!within(day, project.ValidFrom, project.ValidTo))
		throw ruleBroken('Project is not valid on the posting date', place, details);
}

function checkCode(core: Core, line: Row, property: string, set: string, number: number): void {
	const code = text(line[property]);
	if (code === undefined) return;
	const place = `JournalEntryLines.${property}`;
	const row = core.store.get(set, keyText([code]));
	if (!row) throw ruleBroken('Linked value does not exist', place, { line: number, value: code });
	if (row.Inactive === 'tYES') throw ruleBroken('Linked value is inactive', place, { line: number, value: code });
}

/** The branch of a line where the company has branches; undefined where it has none. */
export function branchOf(core: Core, line: Row): Row | undefined {
	if (core.company().EnableBranches !== 'tYES') return undefined;
	const id = line.BPLID;
	const branch = typeof id === 'number' ? core.store.get('BusinessPlaces', keyText([id])) : undefined;
	if (!branch || branch.Disabled === 'tYES') throw ruleBroken('Specify an active branch', 'OJDT.BPLId');
	return branch;
}
