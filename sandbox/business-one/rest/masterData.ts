import type { Core } from '../core';
import { ruleBroken, ServiceError } from '../errors';
import type { ResolvedSet } from '../schema';
import { keyText, members, type Row } from '../store/store';
import { dayOf, timeOf } from '../dates';
import { withDefaults } from './defaults';

/** Makes a new master data object: defaults, running number for whole-number keys, and what B1 creates along with it. */
export function newMasterData(core: Core, resolved: ResolvedSet, input: Row): Row {
	const { set, type } = resolved;
	const numbered = withNumber(core, resolved, input);
	const row = stamped(core, resolved, withDefaults(type, numbered));
	if (set.name === 'BusinessPartners' && (row.CardCode === null || row.CardCode === ''))
		throw ruleBroken('Code undefined', 'OCRD.CardCode');
	for (const name of type.key) {
		if (row[name] === null || row[name] === '') throw ruleBroken(`The key '${name}' of '${type.name}' is missing`);
	}
	if (set.name === 'BusinessPartners') checkPartner(core, row);
	if (set.name === 'ProfitCenters') keepDirectRule(core, row);
	return row;
}

function withNumber(core: Core, { set, type }: ResolvedSet, input: Row): Row {
	const [name, ...more] = Object.keys(set.key);
	if (name === undefined || more.length > 0 || set.key[name] !== 'Int32') return input;
	const given = type.properties.get(name)?.readOnly ? undefined : input[name];
	if (given !== undefined && given !== null && set.name !== 'EmployeesInfo') return input;
	const highest = core.store.rows(set.name).reduce((high, row) => Math.max(high, Number(row[name])), 0);
	return { ...input, [name]: highest + 1 };
}

function stamped(core: Core, { type }: ResolvedSet, row: Row): Row {
	const now = core.context.clock.now();
	const stamps: Row = { CreateDate: dayOf(now), CreateTime: timeOf(now), UpdateDate: dayOf(now), UpdateTime: timeOf(now) };
	const known = Object.entries(stamps).filter(([name]) => type.properties.has(name) && row[name] === null);
	return { ...row, ...Object.fromEntries(known) };
}

function checkPartner(core: Core, row: Row): void {
	if (core.store.get('BusinessPartners', keyText([row.CardCode as string]))) {
		const code = String(row.CardCode);
		throw new ServiceError(
			400,
			-10,
			`1320000140 - Business partner code '${code}' already assigned to a business partner; enter a unique business partner code`,
		);
	}
	const account = row.DebitorAccount;
	if (typeof account === 'string' && account !== '' && !core.store.get('ChartOfAccounts', keyText([account]))) {
		throw ruleBroken('Invalid account code', 'OCRD.DebPayAcct', { value: account });
	}
}

/** A cost centre brings the direct distribution rule of the same code, and changes it along with itself. */
export function keepDirectRule(core: Core, center: Row): void {
	const type = core.schema.type('DistributionRule');
	const before = core.store.get('DistributionRules', keyText([center.CenterCode as string]));
	if (!type || (before && before.Direct !== 'tYES')) return;
	const line: Row = {
		CenterCode: center.CenterCode ?? null,
		TotalInCenter: '100',
		EffectiveFrom: center.EffectiveFrom ?? null,
		EffectiveTo: center.EffectiveTo ?? null,
	};
	core.store.put(
		'DistributionRules',
		withDefaults(type, {
			FactorCode: center.CenterCode ?? null,
			FactorDescription: center.CenterName ?? null,
			InWhichDimension: center.InWhichDimension ?? 1,
			Active: center.Active ?? 'tYES',
			Direct: 'tYES',
			DistributionRuleLines: [line],
		}),
	);
}

/** Master data that entries use stays. */
export function checkRemovable(core: Core, set: string, row: Row): void {
	const column = set === 'ChartOfAccounts' ? 'AccountCode' : set === 'BusinessPartners' ? 'ShortName' : undefined;
	if (column === undefined) return;
	const code = row[set === 'ChartOfAccounts' ? 'Code' : 'CardCode'];
	const used = core.store
		.rows('JournalEntries')
		.some((entry) => members(entry, 'JournalEntryLines').some((line) => line[column] === code));
	if (used) throw ruleBroken('You cannot delete a record that has transactions', undefined, { value: code, code: -1116 });
}
