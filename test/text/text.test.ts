import { cleanText, MAX_TEXT, strikeOut } from '../../nodes/shared/text';

describe('cleanText', () => {
	it.each([
		['a\u0000b', 'ab'],
		['a\u001b[31mred\u001b[0m', 'a[31mred[0m'],
		['one\ttwo\r\nthree\u2028four', 'one two  three four'],
		['pay \u202Etxt.exe\u202C \u2066x\u2069', 'pay txt.exe x'],
		['zero\u200Bwidth\uFEFF\u00ADhere\u2060', 'zerowidthhere'],
		['half \uD83D end', 'half  end'],
		['end \uDE00', 'end'],
		['whole \u{1F600}', 'whole \u{1F600}'],
		['\u{E0041}tag', 'tag'],
		['Code undefined  [OCRD.CardCode]', 'Code undefined  [OCRD.CardCode]'],
		['Größe Ñ 東京 €', 'Größe Ñ 東京 €'],
	])('makes %j fit to be shown', (text, clean) => {
		expect(cleanText(text)).toBe(clean);
	});

	it('cuts long texts, never inside a surrogate pair', () => {
		expect(cleanText('x'.repeat(5_000))).toHaveLength(MAX_TEXT);
		expect(cleanText('\u{1F600}'.repeat(50), 10)).not.toMatch(/\p{Cs}/u);
		expect(cleanText('short', 5)).toBe('short');
	});

	it('takes no longer for a million characters', () => {
		const long = Buffer.alloc(1_000_000, '\u0000\u202E x').toString();
		const started = performance.now();
		for (let round = 0; round < 100; round++) cleanText(long);
		expect(performance.now() - started).toBeLessThan(500);
	});
});

describe('strikeOut', () => {
	const secret = 'p"a/s+s w&rd<€>\\';
	const spellings = {
		plain: secret,
		url: encodeURIComponent(secret),
		form: new URLSearchParams({ v: secret }).toString().slice(2),
		json: JSON.stringify({ Password: secret }),
		'json in json': JSON.stringify({ sent: JSON.stringify({ Password: secret }) }),
		base64: Buffer.from(secret).toString('base64'),
		html: `<b>${secret.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')}</b>`,
		'lower-case escapes': encodeURIComponent(secret).toLowerCase(),
	};

	it.each(Object.entries(spellings))('finds a secret written as %s', (_, written) => {
		const struck = strikeOut(`before ${written} after`, [secret]);
		expect(struck).toMatch(/^before .*\*\*\*.* after$/s);
		expect(struck).not.toMatch(/w&rd|w%26rd|w&amp;rd|s%2Bs/i);
	});

	it('finds it at any depth, and leaves everything else as it is', () => {
		const body = { error: { message: [{ value: `sent ${secret}` }], code: -304, more: null, ok: true } };
		expect(strikeOut(body, [secret])).toEqual({
			error: { message: [{ value: 'sent ***' }], code: -304, more: null, ok: true },
		});
		const deep = JSON.parse('['.repeat(5_000) + ']'.repeat(5_000)) as unknown;
		expect(() => strikeOut(deep, [secret])).not.toThrow();
	});

	it.each([
		'Authorization: Bearer eyJhbGciOi.J9-unknown_to.us1234',
		'Cookie: B1SESSION=some-old-session; ROUTEID=.node1',
		'GET https://user:some-old-session@host/b1s',
		'{"UserName":"manager","Password":"some-old-session"}',
		'{\\"Password\\":\\"some-old-session\\"}',
		'grant_type=refresh_token&refresh_token=some-old-session&client_secret=some-old-session',
	])('knows a token by what stands before it: %s', (text) => {
		expect(strikeOut(text, [])).not.toMatch(/some-old-session|unknown_to/);
	});

	it('does not take letters away with a short secret, nor anything with an empty one', () => {
		expect(strikeOut('Manager of a company (a)', ['a', '', ' '])).toBe('Manager of *** company (***)');
		expect(strikeOut('Check user name and password.', [''])).toBe('Check user name and password.');
	});

	it('takes milliseconds for a page of a gateway', () => {
		const started = performance.now();
		for (const part of ['<style>', 'Bearer ', '://', '"password":', 'x'])
			strikeOut(part.repeat(400_000 / part.length), [secret, 'another-secret']);
		expect(performance.now() - started).toBeLessThan(1_500);
	});
});
