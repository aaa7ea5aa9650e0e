import { createHmac, randomBytes, randomInt } from 'node:crypto';

/** Names of the protocols and of this package, which say nothing of a company. */
const OWN_USER_NAMES = /^U_(CONCURB1\w+|Hash|ReportId|Kind)$/;

/** Words of fixed lists of Concur, B1 and OData: switches, kinds and payees. */
const FIXED =
	/^(t(YES|NO)|Y|N|true|false|EMPL|CASH|COMP|IBIP|IBCP|CBCP|COPD|(bo|cd|lt|at|bb|bott|bovc|db)_?[A-Z]\w{2,24}|c(Supplier|Customer|Lid))$/;

/** Properties whose texts are states and types of the protocols. */
const STATE_KEYS = /^(docType|docStatus|status|overallPostingStatusCode|confirmationStatus)$/i;
const STATE = /^[A-Za-z_]{1,40}$/;
const CODE = /^-?\d{1,8}$/;
const CURRENCY_KEYS = /currency|DocumentsCode$/i;
/** Numbers that count or point, and rates, which are public: they are kept, so that what was asked for is found again. */
const KEPT_NUMBERS =
	/^(code|status|page|limit|total|totalCount|Line_ID|Number|Series|BPLID|DimensionCode|fiscalYear|revision|version|.*(Entry|Num|Count|Rate|Percent))$/i;
const AMOUNT_KEYS = /amount|debit|credit|total|sum|paid|balance|price|tax$/i;
const DATE = /^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:?\d{2})?)?$/;
const DECIMAL = /^-?\d+(\.\d+)?$/;
const WORDS = /[\p{L}\p{N}_]+/gu;

/** Makes a recording unreadable: equal words become equal tokens, and all amounts are multiplied by one number, so that sums still hold. */
export class Mask {
	private readonly key = randomBytes(32);
	private readonly factor = BigInt(randomInt(11, 9_973));

	/** A token of one word; nothing but the word and this recording's own key make it. */
	token(word: string): string {
		return `t${createHmac('sha256', this.key).update(word).digest('hex').slice(0, 12)}`;
	}

	/** Every word of a text in tokens; punctuation stays, so that parts of a composed text are found in others. */
	text(text: string): string {
		return text.replace(WORDS, (word) => this.token(word));
	}

	/** A decimal text times the factor, with as many decimals. */
	amount(text: string): string {
		const sign = text.startsWith('-') ? '-' : '';
		const [whole = '0', decimals = ''] = text.replace('-', '').split('.');
		const product = (BigInt(whole + decimals) * this.factor).toString().padStart(decimals.length + 1, '0');
		if (decimals === '') return `${sign}${product}`;
		return `${sign}${product.slice(0, -decimals.length)}.${product.slice(-decimals.length)}`;
	}

	/** @param key name of the property that the value stands in; that of the list for its elements */
	json(value: unknown, key = ''): unknown {
		if (Array.isArray(value)) return value.map((one) => this.json(one, key));
		if (typeof value === 'object' && value !== null)
			return Object.fromEntries(Object.entries(value).map(([name, one]) => [this.name(name), this.json(one, name)]));
		if (typeof value === 'number') return this.number(value, key);
		return typeof value === 'string' ? this.string(value, key) : value;
	}

	/** Names of properties are those of the protocols, but for a company's own user fields and for what is no name of a property. */
	name(name: string): string {
		if (/^U_/.test(name)) return OWN_USER_NAMES.test(name) ? name : `U_${this.token(name)}`;
		return /^@?[A-Za-z_][\w.@-]{0,60}$/.test(name) ? name : this.text(name);
	}

	private number(value: number, key: string): number {
		if (KEPT_NUMBERS.test(key)) return value;
		return DECIMAL.test(String(value)) ? Number(this.amount(String(value))) : value * Number(this.factor);
	}

	private string(value: string, key: string): string {
		if (value === '' || DATE.test(value) || FIXED.test(value)) return value;
		if ((STATE_KEYS.test(key) && STATE.test(value)) || (key === 'code' && CODE.test(value))) return value;
		// Of a link to the next page clients take the position only.
		if (/nextLink$/i.test(key)) return `next?${/\$skip(token)?=\d+/.exec(value)?.[0] ?? ''}`;
		if (CURRENCY_KEYS.test(key) && /^[A-Z]{3}$/.test(value)) return value;
		if (AMOUNT_KEYS.test(key) && DECIMAL.test(value)) return this.amount(value);
		const nested = parsed(value);
		return nested === undefined ? this.text(value) : JSON.stringify(this.json(nested, key));
	}
}

/** JSON in a text, as Concur gives documents to those who ask for text. */
export function parsed(text: string): unknown {
	if (!/^\s*[[{]/.test(text)) return undefined;
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}
