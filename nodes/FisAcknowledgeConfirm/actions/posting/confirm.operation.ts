import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError, updateDisplayOptions } from 'n8n-workflow';
import { postingConfirmation, type ConfirmedResult } from '../../../shared/concur/confirmations';
import { languageCodeOf } from '../../../shared/concur/languages';
import type { MessageText } from '../../../shared/concur/messages';
import { refusedParameter } from '../../../shared/n8n/checkedParameters';
import { fisFor } from '../../../shared/n8n/fisClient';
import { dayFrom } from '../../../shared/n8n/readers';
import { optionsOf, targetOf, textParameter } from '../fields';
import { checkHoldEnds, holdTimeOf, optionsBefore } from '../holdTime';
import { writeItems, type Prepared } from '../perDocument';
import { outputsOf, ownReply } from '../results';
import { decide, isPosted, settledAs, whySuccessIsUnknown, type Decision, type DecisionSettings } from './decision';
import { properties } from './fields';

export { OUTPUTS as outputs } from '../results';

export const description = updateDisplayOptions({ show: { resource: ['posting'], operation: ['confirm'] } }, properties);

function successOf(context: IExecuteFunctions, index: number): Decision {
	const json = context.getInputData()[index]?.json ?? {};
	const documentNumber = textParameter(context, 'documentNumber', index);
	const doubt = whySuccessIsUnknown(json, documentNumber);
	if (doubt !== undefined) return { stopped: doubt };
	if (documentNumber === '') return { result: { status: 'success', entries: [] } };
	const postingDate = dayFrom(context, context.getNodeParameter('postingDate', index, ''), 'Posting Date', index);
	const companyDb = textParameter(context, 'companyId', index, 'Company ID');
	const fiscalYear = textParameter(context, 'fiscalYear', index) || postingDate.slice(0, 4);
	return { result: { status: 'success', entries: [{ companyDb, documentNumber, fiscalYear, postingDate }] } };
}

/** What a person or an expression gave as messages; numbers are texts too. */
function messagesOf(context: IExecuteFunctions, index: number): MessageText[] {
	const { message = [] } = context.getNodeParameter('messages', index, {}) as { message?: Array<Record<string, unknown>> };
	const textOf = (value: unknown) => (value === null || value === undefined ? '' : String(value as string).trim());
	return message
		.map(({ text, id, lineItemId }) => ({ text: textOf(text), id: textOf(id), lineItemId: textOf(lineItemId) }))
		.filter(({ text }) => text !== '');
}

/** An entry that exists must not be reported as failed: the report would be corrected, approved and posted once more. */
function errorOf(context: IExecuteFunctions, index: number, language: string): Decision {
	if (isPosted(context.getInputData()[index]?.json ?? {}))
		return { stopped: 'The item says that its entry exists in B1, so it is not confirmed as failed. Cancel the entry first.' };
	const causes = messagesOf(context, index);
	if (causes.length === 0)
		throw new NodeOperationError(
			context.getNode(),
			`Messages holds no text that tells why the posting did not work [item ${index}]`,
			{
				itemIndex: index,
				description: 'Add at least one under Messages: Concur shows it to the people who correct the report.',
			},
		);
	return { result: { status: 'error', causes, language: language || 'EN' } };
}

function decisionFor(context: IExecuteFunctions, index: number, settings: DecisionSettings): Decision {
	const mode = textParameter(context, 'result', index);
	if (mode === 'success') return successOf(context, index);
	if (mode === 'error') return errorOf(context, index, settings.language);
	return decide(context.getInputData()[index]?.json ?? {}, settings);
}

/** In automatic mode nothing is sent for a document whose result Concur holds. */
const heldByConcur = (context: IExecuteFunctions, index: number) =>
	textParameter(context, 'result', index) === 'automatic' ? settledAs(context.getInputData()[index]?.json ?? {}) : undefined;

function settingsOf(context: IExecuteFunctions, index: number): DecisionSettings {
	const options = optionsOf(context, index);
	return {
		language: languageOf(context, options, index),
		ifRefused: (options.ifRefused as DecisionSettings['ifRefused'] | undefined) ?? 'confirmError',
		numberFrom: (options.numberFrom as DecisionSettings['numberFrom'] | undefined) ?? 'number',
	};
}

function languageOf(context: IExecuteFunctions, { language }: IDataObject, index: number): string {
	const text = String(language ?? '').trim();
	if (text === '') return '';
	const code = languageCodeOf(text);
	if (code !== undefined) return code;
	const cure = 'Give a two-letter code such as DE, or the name of the language.';
	throw refusedParameter(context.getNode(), `Message Language "${text}" is no language`, cure, index);
}

/** Confirms the postings of the items; adds `confirmation`. Throws NodeApiError, NodeOperationError (see outputsOf). */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const { mayBegin, calls } = holdTimeOf(optionsBefore(this).map(({ holdEnds }) => holdEnds));
	const fis = fisFor(this, calls);
	const statuses = new Map<number, ConfirmedResult['status']>();
	const results = await writeItems<ConfirmedResult>(this, {
		sendsEachItem: true,
		prepare: (index): Prepared<ConfirmedResult> => {
			checkHoldEnds(optionsOf(this, index));
			const target = targetOf(this, index);
			const held = heldByConcur(this, index);
			if (held) {
				statuses.set(index, held);
				return { reply: ownReply(target.docId, 'alreadyDone', 'Concur holds this result already; nothing was sent.') };
			}
			const decision = decisionFor(this, index, settingsOf(this, index));
			if ('stopped' in decision) return { reply: ownReply(target.docId, 'stopped', decision.stopped) };
			statuses.set(index, decision.result.status);
			return { target, content: decision.result };
		},
		send: async ({ docType, systemId, batchSize }, tasks) =>
			await fis.confirmPostings({
				docType,
				systemId,
				chunkSize: batchSize,
				mayBegin,
				confirmations: tasks.map(({ docId, content }) => postingConfirmation(docId, content)),
			}),
		block: (index, { outcome, code, message }, sent) => ({
			outcome,
			sent,
			status: statuses.get(index) ?? null,
			code,
			message,
			confirmedAt: sent && (outcome === 'done' || outcome === 'alreadyDone') ? new Date().toISOString() : null,
		}),
	});
	return outputsOf(this, 'confirmation', results);
}
