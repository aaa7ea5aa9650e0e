import { allot, formatAmount, RunningRounder, ZERO, type Decimal } from '../money';
import type { Assembly, Counterparty, Flow, TaxLabel } from './assembly';
import { fill } from './templates';
import type { DocumentNames, LineSource, PostingLine, Role } from './types';

/** A line while it is being added up. Debits are positive. */
interface Draft {
	role: Role;
	amount: Decimal;
	taxBase: Decimal | null;
	/** Position of its first flow in the document. */
	first: number;
	line: Pick<PostingLine, 'account' | 'party' | 'partner' | 'taxCode' | 'qualifier' | 'costCenters' | 'project' | 'branch'>;
	sources: LineSource[];
}

/** A flow in the currency's decimals. */
interface RoundedFlow {
	flow: Flow;
	position: number;
	amount: Decimal;
	shipping: Decimal;
	deductible: Decimal[];
	nonDeductible: Decimal[];
}

/** Costs first, then tax, clearing and partners, as accountants read an entry. */
const RANK: Record<Role, number> = {
	expense: 0,
	shipping: 0,
	deductibleVat: 1,
	nonDeductibleVat: 1,
	cardClearing: 2,
	cashAdvanceClearing: 2,
	payrollClearing: 3,
	employeeVendor: 3,
	cardVendor: 3,
	vendor: 3,
	rounding: 4,
};

/**
 * Turns flows into posting lines: rounds them, splits tax off, joins what belongs together and drops what nets to zero.
 *
 * @returns lines with positive amounts in the assembly's currency; debits equal credits because every flow has two equal sides
 */
export function presentLines(
	assembly: Assembly,
	names: DocumentNames & Record<string, string | undefined>,
	reference: string | null,
): PostingLine[] {
	const flows = roundFlows(assembly).filter(({ flow }) => flow.counterparty.account !== flow.account);
	const book = new LineBook(assembly, showsPersonalClearing(assembly, flows));
	for (const flow of flows) book.add(flow);
	return book.lines(names, reference);
}

