/** Concur's published API data centers, newest list first, with the older names that companies still use. */
export const dataCenters = [
	{ name: 'Asia Pacific (Apj1)', value: 'https://apj1.api.concursolutions.com' },
	{ name: 'China (Cn)', value: 'https://cn.api.concurcdc.cn' },
	{ name: 'Custom URL', value: 'custom' },
	{ name: 'Europe (Emea, Older Name)', value: 'https://emea.api.concursolutions.com' },
	{ name: 'Europe (Eu, Older Name)', value: 'https://eu.api.concursolutions.com' },
	{ name: 'Europe (Eu2)', value: 'https://eu2.api.concursolutions.com' },
	{ name: 'Implementation: Europe (Emea-Impl)', value: 'https://emea-impl.api.concursolutions.com' },
	{ name: 'Implementation: United States (Us-Impl)', value: 'https://us-impl.api.concursolutions.com' },
	{ name: 'Start Here (Glz): Concur Names the Data Center', value: 'https://glz.api.concursolutions.com' },
	{ name: 'United States (Us, Older Name)', value: 'https://us.api.concursolutions.com' },
	{ name: 'United States (Us2)', value: 'https://us2.api.concursolutions.com' },
	{ name: 'United States Government (Usg)', value: 'https://usg.api.concursolutions.com' },
];

/** Where a company without another setting asks first: it answers for every data center. */
export const DEFAULT_DATA_CENTER = 'https://glz.api.concursolutions.com';

const CONCUR_DOMAINS = ['.api.concursolutions.com', '.api.concurcdc.cn'];

/** Origin of a URL; Concur's samples sometimes append a path to a geolocation. Undefined for what is no http(s) URL. */
export function originOf(url: string): string | undefined {
	if (!URL.canParse(url)) return undefined;
	const { origin, protocol } = new URL(url);
	return protocol === 'https:' || protocol === 'http:' ? origin : undefined;
}

/** Host names in a comma-separated list. */
const hostsIn = (list: string) =>
	list
		.split(',')
		.map((host) => host.trim().toLowerCase())
		.filter((host) => host !== '');

export interface HostRules {
	/** The URL of the credential's own setting. */
	baseUrl: string;
	/** Whether that URL was typed in, instead of taken from the list. */
	isCustom: boolean;
	/** Further host names, comma-separated; only with a custom URL. */
	additionalHosts: string;
}

/**
 * Whether the token and the client secret may go to a URL: to Concur's own hosts over HTTPS always; with a custom URL
 * also to that URL's host, on any port (a test set-up has its data centers side by side), and to hosts named in the
 * credential. HTTPS never falls back to HTTP.
 */
export function isAllowed(url: string, rules: HostRules): boolean {
	const origin = originOf(url);
	if (!origin) return false;
	const { hostname, protocol } = new URL(origin);
	if (protocol === 'https:' && CONCUR_DOMAINS.some((domain) => hostname.endsWith(domain))) return true;
	if (!rules.isCustom) return false;
	const own = originOf(rules.baseUrl);
	if (!own || (new URL(own).protocol === 'https:' && protocol !== 'https:')) return false;
	return hostname === new URL(own).hostname || hostsIn(rules.additionalHosts).includes(hostname);
}

/** Concur's servers of images stand beside its APIs, e.g. `imagingupload.concursolutions.com`. */
const IMAGE_DOMAINS = ['.concursolutions.com', '.concurcdc.cn'];

/**
 * Whether an image may be fetched from a URL that Concur gave out: from Concur's own hosts over HTTPS, and where the credential's tokens
 * may go. No token goes along.
 */
export function mayHoldImages(url: string, rules: HostRules): boolean {
	if (!URL.canParse(url)) return false;
	const { hostname, protocol } = new URL(url);
	if (protocol === 'https:' && IMAGE_DOMAINS.some((domain) => hostname.endsWith(domain))) return true;
	return isAllowed(url, rules);
}
