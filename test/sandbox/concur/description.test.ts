import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { besideCheckout } from '../../helpers/vectors';
import { errorAnswer, FisClient, load, report } from './client';

/** The forms of FIS's answers as the project describes them, and FIS's own description where that lies beside the checkout. */
const OWN = join(__dirname, '..', '..', 'data', 'fis-answers.json');
const WHOLE = besideCheckout('reference', 'fis-openapi.json');

describe.each([OWN, ...WHOLE])('the sandbox answers as %s says', (file) => {
	const description = JSON.parse(readFileSync(file, 'utf8'));
	const ajv = addFormats(new Ajv({ strict: false, allErrors: true }));
	ajv.addSchema(description, 'fis');
	let sandbox: Sandbox;
	let fis: FisClient;

	beforeAll(async () => {
		sandbox = await startSandbox({ samples: true });
		fis = await FisClient.connect(sandbox);
		await load(sandbox, [report('a'), report('b'), report('c')]);
	});
	afterAll(() => sandbox.stop());

	const schema = (name: string): ValidateFunction => ajv.getSchema(`fis#/components/schemas/${name}`)!;

	function expectAll(name: string, items: unknown[]): void {
		const validate = schema(name);
		for (const item of items) {
			// SAP's own samples answer null where the description says text.
			validate(Object.fromEntries(Object.entries(item as object).map(([name, value]: [string, unknown]) => [name, value ?? ''])));
			expect({ item, errors: validate.errors }).toEqual({ item, errors: null });
			expect(Object.keys(item as object).filter((key) => !(key in description.components.schemas[name].properties))).toEqual([]);
		}
	}

	it('to every type of document read', async () => {
		for (const docType of ['expense', 'invoice', 'cashadvance', 'payroll', 'obligation']) {
			expectAll('PagedModelEntityModelFIDocument', [(await fis.get('', docType)).data]);
		}
	});

	it('to acknowledgements and confirmations, accepted and refused', async () => {
		expectAll('AcknowledgeResponseItem', (await fis.acknowledge(['a', 'a', 'zz', 'b'])).data);
		expectAll('PostingConfirmationResponseItem', [
			...(await fis.confirm('a')).data,
			...(await fis.confirm('a')).data,
			...(await fis.confirm('b', errorAnswer)).data,
			...(await fis.confirm('c')).data,
			...(await fis.confirm('zz')).data,
		]);
		expectAll('PaymentConfirmationResponseItem', [
			...(await fis.pay('c')).data,
			...(await fis.pay('a')).data,
			...(await fis.pay('a')).data,
			...(await fis.pay('zz')).data,
		]);
	});

	it('to what it refuses', async () => {
		expectAll('ExceptionJsonInfo', [(await fis.get('?limit=0')).data]);
		expectAll('ExceptionJsonInfoEx', [(await fis.post('', {})).data]);
	});
});
