import sample from '../sandbox/samples/01-out-of-pocket.json';

/** Employees of the bench company: more than one filter holds, so that master data is looked up as in a company of some size. */
const EMPLOYEES = 300;

/** The business partners of the employees, in Service Layer property names. */
export const employees = (): object[] =>
	Array.from({ length: EMPLOYEES }, (_, index) => ({
		CardCode: employeeCode(index),
		CardName: `Employee ${index}`,
		CardType: 'cSupplier',
		Currency: '##',
		DebitorAccount: '211000',
	}));

const employeeCode = (index: number) => `B${String(index % EMPLOYEES).padStart(5, '0')}`;

let documents = 0;

/** Expense documents of full size, each report of its own, over all employees of the company. */
export function newDocuments(count: number): object[] {
	return Array.from({ length: count }, () => {
		const number = ++documents;
		const copy = structuredClone(sample);
		copy.id = number.toString(16).padStart(32, '0');
		copy.document.employee.employeeId = employeeCode(number);
		copy.document.report.reportId = number.toString(16).toUpperCase().padStart(20, '0');
		copy.document.report.reportKey = number;
		return copy;
	});
}
