import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError, updateDisplayOptions } from 'n8n-workflow';
import type { IfAcknowledged } from '../../../shared/concur/fis';
import { fisFor } from '../../../shared/n8n/fisClient';
import { givenItems } from '../../../shared/n8n/givenItems';
import { limitsOfMapping, withLimitsOfMapping, type Limits } from '../../../shared/n8n/mappingLimits';
import { mappingOfNode } from '../../../shared/n8n/mappingOfNode';
import { refusedParameter } from '../../../shared/n8n/checkedParameters';
import { optionsOf, targetOf, textParameter, type Target } from '../fields';
import { checkHoldEnds, holdTimeOf, optionsBefore } from '../holdTime';
import { writeItems } from '../perDocument';
import { outputsOf } from '../results';
import { properties } from './acknowledgeFields';
import { fetchDocuments, type Fetched } from './fetch';
import { answerOfRows, beforeAcknowledging, firstRows, type Takeable } from './taking';

export { OUTPUTS as outputs } from '../results';

export const description = updateDisplayOptions({ show: { resource: ['document'], operation: ['acknowledge'] } }, properties);

/** Ids and types of all items; an item without them fails alone when it is prepared. */
function targetsOf(context: IExecuteFunctions): Array<Target | undefined> {
	return context.getInputData().map((_item, index) => {
		try {
			return targetOf(context, index);
		} catch (error) {
			if (error instanceof NodeOperationError) return undefined;
			throw new NodeOperationError(context.getNode(), error as Error, { itemIndex: index });
		}
	});
}

/** What the mapping keeps out, nothing where the node is told none; or why the mapping cannot be used. */
function limitsIn(context: IExecuteFunctions): Limits | NodeOperationError {
	try {
		const parameters = mappingOfNode(context);
		return parameters === undefined ? {} : limitsOfMapping(parameters, context.getNodeParameter('mappingRows', 0, ''));
	} catch (error) {
		return new NodeOperationError(context.getNode(), error as Error);
	}
}

/**
 * Rows of the Data Table that other executions may hold; none where nobody says.
 *
 * @throws NodeOperationError for what is no list of rows: one document may not go on twice as if there were none
 */
function openRowsIn(context: IExecuteFunctions): IDataObject[] {
	const openRows: unknown = context.getNodeParameter('openRows', 0, '');
	if (openRows === undefined || openRows === null || openRows === '') return [];
	const rows = givenItems(openRows);
	if (rows) return rows.filter(({ open }) => open === true);
	throw refusedParameter(
		context.getNode(),
		'Open Rows holds no items of a node',
		"Enter the expression {{ $('Get due rows').all() }} with the name of your node. Nothing was acknowledged.",
	);
}

const takeableOf = (
	context: IExecuteFunctions,
	{ item }: Fetched,
	target: Target,
	index: number,
	{ timeZone = context.getTimezone(), ...limits }: Limits,
): Takeable => ({
	json: item.json,
	docId: target.docId,
	systemId: target.systemId,
	ifAcknowledged: textParameter(context, 'ifAcknowledged', index) as IfAcknowledged,
	leaveReady: withLimitsOfMapping(context.getNodeParameter('leaveReady', index, {}) as IDataObject, limits),
	timeZone,
});

/**
 * Acknowledges the documents of the items and adds `acknowledgement`: gets those that carry none, leaves in the queue what must stay
 * there, and sends nothing for a document that Concur has as acknowledged, confirmed or recalled already.
 * Throws NodeApiError, NodeOperationError (see outputsOf).
 */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const options = optionsBefore(this);
	const { mayBegin, mayRead, calls } = holdTimeOf(options.map(({ holdEnds }) => holdEnds));
	const fis = fisFor(this, calls);
	const targets = targetsOf(this);
	const limits = limitsIn(this);
	const wanted = targets.map((target, index) =>
		target && options[index]?.getDocument === true ? { ...target, simplify: options[index].simplify !== false } : undefined,
	);
	const fetched = await fetchDocuments(this, fis, wanted, mayRead);
	const first = firstRows([...openRowsIn(this), ...fetched.map(({ item }) => item.json)]);
	const results = await writeItems<Takeable>(this, {
		sendsEachItem: false,
		prepare: (index) => {
			checkHoldEnds(optionsOf(this, index));
			const target = targets[index] ?? targetOf(this, index);
			const { error, reply: known } = fetched[index]!;
			if (error) return { error };
			const isUsable = !(limits instanceof NodeOperationError);
			const takeable = takeableOf(this, fetched[index]!, target, index, isUsable ? limits : {});
			const reply = known ?? beforeAcknowledging(takeable, first);
			if (reply) return { reply };
			// Nobody can say whether it may be taken; what is taken already goes on.
			return isUsable ? { target, content: takeable } : { error: limits };
		},
		send: async ({ docType, systemId, batchSize }, tasks) => {
			const documents = tasks.map(({ docId, content }) => ({ docId, ifAcknowledged: content.ifAcknowledged }));
			return answerOfRows(await fis.acknowledge({ docType, systemId, chunkSize: batchSize, documents, mayBegin }), tasks);
		},
		block: (_index, { outcome, code, message }, sent) => ({
			outcome,
			sent,
			code,
			message,
			acknowledgedAt: sent && (outcome === 'done' || outcome === 'alreadyDone') ? new Date().toISOString() : null,
		}),
	});
	return outputsOf(
		this,
		'acknowledgement',
		results,
		fetched.map(({ item }) => item),
	);
}
