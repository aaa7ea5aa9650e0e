import { isYes, sectionOf, textOf, type Json } from '../document';
import { mapAccount, type MappedAccount } from '../mapping';
import { ZERO, type Decimal } from '../money';
import { orderOf, type Assembly, type Counterparty, type Flow } from './assembly';
import { goodsOf } from './goods';
import { addTaxOwed, isOwedByMapping, owedTaxCode, readTaxes, taxOf } from './invoiceTax';
import { reconcile, type InvoiceRow } from './invoiceTotals';
import { payerOfInvoice, warnPaidElsewhere, withPayer } from './paidElsewhere';
import { isPurchase } from './purchase';
import { sourceTexts } from './sourceTexts';
import { settleDifference } from './totals';
import type { Goods } from './types';

/**
 * Reads the flows of an invoice (payment request): every allocation debits its account and credits the vendor; a negative one is a
 * credit note (FIS v4 reference, invoice document). Header shipping and tax that the lines do not contain are spread over them, and
 * what is owed to the vendor is the invoice's total.
 */
export function readInvoice(assembly: Assembly): void {
	const { document } = assembly.document;
	const header = sectionOf(document.requestHeader);
	assembly.readHeader();
	const rows = assembly.rows(document.lineItem, 'lineItem').flatMap((line, index) => readLine(assembly, line, index));
	if (rows.length === 0) {
		if (!assembly.hasUnreadableAmounts)
			assembly.hold('no-rows', 'The invoice has no line items with journal rows.', { field: 'lineItem' });
		return;
	}
	if (assembly.currency === null && !assembly.hasUnreadableAmounts)
		assembly.hold('missing-currency', 'The invoice names no currency.', { field: 'currencyAlphaCode' });
	const counterparty = vendorOf(assembly, header, sectionOf(document.vendor));
	const difference = reconcile(assembly, header, rows);
	const goods = isPurchase(assembly.profile) ? goodsOf(assembly, header, rows) : null;
	for (const row of rows) addFlow(assembly, header, row, { counterparty, goods: goods?.get(row) });
	if (difference) settleDifference(assembly, difference.figures, difference.amount, difference.place, assembly.flows);
	warnAboutPayment(assembly, header);
	warnAboutTerms(assembly);
}

/** Terms that nobody can read are no terms; the due date then comes from the next rule, which a person should know. */
function warnAboutTerms(assembly: Assembly): void {
	const { unreadableTerms, dueDate } = assembly.header;
	if (unreadableTerms === undefined) return;
	const rest =
		dueDate === undefined ? 'the due date comes from the next rule of the mapping' : 'the invoice states its due date itself';
	const message = `The net payment terms "${unreadableTerms}" are no number of days; ${rest}.`;
	assembly.warn('unreadable-terms', message, { field: 'netPaymentTermDays', value: unreadableTerms });
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
	return assembly.rows(line.allocation, 'allocation', name).flatMap((allocation, allocationIndex) =>
		assembly.rows(allocation.journal, 'journal', name).flatMap((journal) => {
			const gross = assembly.amount(journal.amountGross, 'amountGross', name);
			if (gross === null) {
				assembly.hold('missing-amount', `A journal row of invoice ${name} has no gross amount.`, {
					entry: name,
					field: 'amountGross',
				});
				return [];
			}
			const shipping = assembly.amount(journal.amountShipping, 'amountShipping', name) ?? ZERO;
			const isAllNet = journal.amountNet === journal.amountGross;
			const net = isAllNet ? gross : assembly.amount(journal.amountNet, 'amountNet', name);
			const taxes = readTaxes(assembly, journal, name);
			const amounts = { gross, shipping, net, taxes, headerTax: ZERO, isTaxOwed: isOwedByMapping(assembly, taxes) };
			return [{ line, lineIndex, allocation, allocationIndex, journal, name, ...amounts }];
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

function addFlow(
	assembly: Assembly,
	header: Json,
	row: InvoiceRow,
	{ counterparty, goods }: { counterparty: Counterparty | null; goods?: Goods | undefined },
): void {
	if (row.gross.isZero()) return;
	const { line, allocation, journal, name, gross } = row;
	const account = accountOf(assembly, row);
	const shipping = shippingOf(assembly, row, account);
	const tax = row.isTaxOwed ? null : taxOf(assembly, row);
	if (!account || !counterparty || shipping === undefined) return;
	const employee = sectionOf(assembly.document.document.ownerEmployee);
	const sections = { allocation, entry: line, report: header, employee };
	const flow: Flow = {
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
	};
	if (goods) flow.goods = goods;
	if (row.isTaxOwed && isPurchase(assembly.profile)) flow.owedTaxCode = owedTaxCode(assembly, row);
	assembly.flows.push(flow);
	if (row.isTaxOwed && !isPurchase(assembly.profile)) addTaxOwed(assembly, row, flow);
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
function shippingOf(
	assembly: Assembly,
	{ shipping, name }: InvoiceRow,
	cost: MappedAccount | null,
): { account: string; amount: Decimal } | null | undefined {
	const { profile } = assembly;
	const isFreight = isPurchase(profile) && profile.invoiceFreight !== null;
	if (shipping.isZero() || (profile.shipping === 'expense' && !isFreight)) return null;
	// A freight charge has its account in B1; until then it is one of the cost.
	const account = profile.shippingAccount ?? (isFreight ? (cost?.account ?? null) : null);
	if (account !== null) return { account, amount: shipping };
	assembly.hold('missing-shipping-account', `Invoice ${name} has shipping of ${shipping.toFixed()}.`, {
		entry: name,
		field: 'shippingAccount',
	});
	return undefined;
}
