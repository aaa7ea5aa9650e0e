import type { Core, Operation } from '../core';
import { doesNotExist, ruleBroken, ServiceError } from '../errors';
import type { Parameters, ServiceResult } from '../services/types';
import { keyText, type Row } from '../store/store';
import { kindOfDraft } from './kinds';
import { createDocument } from './post';

/** `DraftsService_SaveDraftToDocument`: what a person does who adds a draft. The draft stays, closed; nothing comes back. */
export function saveDraft(core: Core, parameters: Parameters, operation: Operation): ServiceResult {
	const { DocEntry: number } = (parameters.Document ?? {}) as { DocEntry?: unknown };
	if (number === undefined) throw new ServiceError(400, -1000, "Parameter 'Document' is invalid");
	const draft = core.store.get('Drafts', keyText([Number(number)]));
	if (!draft) throw doesNotExist(String(number));
	const kind = kindOfDraft(draft);
	if (!kind || draft.DocumentStatus === 'bost_Close')
		throw ruleBroken('Draft is already closed', 'ODRF.DocEntry', { value: draft.DocEntry });
	createDocument(core, operation, kind.set, draft.asked as Row);
	core.store.put('Drafts', { ...draft, DocumentStatus: 'bost_Close' });
	return { kind: 'nothing' };
}
