import { ZERO, type Decimal } from '../money';
import type { Assembly, Counterparty, Flow, TaxLabel } from './assembly';
import { settleBranches } from './branches';
import type { DocumentTexts } from './documentValue';
import { lineOf, rankOf, type Draft } from './line';
import { withDefaults } from './lineDefaults';
import { partnerKey, roundFlows, type RoundedFlow } from './roundFlows';
import { sourceValue } from './sourceTexts';
import type { TaxedRow, TaxPart, TaxShare } from './taxBase';
import type { PostingLine, Role } from './types';
import { userFieldsOf } from './userFields';

/**
 * Turns flows into posting lines: rounds them, splits tax off, joins what belongs together and drops what nets to zero.
 *
 * @returns lines with positive amounts in the assembly's currency; debits equal credits because every flow has two equal sides
 */
export function presentLines(assembly: Assembly, texts: DocumentTexts): PostingLine[] {
	const flows = roundFlows(assembly).filter(({ flow }) => flow.tax !== null || flow.counterparty.account !== flow.account);
	const book = new LineBook(assembly, showsPersonalClearing(assembly, flows));
	for (const flow of flows) book.add(flow);
	return book.lines(texts);
}

const isEmployee = ({ role }: Counterparty): boolean => role === 'employeeVendor' || role === 'payrollClearing';

/**
 * Whether the two sides of personal card items on the clearing account stay visible. By default they do when the employee owes the
 * company on balance, and are netted when the company owes the employee.
 */
function showsPersonalClearing({ profile }: Assembly, flows: readonly RoundedFlow[]): boolean {
	if (profile.clearingPassThrough !== 'auto') return profile.clearingPassThrough === 'always';
	if (!flows.some(({ flow }) => flow.personal)) return false;
	const owedToEmployee = flows.reduce((sum, { flow, amount }) => (isEmployee(flow.counterparty) ? sum.plus(amount) : sum), ZERO);
	return owedToEmployee.lessThan(0);
}

/** Adds flows up to lines. */
class LineBook {
	private readonly drafts = new Map<string, Draft>();

	constructor(
		private readonly assembly: Assembly,
		private readonly showPersonal: boolean,
	) {}

	add(rounded: RoundedFlow): void {
		const { flow } = rounded;
		if (flow.kind === 'expense') this.addCost(rounded);
		else this.addAccount(rounded, flow.kind === 'taxOwed' ? 'deductibleVat' : flow.kind, flow.account, false);
		this.addCounterparty(rounded);
	}

	private addCost(rounded: RoundedFlow): void {
		const { flow, amount, shipping } = rounded;
		const { profile } = this.assembly;
		const isFolded = profile.nonDeductibleVat === 'expense';
		const { taxes, row } = taxedRow(rounded, this.assembly.decimals);
		let net = isFolded ? row.taxes.reduce((left, { reclaimed }) => left.minus(reclaimed), amount) : row.net;
		if (flow.shipping) net = net.minus(shipping);
		const { costCenters, project, branch, key } = flow.costs;
		const costs = { costCenters, project, branch };
		const join = profile.mergeExpense === 'account' ? '' : `${flow.place}|${flow.source.payee ?? ''}`;
		const own = (role: Role) => JSON.stringify(userFieldsOf(profile, role, (field) => sourceValue(flow.source, field)) ?? '');
		const post = (role: Role, part: Decimal, line: Draft['line'], share?: TaxShare) =>
			this.post(
				`${join || own(role)}|${role}|${line.account ?? ''}|${line.taxCode ?? ''}|${line.costCenters || role !== 'deductibleVat' ? key : (branch ?? '')}`,
				role,
				part,
				line,
				rounded,
				false,
				share,
			);
		post('expense', net, { account: flow.account, taxCode: flow.taxCode ?? undefined, ...costs });
		if (flow.shipping) post('shipping', shipping, { account: flow.shipping.account, ...costs });
		taxes.forEach(({ code, account, isKnown }, index) => {
			const taxCode = code || undefined;
			const { tax, reclaimed } = row.taxes[index]!;
			const isZero = row.taxes[index]!.isZeroTax && isKnown && code !== '';
			const share = isZero || !reclaimed.isZero() ? { row, index } : undefined;
			post('deductibleVat', reclaimed, { account: account ?? undefined, taxCode, branch }, share);
			if (isFolded) return;
			post('nonDeductibleVat', tax.minus(reclaimed), {
				account: profile.nonDeductibleVatAccount ?? flow.account,
				taxCode,
				...costs,
			});
		});
	}

