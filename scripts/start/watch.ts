import { setTimeout as delay } from 'node:timers/promises';
import type { AxiosInstance } from 'axios';
import { readDocuments } from '../../nodes/shared/document';
import { DEFAULT_PROFILE } from '../../nodes/shared/mapping';
import { buildPosting } from '../../nodes/shared/posting';
import type { Execution, N8nApi } from '../n8n/api';
import { say } from '../progress';
import type { LoadedDocuments } from './documents';
import { polledTypes, type PipelineFile } from './pipeline';
import { documentResult, isFunds, type ConcurDocument, type DocumentRow, type Reason, type RunResult } from './result';

/** A published workflow with the Data Table of its documents. */
export interface WatchedPipeline {
	workflowId: string;
	tableId: string;
	pipeline: PipelineFile;
}

export interface Watched {
	api: N8nApi;
	control: AxiosInstance;
	pipelines: WatchedPipeline[];
}

interface Counters {
	requests: { businessOne: number; concur: number };
	logins: number;
}

const LOOK_EVERY_MS = 1000;
const BASE_TIMEOUT_MS = 180_000;
const TIMEOUT_PER_DOCUMENT_MS = 2_000;
/** Looks in a row at which nothing is open before the run counts as settled: an execution may just be about to start. */
const QUIET_LOOKS = 3;

const TAKEN_FROM_CONCUR = /^(READY|ACKNOWLEDGED)$/;

const concurDocuments = async (control: AxiosInstance): Promise<ConcurDocument[]> =>
	(await control.get<ConcurDocument[]>('/control/documents')).data;

const isRunning = ({ status }: Execution): boolean => ['new', 'running', 'waiting'].includes(status);

const typesOf = (pipelines: WatchedPipeline[]): string[] => pipelines.flatMap(({ pipeline }) => polledTypes(pipeline));

/**
 * Waits until every document that the pipelines fetch is settled: its confirmation is in Concur, or its row says that a person has to
 * look at it, or the pipeline leaves it in Concur on purpose. Ends early when an execution fails and nothing else moves.
 */
export async function untilSettled(watched: Watched): Promise<void> {
	const { api, control } = watched;
	const polled = typesOf(watched.pipelines);
	const left = await reasonsToLeave(watched);
	const giveUpAt = Date.now() + BASE_TIMEOUT_MS + TIMEOUT_PER_DOCUMENT_MS * (await concurDocuments(control)).length;
	const reported = new Set<string>();
	let quiet = 0;
	while (quiet < QUIET_LOOKS) {
		if (Date.now() > giveUpAt) return say('Some documents did not settle in time; the report says which.');
		await delay(LOOK_EVERY_MS);
		const executions = await executionsOf(watched);
		for (const { id } of executions.filter(({ status, id }) => status === 'error' && !reported.has(id))) {
			reported.add(id);
			say(`An execution of a pipeline failed (${id}): ${await api.executionError(id)}`);
		}
		const rows = new Set((await rowsOf(watched)).filter(isAnswered).map(({ docId }) => docId));
		const open = (await concurDocuments(control)).filter(
			({ docId, docType, docStatus }) =>
				polled.includes(docType) && TAKEN_FROM_CONCUR.test(docStatus) && !rows.has(docId) && !left.has(docId),
		);
		const moving = executions.some(isRunning) || (open.length > 0 && reported.size === 0);
		quiet = moving ? 0 : quiet + 1;
	}
}

/** What still waits for a server, and not for a person, goes on by itself. */
const isAnswered = ({ open, priority }: DocumentRow): boolean => open === false || (priority ?? 1) >= 2;

async function executionsOf({ api, pipelines }: Watched): Promise<Execution[]> {
	const found: Execution[] = [];
	for (const { workflowId } of pipelines) found.push(...(await api.executions(workflowId)));
	return found;
}

async function rowsOf({ api, pipelines }: Watched): Promise<DocumentRow[]> {
	const found: DocumentRow[] = [];
	for (const { tableId } of pipelines) found.push(...(await api.rows<DocumentRow>(tableId)));
	return found;
}

/** A document in the sandbox's own store, with its text as it came. */
interface StoredDocument {
	id: string;
	docType: string;
	docStatus: string;
	text: string;
}

/**
 * Why the pipeline leaves documents in Concur that are still ready: the engine's guards, or a type that its trigger does not fetch.
 * Documents without a reason are on their way.
 */
async function reasonsToLeave({ control, pipelines }: Watched): Promise<Map<string, Reason[]>> {
	const { documents } = (await control.get<{ concur: { documents: StoredDocument[] } }>('/control/state')).data.concur;
	const polled = typesOf(pipelines);
	const ready = documents
		.filter(({ docStatus }) => docStatus === 'READY')
		.map((one) => [one.id, leaveReasons(one, polled)] as const);
	return new Map(ready.filter(([, reasons]) => reasons.length > 0));
}

function leaveReasons(stored: StoredDocument, polled: string[]): Reason[] {
	// The funds workflow answers every funds document, or writes why it does not.
	if (isFunds(stored) && polled.includes(stored.docType)) return [];
	const [document] = readDocuments({
		id: stored.id,
		docType: stored.docType,
		docStatus: stored.docStatus,
		document: stored.text,
	}).documents;
	const found = document === undefined ? [] : buildPosting(document, DEFAULT_PROFILE).reasons;
	const isPolled = polled.includes(stored.docType);
	const reasons = found.filter(({ cure }) => cure === 'none' || !isPolled).map(({ code, message }) => ({ code, message }));
	if (isPolled || reasons.length > 0) return reasons;
	return [
		{
			code: 'type-not-polled',
			message: `The trigger does not fetch documents of type ${stored.docType}. Add the type in the Concur FIS Trigger.`,
		},
	];
}

export async function collectResult(watched: Watched, loaded: LoadedDocuments): Promise<RunResult> {
	const { control } = watched;
	const rows = new Map((await rowsOf(watched)).map((row) => [row.docId, row]));
	const left = await reasonsToLeave(watched);
	const documents = (await concurDocuments(control)).map((document) =>
		documentResult(document, rows.get(document.docId), left.get(document.docId) ?? []),
	);
	const { trialBalance } = (await control.get<{ trialBalance: RunResult['trialBalance'] }>('/control/ledger')).data;
	const { requests, logins } = (await control.get<Counters>('/control/counters')).data;
	return { documents: [...documents, ...loaded.unusable], trialBalance, requests: { ...requests, logins } };
}
