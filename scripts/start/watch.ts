import { setTimeout as delay } from 'node:timers/promises';

import type { AxiosInstance } from 'axios';

import { buildPosting, DEFAULT_PROFILE, readDocuments } from '../../nodes/shared/posting';
import type { Execution, N8nApi } from '../n8n/api';
import { say } from '../progress';
import type { LoadedDocuments } from './documents';
import type { PipelineFile } from './pipeline';
import { polledTypes } from './pipeline';
import { documentResult, type ConcurDocument, type DocumentRow, type RunResult } from './result';

export interface Watched {
	api: N8nApi;
	control: AxiosInstance;
	workflowId: string;
	tableId: string;
	pipeline: PipelineFile;
}

interface Counters {
	businessOne: { requests: number; logins: number };
	concur: { requests: number };
}

const LOOK_EVERY_MS = 1000;
const BASE_TIMEOUT_MS = 180_000;
const TIMEOUT_PER_DOCUMENT_MS = 2_000;
/** Looks in a row at which nothing is open before the run counts as settled: an execution may just be about to start. */
const QUIET_LOOKS = 3;

const TAKEN_FROM_CONCUR = /^(READY|ACKNOWLEDGED)$/;

const concurDocuments = async (control: AxiosInstance): Promise<ConcurDocument[]> => (await control.get<ConcurDocument[]>('/control/documents')).data;

const isRunning = ({ status }: Execution): boolean => ['new', 'running', 'waiting'].includes(status);

/**
 * Waits until every document is settled: its confirmation is in Concur, or its row says that a person has to look at it, or the
 * pipeline leaves it in Concur on purpose. Ends early when an execution fails and nothing else moves.
 */
export async function untilSettled(watched: Watched): Promise<void> {
	const { api, control, workflowId, tableId } = watched;
	const leftReady = new Map((await concurDocuments(control)).map((document) => [document.docId, leavesReady(watched.pipeline, document)]));
	const giveUpAt = Date.now() + BASE_TIMEOUT_MS + TIMEOUT_PER_DOCUMENT_MS * leftReady.size;
	const reported = new Set<string>();
	let quiet = 0;
	while (quiet < QUIET_LOOKS) {
		if (Date.now() > giveUpAt) return say('Some documents did not settle in time; the report says which.');
		await delay(LOOK_EVERY_MS);
		const executions = await api.executions(workflowId);
		for (const { id } of executions.filter(({ status, id }) => status === 'error' && !reported.has(id))) {
			reported.add(id);
			say(`An execution of the pipeline failed (${id}): ${await api.executionError(id)}`);
		}
		const rows = new Set((await api.rows<DocumentRow>(tableId)).filter(({ status }) => status !== null && status !== 'received').map(({ docId }) => docId));
		const open = (await concurDocuments(control)).filter(
			({ docId, docStatus }) => TAKEN_FROM_CONCUR.test(docStatus) && !rows.has(docId) && !leftReady.get(docId),
		);
		const moving = executions.some(isRunning) || (open.length > 0 && reported.size === 0);
		quiet = moving ? 0 : quiet + 1;
	}
}

interface SourceDocument extends ConcurDocument {
	document: unknown;
}

/** Why the pipeline does not take a document from Concur, from the engine's guards; empty when it should. */
function reasonsToLeave(pipeline: PipelineFile, source: SourceDocument): Array<{ code: string; message: string }> {
	const [document] = readDocuments(source).documents;
	if (document === undefined) return [{ code: 'unreadable-document', message: `Document ${source.docId} cannot be read.` }];
	const reasons = buildPosting(document, DEFAULT_PROFILE).reasons.filter(({ cure }) => cure === 'none' || !polledTypes(pipeline).includes(source.docType));
	if (reasons.length === 0 && !polledTypes(pipeline).includes(source.docType)) {
		return [{ code: 'type-not-polled', message: `The trigger does not fetch documents of type ${source.docType}. Add the type in the Concur FIS Trigger.` }];
	}
	return reasons.map(({ code, message }) => ({ code, message }));
}

const leavesReady = (pipeline: PipelineFile, document: ConcurDocument): boolean =>
	document.docStatus === 'READY' && reasonsToLeave(pipeline, document as SourceDocument).length > 0;

export async function collectResult(watched: Watched, loaded: LoadedDocuments): Promise<RunResult> {
	const { api, control, tableId, pipeline } = watched;
	const rows = new Map((await api.rows<DocumentRow>(tableId)).map((row) => [row.docId, row]));
	const documents = (await concurDocuments(control)).map((document) => {
		const leave = document.docStatus === 'READY' ? reasonsToLeave(pipeline, document as SourceDocument) : [];
		return documentResult(document, rows.get(document.docId), leave);
	});
	const { trialBalance } = (await control.get<{ trialBalance: RunResult['trialBalance'] }>('/control/ledger')).data;
	const { businessOne, concur } = (await control.get<Counters>('/control/counters')).data;
	return {
		documents: [...documents, ...loaded.unusable],
		trialBalance,
		requests: { businessOne: businessOne.requests, concur: concur.requests, logins: businessOne.logins },
	};
}
