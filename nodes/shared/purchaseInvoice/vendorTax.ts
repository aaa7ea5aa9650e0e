import { findByCode, type MasterData } from '../journalEntry';

/** Taxes that B1 works out by the vendor: what is withheld, and what is reported on a form 1099 (USA). */
export interface VendorTax {
	WithholdingTaxDataCollection?: { WTCode: string }[];
	Form1099?: number;
	Box1099?: string;
}

/**
 * Withholding tax code, form and box of the vendor, as B1's own window would fill them in. They are stated, so that a version that fills
 * in nothing for a client withholds and reports them all the same.
 */
export function vendorTax(code: string, masterData: MasterData | null): VendorTax {
	const vendor = masterData?.partners ? findByCode(masterData.partners, code) : undefined;
	const { withholdingTaxCode, form1099 } = vendor ?? {};
	return {
		...(withholdingTaxCode ? { WithholdingTaxDataCollection: [{ WTCode: withholdingTaxCode }] } : {}),
		...(form1099 ? { Form1099: form1099.form, Box1099: form1099.box } : {}),
	};
}
