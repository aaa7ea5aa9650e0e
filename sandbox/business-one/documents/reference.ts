import type { Core } from '../core';
import { ServiceError } from '../errors';
import { text } from '../journal/accounts';
import type { Row } from '../store/store';
import type { DocumentKind } from './kinds';

/**
 * Holds the vendor's number against the documents that are there, where the company blocks duplicates
 * (`VendorReferenceCheck`: `block`, of the same vendor; `blockAll`, of any; `blockYear`, of the same vendor in the same calendar year).
 * A cancelled document frees its number.
 */
export function checkReference(core: Core, input: Row, day: string, kind: DocumentKind): void {
	const check = core.company().VendorReferenceCheck;
	const reference = text(input.NumAtCard);
	if (!check || reference === undefined || kind.journal === undefined) return;
	const same = core.store.find(
		kind.set,
		(row) =>
			row.NumAtCard === reference &&
			row.CancelStatus === 'csNo' &&
			(check === 'blockAll' || row.CardCode === input.CardCode) &&
			(check !== 'blockYear' || String(row.DocDate).slice(0, 4) === day.slice(0, 4)),
	);
	if (same)
		throw new ServiceError(
			400,
			-10,
			`Document with the same vendor reference number already exists; document number ${String(same.DocNum)}  [${kind.table}.NumAtCard] , '${reference}'`,
		);
}
