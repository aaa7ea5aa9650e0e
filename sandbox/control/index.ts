import type { Concur } from '../concur';
import type { BusinessOne, SandboxContext } from '../context';
import type { Latency } from '../delays';
import { jsonReply, type SandboxReply, type SandboxRequest } from '../http';

export interface ControlParts {
	context: SandboxContext;
	latency: Latency;
	concur: Concur;
	businessOne: BusinessOne;
}

export function createControl(_parts: ControlParts): (request: SandboxRequest) => Promise<SandboxReply> {
	return async (request) => jsonReply(404, { message: `No control call at ${request.path}.` });
}
