import type { SandboxContext } from '../context';
import { jsonReply, type SandboxReply, type SandboxRequest } from '../http';

export interface Concur {
	handle(request: SandboxRequest): Promise<SandboxReply>;
	load(body: unknown): void;
	setPorts(ports: { http: number; https: number; otherDataCenter: number }): void;
}

export function createConcur(_context: SandboxContext): Concur {
	return { handle: async () => jsonReply(404, { message: 'Not Found' }), load: () => undefined, setPorts: () => undefined };
}
