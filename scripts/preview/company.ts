import { masterDataOf, readRecords } from '../../nodes/BuildJournalEntry/masterData';
import { ServiceLayerError } from '../../nodes/shared/business-one';
import { LoginError } from '../../nodes/shared/business-one/session/loginError';
import { requiredMasterData, type MasterData } from '../../nodes/shared/journalEntry';
import type { Profile } from '../../nodes/shared/mapping';
import type { Posting } from '../../nodes/shared/posting';
import { startSandbox } from '../../sandbox';
import { companySeed, type CompanySeed } from '../../sandbox/companies';
import { connectTo, type ServiceLayerAddress } from '../serviceLayer';
import type { B1Address } from './arguments';
import { PreviewError } from './input';
import { passwordOf } from './password';

/** Reads what a company knows of what the postings name. */
export type AskCompany = (postings: Posting[], profile: Profile, today: string | undefined) => Promise<MasterData>;

/** @throws PreviewError that lists the names where there is no such company of the sandbox */
export function seedOf(name: string): CompanySeed {
	try {
		return companySeed(name);
	} catch (error) {
		throw new PreviewError((error as Error).message);
	}
}

/** A company of the sandbox, which runs in this process for as long as it is asked. */
export function askSandbox(name: string): AskCompany {
	return async (...asked) => {
		const sandbox = await startSandbox({ company: name });
		try {
			return await ask({ serverUrl: sandbox.tlsUrl, ...sandbox.businessOne, ignoreSslIssues: true }, ...asked);
		} finally {
			await sandbox.stop();
		}
	};
}

/** A company of a Business One. */
export function askBusinessOne({ url, companyDb, user, ignoreSslIssues }: B1Address): AskCompany {
	return async (...asked) => {
		const password = await passwordOf(user);
		return await ask({ serverUrl: url, companyDb, userName: user, password, ignoreSslIssues }, ...asked);
	};
}

/** @throws PreviewError with what B1 said */
async function ask(address: ServiceLayerAddress, ...[postings, profile, today]: Parameters<AskCompany>): Promise<MasterData> {
	try {
		const { serviceLayer, close } = await connectTo(address);
		try {
			const records = await readRecords(serviceLayer, requiredMasterData(postings, profile, { today }));
			return masterDataOf(records, address.companyDb);
		} finally {
			await close();
		}
	} catch (error) {
		if (error instanceof LoginError || error instanceof ServiceLayerError)
			throw new PreviewError(`Business One could not be asked: ${error.message}`);
		throw error;
	}
}
