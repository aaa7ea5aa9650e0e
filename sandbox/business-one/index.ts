import type { BusinessOne, SandboxContext } from '../context';
import { jsonReply } from '../http';

/** Holds the place of the Service Layer: every call says that it is missing. */
export function createBusinessOne(_context: SandboxContext): BusinessOne {
	return {
		handle: async () => jsonReply(503, { message: 'The Service Layer of the sandbox is not built yet.' }),
		reset: () => undefined,
		loadMasterData: () => ({ loaded: {}, rejected: [] }),
		ledger: () => ({ entries: [], trialBalance: [] }),
		expireSessions: () => undefined,
		sessionsOpen: () => 0,
		state: () => null,
		restore: () => undefined,
	};
}
