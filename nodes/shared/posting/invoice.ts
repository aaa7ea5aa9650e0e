import { isYes, rowsOf, sectionOf, textOf, type Json } from '../document';
import { mapAccount, mapTaxKey, taxKeyOf, type MappedAccount } from '../mapping';
import { allot, roundTo, ZERO, type Decimal } from '../money';
import { orderOf, type Assembly, type Counterparty, type TaxSplit } from './assembly';
import { payerOfInvoice, warnPaidElsewhere, withPayer } from './paidElsewhere';
import { sourceTexts } from './sourceTexts';

/** An allocation of an invoice line, with the amount to post for it. */
interface InvoiceRow {
	line: Json;
	lineIndex: number;
	allocation: Json;
	allocationIndex: number;
	journal: Json;
	name: string;
	gross: Decimal;
	/** Shipping inside `gross`. */
	shipping: Decimal;
}

/**
 * Reads the flows of an invoice (payment request): every allocation debits its account and credits the vendor; a negative one is a
 * credit note (FIS v4 reference, invoice document). Header shipping and tax that the lines do not contain are spread over them.
 */
export function readInvoice(assembly: Assembly): void {
	const { document } = assembly.document;
	const header = sectionOf(document.requestHeader);
	assembly.readHeader();
	const rows = rowsOf(document.lineItem).flatMap((line, index) => readLine(assembly, line, index));
	if (rows.length === 0) {
		if (!assembly.hasUnreadableAmounts)
			assembly.hold('no-rows', 'The invoice has no line items with journal rows.', { field: 'lineItem' });
		return;
	}
	if (assembly.currency === null)
		assembly.hold('missing-currency', 'The invoice names no currency.', { field: 'currencyAlphaCode' });
	const counterparty = vendorOf(assembly, header, sectionOf(document.vendor));
	spreadHeaderAmounts(assembly, header, rows);
	for (const row of rows) addFlow(assembly, header, row, counterparty);
	warnAboutPayment(assembly, header);
}

/** Says where the vendor is paid by somebody else. */
function warnAboutPayment(assembly: Assembly, header: Json): void {
	const payer = payerOfInvoice(header);
	if (payer === null || (payer === 'concur' && assembly.profile.expensePay !== 'vendor')) return;
	const [what, field] =
		payer === 'concur'
			? ['Concur pays this invoice (Invoice Pay)', 'invoicePayIndicator']
			: ['This invoice is paid by card', 'payMethodType'];
	const place = payer === 'concur' ? { field } : { field, value: textOf(header[field]) ?? '' };
	warnPaidElsewhere(assembly, payer, { what, risk: 'paying the vendor from B1 as well would pay twice' }, place);
}

function readLine(assembly: Assembly, line: Json, lineIndex: number): InvoiceRow[] {
	const name = `line ${textOf(line.lineItemSequenceOrder) ?? lineIndex + 1}`;
	return rowsOf(line.allocation).flatMap((allocation, allocationIndex) =>
		rowsOf(allocation.journal).flatMap((journal) => {
			const gross = assembly.amount(journal.amountGross, 'amountGross', name);
			if (gross === null) {
				assembly.hold('missing-amount', `A journal row of invoice ${name} has no gross amount.`, {
					entry: name,
					field: 'amountGross',
				});
				return [];
			}
			const shipping = assembly.amount(journal.amountShipping, 'amountShipping', name) ?? ZERO;
			return [{ line, lineIndex, allocation, allocationIndex, journal, name, gross, shipping }];
		}),
	);
}

function vendorOf(assembly: Assembly, header: Json, vendor: Json): Counterparty | null {
	const { profile } = assembly;
	if (isYes(header.invoicePayIndicator) && profile.expensePay === 'liabilityAccount') {
		const code = textOf(header.liabilityAccountCode);
		const found = mapAccount(assembly, {
			code,
			fallback: profile.defaultLiabilityAccount,
			entry: 'the invoice',
			field: 'liabilityAccountCode',
		});
		if (found) return { role: 'vendor', account: found.account, rule: `paid by Concur: liability account, ${found.rule}` };
		if (found === undefined)
			assembly.hold('missing-liability-account', 'Concur pays this invoice, but it names no liability account.', {
				field: 'liabilityAccountCode',
			});
		return null;
	}
	const code = textOf(vendor.vendorCode);
	const party = code ?? textOf(vendor.vendorName);
	if (party !== null)
		return withPayer(assembly, payerOfInvoice(header), {
			role: 'vendor',
			party,
			rule: code === null ? 'vendor name' : 'vendor code',
		});
	assembly.hold('missing-vendor', 'The invoice names no vendor.', { field: 'vendorCode' });
	return null;
}

