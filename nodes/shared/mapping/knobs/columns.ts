import type { B1Records, Column, DocumentCodes } from '../declare';

/** A column of codes as Concur sends them, offered from the document at hand. */
export const documentCodes = (of: DocumentCodes, column: Omit<Column, 'input'>): Column => ({
	...column,
	input: { kind: 'documentCode', of },
});

/** A column of codes of B1 records. */
export const b1Codes = (of: B1Records, column: Omit<Column, 'input'>): Column => ({ ...column, input: { kind: 'b1Code', of } });

/** A column a person writes text into. */
export const words = (column: Omit<Column, 'input'>): Column => ({ ...column, input: { kind: 'text' } });

export const B1_ACCOUNT = b1Codes('accounts', {
	name: 'account',
	label: 'B1 Account',
	about: 'Account of the B1 chart of accounts',
});

export const EXPENSE_TYPE = (example: string): Column =>
	documentCodes('expenseTypes', {
		name: 'from',
		label: 'Expense Type',
		example,
		hint: 'Code or name, as in expenseTypeCode or expenseTypeName of the document',
	});

/** A field of the document that holds a code. */
export const DOCUMENT_FIELD: Column = {
	name: 'path',
	label: 'Field',
	about: 'Field of the document that holds the code. Fields of the employee are not offered: a cost follows its allocation.',
	hint: 'From allocation, entry or report, e.g. allocation.allocationCustom4Code; employee.employeeId; or a value of your own, e.g. constant.ADMIN',
	input: { kind: 'documentField' },
};
