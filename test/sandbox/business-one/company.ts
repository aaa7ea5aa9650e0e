import type { Socket } from 'node:net';
import { Clock } from '../../../sandbox/clock';
import type { BusinessOne, SandboxContext } from '../../../sandbox/context';
import { Counters } from '../../../sandbox/counters';
import { Faults } from '../../../sandbox/faults';
import { Ids } from '../../../sandbox/ids';
import { createBusinessOne } from '../../../sandbox/business-one';

export type Version = 'v1' | 'v2';
export const versions: Version[] = ['v1', 'v2'];

export interface Reply {
	status: number;
	headers: Record<string, string | string[]>;
	text: string;
	/** The body as JSON; undefined when it is none. */
	json: any;
	bytes: Buffer;
}

export const credentials = { CompanyDB: 'SBODEMO', UserName: 'manager', Password: 'manager' };

/** A B1 company with a small chart of accounts, called directly, without a network. */
export class Company {
	readonly context: SandboxContext;
	readonly businessOne: BusinessOne;
	cookies = '';

	constructor(masterData: object = chart) {
		this.context = {
			clock: new Clock(new Date('2024-05-15T10:00:00Z')),
			faults: new Faults(),
			counters: new Counters(),
			ids: new Ids(),
		};
		this.businessOne = createBusinessOne(this.context);
		this.load(masterData);
	}

	load(masterData: object): void {
		const { rejected } = this.businessOne.loadMasterData(masterData);
		if (rejected.length > 0) throw new Error(JSON.stringify(rejected));
	}

	async login(version: Version = 'v2'): Promise<this> {
		const reply = await this.send('POST', `/b1s/${version}/Login`, credentials);
		this.cookies = cookiesOf(reply);
		return this;
	}

	get(path: string, headers: Record<string, string> = {}) {
		return this.send('GET', path, undefined, headers);
	}

	post(path: string, body?: unknown, headers: Record<string, string> = {}) {
		return this.send('POST', path, body, headers);
	}

	/** `body`: text and bytes are sent as they are, everything else as JSON. */
	async send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Reply> {
		const [rawPath = '', query = ''] = path.split(/\?(.*)/s);
		const reply = await this.businessOne.handle({
			method,
			path: decodeURIComponent(rawPath),
			rawUrl: path,
			query: new URLSearchParams(query),
			headers: { host: 'b1.example:50000', ...(this.cookies === '' ? {} : { cookie: this.cookies }), ...headers },
			body: Buffer.isBuffer(body)
				? body
				: Buffer.from(body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body)),
			socket: {} as Socket,
			tls: true,
			dataCenter: 'first',
		});
		if (reply === null) throw new Error('the connection was closed');
		const bytes = Buffer.from(reply.body ?? '');
		return { status: reply.status, headers: reply.headers ?? {}, text: bytes.toString(), json: parsed(bytes.toString()), bytes };
	}
}

export function cookiesOf(reply: Reply): string {
	return [reply.headers['Set-Cookie'] ?? []]
		.flat()
		.map((cookie) => cookie.split(';')[0])
		.join('; ');
}

function parsed(text: string): any {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** Code and text of an error body, whichever version wrote it. */
export function errorOf(reply: Reply): { code: number; text: string } {
	const { code, message } = reply.json.error;
	return { code: Number(code), text: typeof message === 'string' ? message : message.value };
}

export const chart = {
	currencies: [
		{ Code: 'EUR', Name: 'Euro' },
		{ Code: 'GBP', Name: 'Pound' },
	],
	accounts: [
		{ Code: '600', Name: 'Travel' },
		{ Code: '610', Name: 'Meals' },
		{ Code: '145', Name: 'Input tax' },
		{ Code: '211', Name: 'Payables to employees', LockManualTransaction: 'tYES' },
		{ Code: '212', Name: 'Payables to vendors', LockManualTransaction: 'tYES' },
		{ Code: '112', Name: 'Bank EUR', AcctCurrency: 'EUR' },
		{ Code: '113', Name: 'Bank USD', AcctCurrency: 'USD' },
		{ Code: '6', Name: 'Expenses', ActiveAccount: 'tNO' },
		{ Code: '620', Name: 'Frozen', FrozenFor: 'tYES' },
		{ Code: '621', Name: 'Frozen in 2023', FrozenFor: 'tYES', FrozenFrom: '2023-01-01', FrozenTo: '2023-12-31' },
		{ Code: '622', Name: 'Valid to 2023', ValidFor: 'tYES', ValidTo: '2023-12-31' },
		{ Code: '630', Name: 'Stock', BlockManualPosting: 'tYES' },
	],
	businessPartners: [
		{ CardCode: 'E1', CardName: 'Anna', CardType: 'cSupplier', DebitorAccount: '211' },
		{ CardCode: "O'Neil", CardName: "Pat O'Neil", CardType: 'cSupplier', DebitorAccount: '211' },
		{ CardCode: 'E9', CardName: 'Gone', CardType: 'cSupplier', DebitorAccount: '211', Frozen: 'tYES' },
		{ CardCode: 'EEUR', CardName: 'Euro only', CardType: 'cSupplier', DebitorAccount: '211', Currency: 'EUR' },
		{ CardCode: 'ENOACC', CardName: 'No account', CardType: 'cSupplier' },
	],
	profitCenters: [
		{ CenterCode: 'SALES', CenterName: 'Sales' },
		{ CenterCode: 'NORTH', CenterName: 'North', InWhichDimension: 2 },
		{ CenterCode: 'OLD', CenterName: 'Old', EffectiveTo: '2023-12-31' },
		{ CenterCode: 'OFF', CenterName: 'Off', Active: 'tNO' },
		{ CenterCode: 'DIM5', CenterName: 'Five', InWhichDimension: 5 },
	],
	dimensions: [{ DimensionCode: 5, IsActive: 'tNO' }],
	projects: [
		{ Code: 'P1', Name: 'One' },
		{ Code: 'P2', Name: 'Closed', Active: 'tNO' },
		{ Code: 'P3', Name: 'Past', ValidTo: '2023-12-31' },
	],
	vatGroups: [
		{ Code: 'V1', Name: 'Input', TaxAccount: '145' },
		{ Code: 'V9', Name: 'Inactive', Inactive: 'tYES' },
	],
	transactionCodes: [{ Code: 'EXP', Description: 'Expenses' }],
	rates: [{ Currency: 'EUR', RateDate: '2024-05-15', Rate: '1.0925' }],
};

/** A balanced entry of one amount, travel against Anna. */
export function entry(changes: object = {}, amount: number | string = 100): Record<string, unknown> {
	return {
		ReferenceDate: '2024-05-15',
		JournalEntryLines: [
			{ AccountCode: '600', Debit: amount },
			{ ShortName: 'E1', Credit: amount },
		],
		...changes,
	};
}
