import type { Resource } from '../operation';
import { cancel } from './cancel.operation';
import { checkMadeByHand } from './checkMadeByHand.operation';
import { findByDocument } from './findByDocument.operation';
import { get } from './get.operation';
import { getMany } from './getMany.operation';
import { post } from './post.operation';
import { preview } from './preview.operation';
import { reconcile } from './reconcile.operation';

export const journalEntry: Resource = {
	choice: {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['journalEntry'] } },
		options: [
			{ name: 'Cancel', value: 'cancel', action: 'Cancel a journal entry', description: 'Cancel an entry by a reversing entry' },
			{
				name: 'Check Made by Hand',
				value: 'checkMadeByHand',
				action: 'Check a journal entry made by hand',
				description: 'See whether the entry that a person made for a document is there and fits it',
			},
			{
				name: 'Find by Document',
				value: 'findByDocument',
				action: 'Find journal entries by document',
				description: 'Find the entries of documents before they are built, and cancel those of recalled documents',
			},
			{ name: 'Get', value: 'get', action: 'Get a journal entry', description: 'Get one entry by its transaction number' },
			{ name: 'Get Many', value: 'getAll', action: 'Get many journal entries', description: 'Get many entries, with filters' },
			{
				name: 'Post',
				value: 'post',
				action: 'Post a journal entry',
				description: 'Post entries exactly once, by their posting key',
			},
			{
				name: 'Preview',
				value: 'preview',
				action: 'Preview a journal entry',
				description: 'Make every check of Post and write nothing',
			},
			{
				name: 'Reconcile',
				value: 'reconcile',
				action: 'Reconcile journal entries',
				description: 'Compare a period: what Concur handed over, what the Data Table says, and what stands in the books',
			},
		],
		default: 'post',
	},
	operations: { cancel, checkMadeByHand, findByDocument, get, getAll: getMany, post, preview, reconcile },
};
