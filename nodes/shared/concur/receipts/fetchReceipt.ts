import type { ReceiptSource } from '../../document';
import { strikeOut } from '../../text';
import type { Call } from '../call';
import { endsRun, errorOfThrown, FisError } from '../errors';
import { AS_STREAM, download, fileIn, type Downloaded, type DownloadSettings, type NoFile } from './download';
import { fileTypeOf, type FileType } from './fileType';
import { electronicPaths, linkIn, linkPaths } from './links';

export interface ReceiptFile extends FileType {
	content: Buffer;
}

export type FetchedReceipt = ReceiptFile | NoFile;

const isNoFile = (result: object): result is NoFile => 'problem' in result;

/** Statuses with which Concur says that it has no image under an address. */
const NOT_THERE = [400, 404, 410];

/**
 * Fetches one receipt: asks for the link, which lives for fifteen minutes, and takes the file at once. A link that is refused is asked for
 * once more.
 * @throws FisError where the credential, or a fault of our own, would fail every other receipt as well
 */
export async function fetchReceipt(call: Call, source: ReceiptSource, settings: DownloadSettings): Promise<FetchedReceipt> {
	const found = await fetchImage(call, source, settings);
	const electronicId = source.kind === 'entry' ? source.electronicId : null;
	if (electronicId === null || !isNoFile(found) || found.problem !== 'notThere') return found;
	return await fetchElectronic(call, electronicId, settings);
}

async function fetchImage(call: Call, source: ReceiptSource, settings: DownloadSettings): Promise<FetchedReceipt> {
	for (const path of linkPaths(source)) {
		const link = await askForLink(call, path);
		if (typeof link !== 'string') {
			if (link.problem === 'notThere') continue;
			return link;
		}
		const got = await fetchFile(link, source, settings);
		if (!isNoFile(got) || got.isExpired !== true) return asFile(got);
		const another = await askForLink(call, path);
		return typeof another === 'string' ? asFile(await fetchFile(another, source, settings)) : another;
	}
	return { problem: 'notThere', message: 'Concur has no image of it.' };
}

/** SAP's guide to FIS tells to take the link of an invoice without what stands behind its question mark, where it is not taken whole. */
async function fetchFile(link: string, { kind }: ReceiptSource, settings: DownloadSettings): Promise<Downloaded> {
	const got = await download(link, settings);
	const bare = link.split('?', 1).join('');
	if (kind !== 'invoice' || bare === link || !isNoFile(got) || got.isExpired !== true) return got;
	const again = await download(bare, settings);
	return isNoFile(again) ? got : again;
}

async function askForLink(call: Call, path: string): Promise<string | NoFile> {
	const answer = await call({ method: 'GET', url: path, headers: { Accept: 'application/xml' } }).catch(errorOfThrown);
	if (answer instanceof FisError) return refusalOf(answer, 'IMAGE');
	return linkIn(answer.response.body) ?? { problem: 'notThere', message: 'Concur has no image of it.' };
}

/** @throws the error where it is nobody's receipt */
function refusalOf(error: FisError, scope: string): NoFile {
	if (endsRun(error)) throw error;
	if (NOT_THERE.includes(error.status)) return { problem: 'notThere', message: 'Concur has no image of it.' };
	if (error.kind !== 'refused') return { problem: 'tryLater', message: error.message };
	const hint = error.status === 403 ? ` The app needs the scope ${scope} for it.` : '';
	return { problem: 'refused', message: `Concur refused to give it out (HTTP ${error.status}).${hint}` };
}

/** An electronic receipt: its picture, which Concur makes of it; where there is none its content, as the text file that B1 takes. */
async function fetchElectronic(call: Call, id: string, settings: DownloadSettings): Promise<FetchedReceipt> {
	const { image, content } = electronicPaths(id);
	const headers = { Accept: 'application/pdf, image/png, image/jpeg' };
	const answer = await call({ method: 'GET', url: image, headers, ...AS_STREAM }).catch(errorOfThrown);
	if (!(answer instanceof FisError)) return asFile(await fileIn(answer.response, settings));
	const refusal = refusalOf(answer, 'receipts.read');
	if (refusal.problem !== 'notThere') return refusal;
	const text = await call({ method: 'GET', url: content }).catch(errorOfThrown);
	if (text instanceof FisError) return refusalOf(text, 'receipts.read');
	return asText(strikeOut(text.response.body, (await settings.secrets?.()) ?? []), settings.maxBytes);
}

function asText(body: unknown, maxBytes: number): FetchedReceipt {
	if (typeof body !== 'object' || body === null)
		return { problem: 'noReceipt', message: 'What Concur sent is no electronic receipt.' };
	const content = Buffer.from(JSON.stringify(body, null, 2));
	if (content.length > maxBytes) return { problem: 'tooLarge', message: 'The electronic receipt is too large.' };
	return { content, extension: 'txt', mimeType: 'text/plain' };
}

function asFile(got: Downloaded): FetchedReceipt {
	if (isNoFile(got)) return got;
	const type = fileTypeOf(got.content);
	if (!type) return { problem: 'noReceipt', message: 'What was fetched is neither PDF, PNG nor JPEG.' };
	return { ...type, content: got.content };
}