/** Lines that fall short of the total by exactly the header's shipping and tax get their shares of them; any other gap is held. */
function spreadHeaderAmounts(assembly: Assembly, header: Json, rows: InvoiceRow[]): void {
	const { total } = assembly;
	if (total === null || assembly.hasUnreadableAmounts) return;
	const sum = rows.reduce((running, { gross }) => running.plus(gross), ZERO);
	const gap = total.minus(sum);
	const { tolerance } = assembly.mapping;
	const figures = `The invoice lines add up to ${sum.toFixed()}, the invoice total is ${total.toFixed()}`;
	const place = { field: 'requestTotal', value: total.toFixed() };
	if (gap.abs().lessThanOrEqualTo(tolerance)) return assembly.warnAboutDifference(figures, gap, place);
	const shipping = assembly.amount(header.amountShippingTotal, 'amountShippingTotal', undefined) ?? ZERO;
	const tax = assembly.amount(header.amountTax, 'amountTax', undefined) ?? ZERO;
	const onSide = rows.filter(({ gross }) => !gross.isZero() && gross.isNegative() === total.isNegative());
	if (gap.minus(shipping).minus(tax).abs().greaterThan(tolerance) || onSide.length === 0) {
		assembly.hold('invoice-total-mismatch', `${figures}; shipping is ${shipping.toFixed()}, tax ${tax.toFixed()}.`, place);
		return;
	}
	const weights = onSide.map(({ gross }) => gross);
	const shippingParts = allot(roundTo(shipping, assembly.decimals), weights, assembly.decimals);
	const taxParts = allot(roundTo(gap.minus(shipping), assembly.decimals), weights, assembly.decimals);
	for (const [index, row] of onSide.entries()) {
		row.gross = row.gross.plus(shippingParts[index]!).plus(taxParts[index]!);
		row.shipping = row.shipping.plus(shippingParts[index]!);
	}
}

function addFlow(assembly: Assembly, header: Json, row: InvoiceRow, counterparty: Counterparty | null): void {
	if (row.gross.isZero()) return;
	const { line, allocation, journal, name, gross } = row;
	const account = accountOf(assembly, row);
	const shipping = shippingOf(assembly, row);
	const tax = taxOf(assembly, journal, gross, name);
	if (!account || !counterparty || shipping === undefined) return;
	const employee = sectionOf(assembly.document.document.ownerEmployee);
	const sections = { allocation, entry: line, report: header, employee };
	assembly.flows.push({
		order: () => orderOf(name, account.account, gross.toFixed(), JSON.stringify(journal)),
		place: `${row.lineIndex}.${row.allocationIndex}`,
		kind: 'expense',
		account: account.account,
		accountRule: account.rule,
		amount: gross,
		shipping,
		tax,
		taxCode: null,
		counterparty,
		costs: assembly.mapping.costObjects(sections),
		company: assembly.mapping.companyOf(sections),
		personal: false,
		qualifier: null,
		source: {
			entryId: name,
			allocationId: textOf(allocation.allocationId) ?? textOf(allocation.allocationKey) ?? undefined,
			expenseType: textOf(line.lineItemDescription) ?? textOf(line.expenseTypeName) ?? textOf(line.expenseTypeCode) ?? undefined,
			payee: counterparty.party,
			purchaseOrder: textOf(line.lineItemPurchaseOrderNumber) ?? textOf(header.poNumber) ?? undefined,
			...sourceTexts(assembly.mapping, journal, allocation, line, header),
		},
	});
}

function accountOf(assembly: Assembly, { line, allocation, journal, name }: InvoiceRow): MappedAccount | null {
	const found = mapAccount(assembly, {
		code: assembly.accountCode(journal.accountCode) ?? assembly.accountCode(allocation.allocationAccountCode),
		fallback: assembly.profile.defaultExpenseAccount,
		expenseTypes: [textOf(line.expenseTypeCode), textOf(line.expenseTypeName)],
		entry: name,
		field: 'accountCode',
	});
	if (found === undefined)
		assembly.hold('missing-account', `Invoice ${name} has no account.`, { entry: name, field: 'accountCode' });
	return found ?? null;
}

/** Shipping that goes to an account of its own; null when it stays in the cost, undefined when the account is missing (held). */
function shippingOf(assembly: Assembly, { shipping, name }: InvoiceRow): { account: string; amount: Decimal } | null | undefined {
	if (assembly.profile.shipping === 'expense' || shipping.isZero()) return null;
	const account = assembly.profile.shippingAccount;
	if (account !== null) return { account, amount: shipping };
	assembly.hold('missing-shipping-account', `Invoice ${name} has shipping of ${shipping.toFixed()}.`, {
		entry: name,
		field: 'shippingAccount',
	});
	return undefined;
}

/** Tax rows of an invoice: one with a mapped code is deductible in full, one without a code stays in the cost. */
function taxOf(assembly: Assembly, journal: Json, gross: Decimal, name: string): TaxSplit | null {
	const labels = rowsOf(journal.tax).flatMap((row) => {
		const amount = assembly.amount(row.amountTax, 'amountTax', name) ?? ZERO;
		const key = taxKeyOf(row, null);
		if (amount.isZero() || key === null) return [];
		const mapped = mapTaxKey(assembly, key, true, name);
		return mapped ? [{ ...mapped, deductibleWeight: amount, nonDeductibleWeight: ZERO }] : [];
	});
	if (labels.length === 0) return null;
	const deductible = labels.reduce((sum, { deductibleWeight }) => sum.plus(deductibleWeight), ZERO);
	if (deductible.abs().lessThanOrEqualTo(gross.abs()) && deductible.isNegative() === gross.isNegative())
		return { deductible, nonDeductible: ZERO, labels };
	const finding = `Invoice ${name}: tax of ${deductible.toFixed()} does not fit into the gross amount of ${gross.toFixed()}.`;
	assembly.hold('tax-arithmetic', finding, { entry: name, field: 'amountTax', value: deductible.toFixed() });
	return null;
}