/** Rounds by running sums in an order that does not depend on the order of rows; exact amounts need neither. */
function roundFlows(assembly: Assembly): RoundedFlow[] {
	const { decimals } = assembly;
	const rounder = new RunningRounder(decimals);
	const positioned = assembly.flows.map((flow, position) => ({ flow, position }));
	const needsOrder = assembly.flows.some(({ amount, tax }) => amount.decimalPlaces() > decimals || tax !== null);
	if (needsOrder) positioned.sort((a, b) => compareText(a.flow.order, b.flow.order));
	return positioned.map(({ flow, position }) => ({
		flow,
		position,
		amount: rounder.next(partnerKey(flow.counterparty), flow.amount),
		shipping: flow.shipping ? rounder.next('shipping', flow.shipping.amount) : ZERO,
		...roundTax(flow, rounder, decimals),
	}));
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function roundTax({ tax }: Flow, rounder: RunningRounder, decimals: number): Pick<RoundedFlow, 'deductible' | 'nonDeductible'> {
	if (tax === null) return { deductible: [], nonDeductible: [] };
	const codes = tax.labels.map(({ code }) => code).join();
	const split = (total: Decimal, kind: string, weight: (label: TaxLabel) => Decimal) =>
		allot(rounder.next(`${kind} ${codes}`, total), tax.labels.map(weight), decimals);
	return {
		deductible: split(tax.deductible, 'deductible', ({ deductibleWeight }) => deductibleWeight),
		nonDeductible: split(tax.nonDeductible, 'non-deductible', ({ nonDeductibleWeight }) => nonDeductibleWeight),
	};
}

const isEmployee = ({ role }: Counterparty): boolean => role === 'employeeVendor' || role === 'payrollClearing';

const partnerKey = ({ role, party, partner, account }: Counterparty): string =>
	`${role}|${party ?? ''}|${partner ?? ''}|${account ?? ''}`;

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
		else this.addAccount(rounded, flow.kind, flow.account, rounded.amount);
		this.addCounterparty(rounded);
	}

	private addCost(rounded: RoundedFlow): void {
		const { flow, amount, shipping, deductible, nonDeductible } = rounded;
		const { profile } = this.assembly;
		const isFolded = profile.nonDeductibleVat === 'expense';
		const split = isFolded ? deductible : [...deductible, ...nonDeductible];
		const net = split.reduce((rest, part) => rest.minus(part), amount).minus(shipping);
		const { costCenters, project, branch, key } = flow.costs;
		const costs = { costCenters, project, branch };
		const join = profile.mergeExpense === 'account' ? '' : `${flow.place}|${flow.source.payee ?? ''}`;
		const post = (role: Role, part: Decimal, line: Draft['line'], base: Decimal | null = null) =>
			this.post(
				`${join}|${role}|${line.account ?? ''}|${line.taxCode ?? ''}|${line.costCenters || role !== 'deductibleVat' ? key : (branch ?? '')}`,
				role,
				part,
				line,
				rounded,
				base,
			);
		post('expense', net, { account: flow.account, taxCode: flow.taxCode ?? undefined, ...costs });
		if (flow.shipping) post('shipping', shipping, { account: flow.shipping.account, ...costs });
		flow.tax?.labels.forEach((label, index) => {
			const taxCode = label.code || undefined;
			post('deductibleVat', deductible[index]!, { account: label.account ?? undefined, taxCode, branch }, net);
			if (isFolded) return;
			post('nonDeductibleVat', nonDeductible[index]!, {
				account: profile.nonDeductibleVatAccount ?? flow.account,
				taxCode,
				...costs,
			});
		});
	}

	private addCounterparty(rounded: RoundedFlow): void {
		const { flow } = rounded;
		const { counterparty } = flow;
		const amount = rounded.amount.negated();
		if (counterparty.role === 'cardClearing') return this.addAccount(rounded, 'cardClearing', counterparty.account!, amount);
		const employee = isEmployee(counterparty);
		const qualifier = employee ? (flow.qualifier ?? undefined) : undefined;
		const { branch } = flow.costs;
		const alone = (this.showPersonal && flow.personal) || !this.assembly.profile.mergeCounterparty;
		const bucket = alone ? rounded.position : flow.personal && employee ? 'personal' : '';
		const { role, party, partner, account } = counterparty;
		this.post(
			`${partnerKey(counterparty)}|${qualifier ?? ''}|${branch ?? ''}|${bucket}`,
			role,
			amount,
			{ account, party, partner, qualifier, branch },
			rounded,
		);
	}

	/** Clearing accounts join per account, unless both sides of personal items are to stay visible. */
	private addAccount(rounded: RoundedFlow, role: Role, account: string, amount: Decimal): void {
		const { personal, costs } = rounded.flow;
		const bucket = this.showPersonal && personal ? `${rounded.position}${amount.isNegative() ? '-' : '+'}` : '';
		this.post(`${role}|${account}|${costs.branch ?? ''}|${bucket}`, role, amount, { account, branch: costs.branch }, rounded);
	}

	private post(
		key: string,
		role: Role,
		amount: Decimal,
		line: Draft['line'],
		{ flow, position }: RoundedFlow,
		base: Decimal | null = null,
	): void {
		if (amount.isZero()) return;
		const source = { ...flow.source, rule: ruleOf(flow, role) };
		const draft = this.drafts.get(key);
		if (!draft) {
			this.drafts.set(key, { role, amount, taxBase: base, first: position, line, sources: [source] });
			return;
		}
		draft.amount = draft.amount.plus(amount);
		if (base) draft.taxBase = (draft.taxBase ?? ZERO).plus(base);
		draft.first = Math.min(draft.first, position);
		draft.sources.push(source);
	}

	lines(names: DocumentNames & Record<string, string | undefined>, reference: string | null): PostingLine[] {
		const drafts = [...this.drafts.values()].filter(({ amount }) => !amount.isZero());
		drafts.sort((a, b) => RANK[a.role] - RANK[b.role] || a.first - b.first);
		return drafts.map((draft) => this.lineOf(draft, names, reference));
	}

	private lineOf(
		{ role, amount, taxBase, line, sources }: Draft,
		names: Record<string, string | undefined>,
		reference: string | null,
	): PostingLine {
		const { decimals, profile } = this.assembly;
		const currency = this.assembly.currency!;
		const text = formatAmount(amount.abs(), decimals);
		const { costCenters, project, branch, ...rest } = line;
		const hasDimensions = costCenters?.some((code) => code !== undefined) ?? false;
		const isPartner = RANK[role] === RANK.vendor;
		const values = (field: string) =>
			memoValue(field, sources[0]!, currency) ?? (field === 'reference' ? reference : names[field]);
		return {
			role,
			...rest,
			...(hasDimensions ? { costCenter: costCenters![0], costCenters } : {}),
			...(project === undefined ? {} : { project }),
			...(branch === undefined ? {} : { branch }),
			...(amount.isNegative() ? { credit: text } : { debit: text }),
			currency,
			...(taxBase ? { taxBase: formatAmount(taxBase.abs(), decimals) } : {}),
			memo: fill(
				isPartner ? profile.memo : profile.lineMemo,
				(field) => (field === 'name' ? (names.vendorName ?? names.employeeName) : values(field)),
				profile.lengths.lineMemo,
			),
			sources,
		};
	}
}

function ruleOf(flow: Flow, role: Role): string {
	if (role === flow.counterparty.role) return flow.counterparty.rule;
	if (role === 'deductibleVat') return 'reclaimable tax of the journal row';
	if (role === 'nonDeductibleVat') return 'tax of the journal row that is not reclaimable';
	return role === 'shipping' ? 'shipping account' : flow.accountRule;
}

function memoValue(field: string, source: LineSource, currency: string): string | undefined {
	if (field === 'spend') {
		return source.spendCurrency && source.spendAmount && source.spendCurrency !== currency
			? `${source.spendCurrency} ${source.spendAmount}`
			: undefined;
	}
	return (source as Record<string, string | undefined>)[field];
}
