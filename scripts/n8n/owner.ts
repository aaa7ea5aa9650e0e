import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Who may log in to an n8n of ours. */
export interface Owner {
	email: string;
	firstName: string;
	lastName: string;
	password: string;
}

const PASSWORD_BYTES = 18;

/**
 * The owner of the n8n in a folder. n8n answers to every Host header and has no setting against it, so a page that points its own name
 * at this machine reaches the log-in: the password is a random one of this folder, readable for its owner only.
 */
export function ownerOf(userFolder: string): Owner {
	const file = join(userFolder, 'owner.json');
	if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Owner;
	// n8n asks for a capital and a digit.
	const password = `B1-${randomBytes(PASSWORD_BYTES).toString('base64url')}`;
	const owner = { email: 'demo@example.com', firstName: 'Demo', lastName: 'Accountant', password };
	mkdirSync(userFolder, { recursive: true });
	writeFileSync(file, JSON.stringify(owner), { mode: 0o600 });
	return owner;
}
