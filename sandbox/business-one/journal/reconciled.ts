import type { Core } from '../core';
import { livePayments } from '../payments/applied';
import { keyText, type Row } from '../store/store';

/** Whether an entry is reconciled: a live payment pays one of its lines, or a person reconciled it. */
export function isReconciled(core: Core, entry: Row): boolean {
	return entry.reconciled === 'tYES' || livePayments(core).some((payment) => payment.entry === entry.JdtNum);
}

/** What a person does in the window of internal reconciliations. Throws an Error for an entry that is not there. */
export function setReconciled(core: Core, jdtNum: number, reconciled: boolean): void {
	const entry = core.store.get('JournalEntries', keyText([jdtNum]));
	if (!entry) throw new Error(`There is no journal entry ${jdtNum}.`);
	core.store.transaction(() => core.store.put('JournalEntries', { ...entry, reconciled: reconciled ? 'tYES' : 'tNO' }));
}
