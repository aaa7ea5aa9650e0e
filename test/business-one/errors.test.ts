import { errorOfReply, errorOfThrown, isSessionRefused, readErrorBody, readErrorPlace } from '../../nodes/shared/business-one';

const v1 = (code: number, value: string) => ({ error: { code, message: { lang: 'en-us', value } } });
const v2 = (code: string, message: string) => ({ error: { code, details: [], message } });

describe('error bodies', () => {
	it.each([
		[v1(-5002, ' Unbalanced Transaction '), { code: '-5002', text: 'Unbalanced Transaction' }],
		[v2('-5002', 'Unbalanced Transaction'), { code: '-5002', text: 'Unbalanced Transaction' }],
		[JSON.stringify(v2('-1', 'as text')), { code: '-1', text: 'as text' }],
		['<html><head><title>502 Proxy Error</title></head><body>long story</body></html>', { code: '', text: '502 Proxy Error' }],
		['', { code: '', text: '' }],
		[undefined, { code: '', text: '' }],
		[null, { code: '', text: '' }],
		[{ message: 'no error key' }, { code: '', text: '' }],
	])('reads %j', (body, expected) => {
		expect(readErrorBody(body)).toEqual(expected);
	});
});

describe('places', () => {
	it.each([
		[
			"Text  [JournalEntryLines.AccountCode][line: 2] , 'A''1'",
			{ table: 'JournalEntryLines', field: 'AccountCode', line: 2, value: "A''1" },
		],
		["Invalid BP code  [OPDN.CardCode] , 'P2060...'", { table: 'OPDN', field: 'CardCode', value: 'P2060...' }],
		['Date deviates from permissible range  [OJDT.RefDate]', { table: 'OJDT', field: 'RefDate' }],
		[
			"CServiceData::SetPropertyValueString failed; Value too long in property 'Indicator' of 'JournalEntry'",
			{ table: 'JournalEntry', field: 'Indicator' },
		],
		["Property 'U_X' of 'BusinessPartner' is invalid", { table: 'BusinessPartner', field: 'U_X' }],
		['Internal error (-5002) occurred', {}],
	])('reads %j', (text, expected) => {
		expect(readErrorPlace(text)).toEqual(expected);
	});
});

describe('classes', () => {
	it.each([
		[401, v2('301', 'Invalid session or session already timeout.'), 'session'],
		[500, v2('-304', 'x'), 'session'],
		[403, '<html></html>', 'permission'],
		[400, v2('-6006', 'You are not permitted to perform this action'), 'permission'],
		[400, v1(-4013, 'Buchungsperiode gesperrt'), 'period'],
		[400, v2('-10', '10001090 - Buchungsperiode fehlt'), 'period'],
		[400, v2('-5002', 'Datum außerhalb  [JournalEntries.TaxDate]'), 'period'],
		[400, v2('-5002', "Konto ungültig  [JournalEntryLines.AccountCode][line: 1] , '9'"), 'masterData'],
		[400, v2('-5002', 'Specify an active branch  [OJDT.BPLId]'), 'masterData'],
		[400, v2('-10', '10000521 - define the numbering series'), 'masterData'],
		[404, v2('-2028', 'No matching records found (ODBC -2028)'), 'masterData'],
		[400, v2('x', 'Update the exchange rate '), 'masterData'],
		[400, v2('-2035', 'This entry already exists in the following tables (ODBC -2035)'), 'duplicate'],
		[400, v1(-10, "1320000140 - Business partner code 'c1' already assigned"), 'duplicate'],
		[400, v2('-5002', 'Unbalanced Transaction'), 'validation'],
		[413, '<html>413</html>', 'capacity'],
		[429, '', 'capacity'],
		[503, '<html>503</html>', 'capacity'],
		[500, '', 'unknown'],
		[500, v2('-5002', 'Internal error'), 'unknown'],
	])('HTTP %i with %j is %s', (status, body, errorClass) => {
		expect(errorOfReply(status, {}, body, true).kind).toBe(errorClass);
	});

	it('has a kind that callers can switch on, with B1 own words kept', () => {
		const error = errorOfReply(400, {}, v2('-4013', 'Posting period locked; specify an alternative date'), true);
		expect(error).toMatchObject({
			code: '-4013',
			text: 'Posting period locked; specify an alternative date',
			mayHaveHappened: false,
			name: 'ServiceLayerError',
			system: 'businessOne',
			kind: 'period',
			status: 400,
		});
		expect(error.message).toBe('Posting period locked; specify an alternative date (-4013)');
		expect(error.advice).not.toBe('');
	});

	it.each([
		[401, '', true],
		[400, v2('-304', 'x'), true],
		[500, v1(301, 'x'), true],
		[400, v2('-5002', 'x'), false],
		[200, v2('301', 'x'), false],
	])('a session is refused by HTTP %i with %j: %s', (status, body, refused) => {
		expect(isSessionRefused(status, body)).toBe(refused);
	});
});

describe('what to do about a failed read', () => {
	const lookAtRecord = /record in B1/;

	it.each([
		[500, ''],
		[500, v2('-5002', 'Internal error')],
		[418, ''],
	])('HTTP %i with %j asks nobody to look for a record', (status, body) => {
		const read = errorOfReply(status, {}, body, false).advice;
		expect(read).not.toMatch(lookAtRecord);
		expect(errorOfReply(500, {}, '', true).advice).toMatch(lookAtRecord);
	});

	it.each([Object.assign(new Error('timeout of 60000ms exceeded'), { code: 'ECONNABORTED' }), new TypeError('x is undefined')])(
		'%s without an answer asks nobody to look for a record',
		(thrown) => {
			expect(errorOfThrown(thrown, [], false).advice).toMatch(/nothing in B1 changed/);
			expect(errorOfThrown(thrown, [], true).advice).toMatch(lookAtRecord);
		},
	);
});
