import { mayHoldImages } from '../../../nodes/shared/concur/dataCenters';
import { linkIn, linkPaths } from '../../../nodes/shared/concur/receipts/links';

describe('the link in an answer of Image v1', () => {
	test.each([
		[
			'<Image xmlns="x" xmlns:i="y"><Id>1</Id><Url>https://a.example/f?cid=1&amp;val=2</Url></Image>',
			'https://a.example/f?cid=1&val=2',
		],
		['<Image><Url xmlns="z"> https://a.example/&#x41;&#66;&lt;&quot;&apos; </Url></Image>', 'https://a.example/AB<"\''],
		[{ Id: '1', Url: 'https://a.example/f' }, 'https://a.example/f'],
		['<Image><Id>1</Id><Url /></Image>', undefined],
		['<Image><Id>1</Id><Url></Url></Image>', undefined],
		['<html>no</html>', undefined],
		[{ Url: 7 }, undefined],
		[null, undefined],
		['<Url>&#x110000;&#0;&unknown;</Url>', '&#x110000;&#0;&unknown;'],
	])('%j', (body, link) => expect(linkIn(body)).toBe(link));

	test('is looked for in the beginning of the answer only', () => {
		expect(linkIn(`${' '.repeat(1_000_000)}<Url>https://a.example/</Url>`)).toBeUndefined();
	});
});

test('ids are written into addresses so that they stay what they are', () => {
	expect(linkPaths({ kind: 'report', id: '../../oauth2?x=#' })).toEqual(['/api/image/v1.0/report/..%2F..%2Foauth2%3Fx%3D%23']);
	expect(linkPaths({ kind: 'entry', id: 'E1', imageId: null, electronicId: 'X' })).toEqual([]);
});

describe('hosts that images may be fetched from', () => {
	const concur = { baseUrl: 'https://us2.api.concursolutions.com', isCustom: false, additionalHosts: 'img.example.com' };
	const custom = { ...concur, baseUrl: 'https://concur.example.com:8443', isCustom: true };

	test.each([
		'https://imagingupload.concursolutions.com/file/x?y=1',
		'https://imaginginvoiceupload.concursolutions.com/file/x',
		'https://us2.api.concursolutions.com/a',
		'https://files.concurcdc.cn/a',
	])('%s', (url) => expect([mayHoldImages(url, concur), mayHoldImages(url, custom)]).toEqual([true, true]));

	test.each([
		'http://imagingupload.concursolutions.com/file/x',
		'https://concursolutions.com.evil.example/x',
		'https://evilconcursolutions.com/x',
		'https://imagingupload.concursolutions.com@evil.example/x',
		'https://169.254.169.254/latest/meta-data',
		'https://localhost/x',
		'file:///etc/passwd',
		'//imagingupload.concursolutions.com/x',
		'javascript:alert(1)',
		'',
	])('never %j', (url) => expect([mayHoldImages(url, concur), mayHoldImages(url, custom)]).toEqual([false, false]));

	test('others only where the credential names them, and never with less than its scheme', () => {
		expect(mayHoldImages('https://img.example.com/x', concur)).toBe(false);
		expect(mayHoldImages('https://img.example.com/x', custom)).toBe(true);
		expect(mayHoldImages('https://concur.example.com:9000/x', custom)).toBe(true);
		expect(mayHoldImages('http://img.example.com/x', custom)).toBe(false);
	});
});
