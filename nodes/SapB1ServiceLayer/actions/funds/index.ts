import type { Resource } from '../operation';
import { checkReserveRelease } from './checkReserveRelease.operation';
import { getBalances } from './getBalances.operation';
import { setUpCommitmentRegister } from './setUpCommitmentRegister.operation';

export const funds: Resource = {
	choice: {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['funds'] } },
		options: [
			{
				name: 'Check, Reserve or Release',
				value: 'checkReserveRelease',
				action: 'Check reserve or release funds',
				description: "Do what a request or report obligation of Concur asks for, against B1's budgets, exactly once",
			},
			{
				name: 'Get Balances',
				value: 'getBalances',
				action: 'Get balances of funds',
				description: 'Get budget, actual, committed and available of every budget',
			},
			{
				name: 'Set Up Commitment Register',
				value: 'setUpRegister',
				action: 'Set up the commitment register',
				description: 'Create the user tables that hold the open commitments. Safe to run again.',
			},
		],
		default: 'checkReserveRelease',
	},
	// Saved workflows have the value from before there were two registers.
	operations: { checkReserveRelease, getBalances, setUpRegister: setUpCommitmentRegister },
};
