import type { INodeProperties } from 'n8n-workflow';
import { b1Code, concurCode, mapOf, rowsOf, table, type TableRow } from './helpers';

const ruleColumns: INodeProperties[] = [
	{
		displayName: 'Find By',
		name: 'by',
		type: 'options',
		default: 'code',
		description: 'What the partner is looked up by',
		options: [
			{ name: 'Code', value: 'code', description: 'The template makes the partner code of B1 out of fields of the document' },
			{ name: 'Email', value: 'email', description: 'The email address in the business partner master data' },
			{
				name: 'Name',
				value: 'name',
				description: 'The partner’s name, upper and lower case and blanks aside; two of the same name go to review',
			},
			{ name: 'Partner Table', value: 'table', description: 'A row of the partner table below' },
			{ name: 'Tax ID', value: 'taxId', description: 'The federal tax ID in the business partner master data' },
		],
	},
	{
		displayName: 'Template',
		name: 'template',
		type: 'string',
		default: '',
		placeholder: 'e.g. E{employeeId}',
		hint: 'Text with fields in braces: {employeeId}, {email}, {employeeName}, {vendorCode}, {vendorName}, {taxId}, {payee}, or any other field of the employee or vendor, e.g. {employeeCustom1Code}',
		description: 'What to look for. Employee 1001 with the template E{employeeId} is looked up as E1001.',
		displayOptions: { hide: { by: ['table'] } },
	},
];

const rules = (displayName: string, name: string, description: string, rows: TableRow[]) =>
	table({ displayName, name, placeholder: 'Add Rule', description }, ruleColumns, rows);

/** How the B1 partner of an employee, a card or a vendor is found. */
export const partnerFields: INodeProperties[] = [
	{
		displayName: 'Partners',
		name: 'partners',
		type: 'collection',
		placeholder: 'Add Partner Setting',
		default: {},
		description:
			'How the business partner of B1 is found. Rules are tried from the top; the first that finds exactly one partner wins.',
		displayOptions: { show: { mappingMode: ['fields'] } },
		options: [
			rules('Card Vendors', 'cardVendor', 'How to find the vendor of a bank or card company', [
				{ by: 'table', template: '' },
				{ by: 'code', template: '{payee}' },
			]),
			rules('Employees', 'employeeVendor', 'How to find the vendor that an employee is in B1', [
				{ by: 'table', template: '' },
				{ by: 'code', template: '{employeeId}' },
			]),
			table(
				{
					displayName: 'Partner Table',
					name: 'table',
					placeholder: 'Add Partner',
					description: 'Partners that no rule finds, one row each',
				},
				[
					concurCode('searchDocumentParties', 'e.g. 120045', {
						displayName: 'Code in Concur',
						name: 'from',
						hint: 'Employee ID, vendor code or payee code, as in the document',
					}),
					b1Code('searchPartners', { displayName: 'B1 Partner', name: 'partner', description: 'Code of the business partner' }),
				],
			),
			rules('Vendors of Invoices', 'vendor', 'How to find the vendor of an invoice', [
				{ by: 'table', template: '' },
				{ by: 'code', template: '{vendorCode}' },
			]),
		],
	},
];

/** The knobs of a profile these fields stand for. */
export function partnerKnobs(read: (name: string) => unknown): Record<string, unknown> {
	const { table: partnerTable, ...rulesByRole } = (read('partners') ?? {}) as Record<string, unknown>;
	const partners: Record<string, unknown> = {};
	for (const [role, value] of Object.entries(rulesByRole)) {
		const rows = rowsOf(value).map(({ by, template }) => (by === 'table' ? { by } : { by, template }));
		if (rows.length > 0) partners[role] = rows;
	}
	if (partnerTable) partners.table = mapOf('Partner Table', partnerTable, 'from', 'partner');
	return Object.keys(partners).length > 0 ? { partners } : {};
}
