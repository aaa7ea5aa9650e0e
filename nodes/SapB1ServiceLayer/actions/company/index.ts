import type { Resource } from '../operation';
import { check } from './check.operation';
import { checkReadiness } from './checkReadiness.operation';
import { getExchangeRates } from './getExchangeRates.operation';
import { getInfo } from './getInfo.operation';
import { getPostingPeriods } from './getPostingPeriods.operation';
import { setUpPostingRegister } from './setUpPostingRegister.operation';

export const company: Resource = {
	choice: {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['company'] } },
		options: [
			{
				name: 'Check Connection',
				value: 'check',
				action: 'Check the connection',
				description: 'Ask B1 once whether it can be used now, and pass all items on',
			},
			{
				name: 'Check Readiness',
				value: 'checkReadiness',
				action: 'Check the readiness of the company',
				description: 'See what keeps documents from being posted, and what the mapping should hold; nothing stays in B1',
			},
			{
				name: 'Get Exchange Rates',
				value: 'getExchangeRates',
				action: 'Get exchange rates',
				description: 'Get the rates that B1 has for a day',
			},
			{
				name: 'Get Info',
				value: 'getInfo',
				action: 'Get company info',
				description: 'Get name, version, currencies and settings',
			},
			{
				name: 'Get Posting Periods',
				value: 'getPostingPeriods',
				action: 'Get posting periods',
				description: 'Get the periods with their dates and locks',
			},
			{
				name: 'Set Up Posting Register',
				value: 'setUpPostingRegister',
				action: 'Set up the posting register',
				description: 'Create the user table by which the database refuses a second posting. Safe to run again.',
			},
		],
		default: 'getInfo',
	},
	operations: { check, checkReadiness, getExchangeRates, getInfo, getPostingPeriods, setUpPostingRegister },
};
