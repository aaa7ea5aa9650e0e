import { Clock } from './clock';
import { createBusinessOne } from './business-one';
import { companySeed, loadDocuments } from './companies';
import { Concur } from './concur';
import type { SandboxContext } from './context';
import { createControl } from './control';
import { Counters } from './counters';
import { noLatency, Workers, type Latency } from './delays';
import { Faults } from './faults';
import { ownHosts } from './hosts';
import { businessOneIdentity, concurIdentity } from './identity';
import { Ids } from './ids';
import { listenOnThreePorts } from './listeners';
import { jsonReply, type SandboxReply, type SandboxRequest } from './http';
import { sampleDocuments } from './sample-documents';
import type { Route } from './server';

export interface SandboxOptions {
	/** HTTP on this port, HTTPS on the next, the second data center on the one after; 0 (the default) takes any three free ports. */
	port?: number;
	/** Address to listen on, `127.0.0.1` unless told. */
	host?: string;
	/** Host names it answers to besides the loopback's and its own address, such as `host.docker.internal`. */
	allowedHosts?: string[];
	/** Start with the demo company in B1 (default true). */
	demo?: boolean;
	/** Name of a company of `sandbox/companies` to start with, with its documents, in place of the demo company. */
	company?: string;
	/** Start with the sample documents in Concur (default false). */
	samples?: boolean;
	/** Time on the sandbox's clock at the start; it runs on from there. */
	now?: Date;
	/** Seed of every id and token. */
	seed?: string;
	/** Longest request body taken, in bytes (default 50 MiB); a longer one gets 413. */
	bodyLimitBytes?: number;
	/** How long replies are held back at the start; what is left out is none, and one worker. The control API changes it. */
	latency?: Partial<Latency>;
	/** Answers in place of both systems: a recording that is played, or the way to real servers; undefined leaves it to the sandbox. */
	instead?: Instead;
	/** Gets one line a request. */
	log?: (line: string) => void;
}

export type Instead = (
	system: 'concur' | 'businessOne',
	request: SandboxRequest,
	origin: string,
) => Promise<SandboxReply | undefined>;

export interface Sandbox {
	/** Origins without a closing slash, such as `http://127.0.0.1:8080`. */
	url: string;
	tlsUrl: string;
	otherDataCenterUrl: string;
	/** The self-signed certificate of `tlsUrl` (PEM), for clients that check it. */
	certificate: string;
	concur: typeof concurIdentity;
	businessOne: typeof businessOneIdentity;
	/** Closes every socket; resolves when all ports are free again. */
	stop(): Promise<void>;
}

/**
 * Starts a Concur FIS and a B1 Service Layer in this process.
 * Rejects when a port is taken; nothing is left listening then.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const context: SandboxContext = {
		clock: new Clock(options.now),
		faults: new Faults(),
		counters: new Counters(),
		ids: new Ids(options.seed),
	};
	const latency: Latency = { ...noLatency(), ...options.latency };
	const host = options.host ?? '127.0.0.1';
	const isOwnHost = ownHosts(host, options.allowedHosts ?? []);
	const stopping = new AbortController();
	const businessOne = createBusinessOne(context);
	const seed = options.company === undefined ? undefined : companySeed(options.company);
	businessOne.reset({ demo: options.demo ?? true, ...(seed ? { seed } : {}) });
	const concur = new Concur(context);
	if (seed) loadDocuments(concur.documents, seed);
	if (options.samples) concur.documents.load(sampleDocuments());
	const control = createControl({ context, latency, concur, businessOne, isOwnHost });

	let origin = '';
	const instead = async (system: 'concur' | 'businessOne', request: SandboxRequest) =>
		await options.instead?.(system, request, origin);
	const routes: [RegExp, Route][] = [
		[
			/^\/(oauth2|financialintegration|api\/image|receipts|imaging|invoice)(\/|$)/,
			{ system: 'concur', handle: async (request) => (await instead('concur', request)) ?? (await concur.handle(request)) },
		],
		[
			/^\/+(b1s|ping)(\/|$)/,
			{
				system: 'businessOne',
				handle: async (request) => (await instead('businessOne', request)) ?? (await businessOne.handle(request)),
			},
		],
		[/^\/control(\/|$)/, { system: null, handle: (request) => control(request) }],
	];
	const listeners = await listenOnThreePorts(
		{
			context,
			latency,
			workers: new Workers(),
			isOwnHost,
			bodyLimitBytes: options.bodyLimitBytes ?? 50 * 1024 * 1024,
			stopping: stopping.signal,
			route: (path) => routes.find(([pattern]) => pattern.test(path))?.[1] ?? nothingHere,
			log: options.log ?? (() => undefined),
		},
		host,
		options.port ?? 0,
	);
	concur.setPorts(listeners.ports);
	origin = listeners.url;
	return {
		url: listeners.url,
		tlsUrl: listeners.tlsUrl,
		otherDataCenterUrl: listeners.otherDataCenterUrl,
		certificate: listeners.certificate,
		concur: concurIdentity,
		businessOne: businessOneIdentity,
		stop: async () => {
			stopping.abort();
			await listeners.close();
		},
	};
}

const nothingHere: Route = {
	system: null,
	handle: async (request) => jsonReply(404, { message: `The sandbox serves nothing at ${request.path}.` }),
};
