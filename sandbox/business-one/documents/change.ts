import type { Core } from '../core';
import { ruleBroken } from '../errors';
import { keyText, members, type Row } from '../store/store';
import { documentKind } from './kinds';
import { recalculatedDraft } from './post';

const free = new Set(['Comments', 'NumAtCard', 'DocDueDate', 'JournalMemo', 'PaymentBlock', 'AttachmentEntry', 'Reference2']);
const freeOnLines = new Set(['LineNum', 'FreeText']);

/** PATCH of a document: its texts, its due date, its payment block and user fields once it is posted; anything while it is a draft. */
export function patchDocument(core: Core, before: Row, input: Row, set: string): Row {
	checkAttachment(core, input);
	if (set === 'Drafts') return recalculatedDraft(core, before, input);
	const table = documentKind(set)?.table ?? 'OPCH';
	checkFields(before, input, free, table);
	const lines = members(before, 'DocumentLines').map((line) => {
		const change = members(input, 'DocumentLines').find((one) => one.LineNum === line.LineNum);
		if (change) checkFields(line, change, freeOnLines, table);
		return { ...line, ...change };
	});
	return { ...before, ...input, DocumentLines: lines };
}

function checkFields(before: Row, input: Row, allowed: Set<string>, table: string): void {
	const fixed = Object.keys(input).find(
		(name) => !allowed.has(name) && !name.startsWith('U_') && !Array.isArray(input[name]) && input[name] !== before[name],
	);
	if (fixed !== undefined) throw ruleBroken('Field cannot be changed after posting', `${table}.${fixed}`);
}

function checkAttachment(core: Core, input: Row): void {
	const attachment = input.AttachmentEntry;
	if (typeof attachment === 'number' && !core.store.get('Attachments2', keyText([attachment])))
		throw ruleBroken(`Linked value ${attachment} does not exist`);
}
