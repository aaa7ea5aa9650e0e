/** One refused request among those of thirty funds requests, in a real n8n: all of them are answered, and reserved once. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';

import { ROOT } from '../../../scripts/package';
import { FUNDS_PIPELINE } from '../../../scripts/start/pipeline';
import { fundsBalances, setUpFunds } from '../../../scripts/start/funds';
import { Loop } from '../../../scripts/lab/loop';
import { ACKNOWLEDGEMENT, CONFIRMATION, MINUTE } from './world';

const REQUESTS = 30;
/** Of one request, in the company's currency: the sample asks for a hundred times as much. */
const AMOUNT = 8;

jest.setTimeout(60 * MINUTE);

let loop: Loop;

beforeEach(async () => {
	loop = await Loop.prepare([]);
	await setUpFunds(loop.sandbox);
});

afterEach(async () => await loop.close());

const sample = readFileSync(join(ROOT, 'sandbox', 'samples', 'funds', '01-request.json'), 'utf8');

/** A request of its own for a hundredth of the sample's amounts. */
function request(number: number): unknown {
	const id = randomUUID();
	const text = sample
		.replace(/"id": "[^"]+"/, `"id": "${id.replaceAll('-', '')}"`)
		.replace(/"fgiRefId": "[^"]+"/, `"fgiRefId": "${id}"`)
		.replace(
			/"(requestId|entryId)": "[^"]+"/g,
			(_, name: string) => `"${name}": "${randomUUID().replaceAll('-', '').toUpperCase()}"`,
		)
		.replace(/"allocationId": "[^"]+"/g, () => `"allocationId": "${randomUUID()}"`)
		.replace(/"requestKey": "[^"]+"/, `"requestKey": "K${number}"`)
		.replace(/(Amount": )(\d+)\.0/g, (_, name: string, amount: string) => `${name}${Number(amount) / 100}`);
	return JSON.parse(text);
}

test.each([
	['acknowledgement', ACKNOWLEDGEMENT],
	['confirmation', CONFIRMATION],
])('a 403 for the second %s request', async (_, refused) => {
	// A call is tried again after a 403 by itself, so the one that gets through to the rows takes two.
	await loop.control.post('/control/faults', [{ ...refused, kind: 'forbidden', nth: 2, times: 2 }]);
	await loop.control.post(
		'/control/documents',
		Array.from({ length: REQUESTS }, (_one, number) => request(number)),
	);
	await loop.startN8n();
	await loop.publish(FUNDS_PIPELINE, { 'Take up': { holdMinutes: 15, rowsPerRun: 200 } });
	const isAnswered = async () => (await loop.documents()).every(({ docStatus }) => docStatus === 'POSTING_CONFIRMED_SUCCESS');
	await loop.until('every request is answered', isAnswered, 5 * MINUTE);
	await loop.until('every row is closed', async () => (await loop.rows()).every(({ open }) => open === false), MINUTE);
	expect((await loop.rows()).map(({ status }) => status)).toEqual(Array.from({ length: REQUESTS }, () => 'confirmed'));
	const { faults } = (await loop.control.get<{ faults: Array<{ seen: number }> }>('/control/faults')).data;
	expect(faults[0]!.seen).toBeGreaterThan(3);
	const reserved = (await fundsBalances(loop.sandbox)).reduce((sum, { committed }) => sum + Number(committed), 0);
	expect(reserved).toBe(REQUESTS * AMOUNT);
});
