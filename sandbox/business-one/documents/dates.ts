import type { Core } from '../core';
import { text } from '../journal/accounts';
import type { EntryDates } from '../journal/periods';
import { keyText, type Row } from '../store/store';

/** Dates of a document: what it says, else today, its posting date, and the due date that the payment terms give. */
export function datesOf(core: Core, input: Row, partner: Row): EntryDates & { fields: Row } {
	const posting = text(input.DocDate) ?? core.today();
	const tax = text(input.TaxDate) ?? posting;
	const terms = core.store.get('PaymentTermsTypes', keyText([Number(input.PaymentGroupCode ?? partner.PayTermsGrpCode ?? -1)]));
	const due = text(input.DocDueDate) ?? (terms ? dueBy(terms, posting, tax) : posting);
	return { posting, due, tax, fields: { DocDate: posting, DocDueDate: due, TaxDate: tax } };
}

function dueBy(terms: Row, posting: string, tax: string): string {
	const [year = 0, month = 1, day = 1] = (terms.BaselineDate === 'bld_TaxDate' ? tax : posting).split('-').map(Number);
	const months = Number(terms.NumberOfAdditionalMonths ?? 0);
	const days = Number(terms.NumberOfAdditionalDays ?? 0);
	// A month's last day where the month that follows is shorter.
	const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
	const start = terms.StartFrom === 'pdt_MonthEnd' ? last : Math.min(day, last);
	return new Date(Date.UTC(year, month - 1 + months, start + days)).toISOString().slice(0, 10);
}
