import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A company to try things on: what its B1 holds, what is approved in its Concur, and how one is mapped to the other. */
export interface CompanySeed {
	name: string;
	/** Lists as `POST /control/master-data` takes them. */
	company: unknown;
	/** The customer's own rules for journal entries, as `POST /control/notifications` takes them. */
	notifications: unknown[];
	/** Three months of FIS documents, as text. */
	documents: string;
	/** The mapping table, as CSV text: what Build Journal Entry takes in Mapping Rows. */
	mapping: string;
}

const folder = join(__dirname, 'companies');

/** Names of the companies, in the order of their folders. */
export function companyNames(): string[] {
	return readdirSync(folder)
		.filter((name) => existsSync(join(folder, name, 'company.json')))
		.sort();
}

/** Reads a company of `sandbox/companies`. Throws an Error that lists the names where there is no such company. */
export function companySeed(name: string): CompanySeed {
	if (!companyNames().includes(name))
		throw new Error(`There is no company ${name.slice(0, 50)}; there are ${companyNames().join(', ')}.`);
	const text = (file: string) => readFileSync(join(folder, name, file), 'utf8');
	const { notifications = [], ...company } = JSON.parse(text('company.json')) as { notifications?: unknown[] };
	return { name, company, notifications, documents: text('documents.json'), mapping: text('mapping.csv') };
}

/** The documents of a Concur, as far as a company is loaded into them. */
interface Documents {
	load(text: string): { rejected: { index: number; reason: string }[] };
}

/** Puts the documents of a company into Concur. Throws an Error that names the first one that is refused. */
export function loadDocuments(into: Documents, { name, documents }: CompanySeed): void {
	const [refused] = into.load(documents).rejected;
	if (refused) throw new Error(`The company ${name}: document ${refused.index + 1} ${refused.reason}`);
}
