/** Document types of FIS v4 (its API description, docType). `obligation` is the older name of the two obligation types. */
export const DOC_TYPES = ['expense', 'invoice', 'cashadvance', 'payroll', 'requestobligation', 'reportobligation'] as const;
export type DocType = (typeof DOC_TYPES)[number];

/** Document statuses of FIS v4 (its API description, docStatus). */
export const STATUSES = [
	'READY',
	'DELAYED',
	'PENDING_SYSTEM_REFRESH',
	'FLAG_DUPLICATE',
	'RECALLED',
	'VOID',
	'CANCEL',
	'ACKNOWLEDGED',
	'POSTING_CONFIRMED_SUCCESS',
	'POSTING_CONFIRMED_FAILURE',
	'PAID',
	'PAYMENT_CONFIRMED_SUCCESS',
	'PAYMENT_CONFIRMED_REVERSED',
	'PAYMENT_CONFIRMED_OBSOLETE',
] as const;
export type DocStatus = (typeof STATUSES)[number];

/** Types that a docType of a path stands for, or null for a name that FIS does not know. */
export function typesOfPath(name: string): readonly DocType[] | null {
	if (name === 'obligation') return ['requestobligation', 'reportobligation'];
	return isDocType(name) ? [name] : null;
}

export function isDocType(name: unknown): name is DocType {
	return (DOC_TYPES as readonly unknown[]).includes(name);
}

export function isStatus(name: unknown): name is DocStatus {
	return (STATUSES as readonly unknown[]).includes(name);
}

/**
 * What people and Concur's own jobs may do to a document, by its status. A recall is possible only before the acknowledgement and after a
 * failed posting (FIS v4, recall of reports); a recalled document never comes back, its report does under a new id.
 */
const allowed: Partial<Record<DocStatus, readonly DocStatus[]>> = {
	READY: ['RECALLED', 'DELAYED', 'PENDING_SYSTEM_REFRESH', 'FLAG_DUPLICATE', 'VOID', 'CANCEL'],
	DELAYED: ['READY', 'RECALLED', 'VOID', 'CANCEL'],
	PENDING_SYSTEM_REFRESH: ['READY', 'RECALLED'],
	FLAG_DUPLICATE: ['READY', 'RECALLED', 'VOID', 'CANCEL'],
	POSTING_CONFIRMED_FAILURE: ['RECALLED'],
	POSTING_CONFIRMED_SUCCESS: ['PAID'],
};

export function personMay(from: DocStatus, to: DocStatus): boolean {
	return allowed[from]?.includes(to) ?? false;
}