	private addCounterparty(rounded: RoundedFlow): void {
		const { flow } = rounded;
		const { counterparty } = flow;
		const { role: side } = counterparty;
		if (side === 'cardClearing' || side === 'owedVat') return this.addAccount(rounded, side, counterparty.account!, true);
		const employee = isEmployee(counterparty);
		const qualifier = employee ? (flow.qualifier ?? undefined) : undefined;
		const { branch } = flow.costs;
		const alone = (this.showPersonal && flow.personal) || !this.assembly.profile.mergeCounterparty;
		const bucket = alone ? rounded.position : flow.personal && employee ? 'personal' : '';
		const { role, party, partner, account, isBlocked } = counterparty;
		this.post(
			`${partnerKey(counterparty)}|${qualifier ?? ''}|${branch ?? ''}|${bucket}`,
			role,
			rounded.amount,
			{ account, party, partner, qualifier, branch, isBlocked },
			rounded,
			true,
		);
	}

	/** Clearing accounts join per account, unless both sides of personal items are to stay visible. */
	private addAccount(rounded: RoundedFlow, role: Role, account: string, isCredit: boolean): void {
		const { personal, costs } = rounded.flow;
		const bucket = this.showPersonal && personal ? `${rounded.position}${isCredit ? '-' : '+'}` : '';
		const key = `${role}|${account}|${costs.branch ?? ''}|${bucket}`;
		this.post(key, role, rounded.amount, { account, branch: costs.branch }, rounded, isCredit);
	}

	private post(
		key: string,
		role: Role,
		amount: Decimal,
		line: Draft['line'],
		{ flow, position }: RoundedFlow,
		isCredit: boolean,
		share?: TaxShare,
	): void {
		if (amount.isZero() && share === undefined) return;
		const draft = this.drafts.get(key);
		if (!draft) {
			this.drafts.set(key, {
				role,
				amount: isCredit ? amount.negated() : amount,
				taxed: share ? [share] : [],
				first: position,
				last: position,
				line,
				sources: [flow.source],
				personal: flow.personal,
				rule: ruleOf(flow, role),
			});
			return;
		}
		draft.amount = isCredit ? draft.amount.minus(amount) : draft.amount.plus(amount);
		draft.personal &&= flow.personal;
		if (share) draft.taxed.push(share);
		// Parts of one row that share a line share its source as well.
		if (draft.last === position) return;
		draft.first = Math.min(draft.first, position);
		draft.last = position;
		draft.sources.push(flow.source);
	}

	lines(texts: DocumentTexts): PostingLine[] {
		const drafts = settleBranches(this.assembly, [...this.drafts.values()]).filter(
			({ amount, taxed }) => !amount.isZero() || isOfZeroTax(taxed),
		);
		drafts.sort((a, b) => rankOf(a.role) - rankOf(b.role) || a.first - b.first);
		const { decimals, profile, currency } = this.assembly;
		return drafts.map((draft) => lineOf(withDefaults(draft, profile), currency ?? '', decimals, profile, texts));
	}
}

/** Whether a line of nought stands for a tax of 0 %, rather than for amounts that cancel each other. */
function isOfZeroTax(taxed: readonly TaxShare[]): boolean {
	return taxed.length > 0 && taxed.every(({ row, index }) => row.taxes[index]!.isZeroTax);
}

/** The taxes of a flow, those of one code and account together, with the row their bases come from. */
export function taxedRow(
	{ flow, amount, deductible, nonDeductible }: RoundedFlow,
	decimals: number,
): { taxes: TaxLabel[]; row: TaxedRow } {
	const taxes: TaxLabel[] = [];
	const parts: TaxPart[] = [];
	let net = amount;
	flow.tax?.labels.forEach((label, index) => {
		const reclaimed = deductible[index]!;
		const tax = nonDeductible[index]!.isZero() ? reclaimed : reclaimed.plus(nonDeductible[index]!);
		if (!tax.isZero()) net = net.minus(tax);
		const same = taxes.findIndex(({ code, account }) => code === label.code && account === label.account);
		const part = parts[same];
		if (part) {
			part.tax = part.tax.plus(tax);
			part.reclaimed = part.reclaimed.plus(reclaimed);
			part.isZeroTax &&= label.deductibleWeight.isZero() && label.nonDeductibleWeight.isZero();
			return;
		}
		taxes.push(label);
		const isZeroTax = label.deductibleWeight.isZero() && label.nonDeductibleWeight.isZero();
		parts.push({ code: label.code, tax, reclaimed, isZeroTax, rate: label.rate, partlyDeductible: label.partlyDeductible });
	});
	return { taxes, row: { net, decimals, taxes: parts } };
}

/** By which rule a flow has its account, partner or tax, in words. */
export function ruleOf(flow: Flow, role: Role): string {
	if (role === flow.counterparty.role) return flow.counterparty.rule;
	if (role === 'deductibleVat' && flow.kind === 'expense') return 'reclaimable tax of the journal row';
	if (role === 'nonDeductibleVat') return 'tax of the journal row that is not reclaimable';
	return role === 'shipping' ? 'shipping account' : flow.accountRule;
}
