/**
 * `npm run sandbox`: a Concur FIS and a Business One Service Layer on this machine, for any client that wants to try itself out on them.
 */
import { startSandbox, type Sandbox } from '../sandbox';
import { companyNames } from '../sandbox/companies';
import { insteadOf, isReplayOption, type ReplayOptions } from './sandbox/replay';
import { LONGEST_WAIT_MS, MOST_WORKERS, type Latency } from '../sandbox/delays';

const usage = `Usage: npm run sandbox -- [options]

  --port N   HTTP on port N, HTTPS on N+1, the second Concur data center on N+2 (default 50000)
  --host H   address to listen on (default 127.0.0.1)
  --allow-host H   another host name to answer to; may be given several times
  --company NAME   one of the companies of sandbox/companies with its documents: ${companyNames().join(', ')}
  --record FILE    passes calls on to --concur URL and --b1 URL, and keeps them with every name, text, amount and secret replaced
  --replay FILE    plays such a recording
  --ignore-ssl-issues   takes the certificate of --b1 unchecked
  --empty    no sample documents and no demo company
  --quiet    no line a request
  --round-trip MS   every reply comes this much later
  --per-entry MS    each posted journal entry keeps a worker of B1 busy for so long, in a batch as well
  --workers N       requests that B1 posts entries for at the same time (default 1)`;

interface Options {
	port: number;
	host: string;
	allowedHosts: string[];
	empty: boolean;
	company: string | null;
	quiet: boolean;
	help: boolean;
	latency: Partial<Latency>;
	replay: ReplayOptions;
}

/** Reads the command line. Throws Error with what is wrong with it. */
function readOptions(args: string[]): Options {
	const options: Options = {
		port: 50000,
		host: '127.0.0.1',
		allowedHosts: [],
		empty: false,
		company: null,
		quiet: false,
		help: false,
		latency: {},
		replay: {},
	};
	for (let index = 0; index < args.length; index += 1) {
		const [name, joined] = args[index]!.split('=', 2) as [string, string | undefined];
		const value = () => joined ?? args[(index += 1)];
		if (name === '--port') options.port = wholeNumber(name, value(), 0, 65533);
		else if (name === '--host') options.host = value() ?? options.host;
		else if (name === '--allow-host') options.allowedHosts.push(value() ?? '');
		else if (name === '--round-trip') options.latency.ms = millisecondsOf(name, value());
		else if (name === '--per-entry') options.latency.entryMs = millisecondsOf(name, value());
		else if (name === '--workers') options.latency.workers = wholeNumber(name, value(), 1, MOST_WORKERS);
		else if (name === '--company') options.company = value() ?? '';
		else if (isReplayOption(name)) options.replay[name] = value();
		else if (name === '--ignore-ssl-issues') options.replay[name] = true;
		else if (name === '--empty') options.empty = true;
		else if (name === '--quiet') options.quiet = true;
		else if (name === '--help' || name === '-h') options.help = true;
		else throw new Error(`There is no option ${name}.`);
	}
	return options;
}

const millisecondsOf = (name: string, text: string | undefined) => wholeNumber(name, text, 0, LONGEST_WAIT_MS);

function wholeNumber(name: string, text: string | undefined, least: number, most: number): number {
	const number = Number(text);
	if (text !== undefined && /^\d+$/.test(text) && number >= least && number <= most) return number;
	throw new Error(`${name} takes a number from ${least} to ${most}, not ${text ?? 'nothing'}.`);
}

function describe({ url, tlsUrl, otherDataCenterUrl, concur, businessOne }: Sandbox): string {
	return `The sandbox is up. Ctrl-C stops it.

  Concur, HTTP and HTTPS          ${url}   ${tlsUrl}
  Concur, the other data center   ${otherDataCenterUrl}
  B1 Service Layer                ${tlsUrl}/b1s/v2   ${tlsUrl}/b1s/v1   (${url}/b1s/... works too)
  Control API                     ${url}/control

  Concur   client id ${concur.clientId}, client secret ${concur.clientSecret}
           company UUID ${concur.companyUuid}, company request token ${concur.requestToken} (24 hours)
           user ${concur.userName}, password ${concur.password} (gives a user token, which FIS refuses)
  B1       company ${businessOne.companyDb}, user ${businessOne.userName}, password ${businessOne.password}

Try it:

  TOKEN=$(curl -s ${url}/oauth2/v0/token -d grant_type=password -d credtype=authtoken \\
    -d client_id=${concur.clientId} -d client_secret=${concur.clientSecret} \\
    -d username=${concur.companyUuid} -d password=${concur.requestToken} \\
    | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')
  curl -s -H "Authorization: Bearer $TOKEN" \\
    "${url}/financialintegration/fi/v4/companies/transactiontypes/expense/transactions?limit=1"

  curl -sk -c cookies.txt ${tlsUrl}/b1s/v2/Login -H 'Content-Type: application/json' \\
    -d '{"CompanyDB":"${businessOne.companyDb}","UserName":"${businessOne.userName}","Password":"${businessOne.password}"}'
  curl -sk -b cookies.txt "${tlsUrl}/b1s/v2/ChartOfAccounts?\\$select=Code,Name&\\$top=5"

  curl -s ${url}/control/documents
  curl -s ${url}/control/ledger
`;
}

async function main(): Promise<void> {
	const options = readOptions(process.argv.slice(2));
	if (options.help) {
		process.stdout.write(`${usage}\n`);
		return;
	}
	const log = (line: string) => process.stdout.write(`${line}\n`);
	const sandbox = await startSandbox({
		port: options.port,
		host: options.host,
		allowedHosts: options.allowedHosts,
		demo: !options.empty,
		samples: !options.empty && options.company === null,
		...(options.company === null ? {} : { company: options.company }),
		latency: options.latency,
		...insteadOf(options.replay),
		...(options.quiet ? {} : { log }),
	});
	process.stdout.write(describe(sandbox));
	let stopping = false;
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.on(signal, () => {
			if (stopping) return;
			stopping = true;
			void sandbox.stop().then(() => process.stdout.write('The sandbox has stopped.\n'));
		});
	}
}

main().catch((error: NodeJS.ErrnoException) => {
	const taken =
		error.code === 'EADDRINUSE'
			? `Port ${(error as { port?: number }).port} is taken; choose others with --port.`
			: error.message;
	process.stderr.write(`${taken}\n\n${usage}\n`);
	process.exitCode = 1;
});
